/* answer.h - answering what is owed: by the thread that received the call, or through the reply object it was saved in. Moves messages and
 * threads, so it needs the whole kernel_ok; who owes whom alone is reply.h. */
#ifndef KERNEL_ANSWER_H
#define KERNEL_ANSWER_H
#include <kernel/kernel.h>

/* reply_answer - holder h answers what it owes with the running thread's message: the caller may run next. xfer: what goes along. A faulted caller
 * goes on if the label is 0, and stays stopped otherwise. */
/*@ requires kernel_ok && core_cur != 0 && holder_at(h) && reply_window[h].caller != 0;
    assigns IPC_STATE, CAP_STATE;
    ENS_ALL
    ensures once: reply_window[h].caller == 0;
    ensures cur: core_cur == \old(core_cur);
    ensures others: \forall integer k; holder_at(k) && \old(reply_window[k].caller) == 0 ==> reply_window[k].caller == 0;
    ensures senders: eps_window == \old(eps_window); */
void reply_answer(word_t h, word_t xfer);

/* reply_fail - what holder h owes can never be answered: its caller is told err (a faulted caller stays stopped). */
/*@ requires kernel_ok && holder_at(h) && reply_window[h].caller != 0;
    assigns IPC_STATE;
    ENS_ALL
    ensures once: reply_window[h].caller == 0;
    ensures cur: core_cur == \old(core_cur);
    ensures still: \forall integer k; tcb_at(k) && \old(sched_window[k].state) == TS_INACTIVE ==> sched_window[k].state == TS_INACTIVE; */
void reply_fail(word_t h, err_t err);

/* reply_save - what the running thread owes is from now on owed by the reply object of slot s. */
/*@ requires kernel_ok && core_cur != 0 && slot_at(s) && cap_window[s].type == CAP_REPLY;
    requires owed: reply_window[core_cur].caller != 0;
    requires free: reply_window[cap_window[s].obj].caller == 0;
    assigns reply_window[0 .. LIMIT_OBJECTS - 1];
    ENS_ALL
    ensures moved: reply_window[core_cur].caller == 0 && reply_window[cap_window[s].obj].caller == \old(reply_window[core_cur].caller); */
void reply_save(word_t s);

/* reply_send - answer what the reply object of slot s owes with the running thread's message. */
/*@ requires kernel_ok && core_cur != 0 && slot_at(s) && cap_window[s].type == CAP_REPLY;
    requires owed: reply_window[cap_window[s].obj].caller != 0;
    assigns IPC_STATE, CAP_STATE;
    ENS_ALL
    ensures once: reply_window[cap_window[s].obj].caller == 0;
    ensures cur: core_cur == \old(core_cur); */
void reply_send(word_t s);
#endif
