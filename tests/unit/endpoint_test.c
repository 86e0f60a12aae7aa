/* endpoint_test.c - send, receive, call and reply as system calls: who gets what, who runs, what is refused. */
#include <kernel/endpoint.h>
#include <kernel/lifecycle.h>
#include "mock/world.h"

enum { E = WORLD_ENDPOINT, ALL = 1, READ = 2, WRITE = 3, NOTE = 4, BADGED = 5, GRANTLESS = 6, BADGE_VALUE = 4711 };
static word_t client, server, other;

/* A server (20) above a client (10) and another one (10); only the client is ready to run. */
static void two(void)
{
    client = world_thread(0, 10);
    server = world_thread(1, 20);
    other = world_thread(2, 10);
    world_cap(ALL, CAP_ENDPOINT, RIGHT_ALL, E, 0);
    world_cap(READ, CAP_ENDPOINT, RIGHT_READ, E, 0);
    world_cap(WRITE, CAP_ENDPOINT, RIGHT_WRITE, E, 0);
    world_cap(NOTE, CAP_NOTIFICATION, RIGHT_ALL, WORLD_NOTIFICATION, 0);
    world_cap(BADGED, CAP_ENDPOINT, RIGHT_ALL, E, BADGE_VALUE);
    world_cap(GRANTLESS, CAP_ENDPOINT, RIGHT_ALL - RIGHT_GRANT, E, 0);
}

static void server_waits(void)
{
    two();
    world_run(server);
    world_sys(SYS_RECV, CPTR(READ));
    ck_assert_uint_eq(core_cur, 0);
    world_run(client);
}

static void got(word_t t, word_t badge, word_t label, word_t first)
{
    ck_assert_uint_eq(BADGE(t), badge);
    ck_assert_uint_eq(LABEL(t), label);
    for (word_t i = 0; i < LIMIT_MESSAGE_WORDS; i++) ck_assert_uint_eq(WORD(t, i), first + i);
    for (word_t i = REG_WORD + LIMIT_MESSAGE_WORDS; i < ARCH_REGS; i++) ck_assert_uint_eq(reg_window[t].at[i], 0);
}

START_TEST(call_and_reply)
{
    server_waits();
    reg_window[server].at[ARCH_REGS - 1] = 99;   /* must not survive */
    world_say(5, 100);
    world_sys(SYS_CALL, CPTR(BADGED));
    ck_assert_uint_eq(core_cur, server);
    got(server, BADGE_VALUE, 5, 100);
    ck_assert_uint_eq(reply_window[server].caller, client);
    world_say(6, 200);
    world_sys(SYS_REPLY_RECV, CPTR(READ));
    ck_assert_uint_eq(core_cur, client);
    got(client, 0, 6, 200);
    ck_assert_uint_eq(ipc_window[server].ep, E);
    ck_assert_uint_ne(prio_window[client].word, 0);   /* dispatched: fast again */
}
END_TEST

START_TEST(caller_waits_for_a_late_server)
{
    two();
    world_run(client);
    world_say(5, 100);
    world_sys(SYS_CALL, CPTR(BADGED));
    ck_assert_uint_eq(core_cur, 0);
    ck_assert_uint_eq(eps_window[E].head, client);
    world_run(server);
    world_sys(SYS_RECV, CPTR(READ));
    got(server, BADGE_VALUE, 5, 100);
    ck_assert_uint_eq(reply_window[client].server, server);
    world_say(6, 300);
    world_sys(SYS_REPLY, 0);
    ck_assert_uint_eq(core_cur, server);              /* above the client: goes on */
    ck_assert_uint_eq(BADGE(server), 0);
    got(client, 0, 6, 300);
}
END_TEST

START_TEST(send_does_not_wait_for_a_reply)
{
    server_waits();
    world_say(1, 10);
    world_sys(SYS_SEND, CPTR(WRITE));
    ck_assert_uint_eq(core_cur, server);              /* the woken one is above the sender */
    ck_assert_uint_eq(BADGE(client), 0);
    ck_assert_uint_eq(sched_window[client].state, TS_READY);
    ck_assert_uint_eq(reply_window[server].caller, 0);
    got(server, 0, 1, 10);
}
END_TEST

START_TEST(queued_sender_goes_on)
{
    two();
    world_run(client);
    world_say(1, 10);
    world_sys(SYS_SEND, CPTR(WRITE));
    world_run(server);
    world_sys(SYS_RECV, CPTR(READ));
    got(server, 0, 1, 10);
    ck_assert_uint_eq(sched_window[client].state, TS_READY);
    ck_assert_uint_eq(BADGE(client), 0);
    ck_assert_uint_eq(WORD(client, 0), 0);
}
END_TEST

START_TEST(equal_priority_hands_over)
{
    two();
    run_window[server].prio = 10;
    world_run(server);
    world_sys(SYS_RECV, CPTR(READ));
    world_run(client);
    world_ready(other);                                /* ready before: but the partner goes first */
    world_sys(SYS_CALL, CPTR(ALL));
    ck_assert_uint_eq(core_cur, server);
    world_sys(SYS_REPLY_RECV, CPTR(READ));
    ck_assert_uint_eq(core_cur, client);
}
END_TEST

START_TEST(something_higher_goes_before_the_partner)
{
    server_waits();
    world_ready(world_thread(3, 21));
    world_sys(SYS_CALL, CPTR(ALL));
    ck_assert_uint_eq(core_cur, WORLD_THREAD + 3);
    ck_assert_uint_eq(sched_window[server].state, TS_READY);
    sched_stop(core_cur);
    schedule();
    ck_assert_uint_eq(core_cur, server);
}
END_TEST

/* Method, slot, expected error, for a thread that owes nothing while nobody waits. */
static const struct { word_t method, cptr, err; } refused[] = {
    { SYS_CALL, CPTR(WRITE), ERR_RIGHTS }, { SYS_CALL, CPTR(READ), ERR_RIGHTS }, { SYS_SEND, CPTR(READ), ERR_RIGHTS },
    { SYS_RECV, CPTR(WRITE), ERR_RIGHTS }, { SYS_CALL, CPTR(NOTE), ERR_TYPE }, { SYS_RECV, CPTR(99), ERR_EMPTY },
    { SYS_CALL, CPTR(128), ERR_SLOT }, { SYS_SEND, CPTR(1) + 77, ERR_STALE }, { SYS_SEND_NB, CPTR(ALL), ERR_WOULD_BLOCK },
    { SYS_RECV_NB, CPTR(ALL), ERR_WOULD_BLOCK }, { SYS_REPLY, 0, ERR_STATE }, { SYS_WAIT, CPTR(ALL), ERR_TYPE },
    { SYS_WAIT_NB, CPTR(NOTE), ERR_WOULD_BLOCK }, { 2, CPTR(ALL), ERR_METHOD },
};
START_TEST(refusals_change_nothing)
{
    two();
    world_run(client);
    world_say(3, 3);
    world_sys(refused[_i].method, refused[_i].cptr);
    ck_assert_uint_eq(core_cur, client);
    got(client, FAILED(refused[_i].err), 3, 3);
}
END_TEST

START_TEST(receiving_with_a_reply_owed_is_refused)
{
    server_waits();
    world_sys(SYS_CALL, CPTR(ALL));
    world_sys(SYS_RECV, CPTR(READ));
    ck_assert_uint_eq(BADGE(server), FAILED(ERR_STATE));
    ck_assert_uint_eq(reply_window[server].caller, client);
}
END_TEST

START_TEST(buffer_words_travel)
{
    server_waits();
    for (word_t i = 0; i < LIMIT_BUFFER_WORDS; i++) mock_frame[WORLD_BUFFER][i] = 1000 + i;
    COUNT(client) = LIMIT_BUFFER_WORDS;
    world_sys(SYS_CALL_LONG, CPTR(ALL));
    ck_assert_uint_eq(COUNT(server), LIMIT_BUFFER_WORDS);
    for (word_t i = 0; i < LIMIT_BUFFER_WORDS; i++) ck_assert_uint_eq(mock_frame[WORLD_BUFFER + 1][i], 1000 + i);
    ck_assert_uint_eq(mock_frame[WORLD_BUFFER + 1][LIMIT_BUFFER_WORDS], 0);
}
END_TEST

static const struct { word_t count, buf, slot, err; } long_refused[] = {
    { LIMIT_BUFFER_WORDS + 1, 1, ALL, ERR_RANGE }, { 131072, 1, ALL, ERR_RANGE }, { 1, 0, ALL, ERR_BUFFER },
    { MESSAGE_GRANT, 1, GRANTLESS, ERR_RIGHTS }, { MESSAGE_GRANT, 1, ALL, ERR_EMPTY },
};
START_TEST(long_refusals)
{
    server_waits();
    mock_frame[WORLD_BUFFER][BUFFER_SOURCE] = CPTR(99);
    COUNT(client) = long_refused[_i].count;
    if (long_refused[_i].buf == 0) thr_window[client].buf = 0;
    world_sys(SYS_CALL_LONG, CPTR(long_refused[_i].slot));
    ck_assert_uint_eq(BADGE(client), FAILED(long_refused[_i].err));
    ck_assert_uint_eq(core_cur, client);
}
END_TEST

static void grant(word_t place)
{
    server_waits();
    mock_frame[WORLD_BUFFER][BUFFER_SOURCE] = CPTR(BADGED);
    mock_frame[WORLD_BUFFER + 1][BUFFER_PLACE] = place;
    COUNT(client) = MESSAGE_GRANT + 2;
    world_sys(SYS_CALL_LONG, CPTR(ALL));
}

START_TEST(capability_travels)
{
    grant(50);
    ck_assert_uint_eq(COUNT(server), MESSAGE_GRANT + 2);
    ck_assert_uint_eq(cap_window[SLOT(50)].type, CAP_ENDPOINT);
    ck_assert_uint_eq(cap_window[SLOT(50)].badge, BADGE_VALUE);
    ck_assert_uint_eq(mdb_window[SLOT(50)].depth, mdb_window[SLOT(BADGED)].depth + 1);
    ck_assert_uint_eq(ref_window[E], 6);
}
END_TEST

START_TEST(occupied_place_takes_no_capability)
{
    grant(NOTE);
    ck_assert_uint_eq(COUNT(server), 2);
    ck_assert_uint_eq(cap_window[SLOT(NOTE)].type, CAP_NOTIFICATION);
}
END_TEST

START_TEST(drained_waiters_are_told)
{
    two();
    world_run(client);
    world_sys(SYS_CALL, CPTR(ALL));
    ck_assert_uint_eq(queue_drain(E), ERR_NONE);
    world_sound();
    ck_assert_uint_eq(BADGE(client), FAILED(ERR_GONE));
    ck_assert_uint_eq(sched_window[client].state, TS_READY);
}
END_TEST

START_TEST(drain_is_bounded)
{
    two();
    for (word_t i = 0; i < 70; i++) {
        world_run(world_thread(10 + i, 5));
        world_sys(SYS_SEND, CPTR(ALL));
        if (core_cur != 0) sched_stop(core_cur);
    }
    ck_assert_uint_eq(queue_drain(E), ERR_AGAIN);
    world_sound();
    ck_assert_uint_eq(queue_drain(E), ERR_NONE);
    world_sound();
    ck_assert_uint_eq(eps_window[E].head, 0);
}
END_TEST

START_TEST(killed_server_tells_its_caller)
{
    server_waits();
    world_sys(SYS_CALL, CPTR(ALL));
    thread_kill(server);
    world_sound();
    schedule();
    ck_assert_uint_eq(core_cur, client);
    ck_assert_uint_eq(BADGE(client), FAILED(ERR_GONE));
}
END_TEST

static void add(TCase *c)
{
    tcase_add_test(c, call_and_reply);
    tcase_add_test(c, caller_waits_for_a_late_server);
    tcase_add_test(c, send_does_not_wait_for_a_reply);
    tcase_add_test(c, queued_sender_goes_on);
    tcase_add_test(c, equal_priority_hands_over);
    tcase_add_test(c, something_higher_goes_before_the_partner);
    tcase_add_loop_test(c, refusals_change_nothing, 0, sizeof refused / sizeof *refused);
    tcase_add_test(c, receiving_with_a_reply_owed_is_refused);
    tcase_add_test(c, buffer_words_travel);
    tcase_add_loop_test(c, long_refusals, 0, sizeof long_refused / sizeof *long_refused);
    tcase_add_test(c, capability_travels);
    tcase_add_test(c, occupied_place_takes_no_capability);
    tcase_add_test(c, drained_waiters_are_told);
    tcase_add_test(c, drain_is_bounded);
    tcase_add_test(c, killed_server_tells_its_caller);
}

int main(void) { return world_main("endpoint", add); }
