/* rank.c - ghost ranks: moving one id within a permutation. One function per family of lists; there is no code here that runs.
 *
 * A rank array gives every id a distinct position. Moving one id shifts those between its old and its new position by one, so the
 * relative order of all others stays; that is all the list proofs need.
 */
#include <kernel/mdb.h>

/*@ ghost
  void mdb_rank_after(uint32_t p, uint32_t d)
  {
    uint32_t pp = mdb_rank[p];
    uint32_t pd = mdb_rank[d];
    /@ loop invariant range: 1 <= k <= LIMIT_SLOTS;
       loop invariant todo: \forall integer j; k <= j < LIMIT_SLOTS ==> mdb_rank[j] == \at(mdb_rank[j], Pre);
       loop invariant done: \forall integer j; 1 <= j < k ==> mdb_rank[j] ==
         (j == d ? (pd > pp ? pp + 1 : pp) :
         (pp < \at(mdb_rank[j], Pre) < pd ? \at(mdb_rank[j], Pre) + 1 :
         (pd < \at(mdb_rank[j], Pre) <= pp ? \at(mdb_rank[j], Pre) - 1 : \at(mdb_rank[j], Pre))));
       loop assigns k, mdb_rank[0 .. LIMIT_SLOTS - 1];
       loop variant LIMIT_SLOTS - k; @/
    for (uint32_t k = 1u; k < LIMIT_SLOTS; k++) {
      if (k == d) { if (pd > pp) { mdb_rank[k] = pp + 1u; } else { mdb_rank[k] = pp; } }
      else if (pp < mdb_rank[k] && mdb_rank[k] < pd) { mdb_rank[k] = mdb_rank[k] + 1u; }
      else if (pd < mdb_rank[k] && mdb_rank[k] <= pp) { mdb_rank[k] = mdb_rank[k] - 1u; }
    }
  }
  void mdb_reparent(uint32_t s, uint32_t d)
  {
    uint32_t ps = mdb_parent[s];
    /@ loop invariant range: 1 <= k <= LIMIT_SLOTS;
       loop invariant todo: \forall integer j; k <= j < LIMIT_SLOTS ==> mdb_parent[j] == \at(mdb_parent[j], Pre);
       loop invariant done: \forall integer j; 1 <= j < k ==> mdb_parent[j] ==
         (j == d ? ps : (\at(mdb_parent[j], Pre) == s ? d : \at(mdb_parent[j], Pre)));
       loop assigns k, mdb_parent[0 .. LIMIT_SLOTS - 1];
       loop variant LIMIT_SLOTS - k; @/
    for (uint32_t k = 1u; k < LIMIT_SLOTS; k++) {
      if (k == d) { mdb_parent[k] = ps; }
      else if (mdb_parent[k] == s) { mdb_parent[k] = d; }
    }
  }
*/
