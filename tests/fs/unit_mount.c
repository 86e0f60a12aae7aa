/* unit_mount.c - which superblock and which frames of the log a mount takes. */
#include "unit.h"

/* A first life writes two frames without a flush; the first is lost, the second reaches the disk. A second life writes a frame of its own where the lost one was
 * and dies too. What is left of the first life must not be taken for the second's. */
static void stale_frame(struct run *r)
{
    struct world w;
    world_make(&w, 256, 32);
    uint64_t start = w.s.wal.space.head;
    for (uint32_t i = 0; w.s.wal.count.frames < 2; i++) WANT(r, world_put(&w.s, i, 1800, 0) == LFSX_OK);
    uint64_t end = w.s.wal.space.head;
    for (uint64_t p = start; p < start + w.s.wal.space.segment; p++) memset(w.d.image + (w.s.wal.space.first + p) * LFSX_BLOCK_BYTES, 0, LFSX_BLOCK_BYTES);
    store_drop(&w.s);
    WANT(r, end > start + 8 && store_open(&w.s, &w.o) == LFSX_OK && w.s.wal.sequence == 0);
    WANT(r, world_put(&w.s, 1, 10, COMMIT_DURABLE) == LFSX_OK);
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
    WANT(r, world_put(&w.s, 1, 10, 0) == LFSX_OK && store_checkpoint(&w.s) == LFSX_OK);
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

/* Positions end at 2^62: what is near works and comes round the log, one behind it is damage. */
static void far_position(struct run *r)
{
    struct world w;
    world_make(&w, 256, 32);
    store_drop(&w.s);
    for (uint64_t more = 0; more < 2; more++) {
        for (uint64_t block = 0; block < 256; block += block == 1 ? 253 : 1) {
            uint8_t *b = w.d.image + block * LFSX_BLOCK_BYTES;
            superblock_set_log_position(b, (1ull << 62) + (more ? 1 : 0ull - 1000));
            superblock_set_crc(b, superblock_sum(b));
        }
        WANT(r, store_open(&w.s, &w.o) == (more ? LFSX_CORRUPT : LFSX_OK));
        for (uint32_t i = 0; !more && i < 100; i++) WANT(r, world_put(&w.s, i, 1800, COMMIT_DURABLE) == LFSX_OK);
        store_drop(&w.s);
        WANT(r, more || (store_open(&w.s, &w.o) == LFSX_OK && w.s.wal.sequence == 100));
        if (!more) store_drop(&w.s);
    }
    sim_device_free(&w.d);
}

void unit_mount(struct run *r)
{
    far_position(r);
    stale_frame(r);
    superblocks(r);
}
