/* run_queue_test.c - order within and between priorities, preemption, yield, slices, the floor. */
#include <kernel/sched.h>
#include "mock/world.h"

START_TEST(first_come_first_served)
{
    word_t a = world_thread(0, 5), b = world_thread(1, 5), c = world_thread(2, 5);
    word_t expect[] = { a, b, c };

    for (int i = 0; i < 3; i++) world_ready(expect[i]);
    for (int i = 0; i < 3; i++) {
        world_sound();
        schedule();
        ck_assert_uint_eq(core_cur, expect[i]);
        sched_stop(core_cur);
    }
    schedule();
    ck_assert_uint_eq(core_cur, 0);
}
END_TEST

START_TEST(highest_priority_runs)
{
    word_t prio[] = { 0, 63, 64, 127, 128, 200, 255 };

    for (int i = 0; i < 7; i++) world_ready(world_thread(i, prio[i]));
    for (int i = 6; i >= 0; i--) {
        schedule();
        ck_assert_uint_eq(run_window[core_cur].prio, prio[i]);
        ck_assert_uint_eq(core_floor, PRIO_FAST + (i == 0 ? 0 : prio[i - 1]));
        world_sound();
        sched_stop(core_cur);
    }
}
END_TEST

START_TEST(hand_goes_to_the_front)
{
    word_t a = world_thread(0, 9), b = world_thread(1, 9);

    world_ready(a);
    sched_hand(b);
    world_sound();
    schedule();
    ck_assert_uint_eq(core_cur, b);
}
END_TEST

START_TEST(higher_preempts_and_victim_is_next)
{
    word_t a = world_thread(0, 9), b = world_thread(1, 9), h = world_thread(2, 10);

    world_run(a);
    world_ready(b);
    schedule();
    ck_assert_uint_eq(core_cur, a);          /* equal priority does not preempt */
    world_ready(h);
    schedule();
    ck_assert_uint_eq(core_cur, h);
    ck_assert_uint_eq(prio_window[a].word, 0);   /* its registers are kept: not resumable fast */
    sched_stop(h);
    schedule();
    ck_assert_uint_eq(core_cur, a);
    world_sound();
}
END_TEST

START_TEST(slices_go_round)
{
    word_t a = world_thread(0, 9), b = world_thread(1, 9), low = world_thread(2, 8);

    world_run(a);
    sched_tick();
    ck_assert_uint_eq(core_cur, a);          /* alone at its level: goes on */
    world_ready(b);
    world_ready(low);
    for (int i = 0; i < 6; i++) {
        sched_tick();
        schedule();
        world_sound();
        ck_assert_uint_eq(core_cur, i % 2 == 0 ? b : a);
    }
    ck_assert_uint_eq(thr_window[a].ticks, 4);
    ck_assert_uint_eq(thr_window[low].ticks, 0);
}
END_TEST

START_TEST(priority_change_moves_the_thread)
{
    word_t a = world_thread(0, 9), b = world_thread(1, 10);

    world_ready(a);
    world_ready(b);
    sched_set_priority(a, 200);
    ck_assert_uint_ge(core_floor, PRIO_FAST + 200);
    world_sound();
    schedule();
    ck_assert_uint_eq(core_cur, a);
    sched_set_priority(a, 3);
    ck_assert_uint_eq(prio_window[a].word, PRIO_FAST + 3);
    schedule();
    ck_assert_uint_eq(core_cur, b);
    world_sound();
}
END_TEST

START_TEST(one_that_stepped_back_fast_gets_empty_registers)
{
    word_t a = world_thread(0, 9);

    reg_window[a].at[REG_WORD] = 77;
    world_ready(a);
    prio_window[a].word = PRIO_FAST + 9;     /* as fast_signal leaves it */
    schedule();
    ck_assert_uint_eq(core_cur, a);
    ck_assert_uint_eq(reg_window[a].at[REG_WORD], 0);
}
END_TEST

/* Random pushes and removals keep every invariant, and the order is that of a simple model. */
START_TEST(random_walk_is_sound)
{
    srand(7);
    for (word_t i = 0; i < WORLD_THREADS; i++) world_thread(i, (word_t)rand() % 4 * 64);
    for (int step = 0; step < 4000; step++) {
        word_t t = WORLD_THREAD + (word_t)rand() % WORLD_THREADS;
        if (sched_window[t].state == TS_INACTIVE) { if (rand() % 2) sched_ready(t); else sched_hand(t); }
        else if (rand() % 3) sched_stop(t);
        else sched_set_priority(t, (word_t)rand() % 256);
        if (rand() % 4 == 0) schedule();
        if (step % 16 == 0) world_sound();
    }
}
END_TEST

static void add(TCase *c)
{
    tcase_add_test(c, first_come_first_served);
    tcase_add_test(c, highest_priority_runs);
    tcase_add_test(c, hand_goes_to_the_front);
    tcase_add_test(c, higher_preempts_and_victim_is_next);
    tcase_add_test(c, slices_go_round);
    tcase_add_test(c, priority_change_moves_the_thread);
    tcase_add_test(c, one_that_stepped_back_fast_gets_empty_registers);
    tcase_add_test(c, random_walk_is_sound);
}

int main(void) { return world_main("run_queue", add); }
