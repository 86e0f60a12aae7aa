/* endpoint.h - messages between threads on the slow path: what a queued or arriving sender does, and the IPC system calls.
 *
 * A sender's message is described in the sender itself, whether it meets a receiver at once or waits: THR(t).op says how it waits,
 * THR(t).xfer what its buffer carries, REG(t, REG_BADGE) the badge it is seen by. So one function delivers all of them.
 */
#ifndef KERNEL_ENDPOINT_H
#define KERNEL_ENDPOINT_H
#include <kernel/message.h>

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
      (cap_window[cptr_name(cptr, core_cur)].type != type ? ERR_TYPE : ERR_RIGHTS)); */

/* ipc_check - may the running thread use cptr as that type with those rights: ERR_SLOT, ERR_STALE, ERR_EMPTY, ERR_TYPE, ERR_RIGHTS. */
/*@ requires cn_ok && ref_ok && tcb_at(core_cur) && needs <= RIGHT_ALL;
    requires type: type == CAP_ENDPOINT || type == CAP_NOTIFICATION;
    assigns \nothing;
    ensures answer: \result == ERR_NONE || \result == ipc_answer(cptr, type, needs);
    ensures in: \result == ERR_NONE ==> cptr_in(cptr, core_cur) && cslot_at(cptr_name(cptr, core_cur));
    ensures type: \result == ERR_NONE ==> cap_window[cptr_name(cptr, core_cur)].type == type;
    ensures rights: \result == ERR_NONE ==> rights_sub(needs, cap_window[cptr_name(cptr, core_cur)].rights);
    ensures at: \result == ERR_NONE ==> queue_at(cap_window[cptr_name(cptr, core_cur)].obj) && ref_window[cap_window[cptr_name(cptr, core_cur)].obj] != 0; */
err_t ipc_check(word_t cptr, word_t type, word_t needs);

/* receiver_pop - the first receiver of e leaves it; it is blocked on nothing until the caller decides what becomes of it. */
/*@ requires kernel_ok && queue_at(e) && epr_window[e].head != 0;
    assigns epr_window[e].head, ipc_window[epr_window[e].head].ep;
    ENS_EQ ENS_THRBUT(\result)
    ensures head: \result == \old(epr_window[e].head);
    ensures loose: loose(\result);
    ensures owes: endpoint_at(e) ==> reply_window[\result].caller == 0; */
word_t receiver_pop(word_t e);

/* loose_hand - the loose thread r, its image full, may run next. loose_ready - it may run. loose_park - it is inactive. */
/*@ requires rq_ok && run_ok && thr_but(r) && loose(r) && x_vspace;
    assigns RQ_STATE;
    ENS_RQ ENS_XTHR ENS_RUNNING ENS_VSPACE ENS_OTHERS(r)
    ensures now: ready(r); */
void loose_hand(word_t r);
/*@ requires rq_ok && run_ok && thr_but(r) && loose(r) && x_vspace;
    assigns RQ_STATE;
    ENS_RQ ENS_XTHR ENS_RUNNING ENS_VSPACE ENS_OTHERS(r)
    ensures now: ready(r); */
void loose_ready(word_t r);
/*@ requires rq_ok && run_ok && thr_but(r) && loose(r) && x_vspace;
    assigns RQ_LINKS, core_cur;
    ENS_RQ ENS_XTHR ENS_RUNNING ENS_VSPACE ENS_OTHERS(r)
    ensures now: sched_window[r].state == TS_INACTIVE;
    ensures cur: core_cur == \old(core_cur); */
void loose_park(word_t r);

/* cur_queue_recv - the running thread waits in e, as a receiver. */
/*@ requires THREADS_OK && x_vspace && core_cur != 0 && queue_at(e) && ref_window[e] != 0 && eps_window[e].head == 0;
    requires owes: endpoint_at(e) ==> reply_window[core_cur].caller == 0;
    assigns EQ_STATE, sched_window[core_cur].state, core_cur;
    ENS_RQ ENS_EQ ENS_XTHR ENS_RUNNING ENS_VSPACE
    ensures waits: ipc_window[\old(core_cur)].ep == e && core_cur == 0; */
void cur_queue_recv(word_t e);

/* endpoint_offer - the running thread's message goes to e: to the first receiver, or the thread waits. */
/*@ requires kernel_ok && core_cur != 0 && endpoint_at(e) && ref_window[e] != 0;
    assigns IPC_STATE, CAP_STATE;
    ENS_ALL
    ensures met: \old(epr_window[e].head) != 0 ==> ready(\old(epr_window[e].head));
    ensures waits: \old(epr_window[e].head) == 0 ==> ipc_window[\old(core_cur)].ep == e;
    ensures owed: \old(epr_window[e].head) != 0 && \old(thr_window[core_cur].op) != MESSAGE_SEND ==>
      reply_window[\old(epr_window[e].head)].caller == \old(core_cur);
    ensures idle: \old(thr_window[core_cur].op) != MESSAGE_SEND ==> core_cur == 0;
    ensures faults: \forall integer k; 0 <= k < LIMIT_OBJECTS ==> thr_window[k].fault == \old(thr_window[k].fault); */
void endpoint_offer(word_t e);

/* endpoint_await - the running thread, which owes nothing, takes a message from e: from the first sender, or it waits. */
/*@ requires kernel_ok && core_cur != 0 && endpoint_at(e) && ref_window[e] != 0 && reply_window[core_cur].caller == 0;
    assigns IPC_STATE, CAP_STATE;
    ENS_ALL
    ensures waits: \old(eps_window[e].head) == 0 ==> ipc_window[\old(core_cur)].ep == e && core_cur == 0;
    ensures runs: \old(eps_window[e].head) != 0 ==> core_cur == \old(core_cur); */
void endpoint_await(word_t e);

/* ipc_syscall - system calls 0..15. The result is in the register image of the thread that made the call, or will be when it wakes. */
/*@ requires kernel_ok && core_cur != 0;
    assigns IPC_STATE, CAP_STATE, ntfn_window[0 .. LIMIT_OBJECTS - 1];
    ENS_ALL */
void ipc_syscall(word_t method);
#endif
