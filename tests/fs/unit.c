/* unit.c - the small parts: checksum, log frames, superblock choice, stale frames, the bitmap. */
#include "sim.h"
#include <stdio.h>
#include <stdlib.h>
#include <wal/frame.h>

#define WANT(r, condition)                                                                                                                                    \
    do {                                                                                                                                                      \
        (r)->cases++;                                                                                                                                         \
        if (!(condition)) fail(r, "line %d: %s", __LINE__, #condition);                                                                                       \
    } while (0)

/* The check value of the polynomial (RFC 3720 gives 32 bytes of zeros and ones), and instruction against tables at every length and alignment. */
static void crc(struct run *r)
{
    static uint8_t b[9000];
    struct dice d = {r->seed};
    WANT(r, crc32c_extend(0, (const uint8_t *)"123456789", 9) == 0xe3069283u);
    WANT(r, crc32c_extend(0, b, 32) == 0x8a9136aau);
    memset(b, 255, 32);
    WANT(r, crc32c_extend(0, b, 32) == 0x62a8ab43u);
    for (size_t i = 0; i < sizeof b; i++) b[i] = (uint8_t)dice_next(&d);
    for (uint32_t n = 0; n < 2000; n++) {
        uint32_t length = n < 1200 ? n : dice_below(&d, 8900), at = dice_below(&d, 64), cut = length ? dice_below(&d, length) : 0;
        uint32_t whole = crc32c_tables(5, b + at, length);
        WANT(r, crc32c_extend(5, b + at, length) == whole);
        WANT(r, crc32c_extend(crc32c_extend(5, b + at, cut), b + at + cut, length - cut) == whole);
    }
}

/* Any bytes are a frame or none: the parser never leaves them, and always ends. */
static void frames(struct run *r)
{
    struct dice d = {r->seed + 1};
    for (int n = 0; n < 20000; n++) {
        uint32_t bytes = LOG_FRAME_BYTES + dice_below(&d, 200), at = LOG_FRAME_BYTES, steps = 0;
        uint8_t *b = malloc(bytes); /* exactly so long: the sanitizer sees one byte too far */
        struct frame_item item;
        for (uint32_t i = 0; i < bytes; i++) b[i] = (uint8_t)(dice_below(&d, 3) ? dice_below(&d, 24) : dice_next(&d));
        int more;
        while ((more = frame_next(b, bytes, &at, &item)) == 1) steps++;
        WANT(r, more <= 0 && at <= bytes && steps <= 200);
        free(b);
    }
}

static void frames_back(struct run *r)
{
    uint8_t b[400];
    struct frame_item item;
    struct key k = {1, 2, 3};
    uint32_t n = 0, at = 0;
    n += frame_put_write(b + n, k, "hello", 5);
    n += frame_put_delete(b + n, k);
    n += frame_put_range(b + n, LOG_TYPE_TAKE, 77, 3);
    n += frame_put_commit(b + n, 5, 6);
    WANT(r, frame_next(b, n, &at, &item) == 1 && item.type == LOG_TYPE_PUT && key_equal(item.key, k) && item.length == 5 && !memcmp(item.value, "hello", 5));
    WANT(r, frame_next(b, n, &at, &item) == 1 && item.type == LOG_TYPE_DELETE && key_equal(item.key, k));
    WANT(r, frame_next(b, n, &at, &item) == 1 && item.type == LOG_TYPE_TAKE && item.range.first == 77 && item.range.count == 3);
    WANT(r, frame_next(b, n, &at, &item) == 1 && item.type == LOG_TYPE_COMMIT && item.commit.transaction == 5 && item.commit.sequence == 6);
    WANT(r, frame_next(b, n, &at, &item) == 0);
}

struct world { struct sim_device d; struct sim_memory m; struct store s; struct store_options o; };
static void world_make(struct world *w, uint64_t blocks, uint64_t log)
{
    struct format_options f = {.uuid = {1, 2, 3}, .log_blocks = log, .now = 1};
    sim_device_init(&w->d, blocks);
    sim_memory_init(&w->m, 0);
    w->o = (struct store_options){.device = &w->d.d, .memory = &w->m.m, .cache_frames = 64};
    if (store_format(&w->o, &f) || store_open(&w->s, &w->o)) abort();
}
static void world_end(struct run *r, struct world *w)
{
    store_drop(&w->s);
    WANT(r, w->m.live == 0);
    sim_device_free(&w->d);
}
static lfsx_err_t put(struct store *s, uint32_t i, uint32_t length, int flags)
{
    static uint8_t v[LFSX_VALUE_MAX];
    uint64_t sequence;
    struct change c = {.type = LOG_TYPE_PUT, .key = model_key(i), .value = v, .length = length};
    return store_commit(s, &c, 1, flags, &sequence);
}

/* A first life writes two frames without a flush; the first is lost, the second reaches the disk. A second life writes a frame of its own where the lost one was
 * and dies too. What is left of the first life must not be taken for the second's. */
static void stale_frame(struct run *r)
{
    struct world w;
    world_make(&w, 256, 32);
    uint64_t start = w.s.wal.head;
    for (uint32_t i = 0; w.s.wal.count.frames < 2; i++) WANT(r, put(&w.s, i, 1800, 0) == LFSX_OK);
    uint64_t end = w.s.wal.head;
    for (uint64_t p = start; p < start + w.s.wal.segment; p++) memset(w.d.image + (w.s.wal.first + p) * LFSX_BLOCK_BYTES, 0, LFSX_BLOCK_BYTES);
    store_drop(&w.s);
    WANT(r, end > start + 8 && store_open(&w.s, &w.o) == LFSX_OK && w.s.wal.sequence == 0);
    WANT(r, put(&w.s, 1, 10, COMMIT_DURABLE) == LFSX_OK);
    store_drop(&w.s);
    WANT(r, store_open(&w.s, &w.o) == LFSX_OK && w.s.wal.sequence == 1);
    world_end(r, &w);
}

/* Versions, features, wrong devices, two mounts that fall back to the other slot. */
static void superblocks(struct run *r)
{
    struct world w;
    world_make(&w, 256, 32);
    uint8_t keep[LFSX_BLOCK_BYTES];
    struct store again;
    WANT(r, put(&w.s, 1, 10, 0) == LFSX_OK && store_checkpoint(&w.s) == LFSX_OK);
    uint64_t newest = (uint64_t)w.s.slot;
    store_drop(&w.s);
    memcpy(keep, w.d.image + newest * LFSX_BLOCK_BYTES, sizeof keep);
    memset(w.d.image + newest * LFSX_BLOCK_BYTES, 0xee, LFSX_BLOCK_BYTES); /* the copy remains */
    WANT(r, store_open(&again, &w.o) == LFSX_OK && again.super.generation == 2);
    store_drop(&again);
    memset(w.d.image, 0, 2 * LFSX_BLOCK_BYTES); /* both slots: copies remain */
    WANT(r, store_open(&again, &w.o) == LFSX_OK && again.super.generation == 2);
    store_drop(&again);
    memset(w.d.image + 254 * LFSX_BLOCK_BYTES, 0, 2 * LFSX_BLOCK_BYTES);
    WANT(r, store_open(&again, &w.o) == LFSX_VERSION);
    memcpy(w.d.image, keep, sizeof keep);
    w.d.d.blocks = 200; /* a truncated image */
    WANT(r, store_open(&again, &w.o) == LFSX_CORRUPT);
    w.d.d.blocks = 10;
    WANT(r, store_open(&again, &w.o) == LFSX_VERSION);
    w.d.d.blocks = 256;
    WANT(r, store_open(&w.s, &w.o) == LFSX_OK);
    world_end(r, &w);
}

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
    WANT(r, put(&w.s, 1, 0, 0) == LFSX_OK);
    uint32_t n = 9;
    WANT(r, store_get(&w.s, model_key(1), v, sizeof v, &n) == LFSX_OK && n == 0);
    WANT(r, store_get(&w.s, model_key(2), v, sizeof v, &n) == LFSX_ABSENT);
    w.s.read_only = 1;
    WANT(r, put(&w.s, 1, 0, 0) == LFSX_READ_ONLY);
    w.s.read_only = 0;
    world_end(r, &w);
}

/* Rotation and statistics: many small durable commits go round the log; checkpoints make room. */
static void rotation(struct run *r)
{
    struct world w;
    struct store_info info;
    world_make(&w, 256, 32);
    for (uint32_t i = 0; i < 300; i++) WANT(r, put(&w.s, i % 50, 100 + i % 7, COMMIT_DURABLE) == LFSX_OK);
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

uint64_t test_unit(struct run *r)
{
    large(r);
    crc(r);
    frames(r);
    frames_back(r);
    stale_frame(r);
    superblocks(r);
    arguments(r);
    rotation(r);
    return r->cases;
}
