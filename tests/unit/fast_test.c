/* fast_test.c - the fast paths: when they are taken, when they refuse and leave everything as it is, and that the slow path agrees with them:
 * the same system call from the same state gives the same queues, replies, running thread and context either way. */
#include <kernel/endpoint.h>
#include <kernel/fault.h>
#include <kernel/fast.h>
#include <kernel/lifecycle.h>
#include <string.h>
#include "mock/world.h"

enum { E = WORLD_ENDPOINT, N = WORLD_NOTIFICATION, ALL = 1, READ = 2, WRITE = 3, NOTE = 4, BADGED = 5, BADGE_VALUE = 4711 };
static word_t client, server;

/* The server waits on the endpoint, the client runs. */
static void server_waits(word_t client_prio, word_t server_prio)
{
    world_make();
    client = world_thread(0, client_prio);
    server = world_thread(1, server_prio);
    world_cap(ALL, CAP_ENDPOINT, RIGHT_ALL, E, 0);
    world_cap(READ, CAP_ENDPOINT, RIGHT_READ, E, 0);
    world_cap(WRITE, CAP_ENDPOINT, RIGHT_WRITE, E, 0);
    world_cap(NOTE, CAP_NOTIFICATION, RIGHT_ALL, N, 5);
    world_cap(BADGED, CAP_ENDPOINT, RIGHT_ALL, E, BADGE_VALUE);
    world_run(server);
    world_sys(SYS_RECV, CPTR(READ));
    world_run(client);
    slow_taken = 0;
    hw_pc = 0xa000, hw_sp = 0xb000, hw_tls = 0xc000;
}

START_TEST(call_and_reply)
{
    server_waits(10, 20);
    fast_call(CPTR(BADGED));
    world_sound();
    ck_assert_uint_eq(slow_taken, 0);
    ck_assert_uint_eq(core_cur, server);
    ck_assert_uint_eq(hw_badge, BADGE_VALUE);
    ck_assert_uint_eq(hw_pc, ctx_window[server].pc);
    ck_assert_uint_eq(hw_vroot, ctx_window[server].vroot);
    ck_assert_uint_eq(ctx_window[client].pc, 0xa000);
    ck_assert_uint_eq(ctx_window[client].sp, 0xb000);
    ck_assert_uint_eq(ctx_window[client].tls, 0xc000);
    fast_reply_recv(CPTR(READ));
    world_sound();
    ck_assert_uint_eq(slow_taken, 0);
    ck_assert_uint_eq(core_cur, client);
    ck_assert_uint_eq(hw_pc, 0xa000);
    ck_assert_uint_eq(hw_badge, 0);
    ck_assert_uint_eq(epr_window[E].head, server);
}
END_TEST

START_TEST(buffers_are_copied)
{
    server_waits(10, 20);
    for (word_t i = 0; i < 60; i++) mock_frame[WORLD_BUFFER][i] = i + 1;
    fast_call_long(CPTR(ALL), 60);
    ck_assert_uint_eq(slow_taken, 0);
    ck_assert_uint_eq(hw_count, 60);
    ck_assert_mem_eq(mock_frame[WORLD_BUFFER + 1], mock_frame[WORLD_BUFFER], 480);
    mock_frame[WORLD_BUFFER + 1][0] = 99;
    fast_reply_recv_long(CPTR(ALL), 1);
    ck_assert_uint_eq(mock_frame[WORLD_BUFFER][0], 99);
    world_sound();
}
END_TEST

/* What must send a call the slow way. */
static void higher_ready(void) { world_ready(world_thread(5, 30)); }
static void preempted(void) { prio_window[server].word = 0; }
static void floor_slow(void) { core_floor = FLOOR_SLOW; }
static void foreign(void) { cn_window[client].limit = 0; }
static void nobody(void) { thread_stop(server); }
static void other_core(void) { run_window[server].core = 1; prio_window[server].word += 65536; }
static void no_buffer(void) { thr_window[server].buf = 0; }
static void nothing(void) { }
static const struct { void (*spoil)(void); word_t cptr, n; } refused[] = {
    { higher_ready, CPTR(ALL), 0 }, { preempted, CPTR(ALL), 0 }, { floor_slow, CPTR(ALL), 0 }, { foreign, CPTR(ALL), 0 },
    { nobody, CPTR(ALL), 0 }, { other_core, CPTR(ALL), 0 }, { nothing, CPTR(WRITE), 0 }, { nothing, CPTR(READ), 0 }, { nothing, CPTR(NOTE), 0 },
    { nothing, CPTR(99), 0 }, { nothing, CPTR(128), 0 }, { nothing, CPTR(ALL) + 12345, 0 }, { nothing, CPTR(ALL), 121 },
    { nothing, CPTR(ALL), 65536 }, { no_buffer, CPTR(ALL), 4 },
};

/* All state that a path may change, to compare. */
struct state { struct ipc ipc[LIMIT_OBJECTS]; struct epq epr[LIMIT_OBJECTS], eps[LIMIT_OBJECTS]; struct sched sched[LIMIT_OBJECTS];
               struct reply reply[LIMIT_OBJECTS]; struct ctx ctx[LIMIT_OBJECTS]; uint32_t cur, floor, head[LIMIT_PRIORITIES]; };
static void keep(struct state *s)
{
    memset(s, 0, sizeof *s);
    memcpy(s->ipc, ipc_window, sizeof s->ipc);
    memcpy(s->epr, epr_window, sizeof s->epr);
    memcpy(s->eps, eps_window, sizeof s->eps);
    memcpy(s->sched, sched_window, sizeof s->sched);
    memcpy(s->reply, reply_window, sizeof s->reply);
    memcpy(s->ctx, ctx_window, sizeof s->ctx);
    memcpy(s->head, rq_head, sizeof s->head);
    s->cur = core_cur, s->floor = core_floor;
}
static struct state before, after;

START_TEST(refusals_change_nothing)
{
    server_waits(10, 20);
    refused[_i].spoil();
    keep(&before);
    if (refused[_i].n != 0) fast_call_long(refused[_i].cptr, refused[_i].n);
    else fast_call(refused[_i].cptr);
    keep(&after);
    ck_assert_uint_eq(slow_taken, 1);
    ck_assert_mem_eq(&before, &after, sizeof before);
}
END_TEST

START_TEST(reply_recv_refuses_queued_senders_and_nothing_owed)
{
    server_waits(10, 20);
    fast_reply_recv(CPTR(READ));
    ck_assert_uint_eq(slow_taken, 1);                  /* the client owes nothing */
    server_waits(10, 20);
    fast_call(CPTR(ALL));
    core_cur = 0, sched_window[server].state = TS_INACTIVE;
    world_run(world_thread(6, 5));
    world_sys(SYS_SEND, CPTR(ALL));
    world_run(server);
    slow_taken = 0;
    fast_reply_recv(CPTR(READ));
    ck_assert_uint_eq(slow_taken, 1);
}
END_TEST

/* Only the slow path knows how to answer a fault: while a faulted thread waits, its priority word is 0, and no floor lets 0 pass. */
START_TEST(faulted_caller_is_answered_slowly)
{
    server_waits(10, 20);
    cap_window[32u * client + TCB_HANDLER] = cap_window[SLOT(ALL)];
    fault_raise(FAULT_READ, 0x1234, 0);
    schedule();
    ck_assert_uint_eq(core_cur, server);
    ck_assert_uint_eq(reply_window[server].caller, client);
    ck_assert_uint_eq(prio_window[client].word, 0);
    keep(&before);
    fast_reply_recv(CPTR(READ));
    keep(&after);
    ck_assert_uint_eq(slow_taken, 1);
    ck_assert_mem_eq(&before, &after, sizeof before);
    sched_set_priority(client, 30);
    ck_assert_uint_eq(prio_window[client].word, 0);
}
END_TEST

/* The slow path, as entry does it: what the entry saves, then the call, then who runs. */
static void slow(word_t method, word_t cptr)
{
    ctx_window[core_cur].pc = hw_pc, ctx_window[core_cur].sp = hw_sp, ctx_window[core_cur].tls = hw_tls;
    world_sys(method, cptr);
}
static const struct { word_t client, server, ready; } prios[] = { { 10, 20, 5 }, { 10, 10, 10 }, { 20, 10, 10 }, { 20, 10, 0 }, { 0, 0, 0 }, { 255, 255, 255 } };

static void ready_one(int i) { world_ready(world_thread(7, prios[i].ready)); }
START_TEST(slow_path_agrees_on_call_and_reply)
{
    server_waits(prios[_i].client, prios[_i].server);
    ready_one(_i);
    fast_call(CPTR(BADGED));
    ck_assert_uint_eq(slow_taken, 0);
    fast_reply_recv(CPTR(READ));
    keep(&before);
    ck_assert_uint_eq(slow_taken, prios[_i].client < prios[_i].ready);

    server_waits(prios[_i].client, prios[_i].server);
    ready_one(_i);
    slow(SYS_CALL, CPTR(BADGED));
    ck_assert_uint_eq(core_cur, server);
    ck_assert_uint_eq(BADGE(server), BADGE_VALUE);
    slow(SYS_REPLY_RECV, CPTR(READ));
    keep(&after);
    ck_assert_uint_eq(before.cur, after.cur);
    ck_assert_mem_eq(before.sched, after.sched, sizeof before.sched);
    ck_assert_mem_eq(before.reply, after.reply, sizeof before.reply);
    ck_assert_mem_eq(before.epr, after.epr, sizeof before.epr);
    ck_assert_mem_eq(before.head, after.head, sizeof before.head);
}
END_TEST

/* A low signaller and a high waiter go back and forth: fast_signal, fast_wait. */
START_TEST(signal_and_wait)
{
    server_waits(10, 20);
    core_cur = 0, sched_window[client].state = TS_INACTIVE;
    thread_stop(server);
    world_run(server);
    world_sys(SYS_WAIT, CPTR(NOTE));
    world_run(client);
    for (int i = 0; i < 3; i++) {
        slow_taken = 0;
        fast_signal(CPTR(NOTE));
        world_sound();
        ck_assert_uint_eq(slow_taken, 0);
        ck_assert_uint_eq(core_cur, server);
        ck_assert_uint_eq(hw_badge, 5);
        ck_assert_uint_eq(sched_window[client].state, TS_READY);
        ck_assert_uint_eq(rq_head[10], client);
        fast_wait(CPTR(NOTE));
        world_sound();
        ck_assert_uint_eq(slow_taken, 0);
        ck_assert_uint_eq(core_cur, client);
        ck_assert_uint_eq(hw_badge, 0);
        ck_assert_uint_eq(rq_head[10], 0);
        ck_assert_uint_eq(ipc_window[server].ep, N);
    }
}
END_TEST

START_TEST(signal_without_switch_is_slow)
{
    server_waits(20, 20);
    core_cur = 0, sched_window[client].state = TS_INACTIVE;
    thread_stop(server);
    world_run(server);
    world_sys(SYS_WAIT, CPTR(NOTE));
    world_run(client);
    fast_signal(CPTR(NOTE));
    ck_assert_uint_eq(slow_taken, 1);                  /* equal priority: the signaller goes on */
    slow_taken = 0;
    ntfn_window[N].word = 1;
    fast_wait(CPTR(NOTE));
    ck_assert_uint_eq(slow_taken, 1);                  /* something to take: no switch */
}
END_TEST

static void add(TCase *c)
{
    tcase_add_test(c, call_and_reply);
    tcase_add_test(c, buffers_are_copied);
    tcase_add_loop_test(c, refusals_change_nothing, 0, sizeof refused / sizeof *refused);
    tcase_add_test(c, reply_recv_refuses_queued_senders_and_nothing_owed);
    tcase_add_test(c, faulted_caller_is_answered_slowly);
    tcase_add_loop_test(c, slow_path_agrees_on_call_and_reply, 0, sizeof prios / sizeof *prios);
    tcase_add_test(c, signal_and_wait);
    tcase_add_test(c, signal_without_switch_is_slow);
}

int main(void) { return world_main("fast", add); }
