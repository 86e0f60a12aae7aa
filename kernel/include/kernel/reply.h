/* reply.h - the one-shot reply: holder <-> caller is a partial bijection. A holder is the thread that received the call, or the reply
 * object it was saved in. Owns reply_window. */
#ifndef KERNEL_REPLY_H
#define KERNEL_REPLY_H
#include <kernel/frame.h>

/*@ predicate rp_caller = \forall integer h; holder_at(h) && reply_window[h].caller != 0 ==>
      tcb_at(reply_window[h].caller) && reply_window[reply_window[h].caller].server == h;
    predicate rp_server = \forall integer t; tcb_at(t) && reply_window[t].server != 0 ==>
      holder_at(reply_window[t].server) && reply_window[reply_window[t].server].caller == t;
    predicate rp_ok = rp_caller && rp_server; */
#define ENS_RP ensures rp_caller: rp_caller; ensures rp_server: rp_server;

/*@ requires rp_ok && tcb_at(c) && holder_at(h) && reply_window[c].server == 0 && reply_window[h].caller == 0;
    assigns reply_window[c].server, reply_window[h].caller;
    ENS_RP
    ensures now: reply_window[c].server == h && reply_window[h].caller == c; */
INLINE void reply_bind(word_t c, word_t h)
{
    REPLY(c).server = (uint32_t)h;
    REPLY(h).caller = (uint32_t)c;
}

/*@ requires rp_ok && holder_at(h) && c != 0 && reply_window[h].caller == c;
    assigns reply_window[h].caller, reply_window[c].server;
    ENS_RP
    ensures now: reply_window[h].caller == 0 && reply_window[c].server == 0; */
INLINE void reply_take(word_t h, word_t c)
{
    REPLY(h).caller = 0u;
    REPLY(c).server = 0u;
}

/* reply_answer - holder h answers what it owes with the running thread's message: the caller may run next. xfer: what goes along. A faulted caller
 * goes on if the label is 0, and stays stopped otherwise. */
/*@ requires kernel_ok && core_cur != 0 && holder_at(h) && reply_window[h].caller != 0;
    assigns IPC_STATE, CAP_STATE;
    ENS_KERNEL
    ensures once: reply_window[h].caller == 0;
    ensures cur: core_cur == \old(core_cur);
    ensures others: \forall integer k; holder_at(k) && \old(reply_window[k].caller) == 0 ==> reply_window[k].caller == 0;
    ensures senders: eps_window == \old(eps_window); */
void reply_answer(word_t h, word_t xfer);

/* reply_fail - what holder h owes can never be answered: its caller is told err (a faulted caller stays stopped). */
/*@ requires kernel_ok && holder_at(h) && reply_window[h].caller != 0;
    assigns IPC_STATE;
    ENS_KERNEL
    ensures once: reply_window[h].caller == 0;
    ensures cur: core_cur == \old(core_cur); */
void reply_fail(word_t h, err_t err);

/* reply_save - what the running thread owes is from now on owed by the reply object of slot s. */
/*@ requires kernel_ok && core_cur != 0 && slot_at(s) && cap_window[s].type == CAP_REPLY;
    requires owed: reply_window[core_cur].caller != 0;
    requires free: reply_window[cap_window[s].obj].caller == 0;
    assigns reply_window[0 .. LIMIT_OBJECTS - 1];
    ENS_KERNEL
    ensures moved: reply_window[core_cur].caller == 0 && reply_window[cap_window[s].obj].caller == \old(reply_window[core_cur].caller); */
void reply_save(word_t s);

/* reply_send - answer what the reply object of slot s owes with the running thread's message. */
/*@ requires kernel_ok && core_cur != 0 && slot_at(s) && cap_window[s].type == CAP_REPLY;
    requires owed: reply_window[cap_window[s].obj].caller != 0;
    assigns IPC_STATE, CAP_STATE;
    ENS_KERNEL
    ensures once: reply_window[cap_window[s].obj].caller == 0;
    ensures cur: core_cur == \old(core_cur); */
void reply_send(word_t s);
#endif
