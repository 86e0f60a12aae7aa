/* world.c - the small kernel that tests run in. Only this file writes kernel state directly. */
#include "world.h"
#include <kernel/cap.h>
#include <kernel/endpoint.h>
#include <kernel/sched.h>

static void frames(word_t first, word_t count, uint8_t kind, uint32_t live)
{
    for (word_t f = first; f < first + count; f++) {
        frame_kind[f] = kind;
        frame_live[f] = live;
    }
}

void world_make(void)
{
    mock_reset();
    frames(WORLD_THREAD / 4, WORLD_THREADS / 4, KIND_TCB, 4);
    frames(WORLD_ENDPOINT / 4, 1, KIND_ENDPOINT, 1);
    frames(WORLD_NOTIFICATION / 4, 1, KIND_NOTIFICATION, 1);
    frames(WORLD_REPLY / 4, 1, KIND_REPLY, 1);
    frames(WORLD_CNODE, 1, KIND_CNODE, 1);
    frames(WORLD_VSPACE, 1, KIND_PAGE_TABLE, 1);
    frames(WORLD_BUFFER, WORLD_THREADS, KIND_USER, 1);
    frame_info[WORLD_CNODE] = WORLD_CNODE;
    frame_info[WORLD_VSPACE] = 4;
}

static word_t fill(word_t s, word_t type, word_t rights, word_t obj, word_t badge)
{
    cap_window[s] = (struct cap){ .gen = kernel_gen++, .type = (uint8_t)type, .rights = (uint8_t)rights, .ops = (uint8_t)ops_of(type, rights),
                                  .badge = badge, .obj = (uint32_t)obj };
    mdb_window[s].depth = 1;
    if (type >= CAP_CNODE && type <= CAP_PAGE) ref_window[obj]++;
    return s;
}

word_t world_cap(word_t i, word_t type, word_t rights, word_t obj, word_t badge) { return fill(SLOT(i), type, rights, obj, badge); }

word_t world_thread(word_t i, word_t priority)
{
    word_t t = WORLD_THREAD + i;

    run_window[t].prio = (uint32_t)priority;
    ref_window[t]++;
    fill(32 * t + TCB_CSPACE, CAP_CNODE, RIGHT_ALL, 4 * WORLD_CNODE, 128);
    fill(32 * t + TCB_VSPACE, CAP_VSPACE, RIGHT_ALL, 4 * WORLD_VSPACE, 7 + i);
    fill(32 * t + TCB_BUFFER, CAP_PAGE, RIGHT_ALL, 4 * (WORLD_BUFFER + i), 0);
    cn_window[t] = (struct cn){ SLOT(0), 128 };
    ctx_window[t] = (struct ctx){ 0x1000 * i, 0x2000 * i, 0x3000 * i, 0x100 + i };
    thr_window[t].buf = (uint32_t)(WORLD_BUFFER + i);
    return t;
}

void world_run(word_t t)
{
    sched_window[t].state = TS_RUNNING;
    prio_window[t].word = PRIO_FAST + run_window[t].prio;
    core_cur = (uint32_t)t;
}

void world_ready(word_t t) { sched_ready(t); }

void world_say(word_t label, word_t first)
{
    LABEL(core_cur) = label;
    for (word_t i = 0; i < LIMIT_MESSAGE_WORDS; i++) WORD(core_cur, i) = first + i;
}

void world_sys(word_t method, word_t cptr)
{
    BADGE(core_cur) = cptr;
    ipc_syscall(method);
    schedule();
    world_sound();
}

static int is_thread(word_t t) { return t > 0 && t < LIMIT_OBJECTS && frame_kind[t / 4] == KIND_TCB; }
static int is_ready(word_t t) { return is_thread(t) && sched_window[t].state == TS_READY; }

static void sound_ready(word_t t)
{
    word_t n = run_window[t].next, v = run_window[t].prev, p = run_window[t].prio;

    ck_assert(is_ready(n) && is_ready(v));
    ck_assert_uint_eq(run_window[n].prev, t);
    ck_assert_uint_eq(run_window[v].next, t);
    ck_assert_uint_eq(run_window[n].prio, p);
    ck_assert(rq_head[p] != 0);
    if (core_floor != FLOOR_SLOW) ck_assert_uint_le(PRIO_FAST + p, core_floor);
}

static void sound_queued(word_t t)
{
    word_t e = ipc_window[t].ep, n = ipc_window[t].next;
    struct epq *q = epr_window[e].head != 0 ? &epr_window[e] : &eps_window[e];

    ck_assert(epr_window[e].head == 0 || eps_window[e].head == 0);
    ck_assert(q->head != 0);
    if (n == 0) ck_assert_uint_eq(q->tail, t);
    else ck_assert(ipc_window[n].ep == e && ipcb_window[n].prev == t);
}

static void sound_thread(word_t t)
{
    word_t w = prio_window[t].word, s = reply_window[t].server, c = reply_window[t].caller;
    int waits = ipc_window[t].ep != 0 || s != 0;

    ck_assert_int_eq(sched_window[t].state == TS_BLOCKED, waits);
    ck_assert(ipc_window[t].ep == 0 || s == 0);
    ck_assert(w == 0 || w == PRIO_FAST + run_window[t].prio);
    if (s != 0) ck_assert_uint_eq(reply_window[s].caller, t);
    if (c != 0) ck_assert_uint_eq(reply_window[c].server, t);
    if (sched_window[t].state == TS_READY) sound_ready(t);
    if (sched_window[t].state == TS_RUNNING) ck_assert_uint_eq(core_cur, t);
    if (ipc_window[t].ep != 0) sound_queued(t);
}

void world_sound(void)
{
    for (word_t t = WORLD_THREAD; t < WORLD_THREAD + WORLD_THREADS; t++) sound_thread(t);
    for (word_t p = 0; p < LIMIT_PRIORITIES; p++) {
        ck_assert_int_eq((rq_bits[p / 64] >> (p % 64)) & 1, rq_head[p] != 0);
        if (rq_head[p] != 0) ck_assert(is_ready(rq_head[p]) && run_window[rq_head[p]].prio == p);
    }
    ck_assert(core_cur == 0 || sched_window[core_cur].state == TS_RUNNING);
}

int world_main(const char *name, world_add add)
{
    Suite *s = suite_create(name);
    TCase *c = tcase_create(name);

    tcase_set_timeout(c, 60);
    tcase_add_checked_fixture(c, world_make, 0);
    add(c);
    suite_add_tcase(s, c);
    SRunner *r = srunner_create(s);
    srunner_run_all(r, CK_NORMAL);
    int failed = srunner_ntests_failed(r);
    srunner_free(r);
    return failed != 0;
}
