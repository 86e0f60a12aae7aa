/* cnode.c - capabilities change hands: copy, mint, move; and go away: delete, revoke.
 *
 * A copy is a child of its source with no right more; a move changes the place and nothing else. Deleting is slot_delete's work; what is
 * added here is the order: first what was asked for, then dying cnodes, so that ERR_NONE means that all memory is back.
 */
#include <kernel/cnode.h>

err_t derive_check(word_t s)
{
    word_t type = CAP(s).type;

    if (type == CAP_NULL) return ERR_EMPTY;
    if (type == CAP_UNTYPED) return ERR_TYPE;
    if (MDB(s).depth >= LIMIT_DEPTH) return ERR_DEPTH;
    if (cap_counted(type) && REFS(CAP(s).obj) >= REF_MAX) return ERR_REFS;
    return ERR_NONE;
}

/* cap_derive - the child d of s. */
/*@ requires kernel_ok && derive_ok(d, s, rights);
    requires badge: badge == cap_window[s].badge || cap_window[s].type == CAP_ENDPOINT || cap_window[s].type == CAP_NOTIFICATION ||
      cap_window[s].type == CAP_PAGE;
    assigns CAP_STATE;
    ENS_DERIVED
    SAME_BUT(d)
    ensures same: IS_CAP(d, cap_window[s].type, rights, cap_window[s].obj, badge);
    ensures child: mdb_parent[d] == s; */
static void cap_derive(word_t d, word_t s, word_t rights, word_t badge)
{
    /*@ assert orphan: childless(d); */
    /*@ assert unmapped: shows_nothing(d); */
    mdb_insert(s, d);
    cap_fill(d, CAP(s).type, rights, CAP(s).obj, badge);
}

void cnode_copy(word_t d, word_t s, word_t rights)
{
    cap_derive(d, s, rights, CAP(s).type == CAP_PAGE ? 0u : CAP(s).badge);
}

void cnode_mint(word_t d, word_t s, word_t rights, word_t badge)
{
    cap_derive(d, s, rights, badge);
}

/* What slot s put into a page table is slot d's from now on. */
/*@ ghost
  /@ requires pt_made && slot_at(s) && slot_at(d);
     assigns pt_slot[0 .. LIMIT_FRAMES - 1];
     ensures moved: \forall integer f, i; entry_in(f, i) && pte_present(pt_window[f].at[i]) == 1 ==>
       pt_slot[f].at[i] == (\old(pt_slot[f].at[i]) == s ? d : \old(pt_slot[f].at[i])); @/
  void mapping_move(uint32_t s, uint32_t d)
  {
    uint32_t f = cap_window[s].map / 512u;
    uint32_t i = cap_window[s].map % 512u;
    if (f < LIMIT_FRAMES) {
      if (pt_slot[f].at[i] == s) { pt_slot[f].at[i] = d; }
    }
  }
*/

void cnode_move(word_t d, word_t s)
{
    /*@ assert orphan: childless(d); */
    /*@ assert unmapped: shows_nothing(d); */
    /*@ assert apart: apart(s) && apart(d); */
    /*@ ghost mapping_move((uint32_t)s, (uint32_t)d); */
    mdb_move(s, d);
    cap_move(s, d);
}

err_t cnode_delete(word_t s)
{
    if (CAP(s).type != CAP_NULL) {
        err_t err = slot_delete(s);
        if (err != ERR_NONE) return err;
    }
    return purge_step();
}

err_t cnode_revoke(word_t s)
{
    /*@ loop invariant range: 0 <= b <= LIMIT_BUDGET;
        loop invariant ok: kernel_ok;
        loop invariant slot: cslot_at(s) && cap_window[s].type != CAP_NULL;
        loop invariant cur: core_cur == \at(core_cur, Pre) || core_cur == 0;
        loop assigns b, DELETE_STATE;
        loop variant LIMIT_BUDGET - b; */
    for (word_t b = 0u; b < LIMIT_BUDGET; b++) {
        word_t c = mdb_leaf(s);
        if (c == s) return purge_step();

        err_t err = slot_delete(c);
        if (err != ERR_NONE) return err;
    }
    return ERR_AGAIN;
}

void cnode_inspect(word_t s)
{
    word_t n = MDB(s).next;

    REG(core_cur, REG_WORD) = CAP(s).type;
    REG(core_cur, REG_WORD + 1) = CAP(s).rights;
    REG(core_cur, REG_WORD + 2) = CAP(s).gen;
    REG(core_cur, REG_WORD + 3) = CAP(s).badge;
    REG(core_cur, REG_WORD + 4) = CAP(s).obj;
    REG(core_cur, REG_WORD + 5) = CAP(s).type != CAP_NULL && n != 0u && MDB(n).depth > MDB(s).depth;
}
