/* endpoint.c - send, receive and call on the slow path, and the decoding of the IPC system calls. Everything is checked before anything
 * changes. Invariant owned here: a thread that leaves a queue is ready, or waits for a reply, before anyone else looks. */
#define RQ_HIDDEN
#include <kernel/endpoint.h>
#include <kernel/fault.h>
#include <kernel/notification.h>

err_t ipc_check(word_t cptr, word_t type, word_t needs)
{
    err_t err = cptr_check(cptr);
    word_t s;

    if (err != ERR_NONE) return err;
    s = cptr_find(cptr);
    if (CAP(s).type == CAP_NULL) return ERR_EMPTY;
    if (CAP(s).type != type) return ERR_TYPE;
    return rights_within(needs, CAP(s).rights) == 0u ? ERR_RIGHTS : ERR_NONE;
}

/* sender_deliver - the message that sender t offers, to thread r. */
/*@ requires x_buffer && ref_ok && x_tslot && tcb_at(t) && tcb_at(r) && t != r;
    assigns REG_ALL(r), BUF_ALL(r);
    ensures delivered: delivered{Pre,Post}(r, t);
    ensures count: reg_window[r].at[REG_COUNT] == sent_count(t, r);
    ensures gives: gives(t, r, thr_window[t].xfer) <==> \old(gives(t, r, thr_window[t].xfer));
    ensures same: gift(t) == \old(gift(t)) && place(r) == \old(place(r)); */
static void sender_deliver(word_t t, word_t r)
{
    word_t h = thread_slot(t, TCB_HANDLER);

    if (THR(t).op == MESSAGE_FAULT) {
        fault_message(t, r, CAP(h).type == CAP_NULL ? 0u : CAP(h).badge);
    } else {
        message_deliver(t, r, REG(t, REG_BADGE), THR(t).xfer);
    }
}

word_t receiver_pop(word_t e)
{
    word_t r = EPR(e).head;

    queue_pop_recv(e, r, IPC(r).next);
    return r;
}

/*@ requires kernel_ok && endpoint_at(e) && eps_window[e].head != 0;
    assigns eps_window[e].head, ipc_window[eps_window[e].head].ep;
    ENS_EQ ENS_THRBUT(\result)
    ensures head: \result == \old(eps_window[e].head);
    ensures loose: loose(\result); */
static word_t sender_pop(word_t e)
{
    return queue_pop_send(e);
}

void loose_hand(word_t r)
{
    sched_hand(r);
}

void loose_ready(word_t r)
{
    sched_ready(r);
}

void loose_park(word_t r)
{
    sched_stop(r);
}

/* loose_call - the loose thread c waits for the reply of the running thread, which owes none. */
/*@ requires rp_ok && thr_but(c) && loose(c) && run_cur && core_cur != 0 && reply_window[core_cur].caller == 0;
    assigns reply_window[c].server, reply_window[core_cur].caller;
    ENS_RP ENS_XTHR
    ensures now: reply_window[c].server == core_cur && reply_window[core_cur].caller == c; */
static void loose_call(word_t c)
{
    reply_bind(c, core_cur);
}

/* cur_await - the running thread has delivered its call to r and waits for the reply. */
/*@ requires THREADS_OK && x_vspace && core_cur != 0;
    requires ready(r) && reply_window[r].caller == 0;
    assigns sched_window[core_cur].state, reply_window[core_cur].server, reply_window[r].caller, core_cur;
    ENS_RQ ENS_RP ENS_XTHR ENS_RUNNING ENS_VSPACE
    ensures owed: reply_window[\old(core_cur)].server == r && reply_window[r].caller == \old(core_cur);
    ensures idle: core_cur == 0 && sched_window[\old(core_cur)].state == TS_BLOCKED;
    ensures still: ready(r); */
static void cur_await(word_t r)
{
    reply_bind(core_cur, r);
    sched_block();
}

/* cur_queue_send - the running thread waits in e as a sender. */
/*@ requires THREADS_OK && x_vspace && core_cur != 0 && endpoint_at(e) && ref_window[e] != 0 && epr_window[e].head == 0;
    assigns EQ_STATE, sched_window[core_cur].state, core_cur;
    ENS_RQ ENS_EQ ENS_XTHR ENS_RUNNING ENS_VSPACE
    ensures waits: ipc_window[\old(core_cur)].ep == e && eps_window[e].tail == \old(core_cur) && core_cur == 0; */
static void cur_queue_send(word_t e)
{
    queue_push_send(core_cur, e);
    sched_block();
}

void cur_queue_recv(word_t e)
{
    queue_push_recv(core_cur, e);
    sched_block();
}

/* offer_now - a receiver waits: it gets the message, and runs next if the sender waits for its answer. */
/*@ requires kernel_ok && core_cur != 0 && endpoint_at(e) && epr_window[e].head != 0;
    assigns RQ_ONE(epr_window[e].head), rq_rank[0 .. LIMIT_OBJECTS - 1], prio_window[epr_window[e].head].word, core_floor, core_cur,
            epr_window[e].head, ipc_window[epr_window[e].head].ep, sched_window[core_cur].state, reply_window[core_cur].server,
            reply_window[epr_window[e].head].caller, REG_ALL(epr_window[e].head), BUF_ALL(epr_window[e].head), reg_window[core_cur].at[REG_BADGE];
    ENS_ALL
    ensures met: \result == \old(epr_window[e].head) && tcb_at(\result) && ready(\result);
    ensures delivered: delivered{Pre,Post}(\result, \old(core_cur));
    ensures count: reg_window[\result].at[REG_COUNT] == \old(sent_count(core_cur, epr_window[e].head)) && reg_window[\result].at[REG_COUNT] <= LIMIT_BUFFER_WORDS;
    ensures gives: gives(\old(core_cur), \result, thr_window[\old(core_cur)].xfer) <==> \old(gives(core_cur, epr_window[e].head, thr_window[core_cur].xfer));
    ensures same: gift(\old(core_cur)) == \old(gift(core_cur)) && place(\result) == \old(place(epr_window[e].head));
    ensures called: \old(thr_window[core_cur].op) != MESSAGE_SEND ==> called{Pre,Post}(\old(core_cur), e, \result);
    ensures sent: \old(thr_window[core_cur].op) == MESSAGE_SEND ==> core_cur == \old(core_cur) && reg_window[core_cur].at[REG_BADGE] == 0; */
static word_t offer_now(word_t e)
{
    word_t me = core_cur, r = receiver_pop(e);

    sender_deliver(me, r);
    if (THR(me).op == MESSAGE_SEND) {
        loose_ready(r);
        REG(me, REG_BADGE) = 0u;
    } else {
        loose_hand(r);
        cur_await(r);
    }
    return r;
}

void endpoint_offer(word_t e)
{
    word_t me = core_cur, r;

    if (EPR(e).head != 0u) {
        r = offer_now(e);
        message_grant(me, r, THR(me).xfer);
    } else {
        cur_queue_send(e);
    }
}

/* await_now - a sender waits: the running thread gets its message. A sender goes on, a caller waits for the reply. */
/*@ requires kernel_ok && core_cur != 0 && endpoint_at(e) && eps_window[e].head != 0 && reply_window[core_cur].caller == 0;
    assigns RQ_ONE(eps_window[e].head), rq_rank[0 .. LIMIT_OBJECTS - 1], prio_window[eps_window[e].head].word, core_floor,
            eps_window[e].head, ipc_window[eps_window[e].head].ep, reply_window[core_cur].caller, reply_window[eps_window[e].head].server,
            REG_ALL(eps_window[e].head), REG_ALL(core_cur), BUF_ALL(core_cur);
    ENS_ALL
    ensures from: \result == \old(eps_window[e].head) && tcb_at(\result) && \result != core_cur;
    ensures delivered: delivered{Pre,Post}(core_cur, \result);
    ensures count: reg_window[core_cur].at[REG_COUNT] == \old(sent_count(eps_window[e].head, core_cur)) && reg_window[core_cur].at[REG_COUNT] <= LIMIT_BUFFER_WORDS;
    ensures gives: gives(\result, core_cur, thr_window[\result].xfer) <==> \old(gives(eps_window[e].head, core_cur, thr_window[eps_window[e].head].xfer));
    ensures same: gift(\result) == \old(gift(eps_window[e].head)) && place(core_cur) == \old(place(core_cur));
    ensures sent: \old(thr_window[eps_window[e].head].op) == MESSAGE_SEND ==> ready(\result) && answered(\result, 0);
    ensures owed: \old(thr_window[eps_window[e].head].op) != MESSAGE_SEND ==> reply_window[core_cur].caller == \result &&
      reply_window[\result].server == core_cur; */
static word_t await_now(word_t e)
{
    word_t t = sender_pop(e);

    sender_deliver(t, core_cur);
    if (THR(t).op == MESSAGE_SEND) {
        regs_answer(t, 0u);
        loose_ready(t);
    } else {
        loose_call(t);
    }
    return t;
}

void endpoint_park(word_t e)
{
    cur_queue_recv(e);
}

void endpoint_await(word_t e)
{
    word_t me = core_cur, t;

    if (EPS(e).head != 0u) {
        t = await_now(e);
        message_grant(t, me, THR(t).xfer);
    } else {
        endpoint_park(e);
    }
}
