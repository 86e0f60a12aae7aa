/* purge.c - emptying cnodes that nobody names any more, a bounded number of slots at a time.
 *
 * The newest dying cnode is emptied from its last frame on; an empty frame is free at once. A slot that was the last name of another cnode
 * puts that one on top of the list: no recursion. What was derived from a capability in a dying cnode goes before it.
 */
#include <kernel/lifecycle.h>

void purge_push(word_t f)
{
    /*@ ghost if (purge_head != 0) { purge_up[purge_head] = (uint32_t)f; } */
    frame_link[f] = purge_head == 0u ? PURGE_END : purge_head;
    purge_head = (uint32_t)f;
}

void purge_pop(void)
{
    uint32_t f = purge_head, next = frame_link[f];

    frame_link[f] = 0u;
    purge_head = next == PURGE_END ? 0u : next;
}

/*@ // the slots of a cnode frame are all empty
    predicate bare_frame(integer g) = \forall integer s; 128 * g <= s < 128 * g + 128 ==> slot_null(s); */

/* slot_full - the first full slot of cnode frame g, 0 if they are all empty. */
/*@ requires 0 < g < LIMIT_FRAMES && frame_kind[g] == KIND_CNODE;
    assigns \nothing;
    ensures none: \result == 0 ==> bare_frame(g);
    ensures some: \result != 0 ==> cslot_at(\result) && !slot_null(\result) && 128 * g <= \result < 128 * g + 128; */
static word_t slot_full(word_t g)
{
    /*@ loop invariant range: 0 <= i <= 128;
        loop invariant empty: \forall integer s; 128 * g <= s < 128 * g + i ==> slot_null(s);
        loop assigns i;
        loop variant 128 - i; */
    for (word_t i = 0u; i < 128u; i++) {
        if (CAP(128u * g + i).type != CAP_NULL) return 128u * g + i;
    }
    return 0u;
}

/* cnode_cut - the empty frame g of the nameless cnode f is free, and the cnode one frame shorter. */
/*@ requires liv_ok && ref_ok && x_refs && x_cnode && head_at(f) && ref_window[4 * f] == 0 && frame_live[f] >= 1;
    requires part: frame_at(g) && frame_kind[g] == KIND_CNODE && frame_info[g] == f && g == f + frame_live[f] - 1;
    requires empty: bare_frame(g); requires tree: mdb_tree; requires pre: mdb_pre; requires members: \forall integer s; in_mdb(s) ==> s / 128 != g;
    assigns frame_kind[g], frame_info[g], frame_live[f];
    ENS_LIV ENS_REF
    ensures mdb_pre: mdb_pre;
    ensures stay: \forall integer s; in_mdb(s) <==> \old(in_mdb(s));
    ensures x_refs: x_refs; ensures x_cnode: x_cnode;
    ensures free: frame_kind[g] == KIND_FREE && frame_info[g] == 0 && frame_live[f] == \old(frame_live[f]) - 1; */
static void cnode_cut(word_t f, word_t g)
{
    /*@ assert unnamed: \forall integer s; counted(s) ==> cap_window[s].obj != 4 * f; */
    frame_live[f] = frame_live[f] - 1u;
    frame_info[g] = 0u;
    frame_kind[g] = KIND_FREE;
}

/* cnode_shrink - the last frame g of the newest dying cnode f is empty: it is free, and the cnode one frame shorter. */
/*@ requires kernel_ok && purge_head == f && f != 0 && g == f + frame_live[f] - 1;
    requires empty: bare_frame(g);
    assigns frame_kind[g], frame_info[g], frame_live[f], frame_link[f], purge_head;
    ENS_ALL
    ENS_ORPHANS
    ensures free: frame_kind[g] == KIND_FREE && frame_info[g] == 0 && frame_live[f] == \old(frame_live[f]) - 1; */
static void cnode_shrink(word_t f, word_t g)
{
    /*@ assert head: head_at(f) && frame_live[f] >= 1; */
    /*@ assert last: frame_at(g) && frame_kind[g] == KIND_CNODE && frame_info[g] == f; */
    /*@ assert full: \forall integer s; slot_at(s) && !slot_null(s) ==> s / 128 != g; */
    /*@ assert members: \forall integer s; in_mdb(s) ==> s / 128 != g; */
    if (f == g) {
        purge_pop();
    }
    cnode_cut(f, g);
    /*@ ghost kernel_whole(); */
}

/* purge_one - one slot, or one empty frame, of the newest dying cnode. */
/*@ requires kernel_ok && purge_head != 0;
    assigns DELETE_STATE;
    ENS_ALL
    ensures answer: \result == ERR_NONE || \result == ERR_AGAIN;
    ensures cut: \old(bare_frame(purge_head + frame_live[purge_head] - 1)) ==> frame_kind[\old(purge_head + frame_live[purge_head] - 1)] == KIND_FREE;
    ENS_NULLS ENS_ORPHANS
    ensures cur: core_cur == \old(core_cur) || core_cur == 0; */
static err_t purge_one(void)
{
    word_t f = purge_head, g = f + frame_live[f] - 1u, s = slot_full(g);

    /*@ assert last: g == purge_head + frame_live[purge_head] - 1; */
    /*@ assert full: s != 0 ==> !bare_frame(g); */
    if (s != 0u) return slot_delete(mdb_leaf(s));

    cnode_shrink(f, g);
    return ERR_NONE;
}

err_t purge_step(void)
{
    /*@ loop invariant range: 0 <= b <= LIMIT_BUDGET;
        loop invariant ok: kernel_ok;
        loop invariant cur: core_cur == \at(core_cur, Pre) || core_cur == 0;
        loop invariant nulls: \forall integer k; 0 <= k < LIMIT_SLOTS && \at(slot_null(k), Pre) ==> slot_null(k);
        loop invariant orphans: \forall integer k; in_mdb(k) ==> \at(in_mdb(k), Pre) && mdb_parent[k] == \at(mdb_parent[k], Pre);
        loop assigns b, DELETE_STATE;
        loop variant LIMIT_BUDGET - b; */
    for (word_t b = 0u; b < LIMIT_BUDGET; b++) {
        if (purge_head == 0u) return ERR_NONE;

        err_t err = purge_one();
        if (err != ERR_NONE) return err;
    }
    return purge_head == 0u ? ERR_NONE : ERR_AGAIN;
}
