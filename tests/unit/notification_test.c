/* notification_test.c - bits gather, waiters are woken in order, waiting and taking. */
#include <kernel/notification.h>
#include "mock/world.h"

enum { N = WORLD_NOTIFICATION, WAIT = 1, ONE = 2, TWO = 3 };
static word_t low, high;

static void two(void)
{
    low = world_thread(0, 10);
    high = world_thread(1, 20);
    world_cap(WAIT, CAP_NOTIFICATION, RIGHT_READ, N, 0);
    world_cap(ONE, CAP_NOTIFICATION, RIGHT_WRITE, N, 1);
    world_cap(TWO, CAP_NOTIFICATION, RIGHT_WRITE, N, 2);
}

START_TEST(bits_gather_until_taken)
{
    two();
    world_run(low);
    world_sys(SYS_SIGNAL, CPTR(ONE));
    ck_assert_uint_eq(BADGE(low), 0);
    world_sys(SYS_SIGNAL, CPTR(TWO));
    world_sys(SYS_SIGNAL, CPTR(TWO));
    ck_assert_uint_eq(ntfn_window[N].word, 3);
    world_sys(SYS_WAIT, CPTR(WAIT));
    ck_assert_uint_eq(BADGE(low), 3);
    ck_assert_uint_eq(ntfn_window[N].word, 0);
    world_sys(SYS_WAIT_NB, CPTR(WAIT));
    ck_assert_uint_eq(BADGE(low), FAILED(ERR_WOULD_BLOCK));
}
END_TEST

START_TEST(waiter_is_woken_and_preempts)
{
    two();
    world_run(high);
    world_sys(SYS_WAIT, CPTR(WAIT));
    ck_assert_uint_eq(core_cur, 0);
    world_run(low);
    world_sys(SYS_SIGNAL, CPTR(TWO));
    ck_assert_uint_eq(core_cur, high);
    ck_assert_uint_eq(BADGE(high), 2);
    ck_assert_uint_eq(ntfn_window[N].word, 0);
    ck_assert_uint_eq(sched_window[low].state, TS_READY);
    ck_assert_uint_eq(BADGE(low), 0);
}
END_TEST

START_TEST(one_signal_wakes_one)
{
    two();
    world_run(high);
    world_sys(SYS_WAIT, CPTR(WAIT));
    world_run(low);
    world_sys(SYS_WAIT, CPTR(WAIT));
    notification_signal(N, 8);
    schedule();
    world_sound();
    ck_assert_uint_eq(core_cur, high);
    ck_assert_uint_eq(epr_window[N].head, low);
    notification_signal(N, 4);
    world_sound();
    ck_assert_uint_eq(core_cur, high);
    ck_assert_uint_eq(BADGE(low), 4);
}
END_TEST

START_TEST(rights_are_checked)
{
    two();
    world_run(low);
    world_sys(SYS_SIGNAL, CPTR(WAIT));
    ck_assert_uint_eq(BADGE(low), FAILED(ERR_RIGHTS));
    world_sys(SYS_WAIT, CPTR(ONE));
    ck_assert_uint_eq(BADGE(low), FAILED(ERR_RIGHTS));
}
END_TEST

static void add(TCase *c)
{
    tcase_add_test(c, bits_gather_until_taken);
    tcase_add_test(c, waiter_is_woken_and_preempts);
    tcase_add_test(c, one_signal_wakes_one);
    tcase_add_test(c, rights_are_checked);
}

int main(void) { return world_main("notification", add); }
