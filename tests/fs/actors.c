/* actors.c - several transactions do random things in turn, with savepoints and nested ones, at random levels; a model of arrays knows what each must see, which
 * locks are held, who waits for whom, who has been overtaken. Every answer must be the model's: also that of a call that waits, conflicts or is a deadlock's.
 * Then the same with each allocation refused once: what was refused has not happened, and the rest goes on. */
#include "actors.h"
#include <stdio.h>
#include <stdlib.h>

void actor_wrong(struct world *w, int who, const char *what)
{
    fail(w->run, "actor %d (level %d), step %d, allocation %lu: %s; again: fs_test actors seed=%lu%s%.0lu", who, w->actor[who].level, w->step, w->n, what, w->run->seed,
        w->n ? " case=" : "", w->n);
}

uint64_t actor_sees(const struct world *w, const struct actor *a, int k)
{
    return a->view.has[k] ? a->view.v[k] : a->level == ISOLATION_REPEATABLE_READ ? a->base[k] : w->state[k];
}

static void act(struct world *w)
{
    int who = (int)dice_below(&w->dice, ACTORS), k = (int)dice_below(&w->dice, KEYS), l = (int)dice_below(&w->dice, KEYS + 1);
    uint32_t what = dice_below(&w->dice, 100);
    struct actor *a = &w->actor[who];
    if (!a->t) actor_begin(w, who);
    else if (what < 25) actor_read(w, who, k);
    else if (what < 50) actor_write(w, who, k, 0);
    else if (what < 60) actor_write(w, who, k, 1);
    else if (what < 68) actor_scan(w, who, k < l ? k : l, k < l ? l : k);
    else if (what < 77) actor_mark(w, who);
    else if (what < 85) actor_back(w, who);
    else if (what < 96) actor_end(w, who);
    else if (what < 98) actor_drop(w, who);
    else if (what < 99) transactions_collect(w->all);
    else if (store_checkpoint(&w->s) == LFSX_MEMORY) w->refused++;
}

/* compare - The store has what the model has, and nothing else. */
static void compare(struct world *w)
{
    uint8_t b[VALUE_ROOM];
    uint32_t length;
    for (int k = 0; k < KEYS; k++) {
        lfsx_err_t err = store_get(&w->s, key_of(k), b, sizeof b, &length);
        if ((err == LFSX_ABSENT ? 0 : err ? ~0ull : id_of(b, length)) != w->state[k]) actor_wrong(w, 0, "the store has another value");
    }
}

static void life(struct world *w, int steps, uint64_t refuse)
{
    struct format_options f = {.uuid = {7}, .log_blocks = 32};
    struct run *r = w->run;
    memset(w, 0, sizeof *w);
    w->run = r;
    w->n = refuse;
    w->dice.state = r->seed * 77;
    sim_device_init(&w->d, BLOCKS);
    sim_memory_init(&w->m, 0);
    w->m.m.single = refuse > 0 || r->seed % 2; /* each record can be refused, and the sanitizer sees each; else from pools, as it is used */
    struct store_options o = {.device = &w->d.d, .memory = &w->m.m, .cache_frames = 64};
    if (store_format(&o, &f) || store_open(&w->s, &o) || transactions_open(&w->s, &w->all)) abort();
    w->m.calls = 0;
    w->m.fail_at = refuse;
    for (w->step = 0; w->step < steps && !r->failed; w->step++, r->cases++) act(w);
    w->m.fail_at = 0;
    for (int i = 0; i < ACTORS; i++)
        if (w->actor[i].t) actor_drop(w, i);
    struct transaction_statistics st;
    transactions_statistics(w->all, &st);
    if (st.active || st.versions_now || st.begun != st.committed + st.aborted || st.deadlocks != w->deadlocks || st.conflicts != w->conflicts)
        actor_wrong(w, 0, "the statistics do not fit");
    compare(w);
    transactions_close(w->all);
    if (store_sync(&w->s, 0)) actor_wrong(w, 0, "the last sync fails");
    store_drop(&w->s);
    if (w->m.live) actor_wrong(w, 0, "memory is not given back");
    if (store_open(&w->s, &o)) actor_wrong(w, 0, "cannot be mounted");
    else compare(w), store_drop(&w->s);
    sim_device_free(&w->d);
}

uint64_t test_actors(struct run *r)
{
    static struct world w;
    uint64_t first = r->seed, seeds = r->full ? 500 : 40, busy = 0, deadlocks = 0, conflicts = 0, refused = 0, more = 1;
    w.run = r;
    for (; r->seed < first + seeds && !r->failed && !r->only; r->seed++) {
        life(&w, 4000, 0);
        busy += w.busy, deadlocks += w.deadlocks, conflicts += w.conflicts;
    }
    if (!r->failed) r->seed = first;
    for (; r->seed < first + (r->full ? 40 : 4) && !r->failed; r->seed++) {
        more = 1;
        for (uint64_t n = r->only ? r->only : 1; more && !r->failed; n++) {
            life(&w, 500, n);
            refused += w.refused;
            more = w.m.calls >= n && !r->only;
        }
        if (r->only) break;
    }
    if (!r->only && !r->failed && (!busy || !deadlocks || !conflicts || !refused)) fail(r, "something never happened");
    if (!r->quiet) printf("actors: %lu waits, %lu deadlocks, %lu conflicts; %lu refusals of memory\n", busy, deadlocks, conflicts, refused);
    return r->cases;
}
