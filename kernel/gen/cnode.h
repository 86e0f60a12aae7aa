/* cnode.h - A table of capability slots. Every check as a predicate; the wrappers that check, then act. Generated from spec/object/cnode.yaml. */
#ifndef GEN_CNODE_H
#define GEN_CNODE_H
#include <method_check.h>
#include <kernel/cnode.h>

/* ---- cnode.copy ---- */
/*@
    predicate cnode_copy_self_full(integer self) = cap_window[self].type != CAP_NULL;
    predicate cnode_copy_self_names_cnode(integer self) = cap_window[self].type == CAP_CNODE;
    predicate cnode_copy_self_may_write(integer self) = cap_window[self].rights / RIGHT_WRITE % 2 == 1;
    predicate cnode_copy_rights_is_rights(integer rights) = rights < 16;
    predicate cnode_copy_dst_empty(integer dst) = cap_window[dst].type == CAP_NULL;
    predicate cnode_copy_narrows(integer src, integer rights) = rights_sub(rights, cap_window[src].rights);
    // what has been checked when the act begins
    predicate cnode_copy_ok(integer self_cptr, integer dst_index, integer src_cptr, integer rights) =
      (cptr_answer(self_cptr, core_cur) == ERR_NONE) && (\let self = cptr_name(self_cptr, core_cur);
      cnode_copy_self_full(self) &&
      cnode_copy_self_names_cnode(self) &&
      cnode_copy_self_may_write(self) &&
      (dst_index < cap_window[self].badge) && (\let dst = cnode_name(self, dst_index);
      (cptr_answer(src_cptr, core_cur) == ERR_NONE) && (\let src = cptr_name(src_cptr, core_cur);
      cnode_copy_rights_is_rights(rights) &&
      (derivable(src)) &&
      cnode_copy_dst_empty(dst) &&
      cnode_copy_narrows(src, rights) &&
      \true)));
    // the first rule that fails answers
    predicate cnode_copy_checked(integer e, integer self_cptr, integer dst_index, integer src_cptr, integer rights) =
      cptr_answer(self_cptr, core_cur) != ERR_NONE ? e == cptr_answer(self_cptr, core_cur) : (\let self = cptr_name(self_cptr, core_cur);
      !cnode_copy_self_full(self) ? e == ERR_EMPTY : (
      !cnode_copy_self_names_cnode(self) ? e == ERR_TYPE : (
      !cnode_copy_self_may_write(self) ? e == ERR_RIGHTS : (
      !(dst_index < cap_window[self].badge) ? e == ERR_SLOT : (\let dst = cnode_name(self, dst_index);
      cptr_answer(src_cptr, core_cur) != ERR_NONE ? e == cptr_answer(src_cptr, core_cur) : (\let src = cptr_name(src_cptr, core_cur);
      !cnode_copy_rights_is_rights(rights) ? e == ERR_RANGE : (
      !(derivable(src)) ? derive_answers(e, src) : (
      !cnode_copy_dst_empty(dst) ? e == ERR_OCCUPIED : (
      !cnode_copy_narrows(src, rights) ? e == ERR_RIGHTS : (
      e == ERR_NONE))))))))));
 */
/* cnode_copy_enter - Copy a capability into an empty slot, with the same or fewer rights. A copy of a page is not mapped. */
/*@ requires state: kernel_ok;
    requires running: core_cur != 0;
    assigns CAP_STATE;
    ENS_ALL
    ensures answer: cnode_copy_checked{Old}(\result, self_cptr, dst_index, src_cptr, rights); */
err_t cnode_copy_enter(word_t self_cptr, word_t dst_index, word_t src_cptr, word_t rights);

/* ---- cnode.mint ---- */
/*@
    predicate cnode_mint_self_full(integer self) = cap_window[self].type != CAP_NULL;
    predicate cnode_mint_self_names_cnode(integer self) = cap_window[self].type == CAP_CNODE;
    predicate cnode_mint_self_may_write(integer self) = cap_window[self].rights / RIGHT_WRITE % 2 == 1;
    predicate cnode_mint_rights_is_rights(integer rights) = rights < 16;
    predicate cnode_mint_badgeable(integer src) = (cap_window[src].type == CAP_ENDPOINT || cap_window[src].type == CAP_NOTIFICATION);
    predicate cnode_mint_unbadged(integer src) = cap_window[src].badge == 0;
    predicate cnode_mint_badge_fits(integer badge) = badge < 9223372036854775808;
    predicate cnode_mint_dst_empty(integer dst) = cap_window[dst].type == CAP_NULL;
    predicate cnode_mint_narrows(integer src, integer rights) = rights_sub(rights, cap_window[src].rights);
    // what has been checked when the act begins
    predicate cnode_mint_ok(integer self_cptr, integer dst_index, integer src_cptr, integer rights, integer badge) =
      (cptr_answer(self_cptr, core_cur) == ERR_NONE) && (\let self = cptr_name(self_cptr, core_cur);
      cnode_mint_self_full(self) &&
      cnode_mint_self_names_cnode(self) &&
      cnode_mint_self_may_write(self) &&
      (dst_index < cap_window[self].badge) && (\let dst = cnode_name(self, dst_index);
      (cptr_answer(src_cptr, core_cur) == ERR_NONE) && (\let src = cptr_name(src_cptr, core_cur);
      cnode_mint_rights_is_rights(rights) &&
      (derivable(src)) &&
      cnode_mint_badgeable(src) &&
      cnode_mint_unbadged(src) &&
      cnode_mint_badge_fits(badge) &&
      cnode_mint_dst_empty(dst) &&
      cnode_mint_narrows(src, rights) &&
      \true)));
    // the first rule that fails answers
    predicate cnode_mint_checked(integer e, integer self_cptr, integer dst_index, integer src_cptr, integer rights, integer badge) =
      cptr_answer(self_cptr, core_cur) != ERR_NONE ? e == cptr_answer(self_cptr, core_cur) : (\let self = cptr_name(self_cptr, core_cur);
      !cnode_mint_self_full(self) ? e == ERR_EMPTY : (
      !cnode_mint_self_names_cnode(self) ? e == ERR_TYPE : (
      !cnode_mint_self_may_write(self) ? e == ERR_RIGHTS : (
      !(dst_index < cap_window[self].badge) ? e == ERR_SLOT : (\let dst = cnode_name(self, dst_index);
      cptr_answer(src_cptr, core_cur) != ERR_NONE ? e == cptr_answer(src_cptr, core_cur) : (\let src = cptr_name(src_cptr, core_cur);
      !cnode_mint_rights_is_rights(rights) ? e == ERR_RANGE : (
      !(derivable(src)) ? derive_answers(e, src) : (
      !cnode_mint_badgeable(src) ? e == ERR_TYPE : (
      !cnode_mint_unbadged(src) ? e == ERR_RIGHTS : (
      !cnode_mint_badge_fits(badge) ? e == ERR_RANGE : (
      !cnode_mint_dst_empty(dst) ? e == ERR_OCCUPIED : (
      !cnode_mint_narrows(src, rights) ? e == ERR_RIGHTS : (
      e == ERR_NONE)))))))))))));
 */
/* cnode_mint_enter - Copy a capability to an endpoint or notification and give it a badge, which tells a receiver who calls. */
/*@ requires state: kernel_ok;
    requires running: core_cur != 0;
    assigns CAP_STATE;
    ENS_ALL
    ensures answer: cnode_mint_checked{Old}(\result, self_cptr, dst_index, src_cptr, rights, badge); */
err_t cnode_mint_enter(word_t self_cptr, word_t dst_index, word_t src_cptr, word_t rights, word_t badge);

/* ---- cnode.move ---- */
/*@
    predicate cnode_move_self_full(integer self) = cap_window[self].type != CAP_NULL;
    predicate cnode_move_self_names_cnode(integer self) = cap_window[self].type == CAP_CNODE;
    predicate cnode_move_self_may_write(integer self) = cap_window[self].rights / RIGHT_WRITE % 2 == 1;
    predicate cnode_move_src_full(integer src) = cap_window[src].type != CAP_NULL;
    predicate cnode_move_dst_empty(integer dst) = cap_window[dst].type == CAP_NULL;
    // what has been checked when the act begins
    predicate cnode_move_ok(integer self_cptr, integer dst_index, integer src_index) =
      (cptr_answer(self_cptr, core_cur) == ERR_NONE) && (\let self = cptr_name(self_cptr, core_cur);
      cnode_move_self_full(self) &&
      cnode_move_self_names_cnode(self) &&
      cnode_move_self_may_write(self) &&
      (dst_index < cap_window[self].badge) && (\let dst = cnode_name(self, dst_index);
      (src_index < cap_window[self].badge) && (\let src = cnode_name(self, src_index);
      cnode_move_src_full(src) &&
      cnode_move_dst_empty(dst) &&
      \true)));
    // the first rule that fails answers
    predicate cnode_move_checked(integer e, integer self_cptr, integer dst_index, integer src_index) =
      cptr_answer(self_cptr, core_cur) != ERR_NONE ? e == cptr_answer(self_cptr, core_cur) : (\let self = cptr_name(self_cptr, core_cur);
      !cnode_move_self_full(self) ? e == ERR_EMPTY : (
      !cnode_move_self_names_cnode(self) ? e == ERR_TYPE : (
      !cnode_move_self_may_write(self) ? e == ERR_RIGHTS : (
      !(dst_index < cap_window[self].badge) ? e == ERR_SLOT : (\let dst = cnode_name(self, dst_index);
      !(src_index < cap_window[self].badge) ? e == ERR_SLOT : (\let src = cnode_name(self, src_index);
      !cnode_move_src_full(src) ? e == ERR_EMPTY : (
      !cnode_move_dst_empty(dst) ? e == ERR_OCCUPIED : (
      e == ERR_NONE))))))));
 */
/* cnode_move_enter - Move a capability to an empty slot of the same cnode; it keeps its place in the derivation and its mapping, handles to it become stale. */
/*@ requires state: kernel_ok;
    requires running: core_cur != 0;
    assigns CAP_STATE, pt_slot[0 .. LIMIT_FRAMES - 1];
    ENS_ALL
    ensures answer: cnode_move_checked{Old}(\result, self_cptr, dst_index, src_index); */
err_t cnode_move_enter(word_t self_cptr, word_t dst_index, word_t src_index);

/* ---- cnode.delete ---- */
/*@
    predicate cnode_delete_self_full(integer self) = cap_window[self].type != CAP_NULL;
    predicate cnode_delete_self_names_cnode(integer self) = cap_window[self].type == CAP_CNODE;
    predicate cnode_delete_self_may_write(integer self) = cap_window[self].rights / RIGHT_WRITE % 2 == 1;
    predicate cnode_delete_childless(integer slot) = (cap_window[slot].type == CAP_NULL || mdb_window[slot].next == 0 || mdb_window[mdb_window[slot].next].depth <= mdb_window[slot].depth);
    // what has been checked when the act begins
    predicate cnode_delete_ok(integer self_cptr, integer slot_index) =
      (cptr_answer(self_cptr, core_cur) == ERR_NONE) && (\let self = cptr_name(self_cptr, core_cur);
      cnode_delete_self_full(self) &&
      cnode_delete_self_names_cnode(self) &&
      cnode_delete_self_may_write(self) &&
      (slot_index < cap_window[self].badge) && (\let slot = cnode_name(self, slot_index);
      cnode_delete_childless(slot) &&
      \true));
    // the first rule that fails answers
    predicate cnode_delete_checked(integer e, integer self_cptr, integer slot_index) =
      cptr_answer(self_cptr, core_cur) != ERR_NONE ? e == cptr_answer(self_cptr, core_cur) : (\let self = cptr_name(self_cptr, core_cur);
      !cnode_delete_self_full(self) ? e == ERR_EMPTY : (
      !cnode_delete_self_names_cnode(self) ? e == ERR_TYPE : (
      !cnode_delete_self_may_write(self) ? e == ERR_RIGHTS : (
      !(slot_index < cap_window[self].badge) ? e == ERR_SLOT : (\let slot = cnode_name(self, slot_index);
      !cnode_delete_childless(slot) ? e == ERR_CHILD : (
      e == ERR_NONE))))));
    predicate cnode_delete_answer(integer e, integer self_cptr, integer slot_index) =
      cptr_answer(self_cptr, core_cur) != ERR_NONE ? e == cptr_answer(self_cptr, core_cur) : (\let self = cptr_name(self_cptr, core_cur);
      !cnode_delete_self_full(self) ? e == ERR_EMPTY : (
      !cnode_delete_self_names_cnode(self) ? e == ERR_TYPE : (
      !cnode_delete_self_may_write(self) ? e == ERR_RIGHTS : (
      !(slot_index < cap_window[self].badge) ? e == ERR_SLOT : (\let slot = cnode_name(self, slot_index);
      !cnode_delete_childless(slot) ? e == ERR_CHILD : (
      (e == ERR_NONE || e == ERR_AGAIN)))))));
 */
/* cnode_delete_enter - Empty a slot. The last capability of an object destroys it; the call repeats until the memory is given back. */
/*@ requires state: kernel_ok;
    requires running: core_cur != 0;
    assigns DELETE_STATE;
    ENS_ALL
    ensures answer: cnode_delete_answer{Old}(\result, self_cptr, slot_index); */
err_t cnode_delete_enter(word_t self_cptr, word_t slot_index);

/* ---- cnode.revoke ---- */
/*@
    predicate cnode_revoke_self_full(integer self) = cap_window[self].type != CAP_NULL;
    predicate cnode_revoke_self_names_cnode(integer self) = cap_window[self].type == CAP_CNODE;
    predicate cnode_revoke_self_may_write(integer self) = cap_window[self].rights / RIGHT_WRITE % 2 == 1;
    predicate cnode_revoke_full(integer slot) = cap_window[slot].type != CAP_NULL;
    // what has been checked when the act begins
    predicate cnode_revoke_ok(integer self_cptr, integer slot_index) =
      (cptr_answer(self_cptr, core_cur) == ERR_NONE) && (\let self = cptr_name(self_cptr, core_cur);
      cnode_revoke_self_full(self) &&
      cnode_revoke_self_names_cnode(self) &&
      cnode_revoke_self_may_write(self) &&
      (slot_index < cap_window[self].badge) && (\let slot = cnode_name(self, slot_index);
      cnode_revoke_full(slot) &&
      \true));
    // the first rule that fails answers
    predicate cnode_revoke_checked(integer e, integer self_cptr, integer slot_index) =
      cptr_answer(self_cptr, core_cur) != ERR_NONE ? e == cptr_answer(self_cptr, core_cur) : (\let self = cptr_name(self_cptr, core_cur);
      !cnode_revoke_self_full(self) ? e == ERR_EMPTY : (
      !cnode_revoke_self_names_cnode(self) ? e == ERR_TYPE : (
      !cnode_revoke_self_may_write(self) ? e == ERR_RIGHTS : (
      !(slot_index < cap_window[self].badge) ? e == ERR_SLOT : (\let slot = cnode_name(self, slot_index);
      !cnode_revoke_full(slot) ? e == ERR_EMPTY : (
      e == ERR_NONE))))));
    predicate cnode_revoke_answer(integer e, integer self_cptr, integer slot_index) =
      cptr_answer(self_cptr, core_cur) != ERR_NONE ? e == cptr_answer(self_cptr, core_cur) : (\let self = cptr_name(self_cptr, core_cur);
      !cnode_revoke_self_full(self) ? e == ERR_EMPTY : (
      !cnode_revoke_self_names_cnode(self) ? e == ERR_TYPE : (
      !cnode_revoke_self_may_write(self) ? e == ERR_RIGHTS : (
      !(slot_index < cap_window[self].badge) ? e == ERR_SLOT : (\let slot = cnode_name(self, slot_index);
      !cnode_revoke_full(slot) ? e == ERR_EMPTY : (
      (e == ERR_NONE || e == ERR_AGAIN)))))));
 */
/* cnode_revoke_enter - Delete everything derived from a capability; it stays itself. */
/*@ requires state: kernel_ok;
    requires running: core_cur != 0;
    assigns DELETE_STATE;
    ENS_ALL
    ensures answer: cnode_revoke_answer{Old}(\result, self_cptr, slot_index); */
err_t cnode_revoke_enter(word_t self_cptr, word_t slot_index);

/* ---- cnode.inspect ---- */
/*@
    predicate cnode_inspect_self_full(integer self) = cap_window[self].type != CAP_NULL;
    predicate cnode_inspect_self_names_cnode(integer self) = cap_window[self].type == CAP_CNODE;
    predicate cnode_inspect_self_may_read(integer self) = cap_window[self].rights / RIGHT_READ % 2 == 1;
    // what has been checked when the act begins
    predicate cnode_inspect_ok(integer self_cptr, integer slot_index) =
      (cptr_answer(self_cptr, core_cur) == ERR_NONE) && (\let self = cptr_name(self_cptr, core_cur);
      cnode_inspect_self_full(self) &&
      cnode_inspect_self_names_cnode(self) &&
      cnode_inspect_self_may_read(self) &&
      (slot_index < cap_window[self].badge) && (\let slot = cnode_name(self, slot_index);
      \true));
    // the first rule that fails answers
    predicate cnode_inspect_checked(integer e, integer self_cptr, integer slot_index) =
      cptr_answer(self_cptr, core_cur) != ERR_NONE ? e == cptr_answer(self_cptr, core_cur) : (\let self = cptr_name(self_cptr, core_cur);
      !cnode_inspect_self_full(self) ? e == ERR_EMPTY : (
      !cnode_inspect_self_names_cnode(self) ? e == ERR_TYPE : (
      !cnode_inspect_self_may_read(self) ? e == ERR_RIGHTS : (
      !(slot_index < cap_window[self].badge) ? e == ERR_SLOT : (\let slot = cnode_name(self, slot_index);
      e == ERR_NONE)))));
 */
/* cnode_inspect_enter - What a slot holds. */
/*@ requires state: kernel_ok;
    requires running: core_cur != 0;
    assigns reg_window[0 .. LIMIT_OBJECTS - 1];
    ENS_ALL
    ensures answer: cnode_inspect_checked{Old}(\result, self_cptr, slot_index);
    ensures ok: \result == ERR_NONE ==> reg_window[\old(core_cur)].at[REG_BADGE] == 0; */
err_t cnode_inspect_enter(word_t self_cptr, word_t slot_index);

/* cnode_call - the method of that number of thread t, which runs; its answer is in its register image afterwards, if it still lives. */
/*@ requires state: kernel_ok;
    requires running: core_cur != 0 && t == core_cur;
    assigns reg_window[0 .. LIMIT_OBJECTS - 1], CAP_STATE, pt_slot[0 .. LIMIT_FRAMES - 1], DELETE_STATE;
    ENS_ALL
    ensures unknown: method != SYS_CNODE_COPY && method != SYS_CNODE_MINT && method != SYS_CNODE_MOVE && method != SYS_CNODE_DELETE && method != SYS_CNODE_REVOKE && method != SYS_CNODE_INSPECT && tcb_at(t) && ref_window[t] != 0 ==> answered(t, minus(ERR_METHOD));
    ensures copy: method == SYS_CNODE_COPY && tcb_at(t) && ref_window[t] != 0 ==>
      cnode_copy_checked{Old}(err_of(reg_window[t].at[REG_BADGE]), \old(reg_window[t].at[REG_BADGE]), \old(reg_window[t].at[REG_WORD + 0]), \old(reg_window[t].at[REG_WORD + 1]), \old(reg_window[t].at[REG_WORD + 2]));
    ensures mint: method == SYS_CNODE_MINT && tcb_at(t) && ref_window[t] != 0 ==>
      cnode_mint_checked{Old}(err_of(reg_window[t].at[REG_BADGE]), \old(reg_window[t].at[REG_BADGE]), \old(reg_window[t].at[REG_WORD + 0]), \old(reg_window[t].at[REG_WORD + 1]), \old(reg_window[t].at[REG_WORD + 2]), \old(reg_window[t].at[REG_WORD + 3]));
    ensures move: method == SYS_CNODE_MOVE && tcb_at(t) && ref_window[t] != 0 ==>
      cnode_move_checked{Old}(err_of(reg_window[t].at[REG_BADGE]), \old(reg_window[t].at[REG_BADGE]), \old(reg_window[t].at[REG_WORD + 0]), \old(reg_window[t].at[REG_WORD + 1]));
    ensures delete: method == SYS_CNODE_DELETE && tcb_at(t) && ref_window[t] != 0 ==>
      cnode_delete_answer{Old}(err_of(reg_window[t].at[REG_BADGE]), \old(reg_window[t].at[REG_BADGE]), \old(reg_window[t].at[REG_WORD + 0]));
    ensures revoke: method == SYS_CNODE_REVOKE && tcb_at(t) && ref_window[t] != 0 ==>
      cnode_revoke_answer{Old}(err_of(reg_window[t].at[REG_BADGE]), \old(reg_window[t].at[REG_BADGE]), \old(reg_window[t].at[REG_WORD + 0]));
    ensures inspect: method == SYS_CNODE_INSPECT && tcb_at(t) && ref_window[t] != 0 ==>
      cnode_inspect_checked{Old}(err_of(reg_window[t].at[REG_BADGE]), \old(reg_window[t].at[REG_BADGE]), \old(reg_window[t].at[REG_WORD + 0])); */
void cnode_call(word_t t, word_t method);
#endif
