/* reply.h - Keeps an owed reply. Every check as a predicate; the wrappers that check, then act. Generated from spec/object/reply.yaml. */
#ifndef GEN_REPLY_H
#define GEN_REPLY_H
#include <method_check.h>
#include <kernel/answer.h>

/* ---- reply.save ---- */
/*@
    predicate reply_save_self_full(integer self) = cap_window[self].type != CAP_NULL;
    predicate reply_save_self_names_reply(integer self) = cap_window[self].type == CAP_REPLY;
    predicate reply_save_self_may_write(integer self) = cap_window[self].rights / RIGHT_WRITE % 2 == 1;
    predicate reply_save_owes = reply_window[core_cur].caller != 0;
    predicate reply_save_vacant(integer self) = reply_window[cap_window[self].obj].caller == 0;
    // what has been checked when the act begins
    predicate reply_save_ok(integer self_cptr) =
      (cptr_answer(self_cptr, core_cur) == ERR_NONE) && (\let self = cptr_name(self_cptr, core_cur);
      reply_save_self_full(self) &&
      reply_save_self_names_reply(self) &&
      reply_save_self_may_write(self) &&
      reply_save_owes &&
      reply_save_vacant(self) &&
      \true);
    // the first rule that fails answers
    predicate reply_save_checked(integer e, integer self_cptr) =
      cptr_answer(self_cptr, core_cur) != ERR_NONE ? e == cptr_answer(self_cptr, core_cur) : (\let self = cptr_name(self_cptr, core_cur);
      !reply_save_self_full(self) ? e == ERR_EMPTY : (
      !reply_save_self_names_reply(self) ? e == ERR_TYPE : (
      !reply_save_self_may_write(self) ? e == ERR_RIGHTS : (
      !reply_save_owes ? e == ERR_STATE : (
      !reply_save_vacant(self) ? e == ERR_OCCUPIED : (
      e == ERR_NONE))))));
 */
/* reply_save_enter - Move the reply that the caller owes into this object. */
/*@ requires state: kernel_ok;
    requires running: core_cur != 0;
    assigns reply_window[0 .. LIMIT_OBJECTS - 1];
    ENS_ALL
    ensures answer: reply_save_checked{Old}(\result, self_cptr);
    ensures done: \result == ERR_NONE ==> \let self = \old(cptr_name(self_cptr, core_cur)); reply_window[core_cur].caller == 0 && reply_window[cap_window[self].obj].caller == \old(reply_window[core_cur].caller); */
err_t reply_save_enter(word_t self_cptr);

/* ---- reply.send ---- */
/*@
    predicate reply_send_self_full(integer self) = cap_window[self].type != CAP_NULL;
    predicate reply_send_self_names_reply(integer self) = cap_window[self].type == CAP_REPLY;
    predicate reply_send_self_may_write(integer self) = cap_window[self].rights / RIGHT_WRITE % 2 == 1;
    predicate reply_send_keeps(integer self) = reply_window[cap_window[self].obj].caller != 0;
    // what has been checked when the act begins
    predicate reply_send_ok(integer self_cptr) =
      (cptr_answer(self_cptr, core_cur) == ERR_NONE) && (\let self = cptr_name(self_cptr, core_cur);
      reply_send_self_full(self) &&
      reply_send_self_names_reply(self) &&
      reply_send_self_may_write(self) &&
      reply_send_keeps(self) &&
      \true);
    // the first rule that fails answers
    predicate reply_send_checked(integer e, integer self_cptr) =
      cptr_answer(self_cptr, core_cur) != ERR_NONE ? e == cptr_answer(self_cptr, core_cur) : (\let self = cptr_name(self_cptr, core_cur);
      !reply_send_self_full(self) ? e == ERR_EMPTY : (
      !reply_send_self_names_reply(self) ? e == ERR_TYPE : (
      !reply_send_self_may_write(self) ? e == ERR_RIGHTS : (
      !reply_send_keeps(self) ? e == ERR_EMPTY : (
      e == ERR_NONE)))));
 */
/* reply_send_enter - Answer the kept reply with the caller's label and message words. */
/*@ requires state: kernel_ok;
    requires running: core_cur != 0;
    assigns IPC_STATE, CAP_STATE;
    ENS_ALL
    ensures answer: reply_send_checked{Old}(\result, self_cptr);
    ensures done: \result == ERR_NONE ==> \let self = \old(cptr_name(self_cptr, core_cur)); reply_window[\old(cap_window[self].obj)].caller == 0; */
err_t reply_send_enter(word_t self_cptr);

/* reply_call - the method of that number of thread t, which runs; its answer is in its register image afterwards, if it still lives. */
/*@ requires state: kernel_ok;
    requires running: core_cur != 0 && t == core_cur;
    assigns reg_window[0 .. LIMIT_OBJECTS - 1], reply_window[0 .. LIMIT_OBJECTS - 1], IPC_STATE, CAP_STATE;
    ENS_ALL
    ensures unknown: method != SYS_REPLY_SAVE && method != SYS_REPLY_SEND && tcb_at(t) && ref_window[t] != 0 ==> answered(t, minus(ERR_METHOD));
    ensures save: method == SYS_REPLY_SAVE && tcb_at(t) && ref_window[t] != 0 ==>
      reply_save_checked{Old}(err_of(reg_window[t].at[REG_BADGE]), \old(reg_window[t].at[REG_BADGE]));
    ensures send: method == SYS_REPLY_SEND && tcb_at(t) && ref_window[t] != 0 ==>
      reply_send_checked{Old}(err_of(reg_window[t].at[REG_BADGE]), \old(reg_window[t].at[REG_BADGE])); */
void reply_call(word_t t, word_t method);
#endif
