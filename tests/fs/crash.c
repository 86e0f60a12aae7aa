/* crash.c - power failure at every point. A workload runs on a device that remembers its writes and flushes. Between two flushes (an epoch) the device may have
 * done any subset of the writes, each block whole or torn by sectors of 512 bytes; for each such state the volume is mounted, without a single write,
 * and must be exactly as after some commit, not older than the last acknowledged one, with every block accounted for.
 * Some states then live on: a second workload from there, and crashes in it (stale frames of the first life are in the log then). */
#include "sim.h"
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { BLOCKS = 256, LOG = 32, KEYS = 90, STEPS = 60, STEPS_AGAIN = 12, SEEN = 1 << 17, ARENA = 4 << 20 };

struct mark { uint32_t events; uint64_t synced, commits; };
struct crash {
    struct run *run;
    struct sim_device *device;
    struct model model;
    struct mark mark[STEPS + 1];
    uint32_t marks;
    struct sim_memory arena;
    uint64_t lowest, highest; /* commits that the state may have */
    uint64_t *hash;           /* states of this epoch that were seen */
    uint8_t (*torn)[LFSX_BLOCK_BYTES];
    uint64_t states, lost;    /* states: of this life; a case is repeated by seed and this number */
    uint64_t nested, parent;  /* states of second lives; the case that a second life goes on from */
    uint32_t budget;          /* random states per long epoch */
    uint32_t exhaustive;      /* epochs of so many writes: all subsets */
    int depth;
    uint64_t seed;
};

static struct store_options options(struct sim_device *d, struct sim_memory *m)
{
    return (struct store_options){.device = &d->d, .memory = &m->m, .cache_frames = 64, .boot = 1};
}

static uint64_t simulate(struct crash *c, int steps, struct work *w);

/* live_on - Mount a copy of the state for writing, go on, crash again. */
static void live_on(struct crash *c, uint64_t commits)
{
    struct sim_device d;
    struct sim_memory memory;
    struct store s;
    struct work w;
    struct crash again = {.run = c->run, .device = &d, .budget = 24, .exhaustive = 5, .depth = c->depth + 1, .seed = c->seed * 31 + c->states, .parent = c->states};
    sim_device_init(&d, BLOCKS);
    for (uint64_t b = 0; b < BLOCKS; b++) memcpy(d.image + b * LFSX_BLOCK_BYTES, c->device->view[b], LFSX_BLOCK_BYTES);
    sim_memory_init(&memory, 0);
    struct store_options o = options(&d, &memory);
    o.boot = 2;
    model_init(&again.model, KEYS);
    if (store_open(&s, &o)) {
        fail(c->run, "a state that was mounted cannot be mounted again");
    } else {
        work_init(&w, &s, &again.model, &d, again.seed);
        for (uint32_t i = 0; i < KEYS; i++) {
            uint8_t v[LFSX_VALUE_MAX];
            uint32_t n;
            if (store_get(&s, model_key(i), v, sizeof v, &n)) continue;
            model_put(&again.model, i, v, n);
            if (model_key(i).type == KEY_TYPE_EXTENT) w.block[i] = extent_first(v);
        }
        again.model.commits = commits;
        again.model.history[commits] = again.model.digest;
        w.synced = commits;
        w.lazy = c->seed % 2 == 0;
        if (w.lazy) w.value_max = 1200;
        c->nested += simulate(&again, STEPS_AGAIN, &w);
        store_drop(&s);
    }
    model_free(&again.model);
    sim_device_free(&d);
}

/* state_check - Mount what the device's view shows. */
static void state_check(struct crash *c, const char *what)
{
    struct store s;
    uint64_t digest = 0, commits, seen[BLOCKS / 64] = {0};
    if (c->run->only && c->depth == 0 && c->run->only != c->states) return;
    sim_memory_reset(&c->arena);
    c->device->read_only = 1;
    struct store_options o = options(c->device, &c->arena);
    o.flags = 0;
    lfsx_err_t err = store_open(&s, &o), opened = err;
    if (!err) err = store_digest(&s, &digest, seen);
    if (!err) err = store_check(&s, seen);
    commits = opened ? 0 : s.wal.sequence;
    if (err == LFSX_LOST) c->lost++;
    if (err) fail(c->run, "%s: %s: %s", what, opened ? "cannot be mounted" : "is wrong inside", lfsx_error_text(err));
    else if (commits < c->lowest || commits > c->highest) fail(c->run, "%s: commit %lu is there, wanted %lu..%lu", what, commits, c->lowest, c->highest);
    else if (digest != c->model.history[commits]) fail(c->run, "%s: the contents are not those after commit %lu", what, commits);
    if (!opened) store_drop(&s);
    c->device->read_only = 0;
    if (!err && c->depth == 0 && !c->run->failed && c->states % 199 == 7) live_on(c, commits);
}

/* is_new - Not seen in this epoch. */
static int is_new(struct crash *c, uint64_t h)
{
    uint64_t at = (h | 1) % SEEN;
    for (int i = 0; i < 64 && c->hash[at]; i++, at = (at + 1) % SEEN)
        if (c->hash[at] == (h | 1)) return 0;
    c->hash[at] = h | 1;
    return 1;
}

struct epoch { struct sim_event *unit[4096]; uint32_t n; uint64_t number; };

/* state_make - Units whose bit `in` says so are done, those of `tear` by the sectors of their mask. */
static void state_make(struct crash *c, const struct epoch *e, const uint8_t *in, const uint8_t *tear)
{
    const uint8_t *old[4096];
    uint64_t h = 0;
    char what[160];
    for (uint32_t i = 0; i < e->n; i++) {
        const struct sim_event *u = e->unit[i];
        old[i] = c->device->view[u->block];
        if (!in[i]) continue;
        c->device->view[u->block] = u->data;
        if (!tear[i]) continue;
        for (int s = 0; s < 8; s++) memcpy(c->torn[i] + s * 512, (tear[i] >> s & 1 ? old[i] : u->data) + s * 512, 512);
        c->device->view[u->block] = c->torn[i];
    }
    for (uint32_t i = 0; i < e->n; i++) /* a later write to the same block counts alone */
        if (in[i]) h += c->device->view[e->unit[i]->block] == e->unit[i]->data ? e->unit[i]->hash
            : c->device->view[e->unit[i]->block] == c->torn[i] ? block_hash(e->unit[i]->block, c->torn[i]) : 0;
    if (is_new(c, h)) {
        c->states++;
        snprintf(what, sizeof what, "seed %lu case %lu (depth %d, epoch %lu of %u writes)", c->run->seed, c->depth ? c->parent : c->states, c->depth, e->number, e->n);
        state_check(c, what);
    }
    for (uint32_t i = e->n; i-- > 0;) c->device->view[e->unit[i]->block] = old[i];
}

static void state_random(struct crash *c, const struct epoch *e, struct dice *d)
{
    static uint8_t in[4096], tear[4096];
    uint32_t bias = 1 + dice_below(d, 15);
    for (uint32_t i = 0; i < e->n; i++) {
        in[i] = dice_below(d, 16) < bias;
        tear[i] = dice_below(d, 4) ? 0 : (uint8_t)dice_next(d);
    }
    state_make(c, e, in, tear);
}

/* epoch_subsets - Every subset, then every unit torn with all or none of the others. */
static void epoch_subsets(struct crash *c, const struct epoch *e)
{
    uint8_t in[32] = {0}, tear[32] = {0};
    for (uint32_t set = 0; set < 1u << e->n; set++) {
        for (uint32_t i = 0; i < e->n; i++) in[i] = set >> i & 1;
        state_make(c, e, in, tear);
    }
    for (uint32_t u = 0; u < e->n; u++)
        for (int others = 0; others < 2; others++)
            for (int sectors = 1; sectors < 16; sectors++) {
                memset(in, others, e->n);
                in[u] = 1;
                tear[u] = sectors < 8 ? (uint8_t)(0xff << sectors) : (uint8_t)(0xff >> (sectors - 7));
                state_make(c, e, in, tear);
                tear[u] = 0;
            }
}

/* epoch_long - Prefixes, one less, one only, pairs, then random ones. */
static void epoch_long(struct crash *c, const struct epoch *e, struct dice *d)
{
    static uint8_t in[4096], tear[4096];
    memset(tear, 0, sizeof tear);
    for (uint32_t k = 0; k <= e->n; k++) {
        for (uint32_t i = 0; i < e->n; i++) in[i] = i < k;
        state_make(c, e, in, tear);
    }
    for (int keep = 0; keep < 2; keep++)
        for (uint32_t k = 0; k < e->n; k++)
            for (uint32_t j = k; j < e->n && (j == k || c->depth == 0); j++) {
                memset(in, !keep, e->n);
                in[k] = in[j] = (uint8_t)keep;
                state_make(c, e, in, tear);
            }
    for (uint32_t i = 0; i < c->budget; i++) state_random(c, e, d);
}

/* epoch_bounds - Which commits a crash in the epoch may leave: `first` is the number of its first event, `end` that of the flush behind it. */
static void epoch_bounds(struct crash *c, uint32_t end)
{
    uint32_t i = 0;
    while (i + 1 < c->marks && c->mark[i + 1].events <= end) i++;
    c->lowest = c->mark[i].synced;
    c->highest = i + 1 < c->marks ? c->mark[i + 1].commits : c->mark[i].commits;
}

static void epoch_run(struct crash *c, struct epoch *e, uint32_t end)
{
    struct dice d = {c->seed * 1000003 + e->number};
    epoch_bounds(c, end);
    memset(c->hash, 0, SEEN * sizeof *c->hash);
    if (e->n <= c->exhaustive) epoch_subsets(c, e);
    else epoch_long(c, e, &d);
    for (uint32_t i = 0; i < e->n; i++) c->device->view[e->unit[i]->block] = e->unit[i]->data; /* the flush: all done */
    e->n = 0;
    e->number++;
}

/* simulate - Run the workload, then every epoch. The answer is the number of states. */
static uint64_t simulate(struct crash *c, int steps, struct work *w)
{
    static struct epoch epochs[2];
    struct epoch *e = &epochs[c->depth];
    struct sim_device *d = c->device;
    uint8_t *start = malloc(BLOCKS * LFSX_BLOCK_BYTES);
    memcpy(start, d->image, BLOCKS * LFSX_BLOCK_BYTES);
    sim_record(d);
    c->mark[c->marks++] = (struct mark){0, w->synced, c->model.commits};
    for (int i = 0; i < steps; i++) {
        lfsx_err_t err = work_step(w);
        if (err && err != LFSX_SPACE && err != LFSX_LARGE) fail(c->run, "seed %lu: step %d answers: %s", c->run->seed, i, lfsx_error_text(err));
        c->mark[c->marks++] = (struct mark){d->events, w->synced, c->model.commits};
    }
    c->hash = malloc(SEEN * sizeof *c->hash);
    c->torn = malloc(4096 * LFSX_BLOCK_BYTES);
    sim_memory_init(&c->arena, ARENA);
    for (uint64_t b = 0; b < BLOCKS; b++) d->view[b] = start + b * LFSX_BLOCK_BYTES;
    e->n = 0;
    e->number = 0;
    for (uint32_t i = 0; i <= d->events && (!c->run->failed || c->run->only); i++) {
        if (i == d->events || d->event[i].kind == SIM_FLUSH) epoch_run(c, e, i);
        else if (e->n < 4096) e->unit[e->n++] = &d->event[i];
    }
    for (uint64_t b = 0; b < BLOCKS; b++) d->view[b] = d->image + b * LFSX_BLOCK_BYTES;
    sim_memory_free(&c->arena);
    free(c->hash);
    free(c->torn);
    free(start);
    return c->states + c->nested;
}

/* crash_one - One seed; `lies`: the device acknowledges flushes and does nothing. Answers the number of states. */
uint64_t crash_one(struct run *r, int lies, uint64_t *lost);
uint64_t crash_one(struct run *r, int lies, uint64_t *lost)
{
    struct sim_device d;
    struct sim_memory memory;
    struct store s;
    struct work w;
    struct crash c = {.run = r, .device = &d, .budget = r->full ? 10000 : 400, .exhaustive = r->full ? 14 : 9, .seed = r->seed};
    struct format_options f = {.uuid = {(uint8_t)r->seed, 1, 2}, .log_blocks = LOG, .now = r->seed};
    sim_device_init(&d, BLOCKS);
    sim_memory_init(&memory, 0);
    d.lies = lies;
    struct store_options o = options(&d, &memory);
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
    return c.states + c.nested;
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
