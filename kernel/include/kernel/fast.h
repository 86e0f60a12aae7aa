/* fast.h - the fast path: when it is taken, and its exact effect, window by window (effect.h); the slow path meets the same effect.
 * The functions are entered from assembly (docs/design/fastpath.md); nothing in C calls them. */
#ifndef KERNEL_FAST_H
#define KERNEL_FAST_H
#include <kernel/effect.h>
#include <arch/fast.h>

/*@ predicate fast_ok = ref_ok && eq_ok && rq_ok && rp_ok && x_thr && x_vspace && x_vroot && run_ok && cn_ok && core_cur != 0;
    predicate fits(integer t, integer f) = f <= prio_window[t].word <= f + 255;
    predicate call_ok(integer cptr) = call_may(cptr) && fits(callee(cptr), core_floor);
    predicate rr_ok(integer cptr) = rr_may(cptr) && fits(reply_window[core_cur].caller, core_floor);
    predicate signal_ok(integer cptr) = signal_may(cptr) && fits(callee(cptr), core_floor) && fits(core_cur, core_floor) &&
      prio_window[callee(cptr)].word > prio_window[core_cur].word;
    predicate wait_ok(integer cptr) = wait_may(cptr) && wait_next != 0 && fits(wait_next, core_floor); */
#define ENS_FAST ENS_EQ ENS_RQ ENS_RP ENS_XTHR ensures x_vspace: x_vspace; ensures x_vroot: x_vroot; ENS_RUNNING

/* What user mode resumes with: the context of next, in its address space; what left is kept in the context of was. */
#define ENS_CONTEXT(was, next) \
  ensures loaded: hw_pc == ctx_window[next].pc && hw_sp == ctx_window[next].sp && hw_tls == ctx_window[next].tls; \
  ensures saved: ctx_window[was].pc == \old(hw_pc) && ctx_window[was].sp == \old(hw_sp) && ctx_window[was].tls == \old(hw_tls); \
  ensures space: \old(hw_vroot) == ctx_window[was].vroot ==> hw_vroot == ctx_window[next].vroot;
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
    assigns slow_taken, IPC_WINDOWS, sched_window[0 .. LIMIT_OBJECTS - 1], FAST_HW, BUF_STATE;
    behavior fast:
      assumes call_ok(cptr) && buffers(core_cur, callee(cptr), n);
      ENS_FAST
      ensures to: core_cur == \old(callee(cptr)) && hw_badge == \old(cap_window[cptr_name(cptr, core_cur)].badge) && hw_count == n;
      ensures words: got_words{Pre,Post}(core_cur, \old(core_cur), n);
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
    assigns slow_taken, IPC_WINDOWS, sched_window[0 .. LIMIT_OBJECTS - 1], FAST_HW, BUF_STATE;
    behavior fast:
      assumes rr_ok(cptr) && buffers(core_cur, reply_window[core_cur].caller, n);
      ENS_FAST
      ensures to: core_cur == \old(reply_window[core_cur].caller) && hw_badge == 0 && hw_count == n;
      ensures words: got_words{Pre,Post}(core_cur, \old(core_cur), n);
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
