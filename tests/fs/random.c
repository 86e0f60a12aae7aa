/* random.c - random operations on files, by several users, against the model: every answer, and now and then everything. Names that collide; remounts; full volumes. */
#include "play.h"
#include <file/state.h>
#include <stdio.h>
#include <stdlib.h>

static void life(struct run *r, uint64_t seed, uint64_t blocks, uint64_t log, int steps, uint64_t hash_mask)
{
    static struct play g;
    struct sim_device d;
    struct sim_memory m;
    char when[80];
    struct format_options f = {.uuid = {(uint8_t)seed, 9}, .log_blocks = log, .now = 1};
    sim_device_init(&d, blocks);
    sim_memory_init(&m, 0);
    play_begin(&g, r, seed);
    text_forgets = blocks < 1000; /* full */
    struct fs_options o = {.store = {.device = &d.d, .memory = &m.m, .cache_frames = 64, .boot = 1, .sync = {.self = &g, .now = play_clock}}};
    g.remounts = hash_mask == ~0ull;
    if (fs_format(&o.store, &f) || fs_mount(&o, &g.fs)) {
        fail(r, "seed %lu: no volume", seed);
    } else {
        g.fs->hash_mask = hash_mask;
        for (int i = 0; i < steps && !r->failed; i++) {
            lfsx_err_t err = play_step(&g);
            snprintf(when, sizeof when, "seed %lu step %lu (try %d, kind %d)", seed, g.steps, i, g.last);
            if (err && err != LFSX_SPACE) fail(r, "%s answers: %s", when, lfsx_error_text(err));
            if (err || i % 16 == 0 || r->only) play_compare(&g, when);
            if (i % 64 == 0 || r->only) play_check(r, g.fs, when);
            r->cases++;
        }
        play_compare(&g, "at the end");
        if (fs_unmount(g.fs)) fail(r, "seed %lu: unmount", seed);
    }
    if (m.live) fail(r, "seed %lu: %lu bytes not given back", seed, m.live);
    play_end(&g);
    text_forgets = 0;
    sim_device_free(&d);
}

uint64_t test_random(struct run *r)
{
    uint64_t seeds = r->full ? 400 : 6, first = r->seed;
    for (r->seed = first; r->seed < first + seeds && !r->failed; r->seed++) {
        life(r, r->seed, 2048, 128, 1200, ~0ull);
        life(r, r->seed + 1000, 2048, 128, 600, 7ull << 61);     /* names fall into eight hashes */
        life(r, r->seed + 2000, 300 + r->seed % 100, 64, 1200, ~0ull); /* full most of the time */
    }
    return r->cases;
}
