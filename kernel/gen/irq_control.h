/* irq_control.h - Authority over interrupt lines, timers and I/O ports. Every check as a predicate; the wrappers that check, then act. Generated from spec/object/irq_control.yaml. */
#ifndef GEN_IRQ_CONTROL_H
#define GEN_IRQ_CONTROL_H
#include <method_check.h>
#include <kernel/untyped.h>
#include <arch/interrupt.h>
#include <arch/machine.h>

/* ---- irq_control.get ---- */
/*@
    predicate irq_control_get_self_full(integer self) = cap_window[self].type != CAP_NULL;
    predicate irq_control_get_self_names_irq_control(integer self) = cap_window[self].type == CAP_IRQ_CONTROL;
    predicate irq_control_get_self_may_write(integer self) = cap_window[self].rights / RIGHT_WRITE % 2 == 1;
    predicate irq_control_get_irq_is_irq(integer irq) = irq < LIMIT_IRQS;
    predicate irq_control_get_dst_empty(integer dst) = cap_window[dst].type == CAP_NULL;
    predicate irq_control_get_whole(integer self) = cap_window[self].rights == RIGHT_ALL;
    predicate irq_control_get_shallow(integer self) = mdb_window[self].depth < LIMIT_DEPTH;
    // what has been checked when the act begins
    predicate irq_control_get_ok(integer self_cptr, integer irq, integer dst_index) =
      (cptr_answer(self_cptr, core_cur) == ERR_NONE) && (\let self = cptr_name(self_cptr, core_cur);
      irq_control_get_self_full(self) &&
      irq_control_get_self_names_irq_control(self) &&
      irq_control_get_self_may_write(self) &&
      irq_control_get_irq_is_irq(irq) &&
      (dst_index < cn_window[core_cur].limit) && (\let dst = cspace_name(dst_index);
      irq_control_get_dst_empty(dst) &&
      irq_control_get_whole(self) &&
      irq_control_get_shallow(self) &&
      (irq_line(irq)) &&
      \true));
    // the first rule that fails answers
    predicate irq_control_get_checked(integer e, integer self_cptr, integer irq, integer dst_index) =
      cptr_answer(self_cptr, core_cur) != ERR_NONE ? e == cptr_answer(self_cptr, core_cur) : (\let self = cptr_name(self_cptr, core_cur);
      !irq_control_get_self_full(self) ? e == ERR_EMPTY : (
      !irq_control_get_self_names_irq_control(self) ? e == ERR_TYPE : (
      !irq_control_get_self_may_write(self) ? e == ERR_RIGHTS : (
      !irq_control_get_irq_is_irq(irq) ? e == ERR_RANGE : (
      !(dst_index < cn_window[core_cur].limit) ? e == ERR_SLOT : (\let dst = cspace_name(dst_index);
      !irq_control_get_dst_empty(dst) ? e == ERR_OCCUPIED : (
      !irq_control_get_whole(self) ? e == ERR_RIGHTS : (
      !irq_control_get_shallow(self) ? e == ERR_DEPTH : (
      !(irq_line(irq)) ? (e == ERR_RANGE) : (
      e == ERR_NONE))))))))));
 */
/* irq_control_get_enter - Make the capability of an interrupt line. */
/*@ requires state: kernel_ok;
    requires running: core_cur != 0;
    assigns CAP_STATE;
    ENS_ALL
    ensures answer: irq_control_get_checked{Old}(\result, self_cptr, irq, dst_index); */
err_t irq_control_get_enter(word_t self_cptr, word_t irq, word_t dst_index);

/* ---- irq_control.timer ---- */
/*@
    predicate irq_control_timer_self_full(integer self) = cap_window[self].type != CAP_NULL;
    predicate irq_control_timer_self_names_irq_control(integer self) = cap_window[self].type == CAP_IRQ_CONTROL;
    predicate irq_control_timer_self_may_write(integer self) = cap_window[self].rights / RIGHT_WRITE % 2 == 1;
    predicate irq_control_timer_number_is_timer(integer number) = number < LIMIT_TIMERS;
    predicate irq_control_timer_dst_empty(integer dst) = cap_window[dst].type == CAP_NULL;
    predicate irq_control_timer_whole(integer self) = cap_window[self].rights == RIGHT_ALL;
    predicate irq_control_timer_shallow(integer self) = mdb_window[self].depth < LIMIT_DEPTH;
    // what has been checked when the act begins
    predicate irq_control_timer_ok(integer self_cptr, integer number, integer dst_index) =
      (cptr_answer(self_cptr, core_cur) == ERR_NONE) && (\let self = cptr_name(self_cptr, core_cur);
      irq_control_timer_self_full(self) &&
      irq_control_timer_self_names_irq_control(self) &&
      irq_control_timer_self_may_write(self) &&
      irq_control_timer_number_is_timer(number) &&
      (dst_index < cn_window[core_cur].limit) && (\let dst = cspace_name(dst_index);
      irq_control_timer_dst_empty(dst) &&
      irq_control_timer_whole(self) &&
      irq_control_timer_shallow(self) &&
      \true));
    // the first rule that fails answers
    predicate irq_control_timer_checked(integer e, integer self_cptr, integer number, integer dst_index) =
      cptr_answer(self_cptr, core_cur) != ERR_NONE ? e == cptr_answer(self_cptr, core_cur) : (\let self = cptr_name(self_cptr, core_cur);
      !irq_control_timer_self_full(self) ? e == ERR_EMPTY : (
      !irq_control_timer_self_names_irq_control(self) ? e == ERR_TYPE : (
      !irq_control_timer_self_may_write(self) ? e == ERR_RIGHTS : (
      !irq_control_timer_number_is_timer(number) ? e == ERR_RANGE : (
      !(dst_index < cn_window[core_cur].limit) ? e == ERR_SLOT : (\let dst = cspace_name(dst_index);
      !irq_control_timer_dst_empty(dst) ? e == ERR_OCCUPIED : (
      !irq_control_timer_whole(self) ? e == ERR_RIGHTS : (
      !irq_control_timer_shallow(self) ? e == ERR_DEPTH : (
      e == ERR_NONE)))))))));
 */
/* irq_control_timer_enter - Make the capability of a timer. */
/*@ requires state: kernel_ok;
    requires running: core_cur != 0;
    assigns CAP_STATE;
    ENS_ALL
    ensures answer: irq_control_timer_checked{Old}(\result, self_cptr, number, dst_index); */
err_t irq_control_timer_enter(word_t self_cptr, word_t number, word_t dst_index);

/* ---- irq_control.port ---- */
/*@
    predicate irq_control_port_self_full(integer self) = cap_window[self].type != CAP_NULL;
    predicate irq_control_port_self_names_irq_control(integer self) = cap_window[self].type == CAP_IRQ_CONTROL;
    predicate irq_control_port_self_may_write(integer self) = cap_window[self].rights / RIGHT_WRITE % 2 == 1;
    predicate irq_control_port_first_is_port(integer first) = first < LIMIT_PORTS;
    predicate irq_control_port_last_is_port(integer last) = last < LIMIT_PORTS;
    predicate irq_control_port_ordered(integer first, integer last) = first <= last;
    predicate irq_control_port_dst_empty(integer dst) = cap_window[dst].type == CAP_NULL;
    predicate irq_control_port_whole(integer self) = cap_window[self].rights == RIGHT_ALL;
    predicate irq_control_port_shallow(integer self) = mdb_window[self].depth < LIMIT_DEPTH;
    // what has been checked when the act begins
    predicate irq_control_port_ok(integer self_cptr, integer first, integer last, integer dst_index) =
      (cptr_answer(self_cptr, core_cur) == ERR_NONE) && (\let self = cptr_name(self_cptr, core_cur);
      irq_control_port_self_full(self) &&
      irq_control_port_self_names_irq_control(self) &&
      irq_control_port_self_may_write(self) &&
      irq_control_port_first_is_port(first) &&
      irq_control_port_last_is_port(last) &&
      (dst_index < cn_window[core_cur].limit) && (\let dst = cspace_name(dst_index);
      irq_control_port_ordered(first, last) &&
      irq_control_port_dst_empty(dst) &&
      irq_control_port_whole(self) &&
      irq_control_port_shallow(self) &&
      (has_ports) &&
      \true));
    // the first rule that fails answers
    predicate irq_control_port_checked(integer e, integer self_cptr, integer first, integer last, integer dst_index) =
      cptr_answer(self_cptr, core_cur) != ERR_NONE ? e == cptr_answer(self_cptr, core_cur) : (\let self = cptr_name(self_cptr, core_cur);
      !irq_control_port_self_full(self) ? e == ERR_EMPTY : (
      !irq_control_port_self_names_irq_control(self) ? e == ERR_TYPE : (
      !irq_control_port_self_may_write(self) ? e == ERR_RIGHTS : (
      !irq_control_port_first_is_port(first) ? e == ERR_RANGE : (
      !irq_control_port_last_is_port(last) ? e == ERR_RANGE : (
      !(dst_index < cn_window[core_cur].limit) ? e == ERR_SLOT : (\let dst = cspace_name(dst_index);
      !irq_control_port_ordered(first, last) ? e == ERR_RANGE : (
      !irq_control_port_dst_empty(dst) ? e == ERR_OCCUPIED : (
      !irq_control_port_whole(self) ? e == ERR_RIGHTS : (
      !irq_control_port_shallow(self) ? e == ERR_DEPTH : (
      !(has_ports) ? (e == ERR_METHOD) : (
      e == ERR_NONE))))))))))));
 */
/* irq_control_port_enter - Make the capability of a range of I/O ports (x86). */
/*@ requires state: kernel_ok;
    requires running: core_cur != 0;
    assigns CAP_STATE;
    ENS_ALL
    ensures answer: irq_control_port_checked{Old}(\result, self_cptr, first, last, dst_index); */
err_t irq_control_port_enter(word_t self_cptr, word_t first, word_t last, word_t dst_index);

/* irq_control_call - the method of that number of thread t, which runs; its answer is in its register image afterwards, if it still lives. */
/*@ requires state: kernel_ok;
    requires running: core_cur != 0 && t == core_cur;
    assigns reg_window[0 .. LIMIT_OBJECTS - 1], CAP_STATE;
    ENS_ALL
    ensures unknown: method != SYS_IRQ_CONTROL_GET && method != SYS_IRQ_CONTROL_TIMER && method != SYS_IRQ_CONTROL_PORT && tcb_at(t) && ref_window[t] != 0 ==> answered(t, minus(ERR_METHOD));
    ensures get: method == SYS_IRQ_CONTROL_GET && tcb_at(t) && ref_window[t] != 0 ==>
      irq_control_get_checked{Old}(err_of(reg_window[t].at[REG_BADGE]), \old(reg_window[t].at[REG_BADGE]), \old(reg_window[t].at[REG_WORD + 0]), \old(reg_window[t].at[REG_WORD + 1]));
    ensures timer: method == SYS_IRQ_CONTROL_TIMER && tcb_at(t) && ref_window[t] != 0 ==>
      irq_control_timer_checked{Old}(err_of(reg_window[t].at[REG_BADGE]), \old(reg_window[t].at[REG_BADGE]), \old(reg_window[t].at[REG_WORD + 0]), \old(reg_window[t].at[REG_WORD + 1]));
    ensures port: method == SYS_IRQ_CONTROL_PORT && tcb_at(t) && ref_window[t] != 0 ==>
      irq_control_port_checked{Old}(err_of(reg_window[t].at[REG_BADGE]), \old(reg_window[t].at[REG_BADGE]), \old(reg_window[t].at[REG_WORD + 0]), \old(reg_window[t].at[REG_WORD + 1]), \old(reg_window[t].at[REG_WORD + 2])); */
void irq_control_call(word_t t, word_t method);
#endif
