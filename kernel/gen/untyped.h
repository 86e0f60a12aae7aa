/* untyped.h - Memory without a purpose yet, named by its first frame. Every check as a predicate; the wrappers that check, then act. Generated from spec/object/untyped.yaml. */
#ifndef GEN_UNTYPED_H
#define GEN_UNTYPED_H
#include <method_check.h>
#include <kernel/untyped.h>

/* ---- untyped.split ---- */
/*@
    predicate untyped_split_self_full(integer self) = cap_window[self].type != CAP_NULL;
    predicate untyped_split_self_names_untyped(integer self) = cap_window[self].type == CAP_UNTYPED;
    predicate untyped_split_self_may_write(integer self) = cap_window[self].rights / RIGHT_WRITE % 2 == 1;
    // what has been checked when the act begins
    predicate untyped_split_ok(integer self_cptr, integer first, integer count, integer dst_index) =
      (cptr_answer(self_cptr, core_cur) == ERR_NONE) && (\let self = cptr_name(self_cptr, core_cur);
      untyped_split_self_full(self) &&
      untyped_split_self_names_untyped(self) &&
      untyped_split_self_may_write(self) &&
      (dst_index < cn_window[core_cur].limit) && (\let dst = cspace_name(dst_index);
      (split_ok(self, first, count, dst)) &&
      \true));
    // the first rule that fails answers
    predicate untyped_split_checked(integer e, integer self_cptr, integer first, integer count, integer dst_index) =
      cptr_answer(self_cptr, core_cur) != ERR_NONE ? e == cptr_answer(self_cptr, core_cur) : (\let self = cptr_name(self_cptr, core_cur);
      !untyped_split_self_full(self) ? e == ERR_EMPTY : (
      !untyped_split_self_names_untyped(self) ? e == ERR_TYPE : (
      !untyped_split_self_may_write(self) ? e == ERR_RIGHTS : (
      !(dst_index < cn_window[core_cur].limit) ? e == ERR_SLOT : (\let dst = cspace_name(dst_index);
      !(split_ok(self, first, count, dst)) ? split_answers(e, self, first, count, dst) : (
      e == ERR_NONE))))));
    predicate untyped_split_answer(integer e, integer self_cptr, integer first, integer count, integer dst_index) =
      cptr_answer(self_cptr, core_cur) != ERR_NONE ? e == cptr_answer(self_cptr, core_cur) : (\let self = cptr_name(self_cptr, core_cur);
      !untyped_split_self_full(self) ? e == ERR_EMPTY : (
      !untyped_split_self_names_untyped(self) ? e == ERR_TYPE : (
      !untyped_split_self_may_write(self) ? e == ERR_RIGHTS : (
      !(dst_index < cn_window[core_cur].limit) ? e == ERR_SLOT : (\let dst = cspace_name(dst_index);
      !(split_ok(self, first, count, dst)) ? split_answers(e, self, first, count, dst) : (
      (e == ERR_NONE || e == ERR_AGAIN)))))));
 */
/* untyped_split_enter - Give a part of the memory an id and a capability of its own; when that goes, the part belongs here again. */
/*@ requires state: kernel_ok;
    requires running: core_cur != 0;
    assigns CAP_STATE, frame_owner[0 .. LIMIT_FRAMES - 1];
    ENS_ALL
    ensures answer: untyped_split_answer{Old}(\result, self_cptr, first, count, dst_index); */
err_t untyped_split_enter(word_t self_cptr, word_t first, word_t count, word_t dst_index);

/* ---- untyped.retype ---- */
/*@
    predicate untyped_retype_self_full(integer self) = cap_window[self].type != CAP_NULL;
    predicate untyped_retype_self_names_untyped(integer self) = cap_window[self].type == CAP_UNTYPED;
    predicate untyped_retype_self_may_write(integer self) = cap_window[self].rights / RIGHT_WRITE % 2 == 1;
    predicate untyped_retype_dst_empty(integer dst) = cap_window[dst].type == CAP_NULL;
    predicate untyped_retype_shallow(integer self) = mdb_window[self].depth < LIMIT_DEPTH;
    // what has been checked when the act begins
    predicate untyped_retype_ok(integer self_cptr, integer what, integer place, integer size, integer dst_index) =
      (cptr_answer(self_cptr, core_cur) == ERR_NONE) && (\let self = cptr_name(self_cptr, core_cur);
      untyped_retype_self_full(self) &&
      untyped_retype_self_names_untyped(self) &&
      untyped_retype_self_may_write(self) &&
      (dst_index < cn_window[core_cur].limit) && (\let dst = cspace_name(dst_index);
      untyped_retype_dst_empty(dst) &&
      untyped_retype_shallow(self) &&
      (retype_ok(self, what, place, size, dst)) &&
      \true));
    // the first rule that fails answers
    predicate untyped_retype_checked(integer e, integer self_cptr, integer what, integer place, integer size, integer dst_index) =
      cptr_answer(self_cptr, core_cur) != ERR_NONE ? e == cptr_answer(self_cptr, core_cur) : (\let self = cptr_name(self_cptr, core_cur);
      !untyped_retype_self_full(self) ? e == ERR_EMPTY : (
      !untyped_retype_self_names_untyped(self) ? e == ERR_TYPE : (
      !untyped_retype_self_may_write(self) ? e == ERR_RIGHTS : (
      !(dst_index < cn_window[core_cur].limit) ? e == ERR_SLOT : (\let dst = cspace_name(dst_index);
      !untyped_retype_dst_empty(dst) ? e == ERR_OCCUPIED : (
      !untyped_retype_shallow(self) ? e == ERR_DEPTH : (
      !(retype_ok(self, what, place, size, dst)) ? retype_answers(e, what, place, size) : (
      e == ERR_NONE))))))));
 */
/* untyped_retype_enter - Make one object in free memory of this untyped; it takes the place at once, and gives it back with its last capability. */
/*@ requires state: kernel_ok;
    requires running: core_cur != 0;
    assigns CLEAR_STATE, CAP_STATE, FRAME_STATE, pt_window[0 .. LIMIT_FRAMES - 1], asid_window[0 .. LIMIT_ASIDS - 1];
    ENS_ALL
    ensures answer: untyped_retype_checked{Old}(\result, self_cptr, what, place, size, dst_index); */
err_t untyped_retype_enter(word_t self_cptr, word_t what, word_t place, word_t size, word_t dst_index);

/* ---- untyped.inspect ---- */
/*@
    predicate untyped_inspect_self_full(integer self) = cap_window[self].type != CAP_NULL;
    predicate untyped_inspect_self_names_untyped(integer self) = cap_window[self].type == CAP_UNTYPED;
    // what has been checked when the act begins
    predicate untyped_inspect_ok(integer self_cptr) =
      (cptr_answer(self_cptr, core_cur) == ERR_NONE) && (\let self = cptr_name(self_cptr, core_cur);
      untyped_inspect_self_full(self) &&
      untyped_inspect_self_names_untyped(self) &&
      \true);
    // the first rule that fails answers
    predicate untyped_inspect_checked(integer e, integer self_cptr) =
      cptr_answer(self_cptr, core_cur) != ERR_NONE ? e == cptr_answer(self_cptr, core_cur) : (\let self = cptr_name(self_cptr, core_cur);
      !untyped_inspect_self_full(self) ? e == ERR_EMPTY : (
      !untyped_inspect_self_names_untyped(self) ? e == ERR_TYPE : (
      e == ERR_NONE)));
 */
/* untyped_inspect_enter - What memory this is. */
/*@ requires state: kernel_ok;
    requires running: core_cur != 0;
    assigns reg_window[0 .. LIMIT_OBJECTS - 1];
    ENS_ALL
    ensures answer: untyped_inspect_checked{Old}(\result, self_cptr);
    ensures ok: \result == ERR_NONE ==> reg_window[\old(core_cur)].at[REG_BADGE] == 0; */
err_t untyped_inspect_enter(word_t self_cptr);

/* untyped_call - the method of that number of thread t, which runs; its answer is in its register image afterwards, if it still lives. */
/*@ requires state: kernel_ok;
    requires running: core_cur != 0 && t == core_cur;
    assigns reg_window[0 .. LIMIT_OBJECTS - 1], CAP_STATE, frame_owner[0 .. LIMIT_FRAMES - 1], CLEAR_STATE, FRAME_STATE, pt_window[0 .. LIMIT_FRAMES - 1], asid_window[0 .. LIMIT_ASIDS - 1];
    ENS_ALL
    ensures unknown: method != SYS_UNTYPED_SPLIT && method != SYS_UNTYPED_RETYPE && method != SYS_UNTYPED_INSPECT && tcb_at(t) && ref_window[t] != 0 ==> answered(t, minus(ERR_METHOD));
    ensures split: method == SYS_UNTYPED_SPLIT && tcb_at(t) && ref_window[t] != 0 ==>
      untyped_split_answer{Old}(err_of(reg_window[t].at[REG_BADGE]), \old(reg_window[t].at[REG_BADGE]), \old(reg_window[t].at[REG_WORD + 0]), \old(reg_window[t].at[REG_WORD + 1]), \old(reg_window[t].at[REG_WORD + 2]));
    ensures retype: method == SYS_UNTYPED_RETYPE && tcb_at(t) && ref_window[t] != 0 ==>
      untyped_retype_checked{Old}(err_of(reg_window[t].at[REG_BADGE]), \old(reg_window[t].at[REG_BADGE]), \old(reg_window[t].at[REG_WORD + 0]), \old(reg_window[t].at[REG_WORD + 1]), \old(reg_window[t].at[REG_WORD + 2]), \old(reg_window[t].at[REG_WORD + 3]));
    ensures inspect: method == SYS_UNTYPED_INSPECT && tcb_at(t) && ref_window[t] != 0 ==>
      untyped_inspect_checked{Old}(err_of(reg_window[t].at[REG_BADGE]), \old(reg_window[t].at[REG_BADGE])); */
void untyped_call(word_t t, word_t method);
#endif
