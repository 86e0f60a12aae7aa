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
    // a slot without a parent is a root
    predicate mdb_root = \forall integer i; in_mdb(i) && mdb_parent[i] == 0 ==> mdb_window[i].depth == 1;
    predicate mdb_ok = mdb_next && mdb_prev && mdb_inj && mdb_order && mdb_adj && mdb_tree && mdb_pre && mdb_root;
    predicate leaf(integer s) = mdb_window[s].next == 0 || mdb_window[mdb_window[s].next].depth <= mdb_window[s].depth;
    predicate childless(integer s) = \forall integer i; in_mdb(i) ==> mdb_parent[i] != s; */
#define ENS_MDB ensures mdb_next: mdb_next; ensures mdb_prev: mdb_prev; ensures mdb_inj: mdb_inj; ensures mdb_order: mdb_order; \
  ensures mdb_adj: mdb_adj; ensures mdb_tree: mdb_tree; ensures mdb_pre: mdb_pre; \
  ensures mdb_root: mdb_root;
#define ENS_MEMBERS(s) ensures members: \forall integer k; 0 < k < LIMIT_SLOTS && k != s ==> mdb_window[k].depth == \old(mdb_window[k].depth);
#define MDB_STATE mdb_window[0 .. LIMIT_SLOTS - 1], mdb_rank[0 .. LIMIT_SLOTS - 1], mdb_parent[0 .. LIMIT_SLOTS - 1]

/*@ ghost
  /@ requires 0 < p < LIMIT_SLOTS && 0 < d < LIMIT_SLOTS && p != d && mdb_inj;
     assigns mdb_rank[0 .. LIMIT_SLOTS - 1];
     ensures inj: mdb_inj;
     ensures rest: \forall integer a, b; 0 < a < LIMIT_SLOTS && 0 < b < LIMIT_SLOTS && a != d && b != d ==>
       (mdb_rank[a] < mdb_rank[b] <==> \old(mdb_rank[a]) < \old(mdb_rank[b]));
     ensures here: \forall integer k; 0 < k < LIMIT_SLOTS && k != d ==> (mdb_rank[k] < mdb_rank[d] <==> \old(mdb_rank[k]) <= \old(mdb_rank[p]));
  @/
  void mdb_rank_after(uint32_t p, uint32_t d);
  /@ requires 0 < s < LIMIT_SLOTS && 0 < d < LIMIT_SLOTS && s != d;
     assigns mdb_parent[0 .. LIMIT_SLOTS - 1];
     ensures moved: \forall integer k; 0 < k < LIMIT_SLOTS && k != d ==>
       mdb_parent[k] == (\old(mdb_parent[k]) == s ? d : \old(mdb_parent[k]));
     ensures here: mdb_parent[d] == \old(mdb_parent[s]);
  @/
  void mdb_reparent(uint32_t s, uint32_t d);
*/

/* mdb_root_insert - the first member of the list. */
/*@ requires mdb_ok && slot_at(s) && (\forall integer k; 0 < k < LIMIT_SLOTS ==> !in_mdb(k));
    assigns mdb_window[s], mdb_parent[s];
    ENS_MDB
    ensures now: in_mdb(s) && mdb_parent[s] == 0; */
void mdb_root_insert(word_t s);

/* mdb_insert - s becomes the first child of p. */
/*@ requires mdb_ok && in_mdb(p) && slot_at(s) && !in_mdb(s);
    requires shallow: mdb_window[p].depth < LIMIT_DEPTH;
    assigns mdb_window[0 .. LIMIT_SLOTS - 1], mdb_rank[0 .. LIMIT_SLOTS - 1], mdb_parent[s];
    ENS_MDB ENS_MEMBERS(s)
    ensures now: in_mdb(s) && mdb_parent[s] == p; */
void mdb_insert(word_t p, word_t s);

/* mdb_remove - a member without children leaves the list. */
/*@ requires mdb_ok && in_mdb(s) && childless(s);
    assigns mdb_window[0 .. LIMIT_SLOTS - 1];
    ENS_MDB ENS_MEMBERS(s)
    ensures now: !in_mdb(s); */
void mdb_remove(word_t s);

/* mdb_move - d takes the place of s: its parent, its neighbours, its children. */
/*@ requires mdb_ok && in_mdb(s) && slot_at(d) && !in_mdb(d);
    assigns MDB_STATE;
    ENS_MDB
    ensures members: \forall integer k; 0 < k < LIMIT_SLOTS && k != s && k != d ==> mdb_window[k].depth == \old(mdb_window[k].depth);
    ensures now: in_mdb(d) && !in_mdb(s);
    ensures parents: \forall integer k; 0 < k < LIMIT_SLOTS && k != d ==> mdb_parent[k] == (\old(mdb_parent[k]) == s ? d : \old(mdb_parent[k]));
    ensures place: mdb_parent[d] == \old(mdb_parent[s]); */
void mdb_move(word_t s, word_t d);

/* mdb_leaf - the first descendant of s, going down, that has no children; s itself if it has none. */
/*@ requires mdb_ok && in_mdb(s);
    assigns \nothing;
    ensures leaf: in_mdb(\result) && childless(\result);
    ensures below: \result == s || (mdb_rank[s] < mdb_rank[\result] && mdb_window[\result].depth > mdb_window[s].depth);
    ensures self: leaf(s) ==> \result == s; */
word_t mdb_leaf(word_t s);
#endif
