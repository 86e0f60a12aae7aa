/* latch.h - the library's one lock and its one place to wait, in two words over futexes: who meets nobody pays one exchange to come and one to go.
 *
 * state: 0 free, 1 taken, 2 taken and somebody may sleep for it. turn counts the wakes; who waits sleeps on it as it was while it still had the lock, so no wake is
 * missed. Sleepers are woken when the lock is given up, not before: they would only meet it taken.
 * Invariant: sleepers and waking belong to who has the lock; state is 2 while anybody sleeps for it. */
#ifndef LFSX_LATCH_H
#define LFSX_LATCH_H
#include <stdatomic.h>
#include <stdint.h>

struct latch {
    _Atomic uint32_t state, turn;
    uint32_t sleepers; /* who waits for a wake */
    uint8_t waking;    /* wake them when the lock is given up */
};

/* latch_meet - Take a lock that was not free. latch_rouse - Wake one who sleeps for the lock. latch_give_waking - Give it up, and wake those who wait. */
void latch_meet(struct latch *l);
void latch_rouse(struct latch *l);
void latch_give_waking(struct latch *l);

static inline void latch_take(struct latch *l)
{
    uint32_t free = 0;
    if (!atomic_compare_exchange_strong_explicit(&l->state, &free, 1, memory_order_acquire, memory_order_relaxed)) latch_meet(l);
}
static inline void latch_give(struct latch *l)
{
    if (l->waking) latch_give_waking(l);
    else if (atomic_exchange_explicit(&l->state, 0, memory_order_release) == 2) latch_rouse(l);
}
/* latch_wait - With the lock: give it up, return with it after a wake or after so many ns (~0 = never), by a clock that nobody sets. */
void latch_wait(struct latch *l, uint64_t ns);
/* latch_wake - With the lock: everybody who waits, as soon as it is given up. */
static inline void latch_wake(struct latch *l)
{
    if (l->sleepers == 0) return;
    atomic_fetch_add_explicit(&l->turn, 1, memory_order_relaxed);
    l->sleepers = 0;
    l->waking = 1;
}
#endif
