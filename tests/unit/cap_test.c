/* cap_test.c - contents of slots: rights arithmetic against its definition, generations, references, capability pointers. */
#include <kernel/cap.h>
#include "mock/booted.h"
#include "mock/world.h"

START_TEST(ops_follow_type_and_rights)
{
    for (word_t type = CAP_NULL; type <= CAP_KERNEL; type++) {
        for (word_t r = 0; r <= RIGHT_ALL; r++) {
            word_t ops = 0;
            if (type == CAP_ENDPOINT && (r & RIGHT_WRITE) && (r & RIGHT_GRANT_REPLY)) ops |= OPS_CALL;
            if (type == CAP_ENDPOINT && (r & RIGHT_READ)) ops |= OPS_RECV;
            if (type == CAP_NOTIFICATION && (r & RIGHT_WRITE)) ops |= OPS_SIGNAL;
            if (type == CAP_NOTIFICATION && (r & RIGHT_READ)) ops |= OPS_WAIT;
            ck_assert_uint_eq(ops_of(type, r), ops);
        }
    }
}
END_TEST

START_TEST(rights_within_is_subset)
{
    for (word_t a = 0; a <= RIGHT_ALL; a++) {
        for (word_t b = 0; b <= RIGHT_ALL; b++) ck_assert_uint_eq(rights_within(a, b), (a & b) == a);
    }
}
END_TEST

START_TEST(each_filling_has_its_own_generation)
{
    booted_new(AT_FREE, CAP_ENDPOINT, 4 * 20, 0);
    uint32_t first = cap_window[AT(AT_FREE)].gen;
    booted_delete(AT_FREE);
    booted_new(AT_FREE, CAP_ENDPOINT, 4 * 20, 0);
    ck_assert_uint_ne(cap_window[AT(AT_FREE)].gen, first);
}
END_TEST

START_TEST(generation_zero_is_never_given)
{
    kernel_gen = 0xffffffffu;
    booted_new(AT_FREE, CAP_ENDPOINT, 4 * 20, 0);
    ck_assert_uint_eq(cap_window[AT(AT_FREE)].gen, 0xffffffffu);
    booted_new(AT_FREE + 1, CAP_ENDPOINT, 4 * 20 + 1, 0);
    ck_assert_uint_eq(cap_window[AT(AT_FREE + 1)].gen, 1);
}
END_TEST

START_TEST(references_count_names)
{
    word_t e = booted_new(AT_FREE, CAP_ENDPOINT, 4 * 20, 0);

    for (word_t i = 1; i < 10; i++) {
        cnode_copy(AT(AT_FREE + i), AT(AT_FREE), RIGHT_ALL);
        ck_assert_uint_eq(ref_window[e], i + 1);
    }
    booted_sound();
    booted_revoke(AT_FREE);
    ck_assert_uint_eq(ref_window[e], 1);
    booted_delete(AT_FREE);
    ck_assert_uint_eq(ref_window[e], 0);
    ck_assert_uint_eq(frame_kind[20], KIND_FREE);
}
END_TEST

START_TEST(capability_pointers_are_checked)
{
    world_make();
    world_run(world_thread(0, 1));
    word_t s = world_cap(5, CAP_ENDPOINT, RIGHT_ALL, WORLD_ENDPOINT, 0), gen = cap_window[s].gen;

    ck_assert_uint_eq(cptr_check(CPTR(5)), ERR_NONE);
    ck_assert_uint_eq(cptr_check(CPTR(5) + gen), ERR_NONE);
    ck_assert_uint_eq(cptr_check(CPTR(5) + gen + 1), ERR_STALE);
    ck_assert_uint_eq(cptr_check(CPTR(127)), ERR_NONE);
    ck_assert_uint_eq(cptr_check(CPTR(128)), ERR_SLOT);
    ck_assert_uint_eq(cptr_check(CPTR(0xffffffff)), ERR_SLOT);
    ck_assert_uint_eq(cptr_find(CPTR(5) + gen), s);
}
END_TEST

static void add(TCase *c)
{
    tcase_add_test(c, ops_follow_type_and_rights);
    tcase_add_test(c, rights_within_is_subset);
    tcase_add_test(c, each_filling_has_its_own_generation);
    tcase_add_test(c, generation_zero_is_never_given);
    tcase_add_test(c, references_count_names);
    tcase_add_test(c, capability_pointers_are_checked);
}

int main(void) { return booted_main("cap", add); }
