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
/*@ predicate ready(integer t) = tcb_at(t) && sched_window[t].state == TS_READY; */
/* A prover that knows the links walks along them for ever: a unit that has no use for them defines RQ_HIDDEN, and is proved for any predicate with
 * this footprint. */
#ifdef RQ_HIDDEN
/*@ axiomatic Links {
      predicate rq_links{L} reads sched_window[0 .. LIMIT_OBJECTS - 1], run_window[0 .. LIMIT_OBJECTS - 1], frame_kind[0 .. LIMIT_FRAMES - 1];
      predicate rq_adj{L} reads rq_rank[0 .. LIMIT_OBJECTS - 1], sched_window[0 .. LIMIT_OBJECTS - 1], run_window[0 .. LIMIT_OBJECTS - 1],
        frame_kind[0 .. LIMIT_FRAMES - 1]; } */
#else
/*@ predicate rq_links = \forall integer t; ready(t) ==>
      ready(run_window[t].next) && ready(run_window[t].prev) &&
      run_window[run_window[t].next].prio == run_window[t].prio && run_window[run_window[t].prev].prio == run_window[t].prio &&
      run_window[run_window[t].next].prev == t && run_window[run_window[t].prev].next == t;
    predicate rq_adj = \forall integer t, k; ready(t) && ready(k) && run_window[t].prio == run_window[k].prio &&
      rq_rank[t] < rq_rank[k] ==> rq_rank[t] < rq_rank[run_window[t].next] <= rq_rank[k]; */
#endif
/*@ predicate rq_prio = \forall integer t; tcb_at(t) ==>
      run_window[t].prio < LIMIT_PRIORITIES && run_window[t].core <= CORE_MAX && sched_window[t].state <= TS_BLOCKED;
    predicate rq_heads = \forall integer p; 0 <= p < LIMIT_PRIORITIES && rq_head[p] != 0 ==>
      ready(rq_head[p]) && run_window[rq_head[p]].prio == p;
    predicate rq_nonempty = \forall integer t; ready(t) ==> rq_head[run_window[t].prio] != 0;
    predicate rq_map = \forall integer p; 0 <= p < LIMIT_PRIORITIES ==> (bset(p) <==> rq_head[p] != 0);
    predicate rq_inj = (\forall integer i; 0 < i < LIMIT_OBJECTS ==> rq_rank[i] < LIMIT_OBJECTS) &&
      (\forall integer i, j; 0 < i < LIMIT_OBJECTS && 0 < j < LIMIT_OBJECTS && i != j ==> rq_rank[i] != rq_rank[j]);
    predicate rq_first = \forall integer t; ready(t) ==> rq_rank[rq_head[run_window[t].prio]] <= rq_rank[t];
    predicate rq_ok = rq_prio && rq_links && rq_heads && rq_nonempty && rq_map && rq_inj && rq_first && rq_adj;
    predicate run_one = \forall integer t; tcb_at(t) && sched_window[t].state == TS_RUNNING ==> t == core_cur;
    predicate run_cur = core_cur == 0 || (tcb_at(core_cur) && sched_window[core_cur].state == TS_RUNNING);
    // resumable fast, and then the word is core and priority; or 0
    predicate x_word = \forall integer t; tcb_at(t) ==> prio_window[t].word == 0 ||
      prio_window[t].word == PRIO_FAST + 65536 * run_window[t].core + run_window[t].prio;
    // the floor is FLOOR_SLOW or an upper bound of what is ready
    predicate x_floor = core_floor == FLOOR_SLOW || (PRIO_FAST + 65536 * core_id <= core_floor <= PRIO_FAST + 65536 * core_id + 255 &&
      (\forall integer k; ready(k) ==> PRIO_FAST + 65536 * core_id + run_window[k].prio <= core_floor));
    predicate x_core = core_id <= CORE_MAX; */
#define ENS_RQ ensures rq_prio: rq_prio; ensures rq_links: rq_links; ensures rq_heads: rq_heads; \
  ensures rq_nonempty: rq_nonempty; ensures rq_map: rq_map; ensures rq_inj: rq_inj; ensures rq_first: rq_first; ensures rq_adj: rq_adj;
#define ENS_RUN ensures run_one: run_one; ensures run_cur: run_cur;
#define ENS_WORD ensures x_word: x_word; ensures x_floor: x_floor;
/* Frame: nobody else's state moved. Every sched operation ends with this line; cross-module proofs need nothing more. */
#define ENS_OTHERS(t) ensures others: \forall integer k; 0 <= k < LIMIT_OBJECTS && k != t ==> sched_window[k].state == \old(sched_window[k].state);
#define RQ_LINKS sched_window[0 .. LIMIT_OBJECTS - 1], run_window[0 .. LIMIT_OBJECTS - 1], rq_head[0 .. LIMIT_PRIORITIES - 1], \
  rq_bits[0 .. 3], rq_rank[0 .. LIMIT_OBJECTS - 1]
#define RQ_STATE RQ_LINKS, prio_window[0 .. LIMIT_OBJECTS - 1], core_floor
/* Nobody's priority or core moved. */
#define ENS_PRIOS ensures prios: \forall integer k; 0 <= k < LIMIT_OBJECTS ==> \
  run_window[k].prio == \old(run_window[k].prio) && run_window[k].core == \old(run_window[k].core);

/* The bitmap: level p is in use. bit_highest: the highest level in use, LIMIT_PRIORITIES = none. The fast path needs the first two inline; they
 * are proved in bits.c. */
/*@ requires level: p < LIMIT_PRIORITIES;
    assigns rq_bits[0 .. 3];
    ensures set: bset(p);
    ensures rest: \forall integer k; 0 <= k < LIMIT_PRIORITIES && k != p ==> (bset(k) <==> \old(bset(k))); */
INLINE void bit_set(word_t p)
{
    rq_bits[p / 64u] = rq_bits[p / 64u] | ((uint64_t)1 << (p % 64u));
}

/*@ requires level: p < LIMIT_PRIORITIES;
    assigns rq_bits[0 .. 3];
    ensures clear: !bset(p);
    ensures rest: \forall integer k; 0 <= k < LIMIT_PRIORITIES && k != p ==> (bset(k) <==> \old(bset(k))); */
INLINE void bit_clear(word_t p)
{
    rq_bits[p / 64u] = rq_bits[p / 64u] & ~((uint64_t)1 << (p % 64u));
}

/*@ assigns \nothing;
    ensures none: \result == LIMIT_PRIORITIES ==> \forall integer k; 0 <= k < LIMIT_PRIORITIES ==> !bset(k);
    ensures some: \result != LIMIT_PRIORITIES ==> \result < LIMIT_PRIORITIES && bset(\result) &&
      \forall integer k; \result < k < LIMIT_PRIORITIES ==> !bset(k); */
word_t bit_highest(void);

/*@ predicate rq_last(integer d) = \forall integer k; 0 < k < LIMIT_OBJECTS && k != d ==> rq_rank[k] < rq_rank[d];
    predicate rq_least(integer d) = \forall integer k; 0 < k < LIMIT_OBJECTS && k != d ==> rq_rank[d] < rq_rank[k]; */
/*@ ghost
  /@ requires 0 < d < LIMIT_OBJECTS && rq_inj;
     assigns rq_rank[0 .. LIMIT_OBJECTS - 1];
     ensures inj: rq_inj; ensures last: rq_last(d);
     ensures rest: \forall integer a, b; 0 < a < LIMIT_OBJECTS && 0 < b < LIMIT_OBJECTS && a != d && b != d ==>
       (rq_rank[a] < rq_rank[b] <==> \old(rq_rank[a]) < \old(rq_rank[b])); @/
  void rq_to_end(uint32_t d);
*/
/*@ ghost
  /@ requires 0 < d < LIMIT_OBJECTS && rq_inj;
     assigns rq_rank[0 .. LIMIT_OBJECTS - 1];
     ensures inj: rq_inj; ensures least: rq_least(d);
     ensures rest: \forall integer a, b; 0 < a < LIMIT_OBJECTS && 0 < b < LIMIT_OBJECTS && a != d && b != d ==>
       (rq_rank[a] < rq_rank[b] <==> \old(rq_rank[a]) < \old(rq_rank[b])); @/
  void rq_to_front(uint32_t d);
*/

/*@ ghost
  /@ requires 0 < d < LIMIT_OBJECTS && rq_ok && !ready(d);
     assigns rq_rank[0 .. LIMIT_OBJECTS - 1];
     ensures inj: rq_inj; ensures first: rq_first; ensures adj: rq_adj; ensures last: rq_last(d); @/
  void rq_place(uint32_t d);
*/
/*@ ghost
  /@ requires 0 < d < LIMIT_OBJECTS && rq_ok && !ready(d);
     assigns rq_rank[0 .. LIMIT_OBJECTS - 1];
     ensures inj: rq_inj; ensures first: rq_first; ensures adj: rq_adj; ensures least: rq_least(d); @/
  void rq_place_front(uint32_t d);
*/

/* What t's becoming ready, or its ceasing to be, may change. */
#define RQ_ONE(t) sched_window[t].state, run_window[0 .. LIMIT_OBJECTS - 1], rq_head[run_window[t].prio], rq_bits[0 .. 3]
/* t is the last of its level: the first, if there was none. */
#define ENS_LAST(t) ensures last: rq_head[run_window[t].prio] == (\old(rq_head[run_window[t].prio]) == 0 ? t : \old(rq_head[run_window[t].prio]));

/* run_push - t becomes ready, the last of its level. run_push_front - the first of its level. */
/*@ requires rq_ok && tcb_at(t) && !ready(t);
    assigns RQ_ONE(t), rq_rank[0 .. LIMIT_OBJECTS - 1];
    ENS_RQ ENS_OTHERS(t) ENS_PRIOS ENS_LAST(t)
    ensures now: ready(t); */
void run_push(word_t t);
/*@ requires rq_ok && tcb_at(t) && !ready(t);
    assigns RQ_ONE(t), rq_rank[0 .. LIMIT_OBJECTS - 1];
    ENS_RQ ENS_OTHERS(t) ENS_PRIOS
    ensures now: ready(t);
    ensures first: rq_head[run_window[t].prio] == t; */
INLINE void run_push_front(word_t t)
{
    word_t p = RUN(t).prio, h = rq_head[p];

    /*@ ghost rq_place_front((uint32_t)t); */
    if (h == 0u) {
        RUN(t).next = (uint32_t)t;
        RUN(t).prev = (uint32_t)t;
        bit_set(p);
    } else {
        word_t l = RUN(h).prev;

        RUN(t).next = (uint32_t)h;
        RUN(t).prev = (uint32_t)l;
        RUN(l).next = (uint32_t)t;
        RUN(h).prev = (uint32_t)t;
    }
    rq_head[p] = (uint32_t)t;
    SCHED(t).state = TS_READY;
}

/* run_remove - a ready thread is ready no more; st is its new state. */
/*@ requires rq_ok && ready(t) && st <= TS_BLOCKED && st != TS_READY;
    assigns RQ_ONE(t);
    ENS_RQ ENS_OTHERS(t) ENS_PRIOS
    ensures now: sched_window[t].state == st; */
INLINE void run_remove(word_t t, uint32_t st)
{
    word_t p = RUN(t).prio, n = RUN(t).next, v = RUN(t).prev;

    /*@ assert alone: n == t ==> rq_head[p] == t; */
    if (n == t) {
        rq_head[p] = 0u;
        bit_clear(p);
    } else {
        RUN(v).next = (uint32_t)n;
        RUN(n).prev = (uint32_t)v;
        if (rq_head[p] == t) {
            rq_head[p] = (uint32_t)n;
        }
    }
    SCHED(t).state = st;
}

/*@ // t is who should run next
    predicate first(integer t) = ready(t) && rq_head[run_window[t].prio] == t;
    predicate is_next(integer t) = first(t) && \forall integer k; ready(k) ==> run_window[k].prio <= run_window[t].prio;
    logic integer word_of(integer t) = PRIO_FAST + 65536 * run_window[t].core + run_window[t].prio; */
/* run_top - the thread that should run next: first of the highest level in use; 0 = nobody is ready. */
/*@ requires rq_ok;
    assigns \nothing;
    ensures none: \result == 0 ==> \forall integer k; !ready(k);
    ensures top: \result != 0 ==> is_next(\result); */
word_t run_top(void);

/*@ predicate run_ok = run_one && run_cur && x_word && x_floor && x_core; */
#define ENS_RUNNING ENS_RUN ENS_WORD
/* The contract of everything below: run queues, running thread, words and floor stay right. */
#define SCHED_OK rq_ok && run_ok

/* sched_ready - t has a full register image and may run: last of its level. sched_hand - the same, first of its level: it runs next unless
 * something higher is ready. */
/*@ requires SCHED_OK && tcb_at(t) && sched_window[t].state != TS_READY && sched_window[t].state != TS_RUNNING;
    assigns RQ_ONE(t), rq_rank[0 .. LIMIT_OBJECTS - 1], prio_window[t].word, core_floor;
    ENS_RQ ENS_RUNNING ENS_OTHERS(t) ENS_PRIOS ENS_LAST(t)
    ensures now: ready(t) && prio_window[t].word == 0; */
void sched_ready(word_t t);
/*@ requires SCHED_OK && tcb_at(t) && sched_window[t].state != TS_READY && sched_window[t].state != TS_RUNNING;
    assigns RQ_ONE(t), rq_rank[0 .. LIMIT_OBJECTS - 1], prio_window[t].word, core_floor;
    ENS_RQ ENS_RUNNING ENS_OTHERS(t) ENS_PRIOS
    ensures now: first(t) && prio_window[t].word == 0; */
void sched_hand(word_t t);

/* sched_block - the running thread waits for something; until schedule() nobody runs. */
/*@ requires SCHED_OK && core_cur != 0;
    assigns sched_window[core_cur].state, core_cur;
    ENS_RQ ENS_RUNNING
    ensures idle: core_cur == 0;
    ensures now: sched_window[\old(core_cur)].state == TS_BLOCKED; */
void sched_block(void);

/* sched_stop - t becomes inactive, whatever it was. Its links to queues and replies are the caller's business. */
/*@ requires SCHED_OK && tcb_at(t);
    assigns RQ_ONE(t), core_cur;
    ENS_RQ ENS_RUNNING ENS_OTHERS(t) ENS_PRIOS
    ensures now: sched_window[t].state == TS_INACTIVE;
    ensures cur: core_cur == (\old(core_cur) == t ? 0 : \old(core_cur)); */
void sched_stop(word_t t);

/* sched_set_priority - t has that priority from now on; if it is ready, as the last of its new level. */
/*@ requires SCHED_OK && tcb_at(t) && p < LIMIT_PRIORITIES;
    assigns RQ_STATE;
    ENS_RQ ENS_RUNNING
    ensures states: \forall integer k; 0 <= k < LIMIT_OBJECTS ==> sched_window[k].state == \old(sched_window[k].state);
    ensures now: run_window[t].prio == p;
    ensures prios: \forall integer k; 0 <= k < LIMIT_OBJECTS && k != t ==> run_window[k].prio == \old(run_window[k].prio);
    ensures word: \old(prio_window[t].word) != 0 ==> prio_window[t].word == word_of(t); */
void sched_set_priority(word_t t, word_t p);

/* sched_yield - the running thread goes behind its equals. sched_tick - a slice (SLICE_NS) has passed. Before both, its image is full. */
enum { SLICE_NS = 10000000 };
/*@ requires SCHED_OK;
    assigns RQ_STATE, core_cur;
    ENS_RQ ENS_RUNNING
    ensures idle: core_cur == 0;
    ensures back: \old(core_cur) != 0 ==> ready(\old(core_cur)) && prio_window[\old(core_cur)].word == 0;
    ensures behind: \old(core_cur != 0 && rq_head[run_window[core_cur].prio] != 0) ==> !first(\old(core_cur));
    ENS_OTHERS(\old(core_cur)) ENS_PRIOS */
void sched_yield(void);
/*@ requires SCHED_OK;
    assigns RQ_STATE, core_cur, thr_window[core_cur].ticks;
    ENS_RQ ENS_RUNNING
    ensures back: \old(core_cur) == core_cur || (core_cur == 0 && ready(\old(core_cur)));
    ensures turn: \old(core_cur != 0 && rq_head[run_window[core_cur].prio] != 0) <==> core_cur != \old(core_cur);
    ensures ticks: \old(core_cur) != 0 ==> thr_window[\old(core_cur)].ticks == (uint64_t)(\old(thr_window[core_cur].ticks) + 1);
    ENS_OTHERS(\old(core_cur)) */
void sched_tick(void);

/* schedule - the last act of every slow entry: the highest ready thread runs if nobody does or if it is above who does; the floor is exact. */
#define ENS_CHOSEN ensures best: core_cur != 0 ==> \forall integer k; ready(k) ==> run_window[k].prio <= run_window[core_cur].prio; \
  ensures busy: core_cur == 0 ==> \forall integer k; !ready(k);
/* What schedule() does, exactly: who runs, who stays, who steps back to the front of its level; nobody else's life, priority or registers change. */
#define ENS_SCHEDULED ENS_CHOSEN ENS_PRIOS \
  ensures next: \forall integer t; \old(is_next(t) && (core_cur == 0 || run_window[t].prio > run_window[core_cur].prio)) ==> core_cur == t; \
  ensures stays: \old(core_cur) != 0 && \old(\forall integer k; ready(k) ==> run_window[k].prio <= run_window[core_cur].prio) ==> core_cur == \old(core_cur); \
  ensures back: \old(core_cur) != 0 && core_cur != \old(core_cur) ==> first(\old(core_cur)); \
  ensures kept: \forall integer k, i; 0 <= k < LIMIT_OBJECTS && 0 <= i < ARCH_REGS && (k != core_cur || \old(prio_window[k].word) == 0) ==> \
    reg_window[k].at[i] == \old(reg_window[k].at[i]); \
  ensures fair: \forall integer k; 0 <= k < LIMIT_OBJECTS && sched_window[k].state != \old(sched_window[k].state) ==> \
    (k == core_cur && \old(sched_window[k].state) == TS_READY) || (k == \old(core_cur) && sched_window[k].state == TS_READY);
/*@ requires SCHED_OK;
    assigns RQ_STATE, core_cur, reg_window[0 .. LIMIT_OBJECTS - 1];
    ENS_RQ ENS_RUNNING ENS_SCHEDULED
    ensures word: core_cur != \old(core_cur) ==> prio_window[core_cur].word == word_of(core_cur);
    ensures empty: \let t = core_cur; t != \old(core_cur) && \old(prio_window[t].word) != 0 ==>
      \forall integer i; 0 <= i < ARCH_REGS ==> reg_window[t].at[i] == 0;
    ensures exact: core_floor == PRIO_FAST + 65536 * core_id ? (\forall integer k; ready(k) ==> run_window[k].prio == 0) :
      (\exists integer k; is_next(k) && core_floor == PRIO_FAST + 65536 * core_id + run_window[k].prio); */
void schedule(void);
#endif
