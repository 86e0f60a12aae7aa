/* timer.c - deadlines become signals. LIMIT_TIMERS timers, scanned at each timer interrupt: a bound, not a heap. Time is in
 * nanoseconds since boot; a deadline in the past fires at the next timer interrupt; 0 means "not set".
 */
#include <kernel/device.h>
#include <kernel/entry.h>
#include <kernel/notification.h>
#include <arch/interrupt.h>

void timer_set(word_t timer, word_t deadline, word_t n)
{
    timer_window[timer].deadline = deadline == 0u ? 1u : deadline;
    timer_window[timer].slot = (uint32_t)n;
    timer_window[timer].gen = CAP(n).gen;
    timer_arm(slice_end);
}

void timer_cancel(word_t timer)
{
    timer_window[timer].deadline = 0u;
}

/* timer_signal - timer i has expired: it is off, and its notification is signalled. */
/*@ requires kernel_ok && i < LIMIT_TIMERS;
    assigns MEET_STATE, ntfn_window[0 .. LIMIT_OBJECTS - 1], timer_window[i].deadline;
    ENS_ALL
    ensures off: timer_window[i].deadline == 0;
    ensures told: weak_ok(timer_window[i].slot, timer_window[i].gen) ==> signalled{Pre,Post}(cap_window[timer_window[i].slot].obj,
      cap_window[timer_window[i].slot].badge);
    ensures cur: core_cur == \old(core_cur); */
static void timer_signal(word_t i)
{
    word_t s = weak_notification(timer_window[i].slot, timer_window[i].gen);

    timer_window[i].deadline = 0u;
    if (s != 0u) {
        notification_signal(CAP(s).obj, CAP(s).badge);
    }
}

/* timer_check - timer i signals if its deadline is not after now. */
/*@ requires kernel_ok && i < LIMIT_TIMERS;
    assigns MEET_STATE, ntfn_window[0 .. LIMIT_OBJECTS - 1], timer_window[i].deadline;
    ENS_ALL
    ensures off: timer_window[i].deadline == 0 || timer_window[i].deadline > now;
    ensures kept: \old(timer_window[i].deadline) > now ==> timer_window[i].deadline == \old(timer_window[i].deadline);
    ensures cur: core_cur == \old(core_cur); */
static void timer_check(word_t i, word_t now)
{
    if (timer_window[i].deadline != 0u && timer_window[i].deadline <= now) {
        timer_signal(i);
    }
}

void timer_expire(word_t now)
{
    /*@ loop invariant range: 0 <= i <= LIMIT_TIMERS;
        loop invariant ok: kernel_ok;
        loop invariant off: \forall integer k; 0 <= k < i ==> timer_window[k].deadline == 0 || timer_window[k].deadline > now;
        loop invariant todo: \forall integer k; 0 <= k < LIMIT_TIMERS && (i <= k || \at(timer_window[k].deadline, Pre) > now) ==>
          timer_window[k].deadline == \at(timer_window[k].deadline, Pre);
        loop invariant cur: core_cur == \at(core_cur, Pre);
        loop assigns i, MEET_STATE, ntfn_window[0 .. LIMIT_OBJECTS - 1], timer_window[0 .. LIMIT_TIMERS - 1];
        loop variant LIMIT_TIMERS - i; */
    for (word_t i = 0u; i < LIMIT_TIMERS; i++) {
        timer_check(i, now);
    }
}

void timer_arm(word_t slice_end)
{
    word_t first = slice_end;

    /*@ loop invariant range: 0 <= i <= LIMIT_TIMERS;
        loop invariant early: first <= slice_end && \forall integer k; 0 <= k < i && timer_window[k].deadline != 0 ==> first <= timer_window[k].deadline;
        loop invariant exact: first == slice_end || \exists integer k; 0 <= k < i && first == timer_window[k].deadline;
        loop assigns i, first;
        loop variant LIMIT_TIMERS - i; */
    for (word_t i = 0u; i < LIMIT_TIMERS; i++) {
        if (timer_window[i].deadline != 0u && timer_window[i].deadline < first) {
            first = timer_window[i].deadline;
        }
    }
    arch_timer_arm(first);
}
