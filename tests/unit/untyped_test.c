/* untyped_test.c - memory: every type of object begins, ends and begins again; parts are split off and come back; random histories. */
#include <kernel/untyped.h>
#include "mock/booted.h"
#include <stdlib.h>
#include <string.h>

enum { F = 40, A = AT_FREE, B = AT_FREE + 1, C = AT_FREE + 2 };

static const struct { word_t type, size, kind; } whole[] = {
    { CAP_THREAD, 0, KIND_TCB }, { CAP_REPLY, 0, KIND_REPLY }, { CAP_ENDPOINT, 0, KIND_ENDPOINT }, { CAP_NOTIFICATION, 0, KIND_NOTIFICATION },
    { CAP_CNODE, 5, KIND_CNODE }, { CAP_PAGE, 0, KIND_USER }, { CAP_PAGE_TABLE, 2, KIND_PAGE_TABLE }, { CAP_VSPACE, 9, KIND_PAGE_TABLE },
};

START_TEST(every_type_begins_and_ends)
{
    word_t n = whole[_i].type == CAP_CNODE ? whole[_i].size : 1;

    memset(&reg_window[4 * F], 0xee, 4 * sizeof reg_window[0]);
    memset(&pt_window[F], 0xee, sizeof pt_window[0]);
    booted_new(A, whole[_i].type, 4 * F, whole[_i].size);
    for (word_t f = F; f < F + n; f++) ck_assert_uint_eq(frame_kind[f], whole[_i].kind);
    ck_assert_uint_eq(frame_kind[F + n], KIND_FREE);
    ck_assert_uint_eq(cap_window[AT(A)].type, whole[_i].type);
    ck_assert_uint_eq(cap_window[AT(A)].rights, RIGHT_ALL);
    ck_assert(reg_window[4 * F + 3].at[0] == 0 && pt_window[F].at[255] == 0);
    booted_delete(A);
    for (word_t f = F; f < F + n; f++) ck_assert_uint_eq(frame_kind[f], KIND_FREE);
    ck_assert_uint_eq(frame_owner[F], BOOTED_RAM);
    ck_assert_uint_eq(asid_window[9], 0);
}
END_TEST

START_TEST(small_objects_share_a_frame)
{
    for (word_t i = 0; i < 4; i++) booted_new(A + i, CAP_THREAD, 4 * F + i, 0);
    ck_assert_uint_eq(frame_live[F], 4);
    ck_assert_uint_eq(retype_check(AT(AT_RAM), CAP_THREAD, 4 * F + 2, 0), ERR_OWNER);
    ck_assert_uint_eq(retype_check(AT(AT_RAM), CAP_ENDPOINT, 4 * F + 2, 0), ERR_OWNER);
    booted_delete(A + 2);
    ck_assert_uint_eq(frame_kind[F], KIND_TCB);
    ck_assert_uint_eq(retype_check(AT(AT_RAM), CAP_ENDPOINT, 4 * F + 2, 0), ERR_OWNER);
    reg_window[4 * F + 2].at[5] = 0x5ec2e7;
    reg_window[4 * F + 1].at[5] = 7;
    booted_new(A + 2, CAP_THREAD, 4 * F + 2, 0);
    ck_assert_uint_eq(reg_window[4 * F + 2].at[5], 0);
    ck_assert_uint_eq(reg_window[4 * F + 1].at[5], 7);
    for (word_t i = 0; i < 4; i++) booted_delete(A + i);
    ck_assert_uint_eq(frame_kind[F], KIND_FREE);
}
END_TEST

static err_t place(word_t type, word_t o, word_t size) { return retype_check(AT(AT_RAM), type, o, size); }

START_TEST(places_are_checked)
{
    ck_assert_uint_eq(place(CAP_UNTYPED, 4 * F, 0), ERR_TYPE);
    ck_assert_uint_eq(place(CAP_NULL, 4 * F, 0), ERR_TYPE);
    ck_assert_uint_eq(place(CAP_IRQ_CONTROL, 4 * F, 0), ERR_TYPE);
    ck_assert_uint_eq(place(CAP_THREAD, 3, 0), ERR_RANGE);
    ck_assert_uint_eq(place(CAP_THREAD, LIMIT_OBJECTS, 0), ERR_RANGE);
    ck_assert_uint_eq(place(CAP_THREAD, ~(word_t)0, 0), ERR_RANGE);
    ck_assert_uint_eq(place(CAP_PAGE, 4 * F + 1, 0), ERR_ALIGN);
    ck_assert_uint_eq(place(CAP_CNODE, 4 * F, 0), ERR_RANGE);
    ck_assert_uint_eq(place(CAP_CNODE, 4 * F, LIMIT_CNODE_FRAMES), ERR_NONE);
    ck_assert_uint_eq(place(CAP_CNODE, 4 * F, LIMIT_CNODE_FRAMES + 1), ERR_RANGE);
    ck_assert_uint_eq(place(CAP_CNODE, LIMIT_OBJECTS - 4, 2), ERR_RANGE);
    ck_assert_uint_eq(place(CAP_CNODE, 4 * F, ~(word_t)0), ERR_RANGE);
    ck_assert_uint_eq(place(CAP_CNODE, 4 * (BOOTED_RAM + BOOTED_RAM_FRAMES - 1), 2), ERR_OWNER);
    ck_assert_uint_eq(place(CAP_PAGE_TABLE, 4 * F, 0), ERR_RANGE);
    ck_assert_uint_eq(place(CAP_PAGE_TABLE, 4 * F, 4), ERR_RANGE);
    ck_assert_uint_eq(place(CAP_VSPACE, 4 * F, 0), ERR_RANGE);
    ck_assert_uint_eq(place(CAP_VSPACE, 4 * F, LIMIT_ASIDS), ERR_RANGE);
    ck_assert_uint_eq(place(CAP_PAGE, 4 * BOOTED_CNODE, 0), ERR_OWNER);
    ck_assert_uint_eq(place(CAP_PAGE, 4 * BOOTED_DEVICE, 0), ERR_OWNER);
    booted_new(A, CAP_VSPACE, 4 * F, 3);
    ck_assert_uint_eq(place(CAP_VSPACE, 4 * (F + 1), 3), ERR_OCCUPIED);
    ck_assert_uint_eq(place(CAP_PAGE, 4 * F, 0), ERR_OWNER);
}
END_TEST

START_TEST(device_memory_becomes_pages_only)
{
    word_t o = 4 * BOOTED_DEVICE;

    pt_window[BOOTED_DEVICE].at[0] = 0x1234;
    ck_assert_uint_eq(retype_check(AT(AT_DEVICE), CAP_PAGE, o, 0), ERR_NONE);
    ck_assert_uint_eq(retype_check(AT(AT_DEVICE), CAP_THREAD, o, 0), ERR_OWNER);
    ck_assert_uint_eq(retype_check(AT(AT_DEVICE), CAP_CNODE, o, 1), ERR_OWNER);
    untyped_retype(AT(AT_DEVICE), CAP_PAGE, o, 0, AT(A));
    booted_sound();
    ck_assert_uint_eq(frame_kind[BOOTED_DEVICE], KIND_DEVICE);
    ck_assert_uint_eq(pt_window[BOOTED_DEVICE].at[0], 0x1234);
    ck_assert_uint_eq(retype_check(AT(AT_DEVICE), CAP_PAGE, o, 0), ERR_OWNER);
    booted_delete(A);
    ck_assert_uint_eq(retype_check(AT(AT_DEVICE), CAP_PAGE, o, 0), ERR_NONE);
}
END_TEST

static word_t split(word_t u, word_t first, word_t count, word_t d)
{
    for (word_t n = 1;; n++) {
        ck_assert_uint_eq(split_check(AT(u), first, count, AT(d)), ERR_NONE);
        err_t err = untyped_split(AT(u), first, count, AT(d));
        booted_sound();
        if (err == ERR_NONE) return n;
        ck_assert_uint_eq(err, ERR_AGAIN);
    }
}

START_TEST(a_part_comes_back)
{
    split(AT_RAM, F, 100, A);
    ck_assert_uint_eq(frame_owner[F], F);
    ck_assert_uint_eq(frame_owner[F + 99], F);
    ck_assert_uint_eq(frame_owner[F + 100], BOOTED_RAM);
    ck_assert_uint_eq(place(CAP_PAGE, 4 * F, 0), ERR_OWNER);
    ck_assert_uint_eq(retype_check(AT(A), CAP_PAGE, 4 * F, 0), ERR_NONE);
    untyped_retype(AT(A), CAP_PAGE, 4 * (F + 1), 0, AT(B));
    split(A, F + 10, 20, C);
    booted_revoke(AT_RAM);
    for (word_t f = F; f < F + 100; f++) ck_assert(frame_owner[f] == BOOTED_RAM && frame_kind[f] == KIND_FREE);
    split(AT_RAM, F, 100, A);
}
END_TEST

START_TEST(splits_are_checked)
{
    word_t u = AT(AT_RAM), d = AT(A);

    ck_assert_uint_eq(split_check(u, BOOTED_RAM, 4, d), ERR_RANGE);
    ck_assert_uint_eq(split_check(u, F, 0, d), ERR_RANGE);
    ck_assert_uint_eq(split_check(u, LIMIT_FRAMES, 1, d), ERR_RANGE);
    ck_assert_uint_eq(split_check(u, F, ~(word_t)0, d), ERR_RANGE);
    ck_assert_uint_eq(split_check(u, LIMIT_FRAMES - 1, 2, d), ERR_RANGE);
    ck_assert_uint_eq(split_check(u, BOOTED_RAM + BOOTED_RAM_FRAMES - 1, 2, d), ERR_OWNER);
    ck_assert_uint_eq(split_check(u, F, 4, AT(AT_DEVICE)), ERR_OCCUPIED);
    split(AT_RAM, F, 4, A);
    ck_assert_uint_eq(split_check(u, F, 4, d), ERR_OCCUPIED);
    ck_assert_uint_eq(split_check(u, F + 1, 8, d), ERR_OCCUPIED);
    ck_assert_uint_eq(split_check(u, F + 2, 8, AT(B)), ERR_OWNER);
    ck_assert_uint_eq(split_check(u, F, 8, d), ERR_NONE);
    booted_new(B, CAP_PAGE, 4 * (F + 20), 0);
    ck_assert_uint_eq(split_check(u, F + 18, 8, AT(C)), ERR_OWNER);
}
END_TEST

START_TEST(inspect_tells_the_memory)
{
    core_cur = (uint32_t)booted_new(B, CAP_THREAD, 4 * F, 0);
    split(AT_RAM, F + 8, 16, A);
    untyped_inspect(AT(A));
    const uint64_t *word = &reg_window[core_cur].at[REG_WORD];
    ck_assert(word[0] == F + 8 && word[1] == 16 && word[2] == BOOTED_RAM && word[3] == 0);
    untyped_inspect(AT(AT_DEVICE));
    ck_assert(word[0] == BOOTED_DEVICE && word[3] == 1);
}
END_TEST

static word_t any(word_t n) { return (word_t)rand() % n; }
static void random_step(void)
{
    word_t s = AT(A + any(100)), d = AT(A + any(100)), k = any(8), o = 4 * (F + any(60)), type = whole[k].type;

    if (type <= CAP_NOTIFICATION) o += any(4);
    if (any(3) == 0 && cap_window[d].type == CAP_NULL && retype_check(AT(AT_RAM), type, o, whole[k].size) == ERR_NONE)
        untyped_retype(AT(AT_RAM), type, o, whole[k].size, d);
    else if (any(2) && s != d && cap_window[d].type == CAP_NULL && derive_check(s) == ERR_NONE)
        cnode_copy(d, s, cap_window[s].rights & any(16));
    else if (any(3) == 0 && s != d && cap_window[s].type != CAP_NULL && cap_window[d].type == CAP_NULL)
        cnode_move(d, s);
    else if (any(20) == 0 && cap_window[s].type != CAP_NULL)
        cnode_revoke(s);
    else if (any(2) && (cap_window[s].type == CAP_NULL || mdb_leaf(s) == s))
        cnode_delete(s);
}

START_TEST(random_histories_leave_no_trace)
{
    srand((unsigned)_i + 1);
    for (word_t n = 0; n < 3000; n++) {
        random_step();
        if (n % 50 == 0) booted_sound();
    }
    booted_revoke(AT_RAM);
    for (word_t f = BOOTED_RAM; f < BOOTED_RAM + BOOTED_RAM_FRAMES; f++) ck_assert(frame_kind[f] == KIND_FREE && frame_owner[f] == BOOTED_RAM);
    ck_assert_uint_eq(asid_window[9], 0);
}
END_TEST

static void add(TCase *c)
{
    tcase_add_loop_test(c, every_type_begins_and_ends, 0, 8);
    tcase_add_test(c, small_objects_share_a_frame);
    tcase_add_test(c, places_are_checked);
    tcase_add_test(c, device_memory_becomes_pages_only);
    tcase_add_test(c, a_part_comes_back);
    tcase_add_test(c, splits_are_checked);
    tcase_add_test(c, inspect_tells_the_memory);
    tcase_add_loop_test(c, random_histories_leave_no_trace, 0, 6);
}

int main(void) { return booted_main("untyped", add); }
