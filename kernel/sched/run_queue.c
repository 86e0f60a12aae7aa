/* run_queue.c - the ready threads: a circular list for each priority, the head is next. A thread is a member iff its state is READY.
 * What the fast path needs is inline in sched.h and proved here. Knows nothing of why a thread is ready, nor of the running one. */
#include <kernel/sched.h>

/*@ ghost
  void rq_to_end(uint32_t d)
  {
    uint32_t pd = rq_rank[d];
    /@ loop invariant range: 1 <= k <= LIMIT_OBJECTS;
       loop invariant todo: \forall integer j; k <= j < LIMIT_OBJECTS ==> rq_rank[j] == \at(rq_rank[j], Pre);
       loop invariant done: \forall integer j; 1 <= j < k ==> rq_rank[j] ==
         (j == d ? LIMIT_OBJECTS - 1 : (pd < \at(rq_rank[j], Pre) ? \at(rq_rank[j], Pre) - 1 : \at(rq_rank[j], Pre)));
       loop assigns k, rq_rank[0 .. LIMIT_OBJECTS - 1];
       loop variant LIMIT_OBJECTS - k; @/
    for (uint32_t k = 1u; k < LIMIT_OBJECTS; k++) {
      if (k == d) { rq_rank[k] = LIMIT_OBJECTS - 1u; }
      else if (pd < rq_rank[k]) { rq_rank[k] = rq_rank[k] - 1u; }
    }
  }
  void rq_to_front(uint32_t d)
  {
    uint32_t pd = rq_rank[d];
    /@ loop invariant range: 1 <= k <= LIMIT_OBJECTS;
       loop invariant todo: \forall integer j; k <= j < LIMIT_OBJECTS ==> rq_rank[j] == \at(rq_rank[j], Pre);
       loop invariant done: \forall integer j; 1 <= j < k ==> rq_rank[j] ==
         (j == d ? 0 : (\at(rq_rank[j], Pre) < pd ? \at(rq_rank[j], Pre) + 1 : \at(rq_rank[j], Pre)));
       loop assigns k, rq_rank[0 .. LIMIT_OBJECTS - 1];
       loop variant LIMIT_OBJECTS - k; @/
    for (uint32_t k = 1u; k < LIMIT_OBJECTS; k++) {
      if (k == d) { rq_rank[k] = 0u; }
      else if (rq_rank[k] < pd) { rq_rank[k] = rq_rank[k] + 1u; }
    }
  }
  void rq_place(uint32_t d) { rq_to_end(d); }
*/
/*@ ghost
  void rq_place_front(uint32_t d) { rq_to_front(d); }
*/

void run_push(word_t t)
{
    word_t p = RUN(t).prio, h = rq_head[p];

    /*@ ghost rq_place((uint32_t)t); */
    if (h == 0u) {
        RUN(t).next = (uint32_t)t;
        RUN(t).prev = (uint32_t)t;
        rq_head[p] = (uint32_t)t;
        bit_set(p);
    } else {
        word_t l = RUN(h).prev;

        RUN(t).next = (uint32_t)h;
        RUN(t).prev = (uint32_t)l;
        RUN(l).next = (uint32_t)t;
        RUN(h).prev = (uint32_t)t;
    }
    SCHED(t).state = TS_READY;
}

word_t run_top(void)
{
    word_t p = bit_highest();

    if (p == LIMIT_PRIORITIES) {
        return 0u;
    }
    return rq_head[p];
}
