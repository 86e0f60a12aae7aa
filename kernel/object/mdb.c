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

void mdb_insert(word_t p, word_t s)
{
    uint32_t n = MDB(p).next;

    /*@ ghost mdb_place((uint32_t)p, (uint32_t)s); */
    /*@ ghost mdb_parent[s] = (uint32_t)p; */
    MDB(s).depth = (uint8_t)(MDB(p).depth + 1u);
    MDB(s).next = n;
    MDB(s).prev = (uint32_t)p;
    MDB(p).next = (uint32_t)s;
    if (n != 0u) {
        MDB(n).prev = (uint32_t)s;
    }
}

void mdb_remove(word_t s)
{
    uint32_t n = MDB(s).next, v = MDB(s).prev;

    /*@ assert none: childless(s); */
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
    uint32_t n = MDB(s).next, v = MDB(s).prev;

    /*@ ghost uint32_t rank = mdb_rank[s]; */
    /*@ ghost mdb_rank[s] = mdb_rank[d]; */
    /*@ ghost mdb_rank[d] = rank; */
    /*@ ghost mdb_reparent((uint32_t)s, (uint32_t)d); */
    MDB(d).depth = MDB(s).depth;
    MDB(d).next = n;
    MDB(d).prev = v;
    if (n != 0u) {
        MDB(n).prev = (uint32_t)d;
    }
    if (v != 0u) {
        MDB(v).next = (uint32_t)d;
    }
    MDB(s).depth = 0u;
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
