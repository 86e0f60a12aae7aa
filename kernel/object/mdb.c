/* mdb.c - the derivation list: who was derived from whom, as one preorder list with depth.
 *
 * Descendants of a slot are the run of deeper members right after it; so insertion, removal and revocation need no recursion and no
 * pointer to the parent (that one is ghost). Does not know what slots hold.
 */
#include <kernel/mdb.h>

/*@ ghost
  /@ requires in_mdb(p) && slot_at(d) && !in_mdb(d) && mdb_ok;
     assigns mdb_rank[0 .. LIMIT_SLOTS - 1];
     ensures inj: mdb_inj; ensures order: mdb_order; ensures adj: mdb_adj; ensures tree: mdb_tree; ensures pre: mdb_pre;
     ensures here: \forall integer k; 0 < k < LIMIT_SLOTS && k != d ==> (mdb_rank[k] < mdb_rank[d] <==> mdb_rank[k] <= mdb_rank[p]); @/
  void mdb_place(uint32_t p, uint32_t d) { mdb_rank_after(p, d); }
*/

void mdb_root_insert(word_t s)
{
    /*@ ghost mdb_parent[s] = 0u; */
    MDB(s).depth = 1u;
    MDB(s).next = 0u;
    MDB(s).prev = 0u;
}

/* mdb_link - s comes between neighbours v and n (0: there is none). */
/*@ requires slot_at(s) && (v == 0 || (slot_at(v) && v != s)) && (n == 0 || (slot_at(n) && n != s)) && (v != n || v == 0);
    assigns mdb_window[0 .. LIMIT_SLOTS - 1];
    ensures here: mdb_window[s].next == n && mdb_window[s].prev == v;
    ensures before: v != 0 ==> mdb_window[v].next == s;
    ensures after: n != 0 ==> mdb_window[n].prev == s;
    ensures depths: \forall integer k; 0 <= k < LIMIT_SLOTS ==> mdb_window[k].depth == \old(mdb_window[k].depth);
    ensures nexts: \forall integer k; 0 <= k < LIMIT_SLOTS && k != s && (k != v || v == 0) ==> mdb_window[k].next == \old(mdb_window[k].next);
    ensures prevs: \forall integer k; 0 <= k < LIMIT_SLOTS && k != s && (k != n || n == 0) ==> mdb_window[k].prev == \old(mdb_window[k].prev); */
static void mdb_link(word_t v, word_t s, word_t n)
{
    MDB(s).next = (uint32_t)n;
    MDB(s).prev = (uint32_t)v;
    if (v != 0u) {
        MDB(v).next = (uint32_t)s;
    }
    if (n != 0u) {
        MDB(n).prev = (uint32_t)s;
    }
}

void mdb_insert(word_t p, word_t s)
{
    /*@ ghost mdb_place((uint32_t)p, (uint32_t)s); */
    /*@ ghost mdb_parent[s] = (uint32_t)p; */
    mdb_link(p, s, MDB(p).next);
    MDB(s).depth = (uint8_t)(MDB(p).depth + 1u);
}

void mdb_remove(word_t s)
{
    uint32_t n = MDB(s).next, v = MDB(s).prev;

    /*@ assert leaf: leaf(s); */
    if (n != 0u) {
        MDB(n).prev = v;
    }
    if (v != 0u) {
        MDB(v).next = n;
    }
    MDB(s).depth = 0u;
}

void mdb_move(word_t s, word_t d)
{
    /*@ ghost uint32_t rank = mdb_rank[s]; */
    /*@ ghost mdb_rank[s] = mdb_rank[d]; */
    /*@ ghost mdb_rank[d] = rank; */
    /*@ ghost mdb_reparent((uint32_t)s, (uint32_t)d); */
    mdb_link(MDB(s).prev, d, MDB(s).next);
    MDB(d).depth = MDB(s).depth;
    MDB(s).depth = 0u;
    /*@ assert members: \forall integer k; in_mdb(k) <==> (k == d || (k != s && \at(in_mdb(k), Pre))); */
    /*@ assert ranks: \forall integer k; 0 < k < LIMIT_SLOTS ==>
          mdb_rank[k] == (k == d ? \at(mdb_rank[s], Pre) : (k == s ? \at(mdb_rank[d], Pre) : \at(mdb_rank[k], Pre))); */
}

word_t mdb_leaf(word_t s)
{
    word_t c = s;

    /*@ loop invariant member: in_mdb(c);
        loop invariant below: c == s || (mdb_rank[s] < mdb_rank[c] && mdb_window[c].depth > mdb_window[s].depth);
        loop invariant self: leaf(s) ==> c == s;
        loop assigns c;
        loop variant 256 - mdb_window[c].depth; */
    while (MDB(c).next != 0u && MDB(MDB(c).next).depth > MDB(c).depth) {
        c = MDB(c).next;
    }
    return c;
}
