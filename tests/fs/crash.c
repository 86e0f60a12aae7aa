/* crash.c - power failure of the store. A workload runs, and power fails at every point (power.c). Each state is mounted, without a single write, and must be exactly
 * as after some commit, not older than the last acknowledged one, with every block accounted for.
 * Some states then live on: a second workload from there, and crashes in it (stale frames of the first life are in the log then). */
#include "power.h"
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { BLOCKS = 256, LOG = 32, KEYS = 90, STEPS = 60, STEPS_AGAIN = 12, ARENA = 4 << 20 };

struct crash {
    struct power power; /* first */
    struct model model;
    struct sim_memory arena;
    uint64_t lost, nested; /* nested: states of second lives */
};

static struct store_options options(struct sim_device *d, struct sim_memory *m, const struct run *r)
{
    struct store_options o = {.device = &d->d, .memory = &m->m, .cache_frames = 64, .boot = 1};
    verify_of(&o, r->seed, 0);
    return o;
}

static void state_check(struct power *p, const char *what);
static uint64_t simulate(struct crash *c, int steps, struct work *w);

/* live_on - Mount a copy of the state for writing, go on, crash again. */
static void live_on(struct crash *c, uint64_t commits)
{
    struct sim_device d;
    struct sim_memory memory;
    struct store s;
    struct work w;
    const struct power *p = &c->power;
    struct crash *again = calloc(1, sizeof *again);
    again->power = (struct power){.run = p->run, .device = &d, .check = state_check, .budget = 24, .exhaustive = 5, .depth = p->depth + 1,
        .seed = p->seed * 31 + p->states, .parent = p->states};
    sim_device_init(&d, BLOCKS);
    for (uint64_t b = 0; b < BLOCKS; b++) memcpy(d.image + b * LFSX_BLOCK_BYTES, p->device->view[b], LFSX_BLOCK_BYTES);
    sim_memory_init(&memory, 0);
    struct store_options o = options(&d, &memory, p->run);
    o.boot = 2;
    model_init(&again->model, KEYS);
    if (store_open(&s, &o)) {
        fail(p->run, "a state that was mounted cannot be mounted again");
    } else {
        work_init(&w, &s, &again->model, &d, again->power.seed);
        for (uint32_t i = 0; i < KEYS; i++) {
            uint8_t v[LFSX_VALUE_MAX];
            uint32_t n;
            if (store_get(&s, model_key(i), v, sizeof v, &n)) continue;
            model_put(&again->model, i, v, n);
            if (model_key(i).type == KEY_TYPE_EXTENT) w.block[i] = extent_first(v);
        }
        again->model.commits = commits;
        again->model.history[commits] = again->model.digest;
        w.synced = commits;
        w.lazy = p->seed % 2 == 0;
        if (w.lazy) w.value_max = 1200;
        c->nested += simulate(again, STEPS_AGAIN, &w);
        store_drop(&s);
    }
    model_free(&again->model);
    free(again);
    sim_device_free(&d);
}

/* state_check - Mount what the device's view shows. */
static void state_check(struct power *p, const char *what)
{
    struct crash *c = (struct crash *)p;
    struct store s;
    uint64_t digest = 0, commits, seen[BLOCKS / 64] = {0};
    if (p->run->only && p->depth == 0 && p->run->only != p->states) return;
    sim_memory_reset(&c->arena);
    p->device->read_only = 1;
    struct store_options o = options(p->device, &c->arena, p->run);
    o.flags = 0;
    lfsx_err_t err = store_open(&s, &o), opened = err;
    if (!err) err = store_digest(&s, &digest, seen);
    if (!err) err = store_check(&s, seen);
    commits = opened ? 0 : s.wal.sequence;
    if (err == LFSX_LOST) c->lost++;
    if (err) fail(p->run, "%s: %s: %s", what, opened ? "cannot be mounted" : "is wrong inside", lfsx_error_text(err));
    else if (commits < p->lowest || commits > p->highest) fail(p->run, "%s: commit %lu is there, wanted %lu..%lu", what, commits, p->lowest, p->highest);
    else if (digest != c->model.history[commits]) fail(p->run, "%s: the contents are not those after commit %lu", what, commits);
    if (!opened) store_drop(&s);
    p->device->read_only = 0;
    if (!err && p->depth == 0 && !p->run->failed && p->states % 199 == 7) live_on(c, commits);
}

/* simulate - Run the workload, then every epoch. The answer is the number of states. */
static uint64_t simulate(struct crash *c, int steps, struct work *w)
{
    struct power *p = &c->power;
    power_begin(p);
    power_mark(p, w->synced, c->model.commits);
    for (int i = 0; i < steps; i++) {
        lfsx_err_t err = work_step(w);
        if (err && err != LFSX_SPACE && err != LFSX_LARGE) fail(p->run, "seed %lu: step %d answers: %s", p->run->seed, i, lfsx_error_text(err));
        power_mark(p, w->synced, c->model.commits);
    }
    sim_memory_init(&c->arena, ARENA);
    power_fail(p);
    sim_memory_free(&c->arena);
    return p->states + c->nested;
}

/* crash_one - One seed; `lies`: the device acknowledges flushes and does nothing. Answers the number of states. */
uint64_t crash_one(struct run *r, int lies, uint64_t *lost);
uint64_t crash_one(struct run *r, int lies, uint64_t *lost)
{
    struct sim_device d;
    struct sim_memory memory;
    struct store s;
    struct work w;
    static struct crash c;
    c = (struct crash){.power = {.run = r, .device = &d, .check = state_check, .budget = r->full ? 10000 : 400, .exhaustive = r->full ? 14 : 9, .seed = r->seed}};
    struct format_options f = {.uuid = {(uint8_t)r->seed, 1, 2}, .log_blocks = LOG, .now = r->seed};
    sim_device_init(&d, BLOCKS);
    sim_memory_init(&memory, 0);
    d.lies = lies;
    struct store_options o = options(&d, &memory, r);
    model_init(&c.model, KEYS);
    if (store_format(&o, &f) || store_open(&s, &o)) {
        fail(r, "seed %lu: no volume to begin with", r->seed);
    } else {
        work_init(&w, &s, &c.model, &d, r->seed);
        w.lazy = r->seed % 2 == 0; /* long frames that are written without a flush */
        if (w.lazy) w.value_max = 1200;
        simulate(&c, STEPS, &w);
        store_drop(&s);
    }
    if (memory.live) fail(r, "seed %lu: %lu bytes of memory were not given back", r->seed, memory.live);
    model_free(&c.model);
    sim_device_free(&d);
    if (lost) *lost += c.lost;
    return c.power.states + c.nested;
}

uint64_t test_crash(struct run *r)
{
    uint64_t seeds = r->only ? 1 : r->full ? 200 : 6, first = r->seed;
    struct timespec a, b;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &a);
    for (r->seed = first; r->seed < first + seeds && !r->failed; r->seed++) r->cases += crash_one(r, 0, 0);
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &b);
    double t = (double)(b.tv_sec - a.tv_sec) + (double)(b.tv_nsec - a.tv_nsec) / 1e9;
    if (!r->quiet) printf("crash: %lu states, %.0f states/s\n", r->cases, (double)r->cases / t);
    return r->cases;
}
