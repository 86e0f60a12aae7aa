/* corrupt.c - damaged images. Every block of metadata that a mounted volume reads: with one bit flipped, with its former contents (a lost write), with another
 * block's contents (a misdirected one). Each must be told (LFSX_CORRUPT, LFSX_VERSION, LFSX_LOST) or do no harm: the same contents, by a copy.
 * Then the same damage with the checksum made right (a hostile image): anything may be told, but nothing may crash, hang or touch what it should not
 * (this build has sanitizers), not even while the volume is written to. */
#include "sim.h"
#include <stdio.h>
#include <stdlib.h>

enum { BLOCKS = 256, KEYS = 120, STEPS = 120 };

struct scene {
    struct run *run;
    struct sim_device device;
    struct sim_memory memory;
    struct model model;
    uint8_t *older; /* the image before the last checkpoint */
    uint64_t commits, used[BLOCKS / 64], log_first, log_end, zones_end;
};

static struct store_options options(struct scene *c, int flags)
{
    return (struct store_options){.device = &c->device.d, .memory = &c->memory.m, .cache_frames = 64, .boot = 9, .flags = flags};
}

/* look - Mount and read everything: what it says, and the digest. */
static lfsx_err_t look(struct scene *c, uint64_t *digest, uint64_t *commits);
/* mounts - The mount alone: what is wrong with the bitmap must not wait for fsck. */
static lfsx_err_t mounts(struct scene *c)
{
    struct store s;
    struct store_options o = options(c, STORE_READ_ONLY);
    lfsx_err_t err = store_open(&s, &o);
    if (!err) store_drop(&s);
    return err;
}
static lfsx_err_t look(struct scene *c, uint64_t *digest, uint64_t *commits)
{
    struct store s;
    uint64_t seen[BLOCKS / 64] = {0};
    struct store_options o = options(c, STORE_READ_ONLY);
    lfsx_err_t err = store_open(&s, &o);
    if (err) return err;
    err = store_digest(&s, digest, seen);
    if (!err) err = store_check(&s, seen);
    *commits = s.wal.sequence;
    store_drop(&s);
    return err;
}

static void scene_make(struct scene *c, struct run *r)
{
    struct store s;
    struct work w;
    struct format_options f = {.uuid = {7, 7, (uint8_t)r->seed}, .log_blocks = 32, .now = 5};
    memset(c, 0, sizeof *c);
    c->run = r;
    sim_device_init(&c->device, BLOCKS);
    sim_memory_init(&c->memory, 0);
    model_init(&c->model, KEYS);
    c->older = malloc(BLOCKS * LFSX_BLOCK_BYTES);
    struct store_options o = options(c, 0);
    if (store_format(&o, &f) || store_open(&s, &o)) abort();
    work_init(&w, &s, &c->model, &c->device, r->seed);
    w.checkpoints = 0;
    for (int i = 0; i < STEPS; i++) work_step(&w);
    for (uint64_t i = 0, sequence; i < 3; i++) { /* the last two that write one zone of the bitmap differ, but not in the number of free blocks */
        struct change put = {.type = LOG_TYPE_PUT, .key = model_key(1), .value = &i, .length = 8};
        if (i == 2) memcpy(c->older, c->device.image, BLOCKS * LFSX_BLOCK_BYTES);
        if (store_commit(&s, &put, 1, 0, &sequence) || store_checkpoint(&s)) abort();
        model_put(&c->model, 1, &i, 8);
        model_commit(&c->model);
    }
    for (int i = 0; i < 4; i++) work_step(&w); /* something in the log */
    store_sync(&s, 0);
    c->commits = c->model.commits;
    c->log_first = s.super.log_first;
    c->log_end = s.super.log_first + s.super.log_blocks;
    c->zones_end = s.super.bitmap_first[1] + s.super.bitmap_pages;
    store_drop(&s);
    if (c->memory.live) fail(r, "%lu bytes were not given back", c->memory.live);
}

static void scene_free(struct scene *c)
{
    model_free(&c->model);
    sim_device_free(&c->device);
    free(c->older);
}

/* is_read - Does looking at the volume read that block? Only then must damage be told. */
static lfsx_err_t (*plain_read)(void *self, uint64_t first, uint32_t count, void *to);
static uint8_t was_read[BLOCKS];
static lfsx_err_t noting_read(void *self, uint64_t first, uint32_t count, void *to)
{
    memset(was_read + first, 1, count);
    return plain_read(self, first, count, to);
}

/* told - Damage is in the image: is it told, or harmless? The end of the log may be older if the damage is in it: a torn frame looks the same. */
static void told(struct scene *c, uint64_t block, const char *what)
{
    uint64_t digest = 0, commits = 0;
    lfsx_err_t err = block >= c->log_end && block < c->zones_end ? mounts(c) : look(c, &digest, &commits);
    int in_log = block >= c->log_first && block < c->log_end;
    c->run->cases++;
    if (err == LFSX_CORRUPT || err == LFSX_VERSION || err == LFSX_LOST) return;
    if (err) fail(c->run, "seed %lu: block %lu %s: told as: %s", c->run->seed, block, what, lfsx_error_text(err));
    else if (commits > c->commits || digest != c->model.history[commits] || (commits != c->commits && !in_log)) fail(c->run, "seed %lu: block %lu %s: not told", c->run->seed, block, what);
    else if (!in_log && block >= 2 && block < BLOCKS - 2) fail(c->run, "seed %lu: block %lu %s: accepted", c->run->seed, block, what);
}

static void damage(struct scene *c, uint64_t block, struct dice *d)
{
    uint8_t keep[LFSX_BLOCK_BYTES], *b = c->device.image + block * LFSX_BLOCK_BYTES;
    memcpy(keep, b, sizeof keep);
    int super = block < 2 || block >= BLOCKS - 2;
    for (uint32_t bit = 0; super && bit < SUPERBLOCK_BYTES * 8; bit++, c->run->cases++) {
        b[bit / 8] ^= (uint8_t)(1 << bit % 8);
        if (!superblock_check(b, BLOCKS)) fail(c->run, "superblock %lu with bit %u flipped is valid", block, bit);
        b[bit / 8] ^= (uint8_t)(1 << bit % 8);
    }
    for (int i = 0; i < 24; i++) {
        uint32_t bit = dice_below(d, super ? SUPERBLOCK_BYTES * 8 : i < 12 ? 96 * 8 : LFSX_BLOCK_BYTES * 8);
        b[bit / 8] ^= (uint8_t)(1 << bit % 8);
        told(c, block, "with a bit flipped");
        b[bit / 8] ^= (uint8_t)(1 << bit % 8);
    }
    if (memcmp(keep, c->older + block * LFSX_BLOCK_BYTES, sizeof keep)) {
        memcpy(b, c->older + block * LFSX_BLOCK_BYTES, sizeof keep);
        told(c, block, "with its former contents");
    }
    uint64_t other = dice_below(d, BLOCKS);
    if (memcmp(keep, c->device.image + other * LFSX_BLOCK_BYTES, sizeof keep)) {
        memcpy(b, c->device.image + other * LFSX_BLOCK_BYTES, sizeof keep);
        told(c, block, "with the contents of another");
    }
    memcpy(b, keep, sizeof keep);
}

/* resealed - Make the checksums right again after damage: the block's own, and, where it is a node or page, nothing else (its reference then catches it)
 * or the reference too by switching the check of references off. */
static void hostile(struct scene *c, uint64_t block, struct dice *d)
{
    uint8_t keep[LFSX_BLOCK_BYTES], *b = c->device.image + block * LFSX_BLOCK_BYTES;
    uint8_t *all = malloc(BLOCKS * LFSX_BLOCK_BYTES);
    uint64_t digest, commits;
    memcpy(keep, b, sizeof keep);
    memcpy(all, c->device.image, BLOCKS * LFSX_BLOCK_BYTES);
    for (int i = 0; i < (c->run->full ? 400 : 12); i++) {
        for (uint32_t n = 1 + dice_below(d, 4); n > 0; n--) b[dice_below(d, dice_below(d, 2) ? 128 : LFSX_BLOCK_BYTES)] = (uint8_t)dice_next(d);
        int saved = mutant_crc;
        struct store s;
        for (mutant_crc = 0; mutant_crc < CRC_SITES; mutant_crc++) look(c, &digest, &commits);
        mutant_crc = CRC_SITES; /* the test's own: all sites believe */
        look(c, &digest, &commits);
        struct store_options o = options(c, STORE_ACCEPT_LOSS);
        if (!store_open(&s, &o)) {
            struct work w;
            struct model m;
            model_init(&m, KEYS);
            work_init(&w, &s, &m, &c->device, dice_next(d));
            w.data = 0;
            for (int k = 0; k < 20; k++) work_step(&w);
            store_close(&s);
            model_free(&m);
        }
        mutant_crc = saved;
        memcpy(c->device.image, all, BLOCKS * LFSX_BLOCK_BYTES);
        c->run->cases++;
    }
    memcpy(b, keep, sizeof keep);
    free(all);
}

uint64_t test_corrupt(struct run *r)
{
    struct scene c;
    struct dice d = {r->seed + 99};
    uint64_t digest = 0, commits = 0;
    scene_make(&c, r);
    plain_read = c.device.d.read;
    memset(was_read, 0, sizeof was_read);
    c.device.d.read = noting_read;
    lfsx_err_t err = look(&c, &digest, &commits);
    c.device.d.read = plain_read;
    if (err || digest != c.model.history[commits]) fail(r, "the undamaged volume: %s", lfsx_error_text(err));
    for (uint64_t b = 0; b < BLOCKS && !r->failed; b++)
        if (was_read[b]) damage(&c, b, &d);
    if (mutant_crc < 0 && !r->quiet)
        for (uint64_t b = 0; b < BLOCKS && !r->failed; b++)
            if (was_read[b]) hostile(&c, b, &d);
    scene_free(&c);
    return r->cases;
}
