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

void unit_mount(struct run *r)
{
    stale_frame(r);
    superblocks(r);
}
