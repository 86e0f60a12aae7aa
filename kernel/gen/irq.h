/* irq.h - One interrupt line. Every check as a predicate; the wrappers that check, then act. Generated from spec/object/irq.yaml. */
#ifndef GEN_IRQ_H
#define GEN_IRQ_H
#include <method_check.h>
#include <kernel/device.h>

/* ---- irq.bind ---- */
/*@
    predicate irq_bind_self_full(integer self) = cap_window[self].type != CAP_NULL;
    predicate irq_bind_self_names_irq(integer self) = cap_window[self].type == CAP_IRQ;
    predicate irq_bind_self_may_write(integer self) = cap_window[self].rights / RIGHT_WRITE % 2 == 1;
    predicate irq_bind_notification_full(integer notification) = cap_window[notification].type != CAP_NULL;
    predicate irq_bind_notification_names_notification(integer notification) = cap_window[notification].type == CAP_NOTIFICATION;
    predicate irq_bind_notification_may_write(integer notification) = cap_window[notification].rights / RIGHT_WRITE % 2 == 1;
    // what has been checked when the act begins
    predicate irq_bind_ok(integer self_cptr, integer notification_cptr) =
      (cptr_answer(self_cptr, core_cur) == ERR_NONE) && (\let self = cptr_name(self_cptr, core_cur);
      irq_bind_self_full(self) &&
      irq_bind_self_names_irq(self) &&
      irq_bind_self_may_write(self) &&
      (cptr_answer(notification_cptr, core_cur) == ERR_NONE) && (\let notification = cptr_name(notification_cptr, core_cur);
      irq_bind_notification_full(notification) &&
      irq_bind_notification_names_notification(notification) &&
      irq_bind_notification_may_write(notification) &&
      \true));
    // the first rule that fails answers
    predicate irq_bind_checked(integer e, integer self_cptr, integer notification_cptr) =
      cptr_answer(self_cptr, core_cur) != ERR_NONE ? e == cptr_answer(self_cptr, core_cur) : (\let self = cptr_name(self_cptr, core_cur);
      !irq_bind_self_full(self) ? e == ERR_EMPTY : (
      !irq_bind_self_names_irq(self) ? e == ERR_TYPE : (
      !irq_bind_self_may_write(self) ? e == ERR_RIGHTS : (
      cptr_answer(notification_cptr, core_cur) != ERR_NONE ? e == cptr_answer(notification_cptr, core_cur) : (\let notification = cptr_name(notification_cptr, core_cur);
      !irq_bind_notification_full(notification) ? e == ERR_EMPTY : (
      !irq_bind_notification_names_notification(notification) ? e == ERR_TYPE : (
      !irq_bind_notification_may_write(notification) ? e == ERR_RIGHTS : (
      e == ERR_NONE))))))));
 */
/* irq_bind_enter - Let the line signal a notification, and unmask it. */
/*@ requires state: kernel_ok;
    requires running: core_cur != 0;
    assigns irq_window[0 .. LIMIT_IRQS - 1], hw_masked[0 .. LIMIT_IRQS - 1];
    ENS_ALL
    ensures answer: irq_bind_checked{Old}(\result, self_cptr, notification_cptr);
    ensures done: \result == ERR_NONE ==> \let self = \old(cptr_name(self_cptr, core_cur)); \let notification = \old(cptr_name(notification_cptr, core_cur)); irq_window[cap_window[self].obj].slot == notification && irq_window[cap_window[self].obj].gen == cap_window[notification].gen && hw_masked[cap_window[self].obj] == 0; */
err_t irq_bind_enter(word_t self_cptr, word_t notification_cptr);

/* ---- irq.ack ---- */
/*@
    predicate irq_ack_self_full(integer self) = cap_window[self].type != CAP_NULL;
    predicate irq_ack_self_names_irq(integer self) = cap_window[self].type == CAP_IRQ;
    predicate irq_ack_self_may_write(integer self) = cap_window[self].rights / RIGHT_WRITE % 2 == 1;
    // what has been checked when the act begins
    predicate irq_ack_ok(integer self_cptr) =
      (cptr_answer(self_cptr, core_cur) == ERR_NONE) && (\let self = cptr_name(self_cptr, core_cur);
      irq_ack_self_full(self) &&
      irq_ack_self_names_irq(self) &&
      irq_ack_self_may_write(self) &&
      \true);
    // the first rule that fails answers
    predicate irq_ack_checked(integer e, integer self_cptr) =
      cptr_answer(self_cptr, core_cur) != ERR_NONE ? e == cptr_answer(self_cptr, core_cur) : (\let self = cptr_name(self_cptr, core_cur);
      !irq_ack_self_full(self) ? e == ERR_EMPTY : (
      !irq_ack_self_names_irq(self) ? e == ERR_TYPE : (
      !irq_ack_self_may_write(self) ? e == ERR_RIGHTS : (
      e == ERR_NONE))));
 */
/* irq_ack_enter - The driver is done; the line may interrupt again. */
/*@ requires state: kernel_ok;
    requires running: core_cur != 0;
    assigns hw_masked[0 .. LIMIT_IRQS - 1];
    ENS_ALL
    ensures answer: irq_ack_checked{Old}(\result, self_cptr);
    ensures done: \result == ERR_NONE ==> \let self = \old(cptr_name(self_cptr, core_cur)); hw_masked[cap_window[self].obj] == 0; */
err_t irq_ack_enter(word_t self_cptr);

/* irq_call - the method of that number of thread t, which runs; its answer is in its register image afterwards, if it still lives. */
/*@ requires state: kernel_ok;
    requires running: core_cur != 0 && t == core_cur;
    assigns reg_window[0 .. LIMIT_OBJECTS - 1], irq_window[0 .. LIMIT_IRQS - 1], hw_masked[0 .. LIMIT_IRQS - 1];
    ENS_ALL
    ensures unknown: method != SYS_IRQ_BIND && method != SYS_IRQ_ACK && tcb_at(t) && ref_window[t] != 0 ==> answered(t, minus(ERR_METHOD));
    ensures bind: method == SYS_IRQ_BIND && tcb_at(t) && ref_window[t] != 0 ==>
      irq_bind_checked{Old}(err_of(reg_window[t].at[REG_BADGE]), \old(reg_window[t].at[REG_BADGE]), \old(reg_window[t].at[REG_WORD + 0]));
    ensures ack: method == SYS_IRQ_ACK && tcb_at(t) && ref_window[t] != 0 ==>
      irq_ack_checked{Old}(err_of(reg_window[t].at[REG_BADGE]), \old(reg_window[t].at[REG_BADGE])); */
void irq_call(word_t t, word_t method);
#endif
