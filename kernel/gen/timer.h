/* timer.h - One timer. Every check as a predicate; the wrappers that check, then act. Generated from spec/object/timer.yaml. */
#ifndef GEN_TIMER_H
#define GEN_TIMER_H
#include <method_check.h>
#include <kernel/device.h>
#include <arch/interrupt.h>

/* ---- timer.set ---- */
/*@
    predicate timer_set_self_full(integer self) = cap_window[self].type != CAP_NULL;
    predicate timer_set_self_names_timer(integer self) = cap_window[self].type == CAP_TIMER;
    predicate timer_set_self_may_write(integer self) = cap_window[self].rights / RIGHT_WRITE % 2 == 1;
    predicate timer_set_notification_full(integer notification) = cap_window[notification].type != CAP_NULL;
    predicate timer_set_notification_names_notification(integer notification) = cap_window[notification].type == CAP_NOTIFICATION;
    predicate timer_set_notification_may_write(integer notification) = cap_window[notification].rights / RIGHT_WRITE % 2 == 1;
    // what has been checked when the act begins
    predicate timer_set_ok(integer self_cptr, integer notification_cptr) =
      (cptr_answer(self_cptr, core_cur) == ERR_NONE) && (\let self = cptr_name(self_cptr, core_cur);
      timer_set_self_full(self) &&
      timer_set_self_names_timer(self) &&
      timer_set_self_may_write(self) &&
      (cptr_answer(notification_cptr, core_cur) == ERR_NONE) && (\let notification = cptr_name(notification_cptr, core_cur);
      timer_set_notification_full(notification) &&
      timer_set_notification_names_notification(notification) &&
      timer_set_notification_may_write(notification) &&
      \true));
    // the first rule that fails answers
    predicate timer_set_checked(integer e, integer self_cptr, integer notification_cptr) =
      cptr_answer(self_cptr, core_cur) != ERR_NONE ? e == cptr_answer(self_cptr, core_cur) : (\let self = cptr_name(self_cptr, core_cur);
      !timer_set_self_full(self) ? e == ERR_EMPTY : (
      !timer_set_self_names_timer(self) ? e == ERR_TYPE : (
      !timer_set_self_may_write(self) ? e == ERR_RIGHTS : (
      cptr_answer(notification_cptr, core_cur) != ERR_NONE ? e == cptr_answer(notification_cptr, core_cur) : (\let notification = cptr_name(notification_cptr, core_cur);
      !timer_set_notification_full(notification) ? e == ERR_EMPTY : (
      !timer_set_notification_names_notification(notification) ? e == ERR_TYPE : (
      !timer_set_notification_may_write(notification) ? e == ERR_RIGHTS : (
      e == ERR_NONE))))))));
 */
/* timer_set_enter - Signal a notification at a time; replaces what was set before. */
/*@ requires state: kernel_ok;
    requires running: core_cur != 0;
    assigns timer_window[0 .. LIMIT_TIMERS - 1], hw_timer;
    ENS_ALL
    ensures answer: timer_set_checked{Old}(\result, self_cptr, notification_cptr);
    ensures done: \result == ERR_NONE ==> \let self = \old(cptr_name(self_cptr, core_cur)); \let notification = \old(cptr_name(notification_cptr, core_cur)); timer_window[cap_window[self].obj].slot == notification && timer_window[cap_window[self].obj].deadline == (deadline == 0 ? 1 : deadline) && hw_timer <= timer_window[cap_window[self].obj].deadline; */
err_t timer_set_enter(word_t self_cptr, word_t deadline, word_t notification_cptr);

/* ---- timer.cancel ---- */
/*@
    predicate timer_cancel_self_full(integer self) = cap_window[self].type != CAP_NULL;
    predicate timer_cancel_self_names_timer(integer self) = cap_window[self].type == CAP_TIMER;
    predicate timer_cancel_self_may_write(integer self) = cap_window[self].rights / RIGHT_WRITE % 2 == 1;
    // what has been checked when the act begins
    predicate timer_cancel_ok(integer self_cptr) =
      (cptr_answer(self_cptr, core_cur) == ERR_NONE) && (\let self = cptr_name(self_cptr, core_cur);
      timer_cancel_self_full(self) &&
      timer_cancel_self_names_timer(self) &&
      timer_cancel_self_may_write(self) &&
      \true);
    // the first rule that fails answers
    predicate timer_cancel_checked(integer e, integer self_cptr) =
      cptr_answer(self_cptr, core_cur) != ERR_NONE ? e == cptr_answer(self_cptr, core_cur) : (\let self = cptr_name(self_cptr, core_cur);
      !timer_cancel_self_full(self) ? e == ERR_EMPTY : (
      !timer_cancel_self_names_timer(self) ? e == ERR_TYPE : (
      !timer_cancel_self_may_write(self) ? e == ERR_RIGHTS : (
      e == ERR_NONE))));
 */
/* timer_cancel_enter - Signal nothing. */
/*@ requires state: kernel_ok;
    requires running: core_cur != 0;
    assigns timer_window[0 .. LIMIT_TIMERS - 1];
    ENS_ALL
    ensures answer: timer_cancel_checked{Old}(\result, self_cptr);
    ensures done: \result == ERR_NONE ==> \let self = \old(cptr_name(self_cptr, core_cur)); timer_window[cap_window[self].obj].deadline == 0; */
err_t timer_cancel_enter(word_t self_cptr);

/* ---- timer.now ---- */
/*@
    predicate timer_now_self_full(integer self) = cap_window[self].type != CAP_NULL;
    predicate timer_now_self_names_timer(integer self) = cap_window[self].type == CAP_TIMER;
    // what has been checked when the act begins
    predicate timer_now_ok(integer self_cptr) =
      (cptr_answer(self_cptr, core_cur) == ERR_NONE) && (\let self = cptr_name(self_cptr, core_cur);
      timer_now_self_full(self) &&
      timer_now_self_names_timer(self) &&
      \true);
    // the first rule that fails answers
    predicate timer_now_checked(integer e, integer self_cptr) =
      cptr_answer(self_cptr, core_cur) != ERR_NONE ? e == cptr_answer(self_cptr, core_cur) : (\let self = cptr_name(self_cptr, core_cur);
      !timer_now_self_full(self) ? e == ERR_EMPTY : (
      !timer_now_self_names_timer(self) ? e == ERR_TYPE : (
      e == ERR_NONE)));
 */
/* timer_now_enter - The time. */
/*@ requires state: kernel_ok;
    requires running: core_cur != 0;
    assigns hw_time, reg_window[0 .. LIMIT_OBJECTS - 1];
    ENS_ALL
    ensures answer: timer_now_checked{Old}(\result, self_cptr);
    ensures done: \result == ERR_NONE ==> reg_window[core_cur].at[REG_WORD] == hw_time;
    ensures ok: \result == ERR_NONE ==> reg_window[\old(core_cur)].at[REG_BADGE] == 0; */
err_t timer_now_enter(word_t self_cptr);

/* timer_call - the method of that number of thread t, which runs; its answer is in its register image afterwards, if it still lives. */
/*@ requires state: kernel_ok;
    requires running: core_cur != 0 && t == core_cur;
    assigns reg_window[0 .. LIMIT_OBJECTS - 1], timer_window[0 .. LIMIT_TIMERS - 1], hw_timer, hw_time;
    ENS_ALL
    ensures unknown: method != SYS_TIMER_SET && method != SYS_TIMER_CANCEL && method != SYS_TIMER_NOW && tcb_at(t) && ref_window[t] != 0 ==> answered(t, minus(ERR_METHOD));
    ensures set: method == SYS_TIMER_SET && tcb_at(t) && ref_window[t] != 0 ==>
      timer_set_checked{Old}(err_of(reg_window[t].at[REG_BADGE]), \old(reg_window[t].at[REG_BADGE]), \old(reg_window[t].at[REG_WORD + 1]));
    ensures cancel: method == SYS_TIMER_CANCEL && tcb_at(t) && ref_window[t] != 0 ==>
      timer_cancel_checked{Old}(err_of(reg_window[t].at[REG_BADGE]), \old(reg_window[t].at[REG_BADGE]));
    ensures now: method == SYS_TIMER_NOW && tcb_at(t) && ref_window[t] != 0 ==>
      timer_now_checked{Old}(err_of(reg_window[t].at[REG_BADGE]), \old(reg_window[t].at[REG_BADGE])); */
void timer_call(word_t t, word_t method);
#endif
