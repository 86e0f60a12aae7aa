/* unit_store.c - arguments that a store refuses; a log that goes round; a large volume. */
#include "unit.h"
#include <stdlib.h>

static void arguments(struct run *r)
{
    struct world w;
    uint8_t v[LFSX_VALUE_MAX + 1] = {0};
    uint64_t sequence;
    struct store_info info;
    world_make(&w, 256, 32);
    struct change c = {.type = LOG_TYPE_PUT, .key = KEY_HIGHEST, .value = v, .length = 1};
    WANT(r, store_commit(&w.s, &c, 1, 0, &sequence) == LFSX_ARGUMENT);
    c.key = KEY_LOWEST;
    c.length = LFSX_VALUE_MAX + 1;
    WANT(r, store_commit(&w.s, &c, 1, 0, &sequence) == LFSX_LARGE);
    struct change give = {.type = LOG_TYPE_GIVE, .first = 250, .count = 1};
    WANT(r, store_commit(&w.s, &give, 1, 0, &sequence) == LFSX_ARGUMENT); /* not in use */
    give = (struct change){.type = LOG_TYPE_TAKE, .first = 250, .count = 1};
    WANT(r, store_commit(&w.s, &give, 1, 0, &sequence) == LFSX_ARGUMENT); /* not reserved */
    give = (struct change){.type = LOG_TYPE_GIVE, .first = 255, .count = 2};
    WANT(r, store_commit(&w.s, &give, 1, 0, &sequence) == LFSX_ARGUMENT);
    store_info_get(&w.s, &info);
    WANT(r, info.sequence == 0 && info.log.transactions == 0);
    WANT(r, world_put(&w.s, 1, 0, 0) == LFSX_OK);
    uint32_t n = 9;
    WANT(r, store_get(&w.s, model_key(1), v, sizeof v, &n) == LFSX_OK && n == 0);
    WANT(r, store_get(&w.s, model_key(2), v, sizeof v, &n) == LFSX_ABSENT);
    w.s.read_only = 1;
    WANT(r, world_put(&w.s, 1, 0, 0) == LFSX_READ_ONLY);
    w.s.read_only = 0;
    world_end(r, &w);
}

/* Rotation and statistics: many small durable commits go round the log; checkpoints make room. */
static void rotation(struct run *r)
{
    struct world w;
    struct store_info info;
    world_make(&w, 256, 32);
    for (uint32_t i = 0; i < 300; i++) WANT(r, world_put(&w.s, i % 50, 100 + i % 7, COMMIT_DURABLE) == LFSX_OK);
    store_info_get(&w.s, &info);
    WANT(r, info.durable == 300 && info.log.transactions == 300 && info.log.frames == 300 && info.log.flushes == 300);
    WANT(r, info.log.checkpoints >= 300 / 32 && info.log.used_blocks <= 32);
    store_drop(&w.s);
    WANT(r, store_open(&w.s, &w.o) == LFSX_OK && w.s.wal.sequence == 300 && w.s.wal.count.replayed > 0);
    world_end(r, &w);
}

/* A volume with several bitmap pages, a map of three levels and many more nodes than the cache holds: fill, mount, halve, mount, empty. */
static void large(struct run *r)
{
    struct world w;
    uint64_t nodes[3], *seen;
    struct store_info info;
    world_make(&w, 70000, 256);
    seen = calloc(70000 / 64 + 1, 8);
    for (int phase = 0; phase < 3; phase++) {
        for (uint32_t i = 0; i < 12000; i++) {
            struct change c = {.type = phase ? LOG_TYPE_DELETE : LOG_TYPE_PUT, .key = {i % 5, 1, i * 0x9e3779b97f4a7c15ull}, .value = seen, .length = 400 + i % 300};
            uint64_t sequence;
            if (phase == 1 && i % 2) continue;
            lfsx_err_t err = store_commit(&w.s, &c, 1, 0, &sequence);
            if (err) fail(r, "phase %d, key %u: %s", phase, i, lfsx_error_text(err));
        }
        WANT(r, store_close(&w.s) == LFSX_OK && store_open(&w.s, &w.o) == LFSX_OK);
        memset(seen, 0, (70000 / 64 + 1) * 8);
        WANT(r, store_check(&w.s, seen) == LFSX_OK);
        store_info_get(&w.s, &info);
        nodes[phase] = info.nodes;
        WANT(r, info.frames <= 64 + 32 && w.s.super.map_levels == 3 && w.s.super.bitmap_pages == 3 && (phase == 2 || info.evictions > 0));
        memset(seen, 0, (70000 / 64 + 1) * 8);
    }
    if (nodes[0] < 1500 || nodes[1] > nodes[0] || nodes[2] > 20) fail(r, "%lu nodes, %lu with every other key, %lu with none", nodes[0], nodes[1], nodes[2]);
    free(seen);
    world_end(r, &w);
}

void unit_store(struct run *r)
{
    large(r);
    arguments(r);
    rotation(r);
}
