/* fast.c - call, reply_recv, signal and wait while the message stays in the user's registers. One source for all machines; what differs is in
 * <arch/fast.h>. Check everything (assigns nothing), then commit (cannot fail); a refusal hands over to the slow path with nothing changed.
 * Values that come from several objects are read first and written last: the compiler then pairs loads and stores. */
#include <kernel/fast.h>
#include <arch/memory.h>

/* What the one compare of can_run means. */
/*@ ghost
  /@ requires tcb_at(t) && fits(t, core_floor) && x_floor && x_word && rq_prio && x_core;
     assigns \nothing;
     ensures core: run_window[t].core == core_id;
     ensures top: top(t); @/
  void fits_top(word_t t) { }
*/

/* can_run - t may be resumed fast: on this core, and nothing ready is above it. */
/*@ requires tcb_at(t) && floor == core_floor && x_floor && x_word && rq_prio && x_core;
    assigns \nothing;
    ensures fits: \result != 0 <==> fits(t, core_floor); */
INLINE uint32_t can_run(word_t t, word_t floor)
{
    (void)floor;
    return !FAST_CANNOT_RUN(PRIO(t).word);
}

/*@ requires tcb_at(cur) && cur == core_cur && cn_ok;
    assigns \nothing;
    ensures names: \result != 0 <==> names(cptr);
    ensures at: \result != 0 ==> slot_at(cptr_name(cptr, cur)); */
INLINE uint32_t name_check(word_t cptr, word_t cur)
{
    word_t idx = cptr / 4294967296u;
    uint32_t gen = (uint32_t)(cptr % 4294967296u), base = CN(cur).base, limit = CN(cur).limit;

    if (FAST_UNLIKELY(idx >= limit)) return 0u;
    word_t s = base + idx;
    /*@ assert at: cslot_at(s); */
    if (FAST_UNLIKELY(CAP(s).gen != gen) && gen != 0u) return 0u;
    return 1u;
}

/*@ requires fast_ok && cur == core_cur && floor == core_floor;
    assigns \nothing;
    ensures spec: \result != 0 <==> call_ok(cptr);
    ensures at: \result != 0 ==> slot_at(cptr_name(cptr, cur)) && endpoint_at(callee_ep(cptr)) && tcb_at(callee(cptr)); */
INLINE uint32_t call_check(word_t cptr, word_t cur, word_t floor)
{
    if (FAST_UNLIKELY(!name_check(cptr, cur))) return 0u;
    word_t s = CN(cur).base + cptr / 4294967296u;
    if (FAST_UNLIKELY(CAP(s).ops % 2u == 0u)) return 0u;
    word_t r = EPR(CAP(s).obj).head;
    if (FAST_UNLIKELY(r == 0u)) return 0u;
    return can_run(r, floor);
}

/*@ requires fast_ok && cur == core_cur && floor == core_floor;
    assigns \nothing;
    ensures spec: \result != 0 <==> rr_ok(cptr);
    ensures at: \result != 0 ==> slot_at(cptr_name(cptr, cur)) && endpoint_at(callee_ep(cptr)) && ref_window[callee_ep(cptr)] != 0 &&
      tcb_at(reply_window[cur].caller); */
INLINE uint32_t rr_check(word_t cptr, word_t cur, word_t floor)
{
    if (FAST_UNLIKELY(!name_check(cptr, cur))) return 0u;
    word_t s = CN(cur).base + cptr / 4294967296u;
    if (FAST_UNLIKELY(CAP(s).ops / 2u % 2u == 0u)) return 0u;
    word_t c = REPLY(cur).caller;
    if (FAST_UNLIKELY(c == 0u)) return 0u;
    if (FAST_UNLIKELY(EPS(CAP(s).obj).head != 0u)) return 0u;
    return can_run(c, floor);
}

/*@ requires fast_ok && cur == core_cur && floor == core_floor;
    assigns \nothing;
    ensures spec: \result != 0 <==> signal_ok(cptr);
    ensures at: \result != 0 ==> slot_at(cptr_name(cptr, cur)) && ntfn_at(callee_ep(cptr)) && tcb_at(callee(cptr)); */
INLINE uint32_t signal_check(word_t cptr, word_t cur, word_t floor)
{
    if (FAST_UNLIKELY(!name_check(cptr, cur))) return 0u;
    word_t s = CN(cur).base + cptr / 4294967296u;
    if (FAST_UNLIKELY(CAP(s).ops / 4u % 2u == 0u)) return 0u;
    word_t t = EPR(CAP(s).obj).head;
    if (FAST_UNLIKELY(t == 0u)) return 0u;
    if (FAST_UNLIKELY(PRIO(t).word <= PRIO(cur).word)) return 0u;
    return can_run(cur, floor) && can_run(t, floor);
}

/*@ requires fast_ok && cur == core_cur && floor == core_floor;
    assigns \nothing;
    ensures spec: \result != 0 <==> wait_ok(cptr);
    ensures at: \result != 0 ==> slot_at(cptr_name(cptr, cur)) && ntfn_at(callee_ep(cptr)) && ref_window[callee_ep(cptr)] != 0 && ready(wait_next); */
INLINE uint32_t wait_check(word_t cptr, word_t cur, word_t floor)
{
    if (FAST_UNLIKELY(!name_check(cptr, cur))) return 0u;
    word_t s = CN(cur).base + cptr / 4294967296u;
    if (FAST_UNLIKELY(CAP(s).ops / 8u % 2u == 0u)) return 0u;
    if (FAST_UNLIKELY(NTFN(CAP(s).obj).word != 0u)) return 0u;
    word_t c = rq_head[floor % 256u];
    if (FAST_UNLIKELY(c == 0u)) return 0u;
    return can_run(c, floor);
}

/* The long forms: both threads have a buffer, and the words fit. More words, or a capability, go the slow way. */
/*@ requires fast_ok && x_buffer && cur == core_cur && floor == core_floor;
    assigns \nothing;
    ensures spec: \result != 0 <==> call_ok(cptr) && buffers(core_cur, callee(cptr), n);
    ensures at: \result != 0 ==> slot_at(cptr_name(cptr, cur)) && endpoint_at(callee_ep(cptr)) && tcb_at(callee(cptr)); */
INLINE uint32_t call_long_check(word_t cptr, word_t cur, word_t floor, word_t n)
{
    if (FAST_UNLIKELY(n > LIMIT_BUFFER_WORDS)) return 0u;
    if (FAST_UNLIKELY(!call_check(cptr, cur, floor))) return 0u;
    word_t s = CN(cur).base + cptr / 4294967296u, r = EPR(CAP(s).obj).head;
    return THR(cur).buf != 0u && THR(r).buf != 0u;
}

/*@ requires fast_ok && x_buffer && cur == core_cur && floor == core_floor;
    assigns \nothing;
    ensures spec: \result != 0 <==> rr_ok(cptr) && buffers(core_cur, reply_window[core_cur].caller, n);
    ensures at: \result != 0 ==> slot_at(cptr_name(cptr, cur)) && endpoint_at(callee_ep(cptr)) && ref_window[callee_ep(cptr)] != 0 &&
      tcb_at(reply_window[cur].caller); */
INLINE uint32_t rr_long_check(word_t cptr, word_t cur, word_t floor, word_t n)
{
    if (FAST_UNLIKELY(n > LIMIT_BUFFER_WORDS)) return 0u;
    if (FAST_UNLIKELY(!rr_check(cptr, cur, floor))) return 0u;
    return THR(cur).buf != 0u && THR(REPLY(cur).caller).buf != 0u;
}

/* sched_swap - a waits and b runs. Apart from sched_pass because a prover that knows the links of run queues does not see x_vspace. */
/*@ requires x_vspace && tcb_at(a) && tcb_at(b) && a != b && sched_window[a].state == TS_RUNNING && sched_window[b].state == TS_BLOCKED;
    assigns sched_window[a].state, sched_window[b].state;
    ensures x_vspace: x_vspace;
    ensures now: sched_window[a].state == TS_BLOCKED && sched_window[b].state == TS_RUNNING; */
INLINE void sched_swap(word_t a, word_t b)
{
    SCHED(b).state = TS_RUNNING;
    SCHED(a).state = TS_BLOCKED;
}

/* sched_pass - the processor goes from a, which waits, to b; neither is in a run queue before or after. */
/*@ requires rq_ok && x_vspace && tcb_at(a) && tcb_at(b) && a != b && sched_window[a].state == TS_RUNNING && sched_window[b].state == TS_BLOCKED;
    assigns sched_window[a].state, sched_window[b].state;
    ENS_RQ
    ensures x_vspace: x_vspace;
    ensures now: sched_window[a].state == TS_BLOCKED && sched_window[b].state == TS_RUNNING;
    ensures queue: \forall integer k; ready(k) <==> \old(ready(k)); */
INLINE void sched_pass(word_t a, word_t b)
{
    sched_swap(a, b);
}

/* sched_wake - the waiting thread b runs. */
/*@ requires rq_ok && tcb_at(b) && sched_window[b].state == TS_BLOCKED;
    assigns sched_window[b].state;
    ENS_RQ
    ensures now: sched_window[b].state == TS_RUNNING;
    ensures queue: \forall integer k; ready(k) <==> \old(ready(k)); */
INLINE void sched_wake(word_t b)
{
    SCHED(b).state = TS_RUNNING;
}

/* ctx_pass - what survives a system call: kept for a, loaded for b. */
/*@ requires tcb_at(a) && tcb_at(b) && a != b && x_vroot;
    assigns ctx_window[a].pc, ctx_window[a].sp, ctx_window[a].tls, hw_pc, hw_sp, hw_tls, hw_vroot;
    ensures saved: ctx_window[a].pc == \old(hw_pc) && ctx_window[a].sp == \old(hw_sp) && ctx_window[a].tls == \old(hw_tls);
    ensures loaded: hw_pc == ctx_window[b].pc && hw_sp == ctx_window[b].sp && hw_tls == ctx_window[b].tls;
    ensures x_vroot: x_vroot;
    ensures space: hw_vroot == (ctx_window[b].vroot == ctx_window[a].vroot ? \old(hw_vroot) : ctx_window[b].vroot); */
INLINE void ctx_pass(word_t a, word_t b)
{
    word_t pc = arch_user_pc(), sp = arch_user_sp(), tls = arch_user_tls(), v = CTX(a).vroot;
    word_t npc = CTX(b).pc, nsp = CTX(b).sp, ntls = CTX(b).tls, nv = CTX(b).vroot;

    CTX(a).pc = pc;
    CTX(a).sp = sp;
    CTX(a).tls = tls;
    if (FAST_LIKELY(nv != v)) arch_set_vroot(nv);
    arch_set_user_pc(npc);
    arch_set_user_sp(nsp);
    arch_set_user_tls(ntls);
}

/* The commits: everything but the context. run_one and run_cur hold again when core_cur follows (FAST_EXIT). */
#define FAST_COMMITS ENS_EQ ENS_RQ ENS_RP ENS_XTHR ensures x_vspace: x_vspace; ensures x_floor: x_floor;
/*@ predicate only(integer c) = \forall integer t; tcb_at(t) ==> (sched_window[t].state == TS_RUNNING <==> t == c); */

/*@ requires fast_ok && cur == core_cur && endpoint_at(e) && r != 0 && r == epr_window[e].head && n == ipc_window[r].next;
    assigns epr_window[e].head, ipc_window[r].ep, sched_window[cur].state, sched_window[r].state,
            reply_window[cur].server, reply_window[r].caller;
    FAST_COMMITS
    ensures run: only(r);
    ENS_CALL(cur, e, r) */
INLINE void call_commit(word_t cur, word_t e, word_t r, uint32_t n)
{
    queue_pop_recv(e, r, n);
    sched_pass(cur, r);
    reply_bind(cur, r);
}

/*@ requires fast_ok && cur == core_cur && endpoint_at(e) && ref_window[e] != 0 && eps_window[e].head == 0;
    requires c != 0 && c == reply_window[cur].caller;
    assigns epr_window[e], ipc_window[cur], ipc_window[epr_window[e].tail].next, ipcb_window[cur], eq_rank[0 .. LIMIT_OBJECTS - 1],
            sched_window[cur].state, sched_window[c].state, reply_window[cur].caller, reply_window[c].server;
    FAST_COMMITS
    ensures run: only(c);
    ENS_REPLY_RECV(cur, e, c) */
INLINE void rr_commit(word_t cur, word_t e, word_t c)
{
    reply_take(cur, c);
    sched_pass(cur, c);
    queue_push_recv(cur, e);
}

/*@ requires fast_ok && cur == core_cur && ntfn_at(e) && r != 0 && r == epr_window[e].head && n == ipc_window[r].next;
    requires top(cur) && prio_window[cur].word != 0;
    assigns epr_window[e].head, ipc_window[r].ep, RQ_LINKS, core_floor;
    FAST_COMMITS
    ensures run: only(r);
    ENS_PRIOS
    ENS_SIGNAL(cur, e, r) */
INLINE void signal_commit(word_t cur, word_t e, word_t r, uint32_t n)
{
    queue_pop_recv(e, r, n);
    sched_wake(r);
    core_floor = PRIO(cur).word;
    run_push_front(cur);
}

/*@ requires fast_ok && cur == core_cur && ntfn_at(e) && ref_window[e] != 0 && ready(r);
    assigns epr_window[e], ipc_window[cur], ipc_window[epr_window[e].tail].next, ipcb_window[cur], eq_rank[0 .. LIMIT_OBJECTS - 1], RQ_LINKS;
    FAST_COMMITS
    ensures run: only(r);
    ENS_PRIOS
    ENS_WAIT(cur, e, r) */
INLINE void wait_commit(word_t cur, word_t e, word_t r)
{
    run_remove(r, TS_RUNNING);
    SCHED(cur).state = TS_BLOCKED;
    queue_push_recv(cur, e);
}

void fast_call(FAST_ARGS)
{
    FAST_ENTER;
    if (FAST_UNLIKELY(!call_check(cptr, cur, floor))) FAST_SLOW(slow_call);
    word_t s = CN(cur).base + cptr / 4294967296u;
    word_t e = CAP(s).obj, r = EPR(e).head, badge = CAP(s).badge;
    uint32_t next = IPC(r).next;

    /*@ ghost fits_top(r); */
    call_commit(cur, e, r, next);
    ctx_pass(cur, r);
    FAST_EXIT(badge, r);
}

void fast_reply_recv(FAST_ARGS)
{
    FAST_ENTER;
    if (FAST_UNLIKELY(!rr_check(cptr, cur, floor))) FAST_SLOW(slow_reply_recv);
    word_t s = CN(cur).base + cptr / 4294967296u;
    word_t e = CAP(s).obj, c = REPLY(cur).caller;

    /*@ ghost fits_top(c); */
    rr_commit(cur, e, c);
    ctx_pass(cur, c);
    FAST_EXIT(0u, c);
}

void fast_call_long(FAST_ARGS_LONG)
{
    FAST_ENTER_LONG;
    if (FAST_UNLIKELY(!call_long_check(cptr, cur, floor, n))) FAST_SLOW(slow_call_long);
    word_t s = CN(cur).base + cptr / 4294967296u;
    word_t e = CAP(s).obj, r = EPR(e).head, badge = CAP(s).badge;
    uint32_t next = IPC(r).next, src = THR(cur).buf, dst = THR(r).buf;

    /*@ ghost fits_top(r); */
    call_commit(cur, e, r, next);
    arch_buffer_copy(dst, src, n);
    ctx_pass(cur, r);
    FAST_EXIT_LONG(badge, r, n);
}

void fast_reply_recv_long(FAST_ARGS_LONG)
{
    FAST_ENTER_LONG;
    if (FAST_UNLIKELY(!rr_long_check(cptr, cur, floor, n))) FAST_SLOW(slow_reply_recv_long);
    word_t s = CN(cur).base + cptr / 4294967296u;
    word_t e = CAP(s).obj, c = REPLY(cur).caller;
    uint32_t src = THR(cur).buf, dst = THR(c).buf;

    /*@ ghost fits_top(c); */
    rr_commit(cur, e, c);
    arch_buffer_copy(dst, src, n);
    ctx_pass(cur, c);
    FAST_EXIT_LONG(0u, c, n);
}

void fast_signal(FAST_ARGS)
{
    FAST_ENTER;
    if (FAST_UNLIKELY(!signal_check(cptr, cur, floor))) FAST_SLOW(slow_signal);
    word_t s = CN(cur).base + cptr / 4294967296u;
    word_t e = CAP(s).obj, r = EPR(e).head, badge = CAP(s).badge;
    uint32_t next = IPC(r).next;

    /*@ ghost fits_top(r); */
    /*@ ghost fits_top(cur); */
    signal_commit(cur, e, r, next);
    ctx_pass(cur, r);
    FAST_EXIT(badge, r);
}

void fast_wait(FAST_ARGS)
{
    FAST_ENTER;
    if (FAST_UNLIKELY(!wait_check(cptr, cur, floor))) FAST_SLOW(slow_wait);
    word_t s = CN(cur).base + cptr / 4294967296u;
    word_t e = CAP(s).obj, r = rq_head[floor % 256u];

    /*@ ghost fits_top(r); */
    wait_commit(cur, e, r);
    ctx_pass(cur, r);
    FAST_EXIT(0u, r);
}
