/* mdb.h - the derivation list: a preorder with depth. Owns mdb_window and the ghosts mdb_rank, mdb_parent.
 * A slot is a member iff its depth is not 0; that this agrees with "the slot holds a capability" is a cross-module invariant. */
#ifndef KERNEL_MDB_H
#define KERNEL_MDB_H
#include <kernel/frame.h>

/*@ ghost uint32_t mdb_rank[LIMIT_SLOTS]; */
/*@ ghost uint32_t mdb_parent[LIMIT_SLOTS]; */
/*@ predicate in_mdb(integer s) = slot_at(s) && mdb_window[s].depth != 0;
    predicate mdb_next = \forall integer i; in_mdb(i) && mdb_window[i].next != 0 ==>
      in_mdb(mdb_window[i].next) && mdb_window[mdb_window[i].next].prev == i;
    predicate mdb_prev = \forall integer i; in_mdb(i) && mdb_window[i].prev != 0 ==>
      in_mdb(mdb_window[i].prev) && mdb_window[mdb_window[i].prev].next == i;
    predicate mdb_inj = (\forall integer i; 0 < i < LIMIT_SLOTS ==> mdb_rank[i] < LIMIT_SLOTS) &&
      (\forall integer i, j; 0 < i < LIMIT_SLOTS && 0 < j < LIMIT_SLOTS && i != j ==> mdb_rank[i] != mdb_rank[j]);
    predicate mdb_order = \forall integer i; in_mdb(i) && mdb_window[i].next != 0 ==> mdb_rank[i] < mdb_rank[mdb_window[i].next];
    predicate mdb_adj = \forall integer i, k; in_mdb(i) && in_mdb(k) && mdb_rank[i] < mdb_rank[k] ==>
      mdb_window[i].next != 0 && mdb_rank[mdb_window[i].next] <= mdb_rank[k];
    predicate mdb_tree = \forall integer i; in_mdb(i) && mdb_parent[i] != 0 ==>
      in_mdb(mdb_parent[i]) && mdb_rank[mdb_parent[i]] < mdb_rank[i] && mdb_window[i].depth == mdb_window[mdb_parent[i]].depth + 1;
    predicate mdb_pre = \forall integer i, k; in_mdb(i) && in_mdb(k) && mdb_parent[i] != 0 &&
      mdb_rank[mdb_parent[i]] < mdb_rank[k] <= mdb_rank[i] ==> mdb_window[k].depth > mdb_window[mdb_parent[i]].depth;
    predicate mdb_ok = mdb_next && mdb_prev && mdb_inj && mdb_order && mdb_adj && mdb_tree && mdb_pre;
    predicate leaf(integer s) = mdb_window[s].next == 0 || mdb_window[mdb_window[s].next].depth <= mdb_window[s].depth;
    predicate childless(integer s) = \forall integer i; in_mdb(i) ==> mdb_parent[i] != s; */
#define ENS_MDB ensures mdb_next: mdb_next; ensures mdb_prev: mdb_prev; ensures mdb_inj: mdb_inj; ensures mdb_order: mdb_order; \
  ensures mdb_adj: mdb_adj; ensures mdb_tree: mdb_tree; ensures mdb_pre: mdb_pre;
#define ENS_MEMBERS(s) ensures members: \forall integer k; 0 < k < LIMIT_SLOTS && k != s ==> mdb_window[k].depth == \old(mdb_window[k].depth);
#endif
