/* run_queue.c - the ready threads: a circular list for each priority, the head is next. A thread is a member iff its state is READY.
 * What the fast path needs is inline in sched.h and proved here. Knows nothing of why a thread is ready, nor of the running one. */
#include <kernel/sched.h>

/*@ ghost
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
