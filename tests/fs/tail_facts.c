/* tail_facts.c - the end of the log by hand: what a sync costs, how much a mount compares, what it cannot read. */
#include "tail.h"

void tail_open(struct tail_bench *b, struct run *r)
{
    struct format_options f = {.uuid = {6, 1}, .log_blocks = TAIL_LOG, .now = 1};
    *b = (struct tail_bench){.r = r, .now = 7};
    sim_device_init(&b->d, TAIL_BLOCKS);
    sim_memory_init(&b->m, 0);
    b->o = tail_options(&b->d, &b->m, &b->now, 0);
    WANT(r, !fs_format(&b->o.store, &f) && !fs_mount(&b->o, &b->fs));
}
lfsx_err_t tail_reopen(struct tail_bench *b)
{
    if (b->fs) fs_drop(b->fs);
    b->fs = 0;
    b->now += 1000;
    b->o.store.boot = b->now;
    return fs_mount(&b->o, &b->fs);
}
void tail_close(struct tail_bench *b)
{
    if (b->fs) fs_drop(b->fs);
    WANT(b->r, b->m.live == 0);
    sim_device_free(&b->d);
}

/* Every step of the script, each with its sync: one flush. */
static void one_flush(struct run *r)
{
    struct tail_bench b;
    int sync;
    tail_open(&b, r);
    for (uint32_t n = 0; n < TAIL_STEPS; n++) {
        uint64_t flushes = b.d.flushes;
        WANT(r, !tail_step(b.fs, n, &sync) && b.d.flushes == flushes);
        WANT(r, !fs_sync(b.fs, 0) && b.d.flushes == flushes + 1 && !fs_sync(b.fs, 0) && b.d.flushes == flushes + 1);
    }
    tail_close(&b);
}

/* More data than a mount should compare are flushed first; their frame says so, and they are not compared. */
static void much(struct run *r)
{
    struct tail_bench b;
    tail_open(&b, r);
    b.o.store.data_max = 3;
    WANT(r, !tail_reopen(&b));
    uint64_t flushes = b.d.flushes;
    WANT(r, !tail_put(b.fs, "m", 0, 3 * 4096, 1) && !fs_sync(b.fs, 0) && b.d.flushes == flushes + 1);
    WANT(r, !tail_put(b.fs, "m", 0, 4 * 4096, 2) && !fs_sync(b.fs, 0) && b.d.flushes == flushes + 3);
    uint64_t reads = b.d.reads, sequence = b.fs->store.wal.sequence;
    WANT(r, !tail_reopen(&b) && b.fs->store.wal.sequence == sequence && b.fs->store.wal.durable == sequence);
    reads = b.d.reads - reads;
    b.o.store.data_max = 0;
    WANT(r, !tail_reopen(&b) && !tail_put(b.fs, "m", 0, 4 * 4096, 3) && !fs_sync(b.fs, 0));
    uint64_t before = b.d.reads;
    WANT(r, !tail_reopen(&b) && b.d.reads - before > reads);
    tail_close(&b);
}

/* block_of_file - Where a block of a file lies on the device. */
uint8_t *tail_block(struct tail_bench *b, const char *name, uint64_t block, uint64_t *place)
{
    struct fs_attributes a;
    struct mapping m;
    WANT(b->r, !fs_lookup(b->fs, 0, LFSX_ROOT_INODE, N(name), &a));
    struct view v = look_begin(b->fs);
    WANT(b->r, !extent_find(&v, a.inode, block, block + 1, &m));
    look_end(b->fs, LFSX_OK);
    *place = m.e.first + block - m.logical;
    return b->d.image + *place * LFSX_BLOCK_BYTES;
}

static uint64_t unreadable;
static lfsx_err_t (*plain_read)(void *self, uint64_t first, uint32_t count, void *to);
static lfsx_err_t failing_read(void *self, uint64_t first, uint32_t count, void *to)
{
    return first <= unreadable && unreadable < first + count ? LFSX_IO : plain_read(self, first, count, to);
}

/* What cannot be read is not taken for torn: the mount is refused, and may be tried again; with the flag that accepts loss the log ends there. */
static void cannot_be_read(struct run *r)
{
    struct tail_bench b;
    tail_open(&b, r);
    WANT(r, !tail_put(b.fs, "e", 0, 5000, 1) && !fs_sync(b.fs, 0) && !tail_put(b.fs, "e", 4096, 4096, 2) && !fs_sync(b.fs, 0));
    uint64_t sequence = b.fs->store.wal.sequence;
    tail_block(&b, "e", 1, &unreadable);
    plain_read = b.d.d.read;
    b.d.d.read = failing_read;
    WANT(r, tail_reopen(&b) == LFSX_IO);
    b.d.d.read = plain_read;
    WANT(r, !tail_reopen(&b) && b.fs->store.wal.sequence == sequence);
    b.d.d.read = failing_read;
    b.o.store.flags = STORE_ACCEPT_LOSS;
    WANT(r, !tail_reopen(&b) && b.fs->store.wal.sequence == sequence - 1 && b.fs->store.wal.torn);
    b.d.d.read = plain_read;
    tail_close(&b);
}

void tail_facts(struct run *r)
{
    one_flush(r);
    much(r);
    cannot_be_read(r);
}
