/* cnode_test.c - capabilities change hands and go away; after every step the whole bookkeeping is recounted. */
#include <kernel/cnode.h>
#include <kernel/thread.h>
#include "mock/booted.h"
#include <stdlib.h>

enum { F = 40, EP = AT_FREE, OTHER = AT_FREE + 1, FAR = 200 };

START_TEST(copy_is_a_child_without_more_rights)
{
    word_t e = booted_new(EP, CAP_ENDPOINT, 4 * F, 0);

    cnode_copy(AT(OTHER), AT(EP), RIGHT_READ);
    booted_sound();
    ck_assert_uint_eq(cap_window[AT(OTHER)].obj, e);
    ck_assert_uint_eq(cap_window[AT(OTHER)].rights, RIGHT_READ);
    ck_assert_uint_eq(cap_window[AT(OTHER)].ops, OPS_RECV);
    ck_assert_uint_eq(mdb_window[AT(OTHER)].depth, mdb_window[AT(EP)].depth + 1);
    ck_assert_uint_eq(mdb_window[AT(EP)].next, AT(OTHER));
}
END_TEST

START_TEST(mint_sets_the_badge)
{
    booted_new(EP, CAP_NOTIFICATION, 4 * F, 0);
    cnode_mint(AT(OTHER), AT(EP), RIGHT_WRITE, 77);
    booted_sound();
    ck_assert_uint_eq(cap_window[AT(OTHER)].badge, 77);
    ck_assert_uint_eq(cap_window[AT(EP)].badge, 0);
}
END_TEST

START_TEST(what_cannot_be_derived_from)
{
    booted_new(EP, CAP_ENDPOINT, 4 * F, 0);
    ck_assert_uint_eq(derive_check(AT(EP)), ERR_NONE);
    ck_assert_uint_eq(derive_check(AT(FAR)), ERR_EMPTY);
    ck_assert_uint_eq(derive_check(AT(AT_RAM)), ERR_TYPE);
    ref_window[4 * F] = REF_MAX;
    ck_assert_uint_eq(derive_check(AT(EP)), ERR_REFS);
    ref_window[4 * F] = 1;
    mdb_window[AT(EP)].depth = LIMIT_DEPTH;
    ck_assert_uint_eq(derive_check(AT(EP)), ERR_DEPTH);
}
END_TEST

START_TEST(a_copied_page_is_not_mapped)
{
    booted_new(EP, CAP_PAGE, 4 * F, 0);
    cap_window[AT(EP)].map = 512 * 50 + 3;
    cap_window[AT(EP)].badge = 0x400000;
    cnode_copy(AT(OTHER), AT(EP), RIGHT_READ);
    ck_assert_uint_eq(cap_window[AT(OTHER)].map, 0);
    ck_assert_uint_eq(cap_window[AT(OTHER)].badge, 0);
    cap_window[AT(EP)].map = 0;
}
END_TEST

START_TEST(move_keeps_place_children_and_mapping)
{
    booted_new(EP, CAP_PAGE, 4 * F, 0);
    cnode_copy(AT(OTHER), AT(EP), RIGHT_READ);
    cap_window[AT(EP)].map = 512 * 50 + 3;
    uint32_t gen = cap_window[AT(EP)].gen;
    cnode_move(AT(FAR), AT(EP));
    booted_sound();
    ck_assert_uint_eq(cap_window[AT(EP)].type, CAP_NULL);
    ck_assert_uint_eq(cap_window[AT(FAR)].map, 512 * 50 + 3);
    ck_assert_uint_eq(mdb_window[AT(FAR)].next, AT(OTHER));
    ck_assert_uint_ne(cap_window[AT(FAR)].gen, gen);
    cap_window[AT(FAR)].map = 0;
    booted_revoke(FAR);
    ck_assert_uint_eq(cap_window[AT(OTHER)].type, CAP_NULL);
}
END_TEST

START_TEST(deleting_an_empty_slot_does_nothing)
{
    ck_assert_uint_eq(booted_delete(FAR), 1);
}
END_TEST

START_TEST(revoke_takes_descendants_only)
{
    booted_new(EP, CAP_ENDPOINT, 4 * F, 0);
    for (word_t i = 0; i < 200; i++) cnode_copy(AT(20 + i), AT(i % 3 == 0 ? EP : 20 + i - 1), RIGHT_ALL);
    booted_sound();
    ck_assert_uint_ge(booted_revoke(EP), 3);
    ck_assert_uint_eq(cap_window[AT(EP)].type, CAP_ENDPOINT);
    ck_assert_uint_eq(ref_window[4 * F], 1);
    ck_assert_uint_eq(cap_window[AT(AT_RAM)].type, CAP_UNTYPED);
}
END_TEST

/* A chain as deep as it may be: revoke makes progress in every step all the same. */
START_TEST(revoke_of_a_deep_chain_ends)
{
    booted_new(EP, CAP_ENDPOINT, 4 * F, 0);
    word_t last = EP;
    for (word_t i = 20; derive_check(AT(last)) == ERR_NONE && i < 250; i++) {
        cnode_copy(AT(i), AT(last), RIGHT_ALL);
        last = i;
    }
    ck_assert_uint_le(booted_revoke(EP), 5);
    ck_assert_uint_eq(ref_window[4 * F], 1);
}
END_TEST

/* Two cnodes that name each other, far from every other name, filled with copies of an endpoint. */
START_TEST(dying_cnodes_empty_themselves)
{
    word_t a = booted_new(EP, CAP_CNODE, 4 * F, 3), b = booted_new(OTHER, CAP_CNODE, 4 * (F + 10), 1);
    word_t inside = 32 * a, other = 32 * b;

    booted_new(FAR, CAP_ENDPOINT, 4 * (F + 20), 0);
    for (word_t i = 0; i < 300; i++) cnode_copy(inside + i, AT(FAR), RIGHT_READ);
    cnode_copy(inside + 383, AT(OTHER), RIGHT_ALL);
    cnode_copy(other + 5, AT(FAR), RIGHT_READ);
    cnode_move(other + 6, inside + 383);
    booted_sound();
    cnode_revoke(AT(OTHER));
    cnode_move(inside + 383, AT(OTHER));
    booted_sound();
    ck_assert_uint_ge(booted_delete(EP), 4);
    ck_assert_uint_eq(ref_window[4 * (F + 20)], 1);
    for (word_t f = F; f < F + 11; f++) ck_assert_uint_eq(frame_kind[f], KIND_FREE);
    ck_assert_uint_eq(purge_head, 0);
}
END_TEST

/* What was derived from a capability in a dying cnode goes with it. */
START_TEST(children_of_dying_slots_go_first)
{
    word_t a = booted_new(EP, CAP_CNODE, 4 * F, 1);

    booted_new(OTHER, CAP_ENDPOINT, 4 * (F + 20), 0);
    cnode_copy(32 * a + 9, AT(OTHER), RIGHT_ALL);
    cnode_copy(AT(FAR), 32 * a + 9, RIGHT_READ);
    booted_delete(EP);
    ck_assert_uint_eq(cap_window[AT(FAR)].type, CAP_NULL);
    ck_assert_uint_eq(cap_window[AT(OTHER)].type, CAP_ENDPOINT);
}
END_TEST

START_TEST(the_last_name_ends_a_thread_and_frees_what_it_held)
{
    word_t t = booted_new(EP, CAP_THREAD, 4 * F, 0), c = booted_new(OTHER, CAP_CNODE, 4 * (F + 1), 1);
    word_t e = booted_new(FAR, CAP_ENDPOINT, 4 * (F + 2), 0);

    cnode_copy(32 * t + TCB_CSPACE, AT(OTHER), RIGHT_ALL);
    cnode_copy(32 * t + TCB_HANDLER, AT(FAR), RIGHT_WRITE);
    cn_window[t] = (struct cn){ (uint32_t)(32 * c), 128 };
    booted_sound();
    ck_assert_uint_eq(ref_window[e], 2);
    booted_delete(EP);
    ck_assert_uint_eq(ref_window[e], 1);
    ck_assert_uint_eq(ref_window[c], 1);
    ck_assert_uint_eq(frame_kind[F], KIND_FREE);
}
END_TEST

/* Revoking what a thread uses takes it away from the thread. */
START_TEST(revoked_spaces_leave_the_thread)
{
    word_t t = booted_new(EP, CAP_THREAD, 4 * F, 0), c = booted_new(OTHER, CAP_CNODE, 4 * (F + 1), 1);

    booted_new(FAR, CAP_VSPACE, 4 * (F + 2), 5);
    cnode_copy(32 * t + TCB_CSPACE, AT(OTHER), RIGHT_ALL);
    cnode_copy(32 * t + TCB_VSPACE, AT(FAR), RIGHT_ALL);
    cn_window[t] = (struct cn){ (uint32_t)(32 * c), 128 };
    sched_window[t].state = TS_RUNNING;
    core_cur = (uint32_t)t;
    booted_revoke(OTHER);
    ck_assert_uint_eq(cn_window[t].limit, 0);
    booted_revoke(FAR);
    ck_assert_uint_eq(sched_window[t].state, TS_INACTIVE);
    ck_assert_uint_eq(core_cur, 0);
    booted_delete(FAR);
    ck_assert_uint_eq(asid_window[5], 0);
    ck_assert_uint_eq(frame_kind[F + 2], KIND_FREE);
}
END_TEST

START_TEST(more_waiters_than_one_step_wakes)
{
    word_t e = booted_new(EP, CAP_ENDPOINT, 4 * F, 0);

    for (word_t i = 0; i < 100; i++) {
        word_t t = booted_new(20 + i, CAP_THREAD, 4 * (F + 4) + i, 0);
        queue_push_recv(t, e);
        sched_window[t].state = TS_BLOCKED;
    }
    ck_assert_uint_eq(cnode_delete(AT(EP)), ERR_AGAIN);
    booted_sound();
    ck_assert_uint_eq(ref_window[e], 1);
    ck_assert_uint_eq(booted_delete(EP), 1);
    for (word_t i = 0; i < 100; i++) ck_assert_uint_eq(sched_window[4 * (F + 4) + i].state, TS_READY);
}
END_TEST

START_TEST(inspect_tells_what_a_slot_holds)
{
    core_cur = (uint32_t)booted_new(EP, CAP_THREAD, 4 * F, 0);
    booted_new(OTHER, CAP_ENDPOINT, 4 * (F + 1), 0);
    cnode_mint(AT(FAR), AT(OTHER), RIGHT_WRITE, 9);
    cnode_inspect(AT(FAR));
    const uint64_t *word = &reg_window[core_cur].at[REG_WORD];
    ck_assert(word[0] == CAP_ENDPOINT && word[1] == RIGHT_WRITE && word[3] == 9 && word[4] == 4 * (F + 1) && word[5] == 0);
    cnode_inspect(AT(OTHER));
    ck_assert_uint_eq(word[5], 1);
    cnode_inspect(AT(FAR + 1));
    ck_assert(word[0] == CAP_NULL && word[5] == 0);
}
END_TEST

static void add(TCase *c)
{
    tcase_add_test(c, copy_is_a_child_without_more_rights);
    tcase_add_test(c, mint_sets_the_badge);
    tcase_add_test(c, what_cannot_be_derived_from);
    tcase_add_test(c, a_copied_page_is_not_mapped);
    tcase_add_test(c, move_keeps_place_children_and_mapping);
    tcase_add_test(c, deleting_an_empty_slot_does_nothing);
    tcase_add_test(c, revoke_takes_descendants_only);
    tcase_add_test(c, revoke_of_a_deep_chain_ends);
    tcase_add_test(c, dying_cnodes_empty_themselves);
    tcase_add_test(c, children_of_dying_slots_go_first);
    tcase_add_test(c, the_last_name_ends_a_thread_and_frees_what_it_held);
    tcase_add_test(c, revoked_spaces_leave_the_thread);
    tcase_add_test(c, more_waiters_than_one_step_wakes);
    tcase_add_test(c, inspect_tells_what_a_slot_holds);
}

int main(void) { return booted_main("cnode", add); }
