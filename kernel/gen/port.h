/* port.h - A range of I/O ports (x86). Every check as a predicate; the wrappers that check, then act. Generated from spec/object/port.yaml. */
#ifndef GEN_PORT_H
#define GEN_PORT_H
#include <method_check.h>
#include <kernel/control.h>

/* ---- port.read ---- */
/*@
    predicate port_read_self_full(integer self) = cap_window[self].type != CAP_NULL;
    predicate port_read_self_names_port(integer self) = cap_window[self].type == CAP_PORT;
    predicate port_read_self_may_read(integer self) = cap_window[self].rights / RIGHT_READ % 2 == 1;
    predicate port_read_port_is_port(integer port) = port < LIMIT_PORTS;
    predicate port_read_bytes_known(integer bytes) = (bytes == 1 || bytes == 2 || bytes == 4);
    predicate port_read_inside(integer self, integer port, integer bytes) = (cap_window[self].obj <= port && (port + bytes) <= ((cap_window[self].badge % 65536) + 1));
    // what has been checked when the act begins
    predicate port_read_ok(integer self_cptr, integer port, integer bytes) =
      (cptr_answer(self_cptr, core_cur) == ERR_NONE) && (\let self = cptr_name(self_cptr, core_cur);
      port_read_self_full(self) &&
      port_read_self_names_port(self) &&
      port_read_self_may_read(self) &&
      port_read_port_is_port(port) &&
      port_read_bytes_known(bytes) &&
      port_read_inside(self, port, bytes) &&
      \true);
    // the first rule that fails answers
    predicate port_read_checked(integer e, integer self_cptr, integer port, integer bytes) =
      cptr_answer(self_cptr, core_cur) != ERR_NONE ? e == cptr_answer(self_cptr, core_cur) : (\let self = cptr_name(self_cptr, core_cur);
      !port_read_self_full(self) ? e == ERR_EMPTY : (
      !port_read_self_names_port(self) ? e == ERR_TYPE : (
      !port_read_self_may_read(self) ? e == ERR_RIGHTS : (
      !port_read_port_is_port(port) ? e == ERR_RANGE : (
      !port_read_bytes_known(bytes) ? e == ERR_RANGE : (
      !port_read_inside(self, port, bytes) ? e == ERR_RANGE : (
      e == ERR_NONE)))))));
 */
/* port_read_enter - Read a port. */
/*@ requires state: kernel_ok;
    requires running: core_cur != 0;
    assigns reg_window[0 .. LIMIT_OBJECTS - 1];
    ENS_ALL
    ensures answer: port_read_checked{Old}(\result, self_cptr, port, bytes);
    ensures ok: \result == ERR_NONE ==> reg_window[\old(core_cur)].at[REG_BADGE] == 0; */
err_t port_read_enter(word_t self_cptr, word_t port, word_t bytes);

/* ---- port.write ---- */
/*@
    predicate port_write_self_full(integer self) = cap_window[self].type != CAP_NULL;
    predicate port_write_self_names_port(integer self) = cap_window[self].type == CAP_PORT;
    predicate port_write_self_may_write(integer self) = cap_window[self].rights / RIGHT_WRITE % 2 == 1;
    predicate port_write_port_is_port(integer port) = port < LIMIT_PORTS;
    predicate port_write_bytes_known(integer bytes) = (bytes == 1 || bytes == 2 || bytes == 4);
    predicate port_write_inside(integer self, integer port, integer bytes) = (cap_window[self].obj <= port && (port + bytes) <= ((cap_window[self].badge % 65536) + 1));
    // what has been checked when the act begins
    predicate port_write_ok(integer self_cptr, integer port, integer bytes) =
      (cptr_answer(self_cptr, core_cur) == ERR_NONE) && (\let self = cptr_name(self_cptr, core_cur);
      port_write_self_full(self) &&
      port_write_self_names_port(self) &&
      port_write_self_may_write(self) &&
      port_write_port_is_port(port) &&
      port_write_bytes_known(bytes) &&
      port_write_inside(self, port, bytes) &&
      \true);
    // the first rule that fails answers
    predicate port_write_checked(integer e, integer self_cptr, integer port, integer bytes) =
      cptr_answer(self_cptr, core_cur) != ERR_NONE ? e == cptr_answer(self_cptr, core_cur) : (\let self = cptr_name(self_cptr, core_cur);
      !port_write_self_full(self) ? e == ERR_EMPTY : (
      !port_write_self_names_port(self) ? e == ERR_TYPE : (
      !port_write_self_may_write(self) ? e == ERR_RIGHTS : (
      !port_write_port_is_port(port) ? e == ERR_RANGE : (
      !port_write_bytes_known(bytes) ? e == ERR_RANGE : (
      !port_write_inside(self, port, bytes) ? e == ERR_RANGE : (
      e == ERR_NONE)))))));
 */
/* port_write_enter - Write a port. */
/*@ requires state: kernel_ok;
    requires running: core_cur != 0;
    assigns PORT_HW;
    ENS_ALL
    ensures answer: port_write_checked{Old}(\result, self_cptr, port, bytes);
    ensures done: \result == ERR_NONE ==> hw_port == port && hw_port_bytes == bytes && hw_port_value == value; */
err_t port_write_enter(word_t self_cptr, word_t port, word_t bytes, word_t value);

/* port_call - the method of that number of thread t, which runs; its answer is in its register image afterwards, if it still lives. */
/*@ requires state: kernel_ok;
    requires running: core_cur != 0 && t == core_cur;
    assigns reg_window[0 .. LIMIT_OBJECTS - 1], PORT_HW;
    ENS_ALL
    ensures unknown: method != SYS_PORT_READ && method != SYS_PORT_WRITE && tcb_at(t) && ref_window[t] != 0 ==> answered(t, minus(ERR_METHOD));
    ensures read: method == SYS_PORT_READ && tcb_at(t) && ref_window[t] != 0 ==>
      port_read_checked{Old}(err_of(reg_window[t].at[REG_BADGE]), \old(reg_window[t].at[REG_BADGE]), \old(reg_window[t].at[REG_WORD + 0]), \old(reg_window[t].at[REG_WORD + 1]));
    ensures write: method == SYS_PORT_WRITE && tcb_at(t) && ref_window[t] != 0 ==>
      port_write_checked{Old}(err_of(reg_window[t].at[REG_BADGE]), \old(reg_window[t].at[REG_BADGE]), \old(reg_window[t].at[REG_WORD + 0]), \old(reg_window[t].at[REG_WORD + 1])); */
void port_call(word_t t, word_t method);
#endif
