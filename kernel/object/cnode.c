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
    ENS_ALL
    ENS_ONE_NAME(d, s) ENS_GEN(d)
    ensures same: IS_CAP(d, cap_window[s].type, rights, cap_window[s].obj, badge);
    ensures child: mdb_parent[d] == s; */
static void cap_derive(word_t d, word_t s, word_t rights, word_t badge)
{
    /*@ assert orphan: childless(d); */
    /*@ assert unmapped: shows_nothing(d); */
    /*@ assert place: d == 32 * (d / 32) + d % 32 && 0 <= d % 32 < 32 && d / 128 == (d / 32) / 4; */
    mdb_insert(s, d);
    cap_fill(d, CAP(s).type, rights, CAP(s).obj, badge);
    /*@ ghost kernel_parts(); */
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

/* place_move - d takes the place of s in the derivation list; rights still narrow, if d gets those of s. */
/*@ requires mdb_ok && x_rights && x_leaf && in_mdb(s) && slot_at(d) && !in_mdb(d) && cslot_at(s) && cslot_at(d);
    assigns MDB_STATE;
    ENS_MDB
    ensures members: \forall integer k; 0 < k < LIMIT_SLOTS && k != s && k != d ==> mdb_window[k].depth == \old(mdb_window[k].depth);
    ensures now: in_mdb(d) && !in_mdb(s);
    ensures narrow: moved_rights(s, d);
    ensures x_leaf: x_leaf; */
static void place_move(word_t s, word_t d)
{
    /*@ assert orphan: childless(d); */
    mdb_move(s, d);
}

/* contents_move - d holds what s held; what belongs to whom stays. */
/*@ requires ref_ok && x_mem && slot_at(s) && slot_at(d) && cap_window[s].type != CAP_NULL && cap_window[d].type == CAP_NULL;
    assigns cap_window[s].type, cap_window[s].rights, cap_window[s].ops, cap_window[d], kernel_gen, ref_idx[d], ref_at[cap_window[s].obj];
    ENS_REF ENS_XMEM ENS_GEN(d)
    ensures null: cap_window[s].type == CAP_NULL;
    ensures moved: cap_window[d].type == \old(cap_window[s].type) && cap_window[d].rights == \old(cap_window[s].rights) &&
      cap_window[d].obj == \old(cap_window[s].obj) && cap_window[d].badge == \old(cap_window[s].badge) &&
      cap_window[d].map == \old(cap_window[s].map); */
static void contents_move(word_t s, word_t d)
{
    cap_move(s, d);
}

void cnode_move(word_t d, word_t s)
{
    /*@ assert unmapped: shows_nothing(d); */
    /*@ ghost slot_apart((uint32_t)s); */
    /*@ ghost slot_apart((uint32_t)d); */
    /*@ ghost mapping_move((uint32_t)s, (uint32_t)d); */
    place_move(s, d);
    contents_move(s, d);
    /*@ assert pt_made: pt_made; */
    /*@ assert pt_leaf: pt_leaf; */
    /*@ assert pt_table: pt_table; */
    /*@ ghost kernel_parts(); */
}

err_t cnode_delete(word_t s)
{
    if (CAP(s).type != CAP_NULL) {
        /*@ assert alone: childless(s); */
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
        /*@ assert gone: slot_null(c); */
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
