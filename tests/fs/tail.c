/* tail.c - power failure at the end of the log. A script of small changes runs (tail_step.c), each with its sync, and power fails with every subset of what waits for a flush
 * done and each block torn: data without their frame, the frame without its data. Each state must be what the files were at the last sync or after the change.
 * Where a frame was there and its data were not, the volume is mounted for writing and the same is done once more, block for block: power fails in that life too, and what the
 * first life had begun must not come back. */
#include "power.h"
#include "tail.h"
#include <stdio.h>
#include <stdlib.h>

enum { ARENA = 8 << 20, FILLERS = 12, HISTORY = TAIL_STEPS + FILLERS + 4 };
struct tail { struct power power; /* first */ uint64_t history[HISTORY], steps, synced, cut, both, neither, nested; struct sim_memory arena; };

static uint64_t hash_of(struct run *r, struct fs *fs, const char *what)
{
    struct text t = {0};
    lfsx_err_t err = files_dump(fs, &t);
    if (err) fail(r, "%s: cannot be read: %s", what, lfsx_error_text(err));
    uint64_t hash = text_hash(&t);
    free(t.b);
    return hash;
}

static void state_check(struct power *p, const char *what);

/* noted - A step is done; the model is what the files show themselves. */
static void noted(struct tail *t, struct fs *fs, int sync)
{
    t->history[++t->steps] = hash_of(t->power.run, fs, "before power fails");
    power_mark(&t->power, t->synced, t->steps);
    if (!sync) return;
    if (fs_sync(fs, 0)) fail(t->power.run, "no sync");
    t->synced = t->steps;
    power_mark(&t->power, t->synced, t->steps);
}

static void begun(struct tail *t, uint64_t hash)
{
    t->history[0] = hash;
    power_mark(&t->power, 0, 0);
}

/* fillers - One frame that fits into no rest of a segment. */
static void fillers(struct tail *t, struct fs *fs)
{
    char name[8];
    for (uint32_t i = 0; i < FILLERS; i++) {
        snprintf(name, sizeof name, "x%u", i);
        if (tail_put(fs, name, 0, 1700, 99)) fail(t->power.run, "no filler");
        noted(t, fs, i == FILLERS - 1);
    }
}

/* live_again - The steps that were under way once more, in a life that begins with this state. */
static void live_again(struct tail *t, uint64_t hash)
{
    static struct tail next;
    struct sim_device d;
    struct sim_memory memory;
    struct fs *fs;
    const struct power *p = &t->power;
    uint64_t now = 1ull << 40;
    int sync;
    sim_device_init(&d, TAIL_BLOCKS);
    sim_memory_init(&memory, 0);
    for (uint64_t b = 0; b < TAIL_BLOCKS; b++) memcpy(d.image + b * LFSX_BLOCK_BYTES, p->device->view[b], LFSX_BLOCK_BYTES);
    next = (struct tail){.power = {.run = p->run, .device = &d, .check = state_check, .budget = 20, .exhaustive = 6, .depth = 1, .seed = p->states, .parent = p->states}};
    power_begin(&next.power);
    begun(&next, hash);
    struct fs_options rw = tail_options(&d, &memory, &now, 0);
    if (fs_mount(&rw, &fs)) return fail(p->run, "case %lu cannot be mounted for writing", p->states);
    if (mutant_mend) fs->store.wal.torn = 0;
    for (uint64_t n = p->lowest; n < p->highest && n < TAIL_STEPS; n++) {
        if (tail_step(fs, (uint32_t)n, &sync)) fail(p->run, "case %lu: '%s' cannot be done again", p->states, tail_step_text((uint32_t)n));
        noted(&next, fs, 0);
    }
    fillers(&next, fs);
    fs_drop(fs);
    sim_memory_init(&next.arena, ARENA);
    power_fail(&next.power);
    sim_memory_free(&next.arena);
    t->nested += next.power.states;
    sim_device_free(&d);
}

static int known(const struct tail *t, uint64_t hash)
{
    for (uint64_t i = t->power.lowest; i <= t->power.highest; i++)
        if (t->history[i] == hash) return 1;
    return 0;
}

static void state_check(struct power *p, const char *what)
{
    struct tail *t = (struct tail *)p;
    struct fs *fs;
    uint64_t now = 1ull << 39;
    if (p->run->only && p->depth == 0 && p->run->only != p->states) return;
    sim_memory_reset(&t->arena);
    p->device->read_only = 1;
    struct fs_options ro = tail_options(p->device, &t->arena, &now, STORE_READ_ONLY);
    lfsx_err_t err = fs_mount(&ro, &fs);
    p->device->read_only = err ? 0 : p->device->read_only;
    if (err) return fail(p->run, "%s: cannot be mounted: %s", what, lfsx_error_text(err));
    uint64_t hash = hash_of(p->run, fs, what);
    int torn = fs->store.wal.torn != 0;
    t->cut += (uint64_t)torn;
    t->both += hash == t->history[p->highest];
    t->neither += !torn && hash != t->history[p->highest];
    if (!known(t, hash)) fail(p->run, "%s, after '%s': shows none of the states %lu..%lu", what, p->depth ? "again" : p->lowest ? tail_step_text((uint32_t)p->lowest - 1) : "nothing", p->lowest, p->highest);
    if (p->states % 4 == 0 || p->run->only) play_check(p->run, fs, what);
    fs_drop(fs);
    p->device->read_only = 0;
    if (torn && p->depth == 0 && !p->run->failed && (t->cut % 3 == 0 || p->run->only)) live_again(t, hash);
}

static void life(struct tail *t, struct fs *fs)
{
    int sync;
    power_begin(&t->power);
    begun(t, hash_of(t->power.run, fs, "at the beginning"));
    for (uint32_t n = 0; n < TAIL_STEPS; n++) {
        lfsx_err_t err = tail_step(fs, n, &sync);
        if (err) fail(t->power.run, "'%s' answers: %s", tail_step_text(n), lfsx_error_text(err));
        noted(t, fs, sync);
    }
}

uint64_t tail_power(struct run *r, int tell);
uint64_t tail_power(struct run *r, int tell)
{
    static struct tail t;
    struct sim_device d;
    struct sim_memory memory;
    struct fs *fs;
    uint64_t now = 5;
    struct format_options f = {.uuid = {4, 4}, .log_blocks = TAIL_LOG, .now = 1};
    sim_device_init(&d, TAIL_BLOCKS);
    sim_memory_init(&memory, 0);
    t = (struct tail){.power = {.run = r, .device = &d, .check = state_check, .budget = 2000, .exhaustive = 12, .seed = r->seed}};
    struct fs_options rw = tail_options(&d, &memory, &now, 0);
    if (fs_format(&rw.store, &f) || fs_mount(&rw, &fs)) return fail(r, "no volume to begin with"), 0;
    life(&t, fs);
    fs_drop(fs);
    sim_memory_init(&t.arena, ARENA);
    power_fail(&t.power);
    sim_memory_free(&t.arena);
    sim_device_free(&d);
    if (tell) printf("tail: %lu states: %lu whole, %lu without a frame, %lu with a frame and without its data; %lu states of lives after these\n", t.power.states, t.both, t.neither, t.cut, t.nested);
    if (!r->failed && !r->only && (t.cut < 200 || t.neither < 200 || t.both < 15 || t.nested < 2000))
        fail(r, "too few states: %lu without data, %lu without a frame, %lu whole, %lu after", t.cut, t.neither, t.both, t.nested);
    return t.power.states + t.nested;
}

uint64_t test_tail(struct run *r)
{
    tail_facts(r);
    r->cases += tail_power(r, !r->quiet);
    return r->cases;
}
