/* queue_test.c - waiting queues: order, leaving from any place, receivers and senders apart. */
#include <kernel/queue.h>
#include "mock/world.h"

enum { E = WORLD_ENDPOINT };

/* A thread that waits is blocked: what the callers of queue.c do. */
static void wait_recv(word_t t) { queue_push_recv(t, E); sched_window[t].state = TS_BLOCKED; }
static void wait_send(word_t t) { queue_push_send(t, E); sched_window[t].state = TS_BLOCKED; }
static void leave(word_t t) { queue_remove(t); sched_window[t].state = TS_INACTIVE; }

START_TEST(receivers_leave_in_order)
{
    for (word_t i = 0; i < 4; i++) wait_recv(world_thread(i, 1));
    for (word_t i = 0; i < 4; i++) {
        word_t r = epr_window[E].head;
        world_sound();
        ck_assert_uint_eq(r, WORLD_THREAD + i);
        queue_pop_recv(E, r, ipc_window[r].next);
        sched_window[r].state = TS_INACTIVE;
    }
    ck_assert_uint_eq(epr_window[E].head, 0);
}
END_TEST

START_TEST(senders_leave_in_order)
{
    for (word_t i = 0; i < 4; i++) wait_send(world_thread(i, 1));
    for (word_t i = 0; i < 4; i++) {
        world_sound();
        ck_assert_uint_eq(queue_pop_send(E), WORLD_THREAD + i);
        sched_window[WORLD_THREAD + i].state = TS_INACTIVE;
    }
    ck_assert_uint_eq(eps_window[E].head, 0);
}
END_TEST

/* Four orders of leaving, for senders and for receivers. */
START_TEST(anyone_may_leave_first)
{
    static const word_t order[4][4] = { { 0, 1, 2, 3 }, { 3, 2, 1, 0 }, { 1, 3, 0, 2 }, { 2, 0, 3, 1 } };

    for (word_t i = 0; i < 4; i++) (_i / 4 ? wait_recv : wait_send)(world_thread(i, 1));
    for (word_t k = 0; k < 4; k++) {
        leave(WORLD_THREAD + order[_i % 4][k]);
        world_sound();
    }
    ck_assert(epr_window[E].head == 0 && eps_window[E].head == 0);
}
END_TEST

START_TEST(one_who_left_may_join_again)
{
    word_t a = world_thread(0, 1), b = world_thread(1, 1);

    wait_send(a);
    wait_send(b);
    leave(a);
    wait_send(a);
    world_sound();
    ck_assert_uint_eq(eps_window[E].head, b);
    ck_assert_uint_eq(eps_window[E].tail, a);
}
END_TEST

START_TEST(random_walk_is_sound)
{
    srand(11);
    for (word_t i = 0; i < WORLD_THREADS; i++) world_thread(i, 1);
    for (int step = 0; step < 4000; step++) {
        word_t t = WORLD_THREAD + (word_t)rand() % WORLD_THREADS;
        if (ipc_window[t].ep != 0) leave(t);
        else if (epr_window[E].head != 0 || (eps_window[E].head == 0 && rand() % 2)) wait_recv(t);
        else wait_send(t);
        if (step % 16 == 0) world_sound();
    }
}
END_TEST

static void add(TCase *c)
{
    tcase_add_test(c, receivers_leave_in_order);
    tcase_add_test(c, senders_leave_in_order);
    tcase_add_loop_test(c, anyone_may_leave_first, 0, 8);
    tcase_add_test(c, one_who_left_may_join_again);
    tcase_add_test(c, random_walk_is_sound);
}

int main(void) { return world_main("queue", add); }
