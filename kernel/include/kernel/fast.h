/* fast.h - the fast path: when it is taken, and its exact effect, window by window. The slow path's delivery meets the same effect.
 * The functions are entered from assembly (docs/design/fastpath.md); nothing in C calls them. */
#ifndef KERNEL_FAST_H
#define KERNEL_FAST_H
#include <kernel/kernel.h>
#include <arch/fast.h>

/*@ predicate fast_ok = ref_ok && eq_ok && rq_ok && rp_ok && x_thr && x_vspace && x_vroot && run_ok && cn_ok && core_cur != 0;
    predicate top(integer t) = run_window[t].core == core_id && (\forall integer k; ready(k) ==> run_window[k].prio <= run_window[t].prio);
    predicate fits(integer t, integer f) = f <= prio_window[t].word <= f + 255;
    predicate names(integer cptr) = cptr_in(cptr, core_cur) && cptr_fresh(cptr, core_cur);
    logic integer callee_ep(integer cptr) = cap_window[cptr_name(cptr, core_cur)].obj;
    logic integer callee(integer cptr) = epr_window[callee_ep(cptr)].head;
    predicate call_ok(integer cptr) = names(cptr) && cap_window[cptr_name(cptr, core_cur)].ops % 2 == 1 &&
      callee(cptr) != 0 && fits(callee(cptr), core_floor);
    predicate rr_ok(integer cptr) = names(cptr) && (cap_window[cptr_name(cptr, core_cur)].ops / 2) % 2 == 1 &&
      reply_window[core_cur].caller != 0 && eps_window[callee_ep(cptr)].head == 0 && fits(reply_window[core_cur].caller, core_floor);
    predicate buffers(integer a, integer b, integer n) = n <= LIMIT_BUFFER_WORDS && thr_window[a].buf != 0 && thr_window[b].buf != 0;
    predicate signal_ok(integer cptr) = names(cptr) && (cap_window[cptr_name(cptr, core_cur)].ops / 4) % 2 == 1 &&
      callee(cptr) != 0 && fits(callee(cptr), core_floor) && fits(core_cur, core_floor) &&
      prio_window[callee(cptr)].word > prio_window[core_cur].word;
    logic integer wait_next = rq_head[core_floor % 256];
    predicate wait_ok(integer cptr) = names(cptr) && (cap_window[cptr_name(cptr, core_cur)].ops / 8) % 2 == 1 &&
      ntfn_window[callee_ep(cptr)].word == 0 && wait_next != 0 && fits(wait_next, core_floor); */
#define ENS_FAST ENS_EQ ENS_RQ ENS_RP ENS_XTHR ensures x_vspace: x_vspace; ensures x_vroot: x_vroot; ENS_RUNNING

/* The exact effect; the assigns clause says that all else stays. c calls through e, whose first receiver r runs. */
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
/* What user mode resumes with: the context of next; what left is kept in the context of was. */
#define ENS_CONTEXT(was, next) \
  ensures loaded: hw_pc == ctx_window[next].pc && hw_sp == ctx_window[next].sp && hw_tls == ctx_window[next].tls; \
  ensures saved: ctx_window[was].pc == \old(hw_pc) && ctx_window[was].sp == \old(hw_sp) && ctx_window[was].tls == \old(hw_tls);
#define FAST_HW hw_pc, hw_sp, hw_tls, hw_vroot, hw_badge, hw_count, core_cur
#define IPC_WINDOWS epr_window[0 .. LIMIT_OBJECTS - 1], ipc_window[0 .. LIMIT_OBJECTS - 1], ipcb_window[0 .. LIMIT_OBJECTS - 1], \
  eq_rank[0 .. LIMIT_OBJECTS - 1], reply_window[0 .. LIMIT_OBJECTS - 1], ctx_window[0 .. LIMIT_OBJECTS - 1]

/*@ requires fast_ok;
    assigns slow_taken, IPC_WINDOWS, sched_window[0 .. LIMIT_OBJECTS - 1], FAST_HW;
    behavior fast:
      assumes call_ok(cptr);
      assigns epr_window[callee_ep(cptr)].head, ipc_window[callee(cptr)].ep, sched_window[core_cur].state,
              sched_window[callee(cptr)].state, reply_window[core_cur].server, reply_window[callee(cptr)].caller,
              ctx_window[core_cur].pc, ctx_window[core_cur].sp, ctx_window[core_cur].tls, FAST_HW;
      ENS_FAST
      ensures to: core_cur == \old(callee(cptr)) && hw_badge == \old(cap_window[cptr_name(cptr, core_cur)].badge) && hw_count == 0;
      ENS_CALL(\old(core_cur), \old(callee_ep(cptr)), core_cur)
      ENS_CONTEXT(\old(core_cur), core_cur)
      ensures top: top(core_cur);
    behavior slow:
      assumes !call_ok(cptr);
      assigns slow_taken;
      ensures handed: slow_taken == 1;
    complete behaviors; disjoint behaviors; */
void fast_call(FAST_ARGS);

/*@ requires fast_ok;
    assigns slow_taken, IPC_WINDOWS, sched_window[0 .. LIMIT_OBJECTS - 1], FAST_HW;
    behavior fast:
      assumes rr_ok(cptr);
      ENS_FAST
      ensures to: core_cur == \old(reply_window[core_cur].caller) && hw_badge == 0 && hw_count == 0;
      ENS_REPLY_RECV(\old(core_cur), \old(callee_ep(cptr)), core_cur)
      ENS_CONTEXT(\old(core_cur), core_cur)
      ensures top: top(core_cur);
    behavior slow:
      assumes !rr_ok(cptr);
      assigns slow_taken;
      ensures handed: slow_taken == 1;
    complete behaviors; disjoint behaviors; */
void fast_reply_recv(FAST_ARGS);

/*@ requires fast_ok && x_buffer;
    assigns slow_taken, IPC_WINDOWS, sched_window[0 .. LIMIT_OBJECTS - 1], FAST_HW;
    behavior fast:
      assumes call_ok(cptr) && buffers(core_cur, callee(cptr), n);
      ENS_FAST
      ensures to: core_cur == \old(callee(cptr)) && hw_badge == \old(cap_window[cptr_name(cptr, core_cur)].badge) && hw_count == n;
      ENS_CALL(\old(core_cur), \old(callee_ep(cptr)), core_cur)
      ENS_CONTEXT(\old(core_cur), core_cur)
      ensures top: top(core_cur);
    behavior slow:
      assumes !(call_ok(cptr) && buffers(core_cur, callee(cptr), n));
      assigns slow_taken;
      ensures handed: slow_taken == 1;
    complete behaviors; disjoint behaviors; */
void fast_call_long(FAST_ARGS_LONG);

/*@ requires fast_ok && x_buffer;
    assigns slow_taken, IPC_WINDOWS, sched_window[0 .. LIMIT_OBJECTS - 1], FAST_HW;
    behavior fast:
      assumes rr_ok(cptr) && buffers(core_cur, reply_window[core_cur].caller, n);
      ENS_FAST
      ensures to: core_cur == \old(reply_window[core_cur].caller) && hw_badge == 0 && hw_count == n;
      ENS_REPLY_RECV(\old(core_cur), \old(callee_ep(cptr)), core_cur)
      ENS_CONTEXT(\old(core_cur), core_cur)
      ensures top: top(core_cur);
    behavior slow:
      assumes !(rr_ok(cptr) && buffers(core_cur, reply_window[core_cur].caller, n));
      assigns slow_taken;
      ensures handed: slow_taken == 1;
    complete behaviors; disjoint behaviors; */
void fast_reply_recv_long(FAST_ARGS_LONG);

/*@ requires fast_ok;
    assigns slow_taken, IPC_WINDOWS, RQ_LINKS, core_floor, FAST_HW;
    behavior fast:
      assumes signal_ok(cptr);
      ENS_FAST
      ensures to: core_cur == \old(callee(cptr)) && hw_badge == \old(cap_window[cptr_name(cptr, core_cur)].badge) && hw_count == 0;
      ENS_SIGNAL(\old(core_cur), \old(callee_ep(cptr)), core_cur)
      ENS_CONTEXT(\old(core_cur), core_cur)
      ensures top: top(core_cur);
    behavior slow:
      assumes !signal_ok(cptr);
      assigns slow_taken;
      ensures handed: slow_taken == 1;
    complete behaviors; disjoint behaviors; */
void fast_signal(FAST_ARGS);

/*@ requires fast_ok;
    assigns slow_taken, IPC_WINDOWS, RQ_LINKS, FAST_HW;
    behavior fast:
      assumes wait_ok(cptr);
      ENS_FAST
      ensures to: core_cur == \old(wait_next) && hw_badge == 0 && hw_count == 0;
      ENS_WAIT(\old(core_cur), \old(callee_ep(cptr)), core_cur)
      ENS_CONTEXT(\old(core_cur), core_cur)
      ensures top: top(core_cur);
    behavior slow:
      assumes !wait_ok(cptr);
      assigns slow_taken;
      ensures handed: slow_taken == 1;
    complete behaviors; disjoint behaviors; */
void fast_wait(FAST_ARGS);
#endif
