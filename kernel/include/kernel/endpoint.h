/* endpoint.h - messages between threads on the slow path: what a queued or arriving sender does, and the IPC system calls.
 *
 * A sender's message is described in the sender itself, whether it meets a receiver at once or waits: THR(t).op says how it waits,
 * THR(t).xfer what its buffer carries, REG(t, REG_BADGE) the badge it is seen by. So one function delivers all of them.
 */
#ifndef KERNEL_ENDPOINT_H
#define KERNEL_ENDPOINT_H
#include <kernel/effect.h>
#include <kernel/fault.h>

/*@ // x_block for everyone but r, who has just left a queue and is blocked on nothing
    predicate x_block_but(integer r) = \forall integer t; tcb_at(t) && t != r ==>
      (sched_window[t].state == TS_BLOCKED <==> (ipc_window[t].ep != 0 || reply_window[t].server != 0));
    predicate loose(integer r) = tcb_at(r) && sched_window[r].state == TS_BLOCKED && ipc_window[r].ep == 0 &&
      reply_window[r].server == 0 && ref_window[r] != 0 && r != core_cur;
    predicate thr_but(integer r) = x_block_but(r) && x_excl && x_recv && x_thread && x_reply && x_queue; */
#define ENS_THRBUT(r) ensures x_but: x_block_but(r); ensures x_excl: x_excl; ensures x_recv: x_recv; ensures x_thread: x_thread; \
  ensures x_reply: x_reply; ensures x_queue: x_queue;
/* What thread families need of each other: nothing of memory or capabilities. */
#define THREADS_OK rq_ok && eq_ok && rp_ok && x_thr && run_ok
#define ENS_THREADS ENS_RQ ENS_EQ ENS_RP ENS_XTHR ENS_RUNNING
/* Whoever may run has an address space. */
#define ENS_VSPACE ensures x_vspace: x_vspace;

/*@ // what ipc_check answers: the capability names an object of that type and has those rights
    logic integer ipc_answer{L}(integer cptr, integer type, integer needs) =
      cptr_answer(cptr, core_cur) != ERR_NONE ? cptr_answer(cptr, core_cur) :
      (cap_window[cptr_name(cptr, core_cur)].type == CAP_NULL ? ERR_EMPTY :
      (cap_window[cptr_name(cptr, core_cur)].type != type ? ERR_TYPE : ERR_RIGHTS));
    predicate ipc_may(integer cptr, integer type, integer needs) = names(cptr) && cap_window[cptr_name(cptr, core_cur)].type == type &&
      rights_sub(needs, cap_window[cptr_name(cptr, core_cur)].rights);

    // what a sender t tells r, and how many buffer words: a fault is told from what the thread was doing, all else from its registers
    logic integer handler_badge(integer t) = cap_window[32 * t + TCB_HANDLER].type == CAP_NULL ? 0 : cap_window[32 * t + TCB_HANDLER].badge;
    logic integer sent_count(integer t, integer r) = thr_window[t].op == MESSAGE_FAULT ? 0 : carried(t, r, thr_window[t].xfer);
    predicate delivered{A,B}(integer r, integer t) =
      (\at(thr_window[t].op,A) == MESSAGE_FAULT ==> fault_told{A,B}(r, t, \at(handler_badge(t),A))) &&
      (\at(thr_window[t].op,A) != MESSAGE_FAULT ==> got{A,B}(r, t, \at(reg_window[t].at[REG_BADGE],A)) &&
        got_words{A,B}(r, t, \at(carried(t, r, thr_window[t].xfer),A)));
    // the same with its capability, if it can be given; r's count tells
    predicate gifted{A,B}(integer r, integer t) =
      (\at(gives(t, r, thr_window[t].xfer),A) ==> given{A,B}(t, r, \at(sent_count(t, r),A))) &&
      (!\at(gives(t, r, thr_window[t].xfer),A) ==> \at(reg_window[r].at[REG_COUNT],B) == \at(sent_count(t, r),A)); */

/* ipc_check - may the running thread use cptr as that type with those rights: ERR_SLOT, ERR_STALE, ERR_EMPTY, ERR_TYPE, ERR_RIGHTS. */
/*@ requires cn_ok && ref_ok && tcb_at(core_cur) && needs <= RIGHT_ALL;
    requires type: type == CAP_ENDPOINT || type == CAP_NOTIFICATION;
    assigns \nothing;
    ensures answer: \result == ERR_NONE || \result == ipc_answer(cptr, type, needs);
    ensures may: \result == ERR_NONE <==> ipc_may(cptr, type, needs);
    ensures in: \result == ERR_NONE ==> cptr_in(cptr, core_cur) && cslot_at(cptr_name(cptr, core_cur));
    ensures type: \result == ERR_NONE ==> cap_window[cptr_name(cptr, core_cur)].type == type;
    ensures rights: \result == ERR_NONE ==> rights_sub(needs, cap_window[cptr_name(cptr, core_cur)].rights);
    ensures at: \result == ERR_NONE ==> queue_at(cap_window[cptr_name(cptr, core_cur)].obj) && ref_window[cap_window[cptr_name(cptr, core_cur)].obj] != 0; */
err_t ipc_check(word_t cptr, word_t type, word_t needs);

/* receiver_pop - the first receiver of e leaves it; it is blocked on nothing until the caller decides what becomes of it. */
/*@ requires kernel_ok && queue_at(e) && epr_window[e].head != 0;
    assigns epr_window[e].head, ipc_window[epr_window[e].head].ep;
    ENS_EQ ENS_THRBUT(\result)
    ensures head: \result == \old(epr_window[e].head) && epr_window[e].head == \old(ipc_window[epr_window[e].head].next);
    ensures loose: loose(\result);
    ensures owes: endpoint_at(e) ==> reply_window[\result].caller == 0; */
word_t receiver_pop(word_t e);

/* loose_hand - the loose thread r, its image full, may run next. loose_ready - it may run. loose_park - it is inactive. */
/*@ requires rq_ok && run_ok && thr_but(r) && loose(r) && x_vspace;
    assigns RQ_ONE(r), rq_rank[0 .. LIMIT_OBJECTS - 1], prio_window[r].word, core_floor;
    ENS_RQ ENS_XTHR ENS_RUNNING ENS_VSPACE ENS_OTHERS(r) ENS_PRIOS
    ensures now: first(r) && prio_window[r].word == 0; */
void loose_hand(word_t r);
/*@ requires rq_ok && run_ok && thr_but(r) && loose(r) && x_vspace;
    assigns RQ_ONE(r), rq_rank[0 .. LIMIT_OBJECTS - 1], prio_window[r].word, core_floor;
    ENS_RQ ENS_XTHR ENS_RUNNING ENS_VSPACE ENS_OTHERS(r) ENS_PRIOS ENS_LAST(r)
    ensures now: ready(r) && prio_window[r].word == 0; */
void loose_ready(word_t r);
/*@ requires rq_ok && run_ok && thr_but(r) && loose(r) && x_vspace;
    assigns RQ_ONE(r), core_cur;
    ENS_RQ ENS_XTHR ENS_RUNNING ENS_VSPACE ENS_OTHERS(r) ENS_PRIOS
    ensures now: sched_window[r].state == TS_INACTIVE;
    ensures cur: core_cur == \old(core_cur); */
void loose_park(word_t r);

/* cur_queue_recv - the running thread waits in e, as a receiver. */
/*@ requires THREADS_OK && x_vspace && core_cur != 0 && queue_at(e) && ref_window[e] != 0 && eps_window[e].head == 0;
    requires owes: endpoint_at(e) ==> reply_window[core_cur].caller == 0;
    assigns epr_window[e], ipc_window[core_cur], ipc_window[epr_window[e].tail].next, ipcb_window[core_cur], eq_rank[0 .. LIMIT_OBJECTS - 1],
            sched_window[core_cur].state, core_cur;
    ENS_RQ ENS_EQ ENS_XTHR ENS_RUNNING ENS_VSPACE
    ensures parked: parked{Pre,Post}(\old(core_cur), e); */
void cur_queue_recv(word_t e);

/* endpoint_offer - the running thread's message goes to e: to the first receiver, or the thread waits. */
/*@ requires kernel_ok && core_cur != 0 && endpoint_at(e) && ref_window[e] != 0;
    assigns MEET_STATE, CAP_STATE;
    ENS_ALL
    ensures met: \old(epr_window[e].head) != 0 ==> ready(\old(epr_window[e].head));
    ensures delivered: \old(epr_window[e].head) != 0 ==> delivered{Pre,Post}(\old(epr_window[e].head), \old(core_cur));
    ensures gifted: \old(epr_window[e].head) != 0 ==> gifted{Pre,Post}(\old(epr_window[e].head), \old(core_cur));
    ensures called: \old(epr_window[e].head != 0 && thr_window[core_cur].op != MESSAGE_SEND) ==>
      called{Pre,Post}(\old(core_cur), e, \old(epr_window[e].head));
    ensures sent: \old(epr_window[e].head != 0 && thr_window[core_cur].op == MESSAGE_SEND) ==>
      core_cur == \old(core_cur) && reg_window[core_cur].at[REG_BADGE] == 0;
    ensures waits: \old(epr_window[e].head) == 0 ==> core_cur == 0 && ipc_window[\old(core_cur)].ep == e && eps_window[e].tail == \old(core_cur);
    ensures slow: \old(prio_window[core_cur].word) == 0 ==> prio_window[\old(core_cur)].word == 0; */
void endpoint_offer(word_t e);

/* endpoint_park - the running thread, which owes nothing, waits on e, where nobody sends. */
/*@ requires kernel_ok && core_cur != 0 && endpoint_at(e) && ref_window[e] != 0 && reply_window[core_cur].caller == 0 && eps_window[e].head == 0;
    assigns epr_window[e], ipc_window[core_cur], ipc_window[epr_window[e].tail].next, ipcb_window[core_cur], eq_rank[0 .. LIMIT_OBJECTS - 1],
            sched_window[core_cur].state, core_cur;
    ENS_ALL
    ensures parked: parked{Pre,Post}(\old(core_cur), e); */
void endpoint_park(word_t e);

/* endpoint_await - the running thread, which owes nothing, takes a message from e: from the first sender, or it waits. */
/*@ requires kernel_ok && core_cur != 0 && endpoint_at(e) && ref_window[e] != 0 && reply_window[core_cur].caller == 0;
    assigns MEET_STATE, CAP_STATE;
    ENS_ALL
    ensures parked: \old(eps_window[e].head) == 0 ==> parked{Pre,Post}(\old(core_cur), e);
    ensures met: \old(eps_window[e].head) != 0 ==> core_cur == \old(core_cur);
    ensures delivered: \old(eps_window[e].head) != 0 ==> delivered{Pre,Post}(\old(core_cur), \old(eps_window[e].head));
    ensures gifted: \old(eps_window[e].head) != 0 ==> gifted{Pre,Post}(\old(core_cur), \old(eps_window[e].head));
    ensures sent: \old(eps_window[e].head != 0 && thr_window[eps_window[e].head].op == MESSAGE_SEND) ==>
      ready(\old(eps_window[e].head)) && answered(\old(eps_window[e].head), 0);
    ensures owed: \old(eps_window[e].head != 0 && thr_window[eps_window[e].head].op != MESSAGE_SEND) ==>
      reply_window[core_cur].caller == \old(eps_window[e].head) && reply_window[\old(eps_window[e].head)].server == core_cur; */
void endpoint_await(word_t e);

/*@ // the system calls that need a capability
    predicate takes_cptr(integer m) = 0 <= m < 16 && m != 2 && m != SYS_REPLY && m != SYS_YIELD; */
/* ipc_syscall - system calls 0..15. The result is in the register image of the thread that made the call, or will be when it wakes. */
/*@ requires kernel_ok && core_cur != 0;
    assigns IPC_STATE, CAP_STATE, ntfn_window[0 .. LIMIT_OBJECTS - 1];
    ENS_ALL
    ENS_SLOW(method, CPTR_IN)
    ensures refused: takes_cptr(method) && \old(cptr_answer(CPTR_IN, core_cur)) != ERR_NONE ==>
      core_cur == \old(core_cur) && CPTR_IN == minus(\old(cptr_answer(CPTR_IN, core_cur)));
    ensures unknown: method == 2 || method >= 16 ==> core_cur == \old(core_cur) && CPTR_IN == minus(ERR_METHOD); */
void ipc_syscall(word_t method);
#endif
