/* reply.c - answering calls. Who owes an answer is a holder: the thread that received the call, or the reply object it was saved in.
 * An answer is given once. A faulted thread waits like a caller, but its registers are its own: only the label counts. */
#define RQ_HIDDEN
#include <kernel/answer.h>
#include <kernel/endpoint.h>
#include <kernel/reply.h>

/* reply_release - the caller of h waits for nothing any more; the next act must say what becomes of it. */
/*@ requires kernel_ok && holder_at(h) && reply_window[h].caller != 0;
    assigns reply_window[h].caller, reply_window[reply_window[h].caller].server;
    ENS_RP ENS_THRBUT(\result)
    ensures caller: \result == \old(reply_window[h].caller);
    ensures loose: loose(\result);
    ensures once: reply_window[h].caller == 0; */
static word_t reply_release(word_t h)
{
    word_t c = REPLY(h).caller;

    reply_take(h, c);
    return c;
}

/* reply_fault - the faulted thread c is told to go on (label 0) or to stay stopped. */
/*@ requires rq_ok && run_ok && thr_but(c) && loose(c) && x_vspace;
    assigns RQ_ONE(c), rq_rank[0 .. LIMIT_OBJECTS - 1], prio_window[c].word, core_floor, core_cur, thr_window[c].fault;
    ENS_RQ ENS_XTHR ENS_RUNNING ENS_VSPACE ENS_OTHERS(c) ENS_PRIOS
    ensures goes: label == 0 ==> first(c) && thr_window[c].fault == FAULT_NONE;
    ensures stays: label != 0 ==> sched_window[c].state == TS_INACTIVE && thr_window[c].fault == \old(thr_window[c].fault);
    ensures cur: core_cur == \old(core_cur); */
static void reply_fault(word_t c, word_t label)
{
    if (label == 0u) {
        THR(c).fault = FAULT_NONE;
        loose_hand(c);
    } else {
        loose_park(c);
    }
}

/* reply_now - the caller of h gets the running thread's message. Answers the caller, or 0 if it had faulted and took the label alone. */
/*@ requires kernel_ok && core_cur != 0 && holder_at(h) && reply_window[h].caller != 0;
    assigns ANSWER_STATE(h, reply_window[h].caller), BUF_ALL(reply_window[h].caller), thr_window[reply_window[h].caller].fault;
    ENS_ALL
    ensures once: reply_window[h].caller == 0 && reply_window[\old(reply_window[h].caller)].server == 0;
    ensures to: \result == (\old(thr_window[reply_window[h].caller].fault) == FAULT_NONE ? \old(reply_window[h].caller) : 0);
    ensures at: \result == 0 || (tcb_at(\result) && \result != core_cur);
    ensures answered: \result != 0 ==> replied_to{Pre,Post}(\result, core_cur) && thr_window[\result].fault == FAULT_NONE &&
      got_words{Pre,Post}(\result, core_cur, \old(carried(core_cur, reply_window[h].caller, xfer)));
    ensures gives: \result != 0 ==> (gives(core_cur, \result, xfer) <==> \old(gives(core_cur, reply_window[h].caller, xfer)));
    ensures same: \result != 0 ==> gift(core_cur) == \old(gift(core_cur)) && place(\result) == \old(place(reply_window[h].caller));
    ensures count: \result != 0 ==> reg_window[\result].at[REG_COUNT] == \old(carried(core_cur, reply_window[h].caller, xfer)) &&
      reg_window[\result].at[REG_COUNT] <= LIMIT_BUFFER_WORDS;
    ensures fault: \result == 0 ==> resumed{Pre,Post}(\old(reply_window[h].caller), reg_window[core_cur].at[REG_LABEL]);
    ensures cur: core_cur == \old(core_cur); */
static word_t reply_now(word_t h, word_t xfer)
{
    word_t me = core_cur, c = reply_release(h);

    if (THR(c).fault != FAULT_NONE) {
        reply_fault(c, REG(me, REG_LABEL));
        /*@ ghost kernel_parts(); */
        return 0u;
    }
    message_deliver(me, c, 0u, xfer);
    loose_hand(c);
    /*@ ghost kernel_parts(); */
    return c;
}

void reply_answer(word_t h, word_t xfer)
{
    word_t me = core_cur, c = reply_now(h, xfer);

    if (c != 0u) {
        message_grant(me, c, xfer);
    }
}

void reply_fail(word_t h, err_t err)
{
    word_t c = reply_release(h);

    if (THR(c).fault != FAULT_NONE) {
        loose_park(c);
    } else {
        regs_answer(c, err_badge(err));
        loose_hand(c);
    }
}

void reply_save(word_t s)
{
    word_t c = REPLY(core_cur).caller, r = CAP(s).obj;

    /*@ assert object: rep_at(r) && ref_window[r] != 0; */
    /*@ assert waits: ipc_window[c].ep == 0; */
    reply_take(core_cur, c);
    reply_bind(c, r);
}

void reply_send(word_t s)
{
    reply_answer(CAP(s).obj, 0u);
}
