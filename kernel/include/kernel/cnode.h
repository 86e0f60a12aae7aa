/* cnode.h - capability slots as programs handle them: what the methods of cnode do once the generated checks have passed. */
#ifndef KERNEL_CNODE_H
#define KERNEL_CNODE_H
#include <kernel/lifecycle.h>

/*@ // a slot of a thread holds only what it is for, and only while the thread has a name
    predicate slot_fits(integer d, integer type) = cslot_at(d) || (tslot_at(d) && ref_window[d / 32] != 0 &&
      (d % 32 == TCB_CSPACE ==> type == CAP_CNODE) && (d % 32 == TCB_VSPACE ==> type == CAP_VSPACE) &&
      (d % 32 == TCB_HANDLER ==> type == CAP_ENDPOINT) && (d % 32 == TCB_BUFFER ==> type == CAP_PAGE));
    // what becomes the address space of a thread is what its context says already
    predicate root_fits(integer d, integer s) = tslot_at(d) && d % 32 == TCB_VSPACE ==>
      ctx_window[d / 32].vroot == vroot_of(cap_window[s].obj / 4, cap_window[s].badge);
    predicate derivable(integer s) = cslot_at(s) && cap_window[s].type != CAP_NULL && cap_window[s].type != CAP_UNTYPED &&
      mdb_window[s].depth < LIMIT_DEPTH && (counted_type(cap_window[s].type) ==> ref_window[cap_window[s].obj] < REF_MAX);
    predicate derive_answers(integer e, integer s) = cap_window[s].type == CAP_NULL ? e == ERR_EMPTY : (cap_window[s].type == CAP_UNTYPED ? e == ERR_TYPE :
      (mdb_window[s].depth >= LIMIT_DEPTH ? e == ERR_DEPTH : e == ERR_REFS));
    predicate derive_ok(integer d, integer s, integer rights) = derivable(s) && slot_at(d) && cap_window[d].type == CAP_NULL &&
      slot_fits(d, cap_window[s].type) && root_fits(d, s) && 0 <= rights <= RIGHT_ALL && rights_sub(rights, cap_window[s].rights);
    predicate moved_rights(integer s, integer d) = \forall integer k; in_mdb(k) && mdb_parent[k] != 0 ==>
      rights_sub(cap_window[k == d ? s : k].rights, cap_window[mdb_parent[k] == d ? s : mdb_parent[k]].rights);
    logic integer copy_badge(integer type, integer badge) = type == CAP_PAGE ? 0 : badge; */
#define SAME_BUT(d) ensures others: \forall integer k; 0 <= k < LIMIT_SLOTS && k != d ==> cap_window[k] == \old(cap_window[k]);
/* Slot d alone got a name of what s names. */
#define ENS_ONE_NAME(d, s) SAME_BUT(d) ENS_MEMBERS(d) ensures names: \forall integer o; 0 <= o < LIMIT_OBJECTS && o != \old(cap_window[s].obj) ==> \
  ref_window[o] == \old(ref_window[o]);

/* derive_check - why what slot s holds cannot be derived from: ERR_EMPTY, ERR_TYPE (untyped: unique), ERR_DEPTH, ERR_REFS; or ERR_NONE. */
/*@ requires kernel_ok && cslot_at(s);
    assigns \nothing;
    ensures ok: \result == ERR_NONE <==> derivable(s);
    ensures why: \result != ERR_NONE ==> derive_answers(\result, s); */
err_t derive_check(word_t s);

/* cnode_copy - slot d holds what s holds, with those rights, as its child. A copy of a page is not mapped. */
/*@ requires kernel_ok && derive_ok(d, s, rights);
    assigns CAP_STATE;
    ENS_ALL
    ENS_ONE_NAME(d, s) ENS_GEN(d)
    ensures same: IS_CAP(d, cap_window[s].type, rights, cap_window[s].obj, copy_badge(cap_window[s].type, cap_window[s].badge));
    ensures child: mdb_parent[d] == s; */
void cnode_copy(word_t d, word_t s, word_t rights);

/* cnode_mint - a copy with a badge: endpoints and notifications that have none yet. */
/*@ requires kernel_ok && derive_ok(d, s, rights);
    requires type: cap_window[s].type == CAP_ENDPOINT || cap_window[s].type == CAP_NOTIFICATION;
    assigns CAP_STATE;
    ENS_ALL
    SAME_BUT(d) ENS_GEN(d)
    ensures same: IS_CAP(d, cap_window[s].type, rights, cap_window[s].obj, badge);
    ensures child: mdb_parent[d] == s; */
void cnode_mint(word_t d, word_t s, word_t rights, word_t badge);

/* cnode_move - d holds what s held, in its place of the derivation list, mapping included; s is empty. Generations do not move along. */
/*@ requires kernel_ok && cslot_at(s) && cslot_at(d) && cap_window[s].type != CAP_NULL && cap_window[d].type == CAP_NULL;
    assigns CAP_STATE, pt_slot[0 .. LIMIT_FRAMES - 1];
    ENS_ALL ENS_GEN(d)
    ensures null: cap_window[s].type == CAP_NULL;
    ensures moved: cap_window[d].type == \old(cap_window[s].type) && cap_window[d].rights == \old(cap_window[s].rights) &&
      cap_window[d].obj == \old(cap_window[s].obj) && cap_window[d].badge == \old(cap_window[s].badge) &&
      cap_window[d].map == \old(cap_window[s].map);
    ensures others: \forall integer k; 0 <= k < LIMIT_SLOTS && k != d && k != s ==> cap_window[k] == \old(cap_window[k]); */
void cnode_move(word_t d, word_t s);

/* cnode_delete - empty a slot without children; an empty one stays so. ERR_AGAIN: not done, or dying cnodes are not cleared yet; repeat. */
/*@ requires kernel_ok && cslot_at(s) && (cap_window[s].type != CAP_NULL ==> leaf(s));
    assigns DELETE_STATE;
    ENS_ALL
    ensures answer: \result == ERR_NONE || \result == ERR_AGAIN;
    ensures done: \result == ERR_NONE ==> purge_head == 0;
    ensures empty: \result == ERR_NONE ==> slot_null(s);
    ensures cur: core_cur == \old(core_cur) || core_cur == 0; */
err_t cnode_delete(word_t s);

/* cnode_revoke - delete everything derived from slot s, LIMIT_BUDGET slots a call. ERR_AGAIN: there is more; repeat. */
/*@ requires kernel_ok && cslot_at(s) && cap_window[s].type != CAP_NULL;
    assigns DELETE_STATE;
    ENS_ALL
    ensures answer: \result == ERR_NONE || \result == ERR_AGAIN;
    ensures done: \result == ERR_NONE ==> purge_head == 0;
    ensures revoked: \result == ERR_NONE ==> childless(s);
    ensures cur: core_cur == \old(core_cur) || core_cur == 0; */
err_t cnode_revoke(word_t s);

/* cnode_inspect - words of the running thread: type, rights, generation, badge, object, 1 if it has children. */
/*@ requires kernel_ok && cslot_at(s) && tcb_at(core_cur);
    assigns reg_window[core_cur].at[REG_WORD .. REG_WORD + 5];
    ensures type: reg_window[core_cur].at[REG_WORD] == cap_window[s].type;
    ensures rights: reg_window[core_cur].at[REG_WORD + 1] == cap_window[s].rights;
    ensures gen: reg_window[core_cur].at[REG_WORD + 2] == cap_window[s].gen;
    ensures badge: reg_window[core_cur].at[REG_WORD + 3] == cap_window[s].badge;
    ensures object: reg_window[core_cur].at[REG_WORD + 4] == cap_window[s].obj;
    ensures children: reg_window[core_cur].at[REG_WORD + 5] == 0 || reg_window[core_cur].at[REG_WORD + 5] == 1;
    ensures some: reg_window[core_cur].at[REG_WORD + 5] == 1 <==> cap_window[s].type != CAP_NULL && !leaf(s); */
void cnode_inspect(word_t s);
#endif
