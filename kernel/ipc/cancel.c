/* cancel.c - ends of waiting that are no message: stop, kill, drain, cancel. Whoever is woken finds ERR_GONE; a faulted thread stays stopped.
 * Bounded: queue_drain wakes LIMIT_BUDGET threads a call, progress is in the queue itself. */
#include <kernel/answer.h>
#include <kernel/lifecycle.h>
#include <kernel/endpoint.h>

/* thread_settle - t has a full register image afterwards: if it had none, what it waited for ends with ERR_GONE. */
/*@ requires run_ok && tcb_at(t);
    assigns REG_ALL(t), prio_window[t].word;
    ensures x_word: x_word;
    ensures slow: prio_window[t].word == 0;
    ensures image: \old(prio_window[t].word) != 0 && t != core_cur ==>
      answered(t, sched_window[t].state == TS_BLOCKED ? 18446744073709551616 - ERR_GONE : 0);
    ensures kept: \old(prio_window[t].word) == 0 || t == core_cur ==>
      \forall integer i; 0 <= i < ARCH_REGS ==> reg_window[t].at[i] == \old(reg_window[t].at[i]); */
static void thread_settle(word_t t)
{
    if (PRIO(t).word != 0u && t != core_cur) {
        regs_answer(t, SCHED(t).state == TS_BLOCKED ? err_badge(ERR_GONE) : 0u);
    }
    PRIO(t).word = 0u;
}

/* waiter_take - t leaves its queue and is blocked on nothing. */
/*@ requires eq_ok && x_thr && run_ok && onq(t);
    assigns ipc_window[0 .. LIMIT_OBJECTS - 1], ipcb_window[0 .. LIMIT_OBJECTS - 1], epr_window[ipc_window[t].ep], eps_window[ipc_window[t].ep];
    ENS_EQ ENS_THRBUT(t) ENS_WAITS(t)
    ensures loose: loose(t); */
static void waiter_take(word_t t)
{
    queue_remove(t);
}

/* call_forget - the answer that t waits for is owed no more. */
/*@ requires rp_ok && x_thr && tcb_at(t) && reply_window[t].server != 0;
    assigns reply_window[t].server, reply_window[reply_window[t].server].caller;
    ENS_RP ENS_THRBUT(t)
    ensures out: ipc_window[t].ep == 0 && reply_window[t].server == 0; */
static void call_forget(word_t t)
{
    reply_take(REPLY(t).server, t);
}

/* thread_unlink - t waits for nothing any more: if it was blocked, it is so without a reason until it is stopped. */
/*@ requires eq_ok && rp_ok && x_thr && run_ok && tcb_at(t);
    assigns ipc_window[0 .. LIMIT_OBJECTS - 1], ipcb_window[0 .. LIMIT_OBJECTS - 1], epr_window[0 .. LIMIT_OBJECTS - 1], eps_window[0 .. LIMIT_OBJECTS - 1],
            reply_window[0 .. LIMIT_OBJECTS - 1];
    ENS_EQ ENS_RP ENS_THRBUT(t)
    ensures out: ipc_window[t].ep == 0 && reply_window[t].server == 0; */
static void thread_unlink(word_t t)
{
    if (IPC(t).ep != 0u) {
        waiter_take(t);
    } else if (REPLY(t).server != 0u) {
        call_forget(t);
    }
}

/* thread_park - t, which waits for nothing, is inactive. */
/*@ requires rq_ok && run_ok && x_vspace && tcb_at(t) && thr_but(t) && ipc_window[t].ep == 0 && reply_window[t].server == 0;
    assigns sched_window[0 .. LIMIT_OBJECTS - 1], run_window[0 .. LIMIT_OBJECTS - 1], rq_head[0 .. LIMIT_PRIORITIES - 1], rq_bits[0 .. 3], core_cur;
    ENS_RQ ENS_XTHR ENS_RUNNING ENS_VSPACE
    ensures stopped: sched_window[t].state == TS_INACTIVE;
    ensures cur: core_cur == (\old(core_cur) == t ? 0 : \old(core_cur)); */
static void thread_park(word_t t)
{
    sched_stop(t);
}

void thread_stop(word_t t)
{
    thread_settle(t);
    thread_unlink(t);
    thread_park(t);
}

void thread_kill(word_t t)
{
    thread_stop(t);
    if (REPLY(t).caller != 0u) {
        reply_fail(t, ERR_GONE);
    }
}

void reply_cancel(word_t h)
{
    if (REPLY(h).caller != 0u) {
        reply_fail(h, ERR_GONE);
    }
}

/* waiter_fail - thread t, which waits in a queue, leaves it with ERR_GONE. */
/*@ requires kernel_ok && onq(t);
    assigns IPC_STATE;
    ENS_ALL ENS_WAITS(t)
    ensures left: ipc_window[t].ep == 0;
    ensures told: \old(thr_window[t].fault) == FAULT_NONE ==> ready(t) && answered(t, minus(ERR_GONE));
    ensures parked: \old(thr_window[t].fault) != FAULT_NONE ==> sched_window[t].state == TS_INACTIVE;
    ensures cur: core_cur == \old(core_cur); */
static void waiter_fail(word_t t)
{
    waiter_take(t);
    if (THR(t).fault != FAULT_NONE) {
        loose_park(t);
    } else {
        regs_answer(t, err_badge(ERR_GONE));
        loose_ready(t);
    }
}

/* queue_first - the first waiter of e, 0 if nobody waits. */
/*@ requires eq_ok && queue_at(e);
    assigns \nothing;
    ensures first: \result == 0 || (onq(\result) && ipc_window[\result].ep == e);
    ensures head: \result == (epr_window[e].head != 0 ? epr_window[e].head : eps_window[e].head);
    ensures none: \result == 0 ==> eq_empty(e); */
static word_t queue_first(word_t e)
{
    return EPR(e).head != 0u ? EPR(e).head : EPS(e).head;
}

err_t queue_drain(word_t e)
{
    word_t t = queue_first(e);

    /*@ loop invariant budget: 0 <= i <= LIMIT_BUDGET;
        loop invariant ok: kernel_ok;
        loop invariant first: t == 0 || (onq(t) && ipc_window[t].ep == e);
        loop invariant none: t == 0 ==> eq_empty(e);
        loop invariant cur: core_cur == \at(core_cur, Pre);
        loop invariant begin: i == 0 ==> t == \at((epr_window[e].head != 0 ? epr_window[e].head : eps_window[e].head), Pre);
        loop invariant gone: i > 0 ==> ipc_window[\at((epr_window[e].head != 0 ? epr_window[e].head : eps_window[e].head), Pre)].ep == 0;
        loop assigns i, t, IPC_STATE;
        loop variant LIMIT_BUDGET - i; */
    for (word_t i = 0u; i < LIMIT_BUDGET && t != 0u; i++) {
        waiter_fail(t);
        t = queue_first(e);
    }
    return t == 0u ? ERR_NONE : ERR_AGAIN;
}
