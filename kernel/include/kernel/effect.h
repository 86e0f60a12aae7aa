/* effect.h - what call, reply_recv, signal and wait change of queues, replies and threads, window by window. One macro for each: the fast path's
 * commits are proved against it, and so is the slow path (kernel_syscall), whenever the partner may run next. So it does not matter which is taken.
 * The slow path gets there in two steps: the delivery, which says only who is ready, and schedule(), which draws the consequence. */
#ifndef KERNEL_EFFECT_H
#define KERNEL_EFFECT_H
#include <kernel/message.h>

/*@ // nothing ready is above t
    predicate top(integer t) = run_window[t].core == core_id && (\forall integer k; ready(k) ==> run_window[k].prio <= run_window[t].prio);
    predicate names(integer cptr) = cptr_in(cptr, core_cur) && cptr_fresh(cptr, core_cur);
    logic integer callee_ep(integer cptr) = cap_window[cptr_name(cptr, core_cur)].obj;
    logic integer callee(integer cptr) = epr_window[callee_ep(cptr)].head;
    logic integer wait_next = rq_head[core_floor % 256];
    predicate buffers(integer a, integer b, integer n) = n <= LIMIT_BUFFER_WORDS && thr_window[a].buf != 0 && thr_window[b].buf != 0;
    // the running thread may do it, and the partner is there; whether it may run next is another question
    predicate call_may(integer cptr) = names(cptr) && cap_window[cptr_name(cptr, core_cur)].ops % 2 == 1 && callee(cptr) != 0;
    predicate rr_may(integer cptr) = names(cptr) && (cap_window[cptr_name(cptr, core_cur)].ops / 2) % 2 == 1 &&
      reply_window[core_cur].caller != 0 && eps_window[callee_ep(cptr)].head == 0;
    predicate signal_may(integer cptr) = names(cptr) && (cap_window[cptr_name(cptr, core_cur)].ops / 4) % 2 == 1 && callee(cptr) != 0;
    predicate wait_may(integer cptr) = names(cptr) && (cap_window[cptr_name(cptr, core_cur)].ops / 8) % 2 == 1 &&
      ntfn_window[callee_ep(cptr)].word == 0; */

/* The exact effect. c calls through e, whose first receiver r runs. */
#define ENS_CALL(c, e, r) \
  ensures queue: \forall integer k; ready(k) <==> \old(ready(k)); \
  ensures eff_ep: epr_window[e].head == \old(ipc_window[epr_window[e].head].next); \
  ensures eff_ipc: ipc_window[r].ep == 0; \
  ensures eff_sched: sched_window[c].state == TS_BLOCKED && sched_window[r].state == TS_RUNNING; \
  ensures eff_reply: reply_window[c].server == r && reply_window[r].caller == c;
/* s answers its caller c, which runs, and waits on e. */
#define ENS_REPLY_RECV(s, e, c) \
  ensures queue: \forall integer k; ready(k) <==> \old(ready(k)); \
  ensures eff_ep: epr_window[e].tail == s && epr_window[e].head == (\old(epr_window[e].head) == 0 ? s : \old(epr_window[e].head)); \
  ensures eff_ipc: ipc_window[s].ep == e && ipc_window[s].next == 0; \
  ensures eff_sched: sched_window[s].state == TS_BLOCKED && sched_window[c].state == TS_RUNNING; \
  ensures eff_reply: reply_window[s].caller == 0 && reply_window[c].server == 0;
/* c signals n, whose first waiter r is above it and runs; c steps back to the front of its level. */
#define ENS_SIGNAL(c, n, r) \
  ensures eff_ep: epr_window[n].head == \old(ipc_window[epr_window[n].head].next); \
  ensures eff_ipc: ipc_window[r].ep == 0; \
  ensures eff_sched: sched_window[c].state == TS_READY && sched_window[r].state == TS_RUNNING; \
  ensures eff_first: rq_head[run_window[c].prio] == c; \
  ensures queue: \forall integer k; k != c ==> (ready(k) <==> \old(ready(k)));
/* c waits on n; the first thread r of the highest level in use runs. */
#define ENS_WAIT(c, n, r) \
  ensures eff_ep: epr_window[n].tail == c && epr_window[n].head == (\old(epr_window[n].head) == 0 ? c : \old(epr_window[n].head)); \
  ensures eff_ipc: ipc_window[c].ep == n && ipc_window[c].next == 0; \
  ensures eff_sched: sched_window[c].state == TS_BLOCKED && sched_window[r].state == TS_RUNNING; \
  ensures queue: \forall integer k; k != r ==> (ready(k) <==> \old(ready(k)));

/*@ // between two states: nobody's life but a's and b's changed, nobody's priority, no object's kind
    predicate others_still{A,B}(integer a, integer b) =
      (\forall integer f; 0 <= f < LIMIT_FRAMES ==> \at(frame_kind[f],B) == \at(frame_kind[f],A)) &&
      (\forall integer k; 0 <= k < LIMIT_OBJECTS ==> \at(run_window[k].prio,B) == \at(run_window[k].prio,A)) &&
      (\forall integer k; 0 <= k < LIMIT_OBJECTS && k != a && k != b ==> \at(sched_window[k].state,B) == \at(sched_window[k].state,A));
    // half way: c has called through e, whose first receiver r is ready, first of its level
    predicate called{A,B}(integer c, integer e, integer r) = others_still{A,B}(c, r) && \at(prio_window[r].word,B) == 0 &&
      \at(epr_window[e].head,B) == \at(ipc_window[r].next,A) && \at(ipc_window[r].ep,B) == 0 && \at(first(r),B) &&
      \at(sched_window[c].state,B) == TS_BLOCKED && \at(core_cur,B) == 0 &&
      \at(reply_window[c].server,B) == r && \at(reply_window[r].caller,B) == c;
    // c, which ran, waits on e as its last receiver
    predicate parked{A,B}(integer c, integer e) = others_still{A,B}(c, c) && \at(epr_window[e].tail,B) == c &&
      \at(epr_window[e].head,B) == (\at(epr_window[e].head,A) == 0 ? c : \at(epr_window[e].head,A)) &&
      \at(ipc_window[c].ep,B) == e && \at(ipc_window[c].next,B) == 0 && \at(sched_window[c].state,B) == TS_BLOCKED && \at(core_cur,B) == 0 &&
      (\forall integer p; 0 <= p < LIMIT_PRIORITIES ==> \at(rq_head[p],B) == \at(rq_head[p],A)) &&
      (\forall integer k; 0 <= k < LIMIT_OBJECTS ==> \at(prio_window[k].word,B) == \at(prio_window[k].word,A));
    // s, which ran, has answered c, which is ready, first of its level; s waits on e
    predicate replied{A,B}(integer s, integer e, integer c) = others_still{A,B}(s, c) && \at(prio_window[c].word,B) == 0 && \at(epr_window[e].tail,B) == s &&
      \at(epr_window[e].head,B) == (\at(epr_window[e].head,A) == 0 ? s : \at(epr_window[e].head,A)) &&
      \at(ipc_window[s].ep,B) == e && \at(ipc_window[s].next,B) == 0 && \at(sched_window[s].state,B) == TS_BLOCKED && \at(core_cur,B) == 0 &&
      \at(first(c),B) && \at(reply_window[s].caller,B) == 0 && \at(reply_window[c].server,B) == 0;
    // r, the first that waited on n, is ready with those bits, the last of its level
    predicate woken{A,B}(integer n, integer r, integer bits) = others_still{A,B}(r, r) && \at(prio_window[r].word,B) == 0 &&
      \at(epr_window[n].head,B) == \at(ipc_window[r].next,A) && \at(ipc_window[r].ep,B) == 0 && \at(ready(r),B) && \at(answered(r, bits),B) &&
      (\forall integer p; 0 <= p < LIMIT_PRIORITIES ==> \at(rq_head[p],B) ==
        (p == \at(run_window[r].prio,A) && \at(rq_head[p],A) == 0 ? r : \at(rq_head[p],A)));

    // system calls m that the fast path has too, with a partner that is there
    predicate call_case(integer m, integer cptr) = call_may(cptr) &&
      (m == SYS_CALL || (m == SYS_CALL_LONG && buffers(core_cur, callee(cptr), reg_window[core_cur].at[REG_COUNT])));
    predicate rr_case(integer m, integer cptr) = rr_may(cptr) && thr_window[reply_window[core_cur].caller].fault == FAULT_NONE &&
      (m == SYS_REPLY_RECV || (m == SYS_REPLY_RECV_LONG && buffers(core_cur, reply_window[core_cur].caller, reg_window[core_cur].at[REG_COUNT])));
    predicate signal_case(integer m, integer cptr) = m == SYS_SIGNAL && signal_may(cptr);
    predicate wait_case(integer m, integer cptr) = m == SYS_WAIT && wait_may(cptr);
    // b got a's message, and the buffer words of the long forms
    predicate told{A,B}(integer m, integer b, integer a, integer badge) = got{A,B}(b, a, badge) &&
      ((m == SYS_CALL || m == SYS_REPLY_RECV) ==> \at(reg_window[b].at[REG_COUNT],B) == 0) &&
      ((m == SYS_CALL_LONG || m == SYS_REPLY_RECV_LONG) ==>
        \at(reg_window[b].at[REG_COUNT],B) == \at(reg_window[a].at[REG_COUNT],A) && got_words{A,B}(b, a, \at(reg_window[a].at[REG_COUNT],A)));
    // half way through them: what the delivery of the slow path leaves to schedule()
    predicate slow_call{A,B}(integer m, integer cptr) =
      called{A,B}(\at(core_cur,A), \at(callee_ep(cptr),A), \at(callee(cptr),A)) &&
      told{A,B}(m, \at(callee(cptr),A), \at(core_cur,A), \at(cap_window[cptr_name(cptr, core_cur)].badge,A));
    predicate slow_rr{A,B}(integer m, integer cptr) =
      replied{A,B}(\at(core_cur,A), \at(callee_ep(cptr),A), \at(reply_window[core_cur].caller,A)) &&
      told{A,B}(m, \at(reply_window[core_cur].caller,A), \at(core_cur,A), 0);
    predicate slow_signal{A,B}(integer cptr) = \at(core_cur,B) == \at(core_cur,A) &&
      woken{A,B}(\at(callee_ep(cptr),A), \at(callee(cptr),A), \at(cap_window[cptr_name(cptr, core_cur)].badge,A));
    predicate slow_wait{A,B}(integer cptr) = parked{A,B}(\at(core_cur,A), \at(callee_ep(cptr),A)); */
/* The capability pointer of the running thread's system call. */
#define CPTR_IN reg_window[core_cur].at[REG_BADGE]
#define ENS_SLOW(m, cptr) \
  ensures call: \old(call_case(m, cptr)) ==> slow_call{Pre,Post}(m, \old(cptr)); \
  ensures reply_recv: \old(rr_case(m, cptr)) ==> slow_rr{Pre,Post}(m, \old(cptr)); \
  ensures signal: \old(signal_case(m, cptr)) ==> slow_signal{Pre,Post}(\old(cptr)); \
  ensures wait: \old(wait_case(m, cptr)) ==> slow_wait{Pre,Post}(\old(cptr));
#endif
