/* kernel.h - Introspection and power. Every check as a predicate; the wrappers that check, then act. Generated from spec/object/kernel.yaml. */
#ifndef GEN_KERNEL_H
#define GEN_KERNEL_H
#include <method_check.h>
#include <kernel/control.h>
#include <kernel/trace.h>
#include <arch/interrupt.h>
#include <arch/machine.h>

/* ---- kernel.frame ---- */
/*@
    predicate kernel_frame_self_full(integer self) = cap_window[self].type != CAP_NULL;
    predicate kernel_frame_self_names_kernel(integer self) = cap_window[self].type == CAP_KERNEL;
    predicate kernel_frame_self_may_read(integer self) = cap_window[self].rights / RIGHT_READ % 2 == 1;
    predicate kernel_frame_frame_is_frame(integer frame) = frame < LIMIT_FRAMES;
    // what has been checked when the act begins
    predicate kernel_frame_ok(integer self_cptr, integer frame) =
      (cptr_answer(self_cptr, core_cur) == ERR_NONE) && (\let self = cptr_name(self_cptr, core_cur);
      kernel_frame_self_full(self) &&
      kernel_frame_self_names_kernel(self) &&
      kernel_frame_self_may_read(self) &&
      kernel_frame_frame_is_frame(frame) &&
      \true);
    // the first rule that fails answers
    predicate kernel_frame_checked(integer e, integer self_cptr, integer frame) =
      cptr_answer(self_cptr, core_cur) != ERR_NONE ? e == cptr_answer(self_cptr, core_cur) : (\let self = cptr_name(self_cptr, core_cur);
      !kernel_frame_self_full(self) ? e == ERR_EMPTY : (
      !kernel_frame_self_names_kernel(self) ? e == ERR_TYPE : (
      !kernel_frame_self_may_read(self) ? e == ERR_RIGHTS : (
      !kernel_frame_frame_is_frame(frame) ? e == ERR_RANGE : (
      e == ERR_NONE)))));
 */
/* kernel_frame_enter - What a frame is. */
/*@ requires state: kernel_ok;
    requires running: core_cur != 0;
    assigns reg_window[0 .. LIMIT_OBJECTS - 1];
    ENS_ALL
    ensures answer: kernel_frame_checked{Old}(\result, self_cptr, frame);
    ensures ok: \result == ERR_NONE ==> reg_window[\old(core_cur)].at[REG_BADGE] == 0;
    ensures word0: \result == ERR_NONE ==> reg_window[\old(core_cur)].at[REG_WORD + 0] == \old(frame_kind[frame]);
    ensures word1: \result == ERR_NONE ==> reg_window[\old(core_cur)].at[REG_WORD + 1] == \old(frame_owner[frame]);
    ensures word2: \result == ERR_NONE ==> reg_window[\old(core_cur)].at[REG_WORD + 2] == \old(frame_live[frame]);
    ensures word3: \result == ERR_NONE ==> reg_window[\old(core_cur)].at[REG_WORD + 3] == \old(frame_info[frame]); */
err_t kernel_frame_enter(word_t self_cptr, word_t frame);

/* ---- kernel.trace ---- */
/*@
    predicate kernel_trace_self_full(integer self) = cap_window[self].type != CAP_NULL;
    predicate kernel_trace_self_names_kernel(integer self) = cap_window[self].type == CAP_KERNEL;
    predicate kernel_trace_self_may_read(integer self) = cap_window[self].rights / RIGHT_READ % 2 == 1;
    predicate kernel_trace_known(integer index) = index < LIMIT_TRACE;
    // what has been checked when the act begins
    predicate kernel_trace_ok(integer self_cptr, integer index) =
      (cptr_answer(self_cptr, core_cur) == ERR_NONE) && (\let self = cptr_name(self_cptr, core_cur);
      kernel_trace_self_full(self) &&
      kernel_trace_self_names_kernel(self) &&
      kernel_trace_self_may_read(self) &&
      kernel_trace_known(index) &&
      \true);
    // the first rule that fails answers
    predicate kernel_trace_checked(integer e, integer self_cptr, integer index) =
      cptr_answer(self_cptr, core_cur) != ERR_NONE ? e == cptr_answer(self_cptr, core_cur) : (\let self = cptr_name(self_cptr, core_cur);
      !kernel_trace_self_full(self) ? e == ERR_EMPTY : (
      !kernel_trace_self_names_kernel(self) ? e == ERR_TYPE : (
      !kernel_trace_self_may_read(self) ? e == ERR_RIGHTS : (
      !kernel_trace_known(index) ? e == ERR_RANGE : (
      e == ERR_NONE)))));
 */
/* kernel_trace_enter - One of the last entries into the kernel. */
/*@ requires state: kernel_ok;
    requires running: core_cur != 0;
    assigns reg_window[0 .. LIMIT_OBJECTS - 1];
    ENS_ALL
    ensures answer: kernel_trace_checked{Old}(\result, self_cptr, index);
    ensures ok: \result == ERR_NONE ==> reg_window[\old(core_cur)].at[REG_BADGE] == 0; */
err_t kernel_trace_enter(word_t self_cptr, word_t index);

/* ---- kernel.stat ---- */
/*@
    predicate kernel_stat_self_full(integer self) = cap_window[self].type != CAP_NULL;
    predicate kernel_stat_self_names_kernel(integer self) = cap_window[self].type == CAP_KERNEL;
    predicate kernel_stat_self_may_read(integer self) = cap_window[self].rights / RIGHT_READ % 2 == 1;
    // what has been checked when the act begins
    predicate kernel_stat_ok(integer self_cptr) =
      (cptr_answer(self_cptr, core_cur) == ERR_NONE) && (\let self = cptr_name(self_cptr, core_cur);
      kernel_stat_self_full(self) &&
      kernel_stat_self_names_kernel(self) &&
      kernel_stat_self_may_read(self) &&
      \true);
    // the first rule that fails answers
    predicate kernel_stat_checked(integer e, integer self_cptr) =
      cptr_answer(self_cptr, core_cur) != ERR_NONE ? e == cptr_answer(self_cptr, core_cur) : (\let self = cptr_name(self_cptr, core_cur);
      !kernel_stat_self_full(self) ? e == ERR_EMPTY : (
      !kernel_stat_self_names_kernel(self) ? e == ERR_TYPE : (
      !kernel_stat_self_may_read(self) ? e == ERR_RIGHTS : (
      e == ERR_NONE))));
 */
/* kernel_stat_enter - Count frames; call it again with first + 4096 for the next ones. */
/*@ requires state: kernel_ok;
    requires running: core_cur != 0;
    assigns reg_window[0 .. LIMIT_OBJECTS - 1];
    ENS_ALL
    ensures answer: kernel_stat_checked{Old}(\result, self_cptr);
    ensures ok: \result == ERR_NONE ==> reg_window[\old(core_cur)].at[REG_BADGE] == 0; */
err_t kernel_stat_enter(word_t self_cptr, word_t first, word_t what, word_t owner);

/* ---- kernel.power_off ---- */
/*@
    predicate kernel_power_off_self_full(integer self) = cap_window[self].type != CAP_NULL;
    predicate kernel_power_off_self_names_kernel(integer self) = cap_window[self].type == CAP_KERNEL;
    predicate kernel_power_off_self_may_write(integer self) = cap_window[self].rights / RIGHT_WRITE % 2 == 1;
    predicate kernel_power_off_status_fits(integer status) = status < 256;
    // what has been checked when the act begins
    predicate kernel_power_off_ok(integer self_cptr, integer status) =
      (cptr_answer(self_cptr, core_cur) == ERR_NONE) && (\let self = cptr_name(self_cptr, core_cur);
      kernel_power_off_self_full(self) &&
      kernel_power_off_self_names_kernel(self) &&
      kernel_power_off_self_may_write(self) &&
      kernel_power_off_status_fits(status) &&
      \true);
    // the first rule that fails answers
    predicate kernel_power_off_checked(integer e, integer self_cptr, integer status) =
      cptr_answer(self_cptr, core_cur) != ERR_NONE ? e == cptr_answer(self_cptr, core_cur) : (\let self = cptr_name(self_cptr, core_cur);
      !kernel_power_off_self_full(self) ? e == ERR_EMPTY : (
      !kernel_power_off_self_names_kernel(self) ? e == ERR_TYPE : (
      !kernel_power_off_self_may_write(self) ? e == ERR_RIGHTS : (
      !kernel_power_off_status_fits(status) ? e == ERR_RANGE : (
      e == ERR_NONE)))));
 */
/* kernel_power_off_enter - End of the machine. */
/*@ requires state: kernel_ok;
    requires running: core_cur != 0;
    assigns \nothing;
    ensures answer: kernel_power_off_checked{Old}(\result, self_cptr, status); */
err_t kernel_power_off_enter(word_t self_cptr, word_t status);

/* ---- kernel.info ---- */
/*@
    predicate kernel_info_self_full(integer self) = cap_window[self].type != CAP_NULL;
    predicate kernel_info_self_names_kernel(integer self) = cap_window[self].type == CAP_KERNEL;
    predicate kernel_info_self_may_read(integer self) = cap_window[self].rights / RIGHT_READ % 2 == 1;
    // what has been checked when the act begins
    predicate kernel_info_ok(integer self_cptr) =
      (cptr_answer(self_cptr, core_cur) == ERR_NONE) && (\let self = cptr_name(self_cptr, core_cur);
      kernel_info_self_full(self) &&
      kernel_info_self_names_kernel(self) &&
      kernel_info_self_may_read(self) &&
      \true);
    // the first rule that fails answers
    predicate kernel_info_checked(integer e, integer self_cptr) =
      cptr_answer(self_cptr, core_cur) != ERR_NONE ? e == cptr_answer(self_cptr, core_cur) : (\let self = cptr_name(self_cptr, core_cur);
      !kernel_info_self_full(self) ? e == ERR_EMPTY : (
      !kernel_info_self_names_kernel(self) ? e == ERR_TYPE : (
      !kernel_info_self_may_read(self) ? e == ERR_RIGHTS : (
      e == ERR_NONE))));
 */
/* kernel_info_enter - What the kernel is and has done. */
/*@ requires state: kernel_ok;
    requires running: core_cur != 0;
    assigns hw_time, reg_window[0 .. LIMIT_OBJECTS - 1];
    ENS_ALL
    ensures answer: kernel_info_checked{Old}(\result, self_cptr);
    ensures done: \result == ERR_NONE ==> reg_window[core_cur].at[REG_WORD + 1] == hw_time && reg_window[core_cur].at[REG_WORD + 3] == trace_next;
    ensures ok: \result == ERR_NONE ==> reg_window[\old(core_cur)].at[REG_BADGE] == 0;
    ensures word0: \result == ERR_NONE ==> reg_window[\old(core_cur)].at[REG_WORD + 0] == \old(LIMIT_FRAMES);
    ensures word2: \result == ERR_NONE ==> reg_window[\old(core_cur)].at[REG_WORD + 2] == \old(kernel_gen);
    ensures word4: \result == ERR_NONE ==> reg_window[\old(core_cur)].at[REG_WORD + 4] == \old(core_cur);
    ensures word5: \result == ERR_NONE ==> reg_window[\old(core_cur)].at[REG_WORD + 5] == \old(core_id); */
err_t kernel_info_enter(word_t self_cptr);

/* ---- kernel.put ---- */
/*@
    predicate kernel_put_self_full(integer self) = cap_window[self].type != CAP_NULL;
    predicate kernel_put_self_names_kernel(integer self) = cap_window[self].type == CAP_KERNEL;
    predicate kernel_put_self_may_write(integer self) = cap_window[self].rights / RIGHT_WRITE % 2 == 1;
    predicate kernel_put_byte_fits(integer byte) = byte < 256;
    // what has been checked when the act begins
    predicate kernel_put_ok(integer self_cptr, integer byte) =
      (cptr_answer(self_cptr, core_cur) == ERR_NONE) && (\let self = cptr_name(self_cptr, core_cur);
      kernel_put_self_full(self) &&
      kernel_put_self_names_kernel(self) &&
      kernel_put_self_may_write(self) &&
      kernel_put_byte_fits(byte) &&
      \true);
    // the first rule that fails answers
    predicate kernel_put_checked(integer e, integer self_cptr, integer byte) =
      cptr_answer(self_cptr, core_cur) != ERR_NONE ? e == cptr_answer(self_cptr, core_cur) : (\let self = cptr_name(self_cptr, core_cur);
      !kernel_put_self_full(self) ? e == ERR_EMPTY : (
      !kernel_put_self_names_kernel(self) ? e == ERR_TYPE : (
      !kernel_put_self_may_write(self) ? e == ERR_RIGHTS : (
      !kernel_put_byte_fits(byte) ? e == ERR_RANGE : (
      e == ERR_NONE)))));
 */
/* kernel_put_enter - One byte to the boot console; for programs that have no console yet. */
/*@ requires state: kernel_ok;
    requires running: core_cur != 0;
    assigns \nothing;
    ensures answer: kernel_put_checked{Old}(\result, self_cptr, byte); */
err_t kernel_put_enter(word_t self_cptr, word_t byte);

/* kernel_call - the method of that number of thread t, which runs; its answer is in its register image afterwards, if it still lives. */
/*@ requires state: kernel_ok;
    requires running: core_cur != 0 && t == core_cur;
    assigns reg_window[0 .. LIMIT_OBJECTS - 1], hw_time;
    ENS_ALL
    ensures unknown: method != SYS_KERNEL_FRAME && method != SYS_KERNEL_TRACE && method != SYS_KERNEL_STAT && method != SYS_KERNEL_POWER_OFF && method != SYS_KERNEL_INFO && method != SYS_KERNEL_PUT && tcb_at(t) && ref_window[t] != 0 ==> answered(t, minus(ERR_METHOD));
    ensures frame: method == SYS_KERNEL_FRAME && tcb_at(t) && ref_window[t] != 0 ==>
      kernel_frame_checked{Old}(err_of(reg_window[t].at[REG_BADGE]), \old(reg_window[t].at[REG_BADGE]), \old(reg_window[t].at[REG_WORD + 0]));
    ensures trace: method == SYS_KERNEL_TRACE && tcb_at(t) && ref_window[t] != 0 ==>
      kernel_trace_checked{Old}(err_of(reg_window[t].at[REG_BADGE]), \old(reg_window[t].at[REG_BADGE]), \old(reg_window[t].at[REG_WORD + 0]));
    ensures stat: method == SYS_KERNEL_STAT && tcb_at(t) && ref_window[t] != 0 ==>
      kernel_stat_checked{Old}(err_of(reg_window[t].at[REG_BADGE]), \old(reg_window[t].at[REG_BADGE]));
    ensures power_off: method == SYS_KERNEL_POWER_OFF && tcb_at(t) && ref_window[t] != 0 ==>
      kernel_power_off_checked{Old}(err_of(reg_window[t].at[REG_BADGE]), \old(reg_window[t].at[REG_BADGE]), \old(reg_window[t].at[REG_WORD + 0]));
    ensures info: method == SYS_KERNEL_INFO && tcb_at(t) && ref_window[t] != 0 ==>
      kernel_info_checked{Old}(err_of(reg_window[t].at[REG_BADGE]), \old(reg_window[t].at[REG_BADGE]));
    ensures put: method == SYS_KERNEL_PUT && tcb_at(t) && ref_window[t] != 0 ==>
      kernel_put_checked{Old}(err_of(reg_window[t].at[REG_BADGE]), \old(reg_window[t].at[REG_BADGE]), \old(reg_window[t].at[REG_WORD + 0])); */
void kernel_call(word_t t, word_t method);
#endif
