/* tail.c - power failure at the end of the log. A script of small changes runs (tail_step.c), each with its sync, and power fails with every subset of what waits for a flush
 * done and each block torn: data without their frame, the frame without its data. Each state must be what the files were at the last sync or after the change.
 * Where a frame was there and its data were not, some states live on (tail_again.c). */
#include "tail.h"
#include <stdio.h>
#include <stdlib.h>

uint64_t tail_hash(struct run *r, struct fs *fs, const char *what)
{
    struct text t = {0};
    lfsx_err_t err = files_dump(fs, &t);
    if (err) fail(r, "%s: cannot be read: %s", what, lfsx_error_text(err));
    uint64_t hash = text_hash(&t);
    free(t.b);
    return hash;
}

static int known(const struct tail *t, uint64_t hash)
{
    for (uint64_t i = t->power.lowest; i <= t->power.highest; i++)
        if (t->history[i] == hash) return 1;
    return 0;
}

void tail_check(struct power *p, const char *what)
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
    uint64_t hash = tail_hash(p->run, fs, what);
    int torn = fs->store.wal.torn != 0;
    t->cut += (uint64_t)torn;
    t->both += hash == t->history[p->highest];
    t->neither += !torn && hash != t->history[p->highest];
    if (!known(t, hash)) fail(p->run, "%s, after '%s': shows none of the states %lu..%lu", what, p->depth ? "again" : p->lowest ? tail_step_text((uint32_t)p->lowest - 1) : "nothing", p->lowest, p->highest);
    if (p->states % 4 == 0 || p->run->only) play_check(p->run, fs, what);
    fs_drop(fs);
    p->device->read_only = 0;
    if (torn && p->depth == 0 && !p->run->failed && (t->cut % t->again_each == 0 || p->run->only)) tail_again(t, hash);
}

static void life(struct tail *t, struct fs *fs)
{
    int sync;
    power_begin(&t->power);
    tail_begun(t, tail_hash(t->power.run, fs, "at the beginning"));
    for (uint32_t n = 0; n < TAIL_STEPS; n++) {
        lfsx_err_t err = tail_step(fs, n, &sync);
        if (err) fail(t->power.run, "'%s' answers: %s", tail_step_text(n), lfsx_error_text(err));
        tail_noted(t, fs, sync);
    }
}

/* power_once - Epochs of at most so many writes: every subset; the others, and with 0 all of them: prefixes, pairs, and random subsets torn at random. */
static void power_once(struct run *r, uint32_t exhaustive, struct tail *t)
{
    struct sim_device d;
    struct sim_memory memory;
    struct fs *fs;
    uint64_t now = 5;
    struct format_options f = {.uuid = {4, 4}, .log_blocks = TAIL_LOG, .now = 1};
    sim_device_init(&d, TAIL_BLOCKS);
    sim_memory_init(&memory, 0);
    *t = (struct tail){.power = {.run = r, .device = &d, .check = tail_check, .budget = r->full ? 20000 : 400, .exhaustive = exhaustive, .seed = r->seed}, .again_each = exhaustive ? 3 : 17};
    struct fs_options rw = tail_options(&d, &memory, &now, 0);
    if (fs_format(&rw.store, &f) || fs_mount(&rw, &fs)) return fail(r, "no volume to begin with");
    life(t, fs);
    fs_drop(fs);
    sim_memory_init(&t->arena, TAIL_ARENA);
    power_fail(&t->power);
    sim_memory_free(&t->arena);
    sim_device_free(&d);
}

uint64_t tail_power(struct run *r, int tell);
uint64_t tail_power(struct run *r, int tell)
{
    static struct tail t;
    uint64_t all = 0;
    for (int random = 0; random < 2 && !r->failed; random++) {
        power_once(r, random ? 0 : 12, &t);
        all += t.power.states + t.nested;
        if (tell) printf("tail: %lu states%s: %lu whole, %lu without a frame, %lu with a frame and without its data; %lu states of lives after these\n", t.power.states,
            random ? " torn at random" : "", t.both, t.neither, t.cut, t.nested);
        if (!r->failed && !r->only && (t.cut < 200 || t.neither < 200 || t.both < 15 || t.nested < 1000))
            fail(r, "too few states: %lu without data, %lu without a frame, %lu whole, %lu after", t.cut, t.neither, t.both, t.nested);
    }
    return all;
}

uint64_t test_tail(struct run *r)
{
    tail_facts(r);
    tail_end(r);
    r->cases += tail_power(r, !r->quiet);
    return r->cases;
}
