/* schedule.c - who runs. Operations of the slow path only say who is ready and who is not; schedule() at the end of each entry draws
 * the consequence, once. Invariant: core_cur is 0 or the one RUNNING thread; a priority word other than 0 says that its thread needs no
 * register image; core_floor is never below the priority of a ready thread. Does not know why anybody waits. */
#include <kernel/sched.h>
#include <kernel/message.h>

/* floor_raise - something of that priority is about to be ready. */
/*@ requires p < LIMIT_PRIORITIES && x_floor && x_core;
    assigns core_floor;
    ensures x_floor: x_floor;
    ensures above: core_floor == FLOOR_SLOW || PRIO_FAST + 65536 * core_id + p <= core_floor; */
static void floor_raise(word_t p)
{
    uint32_t f = (uint32_t)(PRIO_FAST + 65536u * core_id + p);

    if (f > core_floor) {
        core_floor = f;
    }
}

/* floor_update - the floor is exact again. */
/*@ requires rq_ok && x_core;
    assigns core_floor;
    ensures x_floor: x_floor;
    ensures exact: core_floor == PRIO_FAST + 65536 * core_id ? (\forall integer k; ready(k) ==> run_window[k].prio == 0) :
      (\exists integer k; is_next(k) && core_floor == PRIO_FAST + 65536 * core_id + run_window[k].prio); */
static void floor_update(void)
{
    word_t t = run_top(), p = 0u;

    if (t != 0u) {
        p = RUN(t).prio;
    }
    core_floor = (uint32_t)(PRIO_FAST + 65536u * core_id + p);
}

void sched_ready(word_t t)
{
    floor_raise(RUN(t).prio);
    PRIO(t).word = 0u;
    run_push(t);
}

void sched_hand(word_t t)
{
    floor_raise(RUN(t).prio);
    PRIO(t).word = 0u;
    run_push_front(t);
}

void sched_block(void)
{
    SCHED(core_cur).state = TS_BLOCKED;
    core_cur = 0u;
}

void sched_stop(word_t t)
{
    if (SCHED(t).state == TS_READY) {
        run_remove(t, TS_INACTIVE);
    } else {
        SCHED(t).state = TS_INACTIVE;
    }
    if (t == core_cur) {
        core_cur = 0u;
    }
}

/* prio_set - priority and word of a thread that is not ready. */
/*@ requires rq_ok && x_word && x_floor && tcb_at(t) && !ready(t) && p < LIMIT_PRIORITIES;
    assigns run_window[t].prio, prio_window[t].word;
    ENS_RQ ENS_WORD
    ensures now: run_window[t].prio == p;
    ensures word: \old(prio_window[t].word) != 0 ==> prio_window[t].word == word_of(t); */
static void prio_set(word_t t, word_t p)
{
    RUN(t).prio = (uint32_t)p;
    if (PRIO(t).word != 0u) {
        PRIO(t).word = (uint32_t)(PRIO_FAST + 65536u * RUN(t).core + p);
    }
}

void sched_set_priority(word_t t, word_t p)
{
    if (SCHED(t).state == TS_READY) {
        run_remove(t, TS_INACTIVE);
        prio_set(t, p);
        floor_raise(p);
        run_push(t);
    } else {
        prio_set(t, p);
    }
}

void sched_yield(void)
{
    word_t me = core_cur;

    if (me != 0u) {
        core_cur = 0u;
        SCHED(me).state = TS_INACTIVE;
        sched_ready(me);
    }
}

void sched_tick(void)
{
    if (core_cur == 0u) {
        return;
    }
    THR(core_cur).ticks++;
    if (rq_head[RUN(core_cur).prio] != 0u) {
        sched_yield();
    }
}

/* sched_step_back - the running thread, its image full, waits at the front of its level. */
/*@ requires SCHED_OK && core_cur != 0;
    assigns RQ_STATE, core_cur;
    ENS_RQ ENS_RUNNING ENS_PRIOS
    ensures idle: core_cur == 0;
    ensures back: first(\old(core_cur)) && prio_window[\old(core_cur)].word == 0;
    ENS_OTHERS(\old(core_cur))
    ensures heads: \forall integer p; 0 <= p < LIMIT_PRIORITIES && p != \old(run_window[core_cur].prio) ==> rq_head[p] == \old(rq_head[p]);
    ensures words: \forall integer k; 0 <= k < LIMIT_OBJECTS && k != \old(core_cur) ==> prio_window[k].word == \old(prio_window[k].word); */
static void sched_step_back(void)
{
    word_t me = core_cur;

    core_cur = 0u;
    SCHED(me).state = TS_INACTIVE;
    sched_hand(me);
}

/* sched_dispatch - t runs. If it stepped back on the fast path, it has no image yet: an empty one with result 0. */
/*@ requires SCHED_OK && core_cur == 0 && ready(t);
    assigns RQ_ONE(t), core_cur, prio_window[t].word, reg_window[t].at[0 .. ARCH_REGS - 1];
    ENS_RQ ENS_RUNNING ENS_OTHERS(t) ENS_PRIOS
    ensures now: core_cur == t && prio_window[t].word == word_of(t);
    ensures empty: \old(prio_window[t].word) != 0 ==> \forall integer i; 0 <= i < ARCH_REGS ==> reg_window[t].at[i] == 0;
    ensures kept: \old(prio_window[t].word) == 0 ==> \forall integer i; 0 <= i < ARCH_REGS ==> reg_window[t].at[i] == \old(reg_window[t].at[i]); */
static void sched_dispatch(word_t t)
{
    if (PRIO(t).word != 0u) {
        regs_clear(t);
    }
    run_remove(t, TS_RUNNING);
    PRIO(t).word = (uint32_t)(PRIO_FAST + 65536u * RUN(t).core + RUN(t).prio);
    core_cur = (uint32_t)t;
}

void schedule(void)
{
    word_t t = run_top();

    if (t != 0u && (core_cur == 0u || RUN(t).prio > RUN(core_cur).prio)) {
        if (core_cur != 0u) {
            sched_step_back();
        }
        sched_dispatch(t);
    }
    floor_update();
}
