/* answer.h - answering what is owed: by the thread that received the call, or through the reply object it was saved in. Moves messages and
 * threads, so it needs the whole kernel_ok; who owes whom alone is reply.h. */
#ifndef KERNEL_ANSWER_H
#define KERNEL_ANSWER_H
#include <kernel/effect.h>

/* What an answer to c, whom holder h owes it, may change. */
#define ANSWER_STATE(h, c) RQ_ONE(c), rq_rank[0 .. LIMIT_OBJECTS - 1], prio_window[c].word, core_floor, core_cur, \
  reply_window[h].caller, reply_window[c].server, REG_ALL(c)
/*@ // c, whose fault is none, has the message of the thread me and is ready, first of its level
    predicate replied_to{A,B}(integer c, integer me) = others_still{A,B}(c, c) && \at(prio_window[c].word,B) == 0 && \at(first(c),B) && got{A,B}(c, me, 0);
    // c, which had faulted, goes on, or stays stopped
    predicate resumed{A,B}(integer c, integer label) = others_still{A,B}(c, c) &&
      (label == 0 ==> \at(first(c),B) && \at(thr_window[c].fault,B) == FAULT_NONE) &&
      (label != 0 ==> \at(sched_window[c].state,B) == TS_INACTIVE && \at(thr_window[c].fault,B) == \at(thr_window[c].fault,A)) &&
      (\forall integer i; 0 <= i < ARCH_REGS ==> \at(reg_window[c].at[i],B) == \at(reg_window[c].at[i],A)); */

/* reply_answer - holder h answers what it owes with the running thread's message: the caller may run next. xfer: what goes along. A faulted caller
 * goes on if the label is 0, and stays stopped otherwise. */
/*@ requires kernel_ok && core_cur != 0 && holder_at(h) && reply_window[h].caller != 0;
    assigns ANSWER_STATE(h, reply_window[h].caller), BUF_ALL(reply_window[h].caller), thr_window[reply_window[h].caller].fault, CAP_STATE;
    ENS_ALL
    ensures once: reply_window[h].caller == 0 && reply_window[\old(reply_window[h].caller)].server == 0;
    ensures cur: core_cur == \old(core_cur);
    ensures answered: \old(thr_window[reply_window[h].caller].fault) == FAULT_NONE ==> replied_to{Pre,Post}(\old(reply_window[h].caller), core_cur) &&
      thr_window[\old(reply_window[h].caller)].fault == FAULT_NONE &&
      got_words{Pre,Post}(\old(reply_window[h].caller), core_cur, \old(carried(core_cur, reply_window[h].caller, xfer)));
    ensures count: \old(thr_window[reply_window[h].caller].fault == FAULT_NONE && !gives(core_cur, reply_window[h].caller, xfer)) ==>
      reg_window[\old(reply_window[h].caller)].at[REG_COUNT] == \old(carried(core_cur, reply_window[h].caller, xfer));
    ensures given: \old(thr_window[reply_window[h].caller].fault == FAULT_NONE && gives(core_cur, reply_window[h].caller, xfer)) ==>
      given{Pre,Post}(core_cur, \old(reply_window[h].caller), \old(carried(core_cur, reply_window[h].caller, xfer)));
    ensures fault: \old(thr_window[reply_window[h].caller].fault) != FAULT_NONE ==>
      resumed{Pre,Post}(\old(reply_window[h].caller), reg_window[core_cur].at[REG_LABEL]);
    ensures caps: \forall integer k; 0 <= k < LIMIT_SLOTS && \old(cap_window[k].type) != CAP_NULL ==> cap_window[k] == \old(cap_window[k]); */
void reply_answer(word_t h, word_t xfer);

/* reply_fail - what holder h owes can never be answered: its caller is told err (a faulted caller stays stopped). */
/*@ requires kernel_ok && holder_at(h) && reply_window[h].caller != 0;
    assigns ANSWER_STATE(h, reply_window[h].caller);
    ENS_ALL
    ensures once: reply_window[h].caller == 0;
    ensures cur: core_cur == \old(core_cur);
    ensures told: \old(thr_window[reply_window[h].caller].fault) == FAULT_NONE ==>
      first(\old(reply_window[h].caller)) && answered(\old(reply_window[h].caller), minus(err));
    ensures parked: \old(thr_window[reply_window[h].caller].fault) != FAULT_NONE ==> sched_window[\old(reply_window[h].caller)].state == TS_INACTIVE;
    ensures still: \forall integer k; tcb_at(k) && \old(sched_window[k].state) == TS_INACTIVE ==> sched_window[k].state == TS_INACTIVE; */
void reply_fail(word_t h, err_t err);

/* reply_save - what the running thread owes is from now on owed by the reply object of slot s. */
/*@ requires kernel_ok && core_cur != 0 && slot_at(s) && cap_window[s].type == CAP_REPLY;
    requires owed: reply_window[core_cur].caller != 0;
    requires free: reply_window[cap_window[s].obj].caller == 0;
    assigns reply_window[core_cur].caller, reply_window[cap_window[s].obj].caller, reply_window[reply_window[core_cur].caller].server;
    ENS_ALL
    ensures moved: reply_window[core_cur].caller == 0 && reply_window[cap_window[s].obj].caller == \old(reply_window[core_cur].caller); */
void reply_save(word_t s);

/* reply_send - answer what the reply object of slot s owes with the running thread's message. */
/*@ requires kernel_ok && core_cur != 0 && slot_at(s) && cap_window[s].type == CAP_REPLY;
    requires owed: reply_window[cap_window[s].obj].caller != 0;
    assigns IPC_STATE, CAP_STATE;
    ENS_ALL
    ensures once: reply_window[\old(cap_window[s].obj)].caller == 0;
    ensures cur: core_cur == \old(core_cur);
    ensures answered: \let c = \old(reply_window[cap_window[s].obj].caller);
      \old(thr_window[reply_window[cap_window[s].obj].caller].fault) == FAULT_NONE ==> replied_to{Pre,Post}(c, core_cur) && reg_window[c].at[REG_COUNT] == 0; */
void reply_send(word_t s);
#endif
