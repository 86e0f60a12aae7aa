/* damage.c - a volume whose tree is whole and whose contents are wrong, as an error of some program or malice would leave it: keys deleted, moved, made up, values
 * changed. Every operation on it ends, in some answer; fs_check finds something wrong exactly if there is, and repairs all of it; what was not touched is as it was. */
#include "damage.h"
#include <stdlib.h>

static uint64_t still(void *self) { return *(uint64_t *)self; }
struct fs_options damage_options(struct damage *x)
{
    return (struct fs_options){.store = {.device = &x->d.d, .memory = &x->m.m, .cache_frames = 64, .boot = 1, .sync = {.self = &x->now, .now = still}}};
}

static uint8_t *volume(struct damage *x)
{
    struct format_options f = {.uuid = {8}, .log_blocks = 64, .now = 1};
    struct fs_options o = damage_options(x);
    play_begin(&x->g, x->run, x->run->seed);
    o.store.sync = (struct sync){.self = &x->g, .now = play_clock};
    if (fs_format(&o.store, &f) || fs_mount(&o, &x->g.fs)) abort();
    for (int i = 0; i < 250; i++) play_step(&x->g);
    if (fs_unmount(x->g.fs)) abort();
    play_end(&x->g);
    size_t bytes = BLOCKS * LFSX_BLOCK_BYTES;
    return memcpy(malloc(bytes), x->d.image, bytes);
}

uint64_t test_damage(struct run *r)
{
    static struct damage x;
    uint64_t times = r->full ? 20000 : 300;
    x.run = r;
    x.now = 1ull << 40;
    sim_device_init(&x.d, BLOCKS);
    sim_memory_init(&x.m, 0);
    uint8_t *start = volume(&x);
    damage_note(&x);
    for (uint64_t n = r->only ? r->only : 1; n <= times && !r->failed; n++, r->cases++) {
        memcpy(x.d.image, start, BLOCKS * LFSX_BLOCK_BYTES);
        x.dice.state = r->seed * 1000003 + n;
        for (int i = 0; i < FILES; i++) x.was[i].touched = 0;
        damage_spoil(&x);
        uint8_t *spoiled = memcpy(malloc(BLOCKS * LFSX_BLOCK_BYTES), x.d.image, BLOCKS * LFSX_BLOCK_BYTES);
        damage_suffer(&x);
        memcpy(x.d.image, spoiled, BLOCKS * LFSX_BLOCK_BYTES);
        free(spoiled);
        damage_mend(&x, n);
        if (x.m.live) fail(r, "damage %lu: %lu bytes not given back", n, x.m.live);
        if (r->only) break;
    }
    free(start);
    sim_device_free(&x.d);
    return r->cases;
}
