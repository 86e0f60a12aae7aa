/* outage.c - power failure of files. A random life runs against the model and power fails at every point (power.c). Each state is mounted without a single write, must be
 * in every path, attribute and byte what the model was after some step not older than the last sync, and fs_check, which reads all data, finds nothing.
 * Some states are mounted for writing: what was left open or half given back is freed, and that life, and what it does then, is cut off in the same way. */
#include "play.h"
#include "power.h"
#include <file/state.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { BLOCKS = 640, LOG = 64, STEPS = 90, STEPS_AGAIN = 6, ARENA = 8 << 20 };
struct outage { struct power power; /* first */ uint64_t *history; struct sim_memory arena; uint64_t nested; };

static uint64_t still(void *self) { return *(uint64_t *)self; }
static struct fs_options options(struct sim_device *d, struct sim_memory *m, uint64_t *now, int flags, const struct run *r)
{
    struct fs_options o = {.store = {.device = &d->d, .memory = &m->m, .cache_frames = 64, .boot = 2, .flags = flags, .sync = {.self = now, .now = still}}};
    verify_of(&o.store, r->seed / 2, 1);
    return o;
}
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

static int first_name(void *self, struct fs_name name, uint64_t inode, uint8_t kind, uint64_t cookie)
{
    struct { char text[256]; uint32_t length; uint8_t kind; } *n = self;
    if (((const char *)name.bytes)[0] == '.' && name.length <= 2) return 0;
    memcpy(n->text, name.bytes, n->length = name.length);
    n->kind = kind;
    return 1;
}

/* again - One step of a second life: its model is what it shows itself. */
static void again(struct fs *fs, int step, uint64_t *now)
{
    static uint8_t bytes[30000];
    struct fs_attributes a;
    struct { char text[256]; uint32_t length; uint8_t kind; } n = {.length = 0};
    uint32_t done;
    *now += 1000;
    memset(bytes, step + 1, sizeof bytes);
    fs_readdir(fs, 0, LFSX_ROOT_INODE, 0, first_name, &n);
    struct fs_name first = {n.text, n.length}, z = {"z", 1}, y = {"y", 1};
    switch (step) {
    case 0: fs_make(fs, 0, LFSX_ROOT_INODE, z, MODE_FILE | 0644, 0, &a); break;
    case 1: if (!fs_lookup(fs, 0, LFSX_ROOT_INODE, z, &a)) fs_write(fs, 0, a.inode, 100, bytes, sizeof bytes, &done); break;
    case 2: fs_sync(fs, 0); break;
    case 3: fs_rename(fs, 0, LFSX_ROOT_INODE, first, LFSX_ROOT_INODE, y, 0); break;
    case 4: fs_unlink(fs, 0, LFSX_ROOT_INODE, y); break;
    default: store_checkpoint(&fs->store);
    }
}

/* live_on - Mount a copy for writing; it shows the same; then power fails in this life too. */
static void live_on(struct outage *o, uint64_t hash)
{
    struct sim_device d;
    struct sim_memory memory;
    struct fs *fs;
    uint64_t now = 1ull << 40;
    const struct power *p = &o->power;
    struct outage *next = calloc(1, sizeof *next);
    uint64_t history[STEPS_AGAIN + 2];
    sim_device_init(&d, BLOCKS);
    sim_memory_init(&memory, 0);
    next->power = (struct power){.run = p->run, .device = &d, .check = state_check, .budget = 16, .exhaustive = 5, .depth = p->depth + 1, .seed = p->seed * 31 + p->states,
        .parent = p->states};
    next->history = history;
    for (uint64_t b = 0; b < BLOCKS; b++) memcpy(d.image + b * LFSX_BLOCK_BYTES, p->device->view[b], LFSX_BLOCK_BYTES);
    struct fs_options rw = options(&d, &memory, &now, 0, p->run);
    power_begin(&next->power);
    history[0] = hash;
    power_mark(&next->power, 0, 0);
    if (fs_mount(&rw, &fs)) {
        fail(p->run, "case %lu cannot be mounted for writing", p->states);
    } else {
        if (hash_of(p->run, fs, "mounted for writing") != hash) fail(p->run, "case %lu mounted for writing shows something else", p->states);
        play_check(p->run, fs, "mounted for writing");
        for (int i = 0; i < STEPS_AGAIN; i++) {
            again(fs, i, &now);
            history[i + 1] = hash_of(p->run, fs, "second life");
            power_mark(&next->power, i >= 2 ? 3 : 0, (uint64_t)i + 1);
        }
        fs_drop(fs);
        sim_memory_init(&next->arena, ARENA);
        power_fail(&next->power);
        sim_memory_free(&next->arena);
        o->nested += next->power.states;
    }
    if (memory.live) fail(p->run, "case %lu: %lu bytes not given back", p->states, memory.live);
    sim_device_free(&d);
    free(next);
}

static int known(const struct outage *o, uint64_t hash)
{
    for (uint64_t i = o->power.lowest; i <= o->power.highest; i++)
        if (o->history[i] == hash) return 1;
    return 0;
}

static void state_check(struct power *p, const char *what)
{
    struct outage *o = (struct outage *)p;
    struct fs *fs;
    uint64_t now = 1ull << 39;
    if (p->run->only && p->depth == 0 && p->run->only != p->states) return;
    sim_memory_reset(&o->arena);
    p->device->read_only = 1;
    struct fs_options ro = options(p->device, &o->arena, &now, STORE_READ_ONLY, p->run);
    lfsx_err_t err = fs_mount(&ro, &fs);
    if (err) {
        fail(p->run, "%s: cannot be mounted: %s", what, lfsx_error_text(err));
        p->device->read_only = 0;
        return;
    }
    uint64_t hash = hash_of(p->run, fs, what);
    if (!known(o, hash)) fail(p->run, "%s: shows none of the states %lu..%lu", what, p->lowest, p->highest);
    if (p->states % 4 == 0 || p->run->only) play_check(p->run, fs, what);
    fs_drop(fs);
    p->device->read_only = 0;
    if (p->depth == 0 && !p->run->failed && p->states % 211 == 5) live_on(o, hash);
}

static void life(struct outage *o, struct play *g)
{
    struct power *p = &o->power;
    o->history = g->history;
    g->history[0] = hash_of(p->run, g->fs, "at the beginning");
    power_begin(p);
    power_mark(p, 0, 0);
    for (int i = 0; i < STEPS && !p->run->failed; i++) {
        lfsx_err_t err = play_step(g);
        if (err && err != LFSX_SPACE) fail(p->run, "seed %lu step %lu answers: %s", p->run->seed, g->steps, lfsx_error_text(err));
        power_mark(p, g->synced, g->steps);
    }
    play_compare(g, "before power fails");
    fs_drop(g->fs);
    sim_memory_init(&o->arena, ARENA);
    power_fail(p);
    sim_memory_free(&o->arena);
}

uint64_t outage_one(struct run *r, int lies);
uint64_t outage_one(struct run *r, int lies)
{
    static struct play g;
    static struct outage o;
    struct sim_device d;
    struct sim_memory memory;
    struct format_options f = {.uuid = {(uint8_t)r->seed, 3}, .log_blocks = LOG, .now = 1};
    sim_device_init(&d, BLOCKS);
    sim_memory_init(&memory, 0);
    play_begin(&g, r, r->seed * 77);
    g.history = calloc(STEPS + 1, 8);
    g.nodes_max = 24;
    g.write_max = 20000;
    g.remounts = 1;
    g.sync_each = r->seed % 2 ? 5 : 0;
    o = (struct outage){.power = {.run = r, .device = &d, .check = state_check, .budget = r->full ? 3000 : 100, .exhaustive = r->full ? 12 : 8, .seed = r->seed}};
    struct fs_options rw = {.store = {.device = &d.d, .memory = &memory.m, .cache_frames = 64, .boot = 1, .sync = {.self = &g, .now = play_clock}}};
    verify_of(&rw.store, r->seed / 2, 1);
    d.lies = lies;
    if (fs_format(&rw.store, &f) || fs_mount(&rw, &g.fs)) fail(r, "seed %lu: no volume to begin with", r->seed);
    else life(&o, &g);
    if (memory.live) fail(r, "seed %lu: %lu bytes not given back", r->seed, memory.live);
    free(g.history);
    play_end(&g);
    sim_device_free(&d);
    return o.power.states + o.nested;
}

uint64_t test_outage(struct run *r)
{
    uint64_t seeds = r->only ? 1 : r->full ? 2000 : 100, first = r->seed;
    struct timespec a, b;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &a);
    for (r->seed = first; r->seed < first + seeds && !r->failed; r->seed++) r->cases += outage_one(r, 0);
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &b);
    double t = (double)(b.tv_sec - a.tv_sec) + (double)(b.tv_nsec - a.tv_nsec) / 1e9;

    if (!r->quiet) printf("outage: %lu states, %.0f states/s\n", r->cases, (double)r->cases / t);
    return r->cases;
}
