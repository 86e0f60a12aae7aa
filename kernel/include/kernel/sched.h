/* sched.h - run queues of one core: 256 circular lists, a bitmap of the non-empty ones, the running thread (0 = idle).
 * Owns sched_window, run_window, prio_window, rq_head, rq_bits, core_cur, core_floor (and the ghost rq_rank). */
#ifndef KERNEL_SCHED_H
#define KERNEL_SCHED_H
#include <kernel/frame.h>
enum { CORE_MAX = 1023 };

/*@ ghost uint32_t rq_rank[LIMIT_OBJECTS]; */
/* What a bit is, only bits.c knows (it defines BITS_DEF); everyone else proves their code for any predicate with this footprint. */
#ifdef BITS_DEF
/*@ predicate bset{L}(integer p) = (rq_bits[p / 64] & (1 << (p % 64))) != 0; */
#else
/*@ axiomatic Bits { predicate bset{L}(integer p) reads rq_bits[0 .. 3]; } */
#endif
/*@ predicate ready(integer t) = tcb_at(t) && sched_window[t].state == TS_READY;
    predicate rq_prio = \forall integer t; tcb_at(t) ==>
      run_window[t].prio < LIMIT_PRIORITIES && run_window[t].core <= CORE_MAX && sched_window[t].state <= TS_BLOCKED;
    predicate rq_links = \forall integer t; ready(t) ==>
      ready(run_window[t].next) && ready(run_window[t].prev) &&
      run_window[run_window[t].next].prio == run_window[t].prio && run_window[run_window[t].prev].prio == run_window[t].prio &&
      run_window[run_window[t].next].prev == t && run_window[run_window[t].prev].next == t;
    predicate rq_heads = \forall integer p; 0 <= p < LIMIT_PRIORITIES && rq_head[p] != 0 ==>
      ready(rq_head[p]) && run_window[rq_head[p]].prio == p;
    predicate rq_nonempty = \forall integer t; ready(t) ==> rq_head[run_window[t].prio] != 0;
    predicate rq_map = \forall integer p; 0 <= p < LIMIT_PRIORITIES ==> (bset(p) <==> rq_head[p] != 0);
    predicate rq_inj = (\forall integer i; 0 < i < LIMIT_OBJECTS ==> rq_rank[i] < LIMIT_OBJECTS) &&
      (\forall integer i, j; 0 < i < LIMIT_OBJECTS && 0 < j < LIMIT_OBJECTS && i != j ==> rq_rank[i] != rq_rank[j]);
    predicate rq_first = \forall integer t; ready(t) ==> rq_rank[rq_head[run_window[t].prio]] <= rq_rank[t];
    predicate rq_adj = \forall integer t, k; ready(t) && ready(k) && run_window[t].prio == run_window[k].prio &&
      rq_rank[t] < rq_rank[k] ==> rq_rank[t] < rq_rank[run_window[t].next] <= rq_rank[k];
    predicate rq_ok = rq_prio && rq_links && rq_heads && rq_nonempty && rq_map && rq_inj && rq_first && rq_adj;
    predicate run_one = \forall integer t; tcb_at(t) && sched_window[t].state == TS_RUNNING ==> t == core_cur;
    predicate run_cur = core_cur == 0 || (tcb_at(core_cur) && sched_window[core_cur].state == TS_RUNNING);
    // resumable fast, and then the word is core and priority; or 0
    predicate x_word = \forall integer t; tcb_at(t) ==> prio_window[t].word == 0 ||
      prio_window[t].word == PRIO_FAST + 65536 * run_window[t].core + run_window[t].prio;
    // the floor is FLOOR_SLOW or an upper bound of what is ready
    predicate x_floor = core_floor == FLOOR_SLOW ||
      (\exists integer p; 0 <= p < LIMIT_PRIORITIES && core_floor == PRIO_FAST + 65536 * core_id + p &&
        (\forall integer k; ready(k) ==> run_window[k].prio <= p));
    predicate x_core = core_id <= CORE_MAX; */
#define ENS_RQ ensures rq_prio: rq_prio; ensures rq_links: rq_links; ensures rq_heads: rq_heads; \
  ensures rq_nonempty: rq_nonempty; ensures rq_map: rq_map; ensures rq_inj: rq_inj; ensures rq_first: rq_first; ensures rq_adj: rq_adj;
#define ENS_RUN ensures run_one: run_one; ensures run_cur: run_cur;
#define ENS_WORD ensures x_word: x_word; ensures x_floor: x_floor;
/* Frame: nobody else's state moved. Every sched operation ends with this line; cross-module proofs need nothing more. */
#define ENS_OTHERS(t) ensures others: \forall integer k; 0 <= k < LIMIT_OBJECTS && k != t ==> sched_window[k].state == \old(sched_window[k].state);
#define RQ_STATE sched_window[0 .. LIMIT_OBJECTS - 1], run_window[0 .. LIMIT_OBJECTS - 1], prio_window[0 .. LIMIT_OBJECTS - 1], \
  rq_head[0 .. LIMIT_PRIORITIES - 1], rq_bits[0 .. 3], rq_rank[0 .. LIMIT_OBJECTS - 1], core_floor
#endif
