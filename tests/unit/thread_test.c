/* thread_test.c - what the methods of threads do: configure, write, resume, suspend, flags, faults and their answers. */
#include <kernel/answer.h>
#include <kernel/fault.h>
#include <kernel/lifecycle.h>
#include <kernel/thread.h>
#include "mock/world.h"

enum { E = WORLD_ENDPOINT, SELF = 1, HANDLER = 2, SPACE = 3, TABLE = 4, PAGE = 5, REPLY_SLOT = 6, BADGE_VALUE = 33 };
static word_t t, h, s;   /* a thread, its handler, the slot of the thread's capability */

static void two(void)
{
    t = world_thread(0, 10);
    h = world_thread(1, 20);
    s = world_cap(SELF, CAP_THREAD, RIGHT_ALL, t, 0);
    world_cap(HANDLER, CAP_ENDPOINT, RIGHT_ALL, E, BADGE_VALUE);
}

/* A thread as retype leaves it: nothing in its slots. */
static void bare(void)
{
    two();
    t = WORLD_THREAD + 40;
    s = world_cap(SELF + 50, CAP_THREAD, RIGHT_ALL, t, 0);
    world_cap(SPACE, CAP_CNODE, RIGHT_ALL, 4 * WORLD_CNODE, 128);
    world_cap(TABLE, CAP_VSPACE, RIGHT_ALL, 4 * WORLD_VSPACE, 9);
    world_cap(PAGE, CAP_PAGE, RIGHT_ALL, 4 * (WORLD_BUFFER + 50), 0);
}

START_TEST(configure_copies_into_the_threads_own_slots)
{
    bare();
    thread_configure(s, SLOT(SPACE), SLOT(TABLE), SLOT(HANDLER), SLOT(PAGE), 77);
    ck_assert_uint_eq(cap_window[32 * t + TCB_CSPACE].type, CAP_CNODE);
    ck_assert_uint_eq(cap_window[32 * t + TCB_HANDLER].badge, BADGE_VALUE);
    ck_assert_uint_eq(mdb_window[32 * t + TCB_BUFFER].depth, mdb_window[SLOT(PAGE)].depth + 1);
    ck_assert_uint_eq(cn_window[t].base, SLOT(0));
    ck_assert_uint_eq(cn_window[t].limit, 128);
    ck_assert_uint_eq(ctx_window[t].vroot, WORLD_VSPACE * 65536 + 9);
    ck_assert_uint_eq(thr_window[t].buf, WORLD_BUFFER + 50);
    ck_assert_uint_eq(run_window[t].prio, 77);
    world_sound();
}
END_TEST

START_TEST(configure_leaves_what_it_is_not_told)
{
    two();
    thread_configure(s, 0, 0, SLOT(HANDLER), 0, 3);
    ck_assert_uint_eq(cn_window[t].limit, 128);
    ck_assert_uint_eq(thr_window[t].buf, WORLD_BUFFER);
    ck_assert_uint_eq(cap_window[32 * t + TCB_HANDLER].type, CAP_ENDPOINT);
}
END_TEST

START_TEST(write_and_resume)
{
    two();
    reg_window[t].at[ARCH_REGS - 1] = 5;
    thread_write(s, 0x400000, 0x7000, 42, 0x9000);
    thread_resume(s);
    schedule();
    world_sound();
    ck_assert_uint_eq(core_cur, t);
    ck_assert_uint_eq(ctx_window[t].pc, 0x400000);
    ck_assert_uint_eq(ctx_window[t].sp, 0x7000);
    ck_assert_uint_eq(ctx_window[t].tls, 0x9000);
    ck_assert_uint_eq(BADGE(t), 42);
    ck_assert_uint_eq(reg_window[t].at[ARCH_REGS - 1], 0);
}
END_TEST

/* Whatever it does, suspend stops it: ready, running, waiting to receive, to send, for a reply. */
static void get_into(int state)
{
    two();
    world_cap(7, CAP_ENDPOINT, RIGHT_ALL, E, 0);
    if (state == 0) world_ready(t);
    if (state > 0) world_run(t);
    if (state == 2) world_sys(SYS_RECV, CPTR(7));
    if (state >= 3) world_sys(SYS_CALL, CPTR(7));
    if (state == 4) {
        world_run(h);
        world_sys(SYS_RECV, CPTR(7));
    }
}

START_TEST(suspend_stops_anything)
{
    get_into(_i);
    thread_suspend(s);
    world_sound();
    ck_assert_uint_eq(sched_window[t].state, TS_INACTIVE);
    ck_assert_uint_eq(ipc_window[t].ep, 0);
    ck_assert_uint_eq(reply_window[t].server, 0);
    ck_assert_uint_ne(core_cur, t);
    ck_assert_uint_eq(prio_window[t].word, 0);
    if (_i >= 2) ck_assert_uint_eq(BADGE(t), FAILED(ERR_GONE));
    thread_resume(s);
    world_sound();
    ck_assert_uint_eq(sched_window[t].state, TS_READY);
}
END_TEST

static void fault_with_handler(void)
{
    two();
    thread_configure(s, 0, 0, SLOT(HANDLER), 0, 10);
    world_cap(7, CAP_ENDPOINT, RIGHT_ALL, E, 0);
}

/* 0: the handler waits already; 1: it comes later. */
static void raise_and_take(int late)
{
    fault_with_handler();
    if (!late) {
        world_run(h);
        world_sys(SYS_RECV, CPTR(7));
    }
    world_run(t);
    reg_window[t].at[5] = 555;
    fault_raise(FAULT_WRITE, 0xdead000, 7);
    schedule();
    world_sound();
    if (late) {
        world_run(h);
        world_sys(SYS_RECV, CPTR(7));
    }
}

START_TEST(fault_is_a_call_to_the_handler)
{
    raise_and_take(_i);
    ck_assert_uint_eq(core_cur, h);
    ck_assert_uint_eq(BADGE(h), BADGE_VALUE);
    ck_assert_uint_eq(LABEL(h), FAULT_WRITE);
    ck_assert_uint_eq(WORD(h, FAULT_WORD_KIND), FAULT_WRITE);
    ck_assert_uint_eq(WORD(h, FAULT_WORD_ADDRESS), 0xdead000);
    ck_assert_uint_eq(WORD(h, FAULT_WORD_CODE), 7);
    ck_assert_uint_eq(WORD(h, FAULT_WORD_PC), ctx_window[t].pc);
    ck_assert_uint_eq(reply_window[h].caller, t);
    ck_assert_uint_eq(reg_window[t].at[5], 555);
}
END_TEST

START_TEST(label_zero_resumes_with_registers_unchanged)
{
    raise_and_take(0);
    world_say(0, 100);
    COUNT(h) = MESSAGE_GRANT;
    world_sys(SYS_REPLY_RECV_LONG, CPTR(7));
    ck_assert_uint_eq(BADGE(h), FAILED(ERR_EMPTY));   /* a capability that is not there: refused, nothing happened */
    world_sys(SYS_REPLY_RECV, CPTR(7));
    ck_assert_uint_eq(core_cur, t);
    ck_assert_uint_eq(reg_window[t].at[5], 555);
    ck_assert_uint_eq(thr_window[t].fault, FAULT_NONE);
}
END_TEST

START_TEST(other_labels_leave_it_stopped)
{
    raise_and_take(0);
    world_say(1, 0);
    world_sys(SYS_REPLY, 0);
    ck_assert_uint_eq(sched_window[t].state, TS_INACTIVE);
    ck_assert_uint_eq(thr_window[t].fault, FAULT_WRITE);
}
END_TEST

START_TEST(no_handler_means_inactive)
{
    two();
    world_run(t);
    fault_raise(FAULT_INSTRUCTION, 0, 0);
    schedule();
    world_sound();
    ck_assert_uint_eq(sched_window[t].state, TS_INACTIVE);
    ck_assert_uint_eq(thr_window[t].fault, FAULT_INSTRUCTION);
    ck_assert_uint_eq(core_cur, 0);
}
END_TEST

START_TEST(dead_handler_leaves_it_stopped)
{
    raise_and_take(0);
    thread_kill(h);
    world_sound();
    ck_assert_uint_eq(sched_window[t].state, TS_INACTIVE);
    ck_assert_uint_eq(reg_window[t].at[5], 555);
}
END_TEST

START_TEST(foreign_thread_has_no_capability_space)
{
    two();
    thread_set_flags(s, THREAD_FOREIGN);
    ck_assert_uint_eq(cn_window[t].limit, 0);
    thread_set_flags(s, 0);
    ck_assert_uint_eq(cn_window[t].limit, 128);
}
END_TEST

START_TEST(saved_reply_is_answered_later)
{
    word_t r = WORLD_REPLY;

    raise_and_take(0);
    thr_window[t].fault = FAULT_NONE;                  /* as an ordinary caller */
    world_cap(REPLY_SLOT, CAP_REPLY, RIGHT_ALL, r, 0);
    reply_save(SLOT(REPLY_SLOT));
    world_sound();
    ck_assert_uint_eq(reply_window[h].caller, 0);
    ck_assert_uint_eq(reply_window[r].caller, t);
    world_say(9, 900);
    reply_send(SLOT(REPLY_SLOT));
    world_sound();
    ck_assert_uint_eq(reply_window[r].caller, 0);
    ck_assert_uint_eq(LABEL(t), 9);
    ck_assert_uint_eq(WORD(t, 9), 909);
}
END_TEST

START_TEST(inspect_and_read)
{
    raise_and_take(0);
    thread_inspect(s);
    ck_assert_uint_eq(WORD(h, INSPECT_STATE), TS_BLOCKED);
    ck_assert_uint_eq(WORD(h, INSPECT_PRIORITY), 10);
    ck_assert_uint_eq(WORD(h, INSPECT_FAULT), FAULT_WRITE);
    ck_assert_uint_eq(WORD(h, INSPECT_ADDRESS), 0xdead000);
    thread_read(s, 5);
    ck_assert_uint_eq(WORD(h, 0), 555);
    thread_read(s, READ_SP);
    ck_assert_uint_eq(WORD(h, 0), ctx_window[t].sp);
}
END_TEST

static void add(TCase *c)
{
    tcase_add_test(c, configure_copies_into_the_threads_own_slots);
    tcase_add_test(c, configure_leaves_what_it_is_not_told);
    tcase_add_test(c, write_and_resume);
    tcase_add_loop_test(c, suspend_stops_anything, 0, 5);
    tcase_add_loop_test(c, fault_is_a_call_to_the_handler, 0, 2);
    tcase_add_test(c, label_zero_resumes_with_registers_unchanged);
    tcase_add_test(c, other_labels_leave_it_stopped);
    tcase_add_test(c, no_handler_means_inactive);
    tcase_add_test(c, dead_handler_leaves_it_stopped);
    tcase_add_test(c, foreign_thread_has_no_capability_space);
    tcase_add_test(c, saved_reply_is_answered_later);
    tcase_add_test(c, inspect_and_read);
}

int main(void) { return world_main("thread", add); }
