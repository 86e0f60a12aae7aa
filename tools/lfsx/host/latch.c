/* latch.c - what happens seldom: sleeping and waking. See latch.h. */
#define _GNU_SOURCE
#include "latch.h"
#include <limits.h>
#include <linux/futex.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

enum { LOOKS = 100 }; /* before sleeping: the lock is mostly held for less than it takes to sleep */

/* Errors need no answer: after each return the caller looks again. */
static void sleep_while(_Atomic uint32_t *word, uint32_t value, uint64_t ns)
{
    struct timespec t = {(time_t)(ns / 1000000000u), (long)(ns % 1000000000u)};
    syscall(SYS_futex, word, FUTEX_WAIT | FUTEX_PRIVATE_FLAG, value, ns == ~0ull ? 0 : &t, 0, 0);
}
static void wake_up(_Atomic uint32_t *word, int most) { syscall(SYS_futex, word, FUTEX_WAKE | FUTEX_PRIVATE_FLAG, most, 0, 0, 0); }

void latch_rouse(struct latch *l) { wake_up(&l->state, 1); }
void latch_give_waking(struct latch *l)
{
    l->waking = 0;
    latch_give(l);
    wake_up(&l->turn, INT_MAX);
}

void latch_meet(struct latch *l)
{
    for (int i = 0; i < LOOKS; i++) {
        uint32_t free = 0;
        if (atomic_load_explicit(&l->state, memory_order_relaxed) == 0
            && atomic_compare_exchange_weak_explicit(&l->state, &free, 1, memory_order_acquire, memory_order_relaxed)) return;
    }
    while (atomic_exchange_explicit(&l->state, 2, memory_order_acquire) != 0) sleep_while(&l->state, 2, ~0ull);
}

/* One who comes back because of the time is still counted as a sleeper: then the next wake is one too many, no more. */
void latch_wait(struct latch *l, uint64_t ns)
{
    uint32_t turn = atomic_load_explicit(&l->turn, memory_order_relaxed);
    l->sleepers++;
    latch_give(l);
    sleep_while(&l->turn, turn, ns);
    latch_take(l);
}
