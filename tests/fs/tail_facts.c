/* tail_facts.c - the end of the log by hand: what a sync costs, what a mount takes and refuses, what nobody was told. */
#include "tail.h"
#include <stdlib.h>

struct bench { struct run *r; struct sim_device d; struct sim_memory m; struct fs *fs; struct fs_options o; uint64_t now; };

static void bench_begin(struct bench *b, struct run *r)
{
    struct format_options f = {.uuid = {6, 1}, .log_blocks = TAIL_LOG, .now = 1};
    *b = (struct bench){.r = r, .now = 7};
    sim_device_init(&b->d, TAIL_BLOCKS);
    sim_memory_init(&b->m, 0);
    b->o = tail_options(&b->d, &b->m, &b->now, 0);
    WANT(r, !fs_format(&b->o.store, &f) && !fs_mount(&b->o, &b->fs));
}
static lfsx_err_t bench_again(struct bench *b)
{
    if (b->fs) fs_drop(b->fs);
    b->fs = 0;
    b->now += 1000;
    b->o.store.boot = b->now;
    return fs_mount(&b->o, &b->fs);
}
static void bench_end(struct bench *b)
{
    if (b->fs) fs_drop(b->fs);
    WANT(b->r, b->m.live == 0);
    sim_device_free(&b->d);
}

/* Every step of the script, each with its sync: one flush. */
static void one_flush(struct run *r)
{
    struct bench b;
    int sync;
    bench_begin(&b, r);
    for (uint32_t n = 0; n < TAIL_STEPS; n++) {
        uint64_t flushes = b.d.flushes;
        WANT(r, !tail_step(b.fs, n, &sync) && b.d.flushes == flushes);
        WANT(r, !fs_sync(b.fs, 0) && b.d.flushes == flushes + 1 && !fs_sync(b.fs, 0) && b.d.flushes == flushes + 1);
    }
    bench_end(&b);
}

/* More data than a mount should compare are flushed first; their frame says so, and they are not compared. */
static void much(struct run *r)
{
    struct bench b;
    bench_begin(&b, r);
    b.o.store.data_max = 3;
    WANT(r, !bench_again(&b));
    uint64_t flushes = b.d.flushes;
    WANT(r, !tail_put(b.fs, "m", 0, 3 * 4096, 1) && !fs_sync(b.fs, 0) && b.d.flushes == flushes + 1);
    WANT(r, !tail_put(b.fs, "m", 0, 4 * 4096, 2) && !fs_sync(b.fs, 0) && b.d.flushes == flushes + 3);
    uint64_t reads = b.d.reads, sequence = b.fs->store.wal.sequence;
    WANT(r, !bench_again(&b) && b.fs->store.wal.sequence == sequence && b.fs->store.wal.durable == sequence);
    reads = b.d.reads - reads;
    b.o.store.data_max = 0;
    WANT(r, !bench_again(&b) && !tail_put(b.fs, "m", 0, 4 * 4096, 3) && !fs_sync(b.fs, 0));
    uint64_t before = b.d.reads;
    WANT(r, !bench_again(&b) && b.d.reads - before > reads);
    bench_end(&b);
}

/* block_of_file - Where a block of a file lies on the device. */
static uint8_t *block_of_file(struct bench *b, const char *name, uint64_t block, uint64_t *place)
{
    struct fs_attributes a;
    struct mapping m;
    struct view v = look_begin(b->fs);
    look_end(b->fs, LFSX_OK);
    WANT(b->r, !fs_lookup(b->fs, 0, LFSX_ROOT_INODE, N(name), &a));
    v = look_begin(b->fs);
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
    struct bench b;
    bench_begin(&b, r);
    WANT(r, !tail_put(b.fs, "e", 0, 5000, 1) && !fs_sync(b.fs, 0) && !tail_put(b.fs, "e", 4096, 4096, 2) && !fs_sync(b.fs, 0));
    uint64_t sequence = b.fs->store.wal.sequence;
    block_of_file(&b, "e", 1, &unreadable);
    plain_read = b.d.d.read;
    b.d.d.read = failing_read;
    WANT(r, bench_again(&b) == LFSX_IO);
    b.d.d.read = plain_read;
    WANT(r, !bench_again(&b) && b.fs->store.wal.sequence == sequence);
    b.d.d.read = failing_read;
    b.o.store.flags = STORE_ACCEPT_LOSS;
    WANT(r, !bench_again(&b) && b.fs->store.wal.sequence == sequence - 1 && b.fs->store.wal.torn);
    b.d.d.read = plain_read;
    bench_end(&b);
}

/* An old block of an extent that the end of the log names again has rotted: no reason to lose what was committed. A new one: the log ends there, and nothing is lost that
 * was told: not LFSX_LOST though frames stand behind it. */
static void rot(struct run *r)
{
    struct bench b;
    uint64_t place;
    bench_begin(&b, r);
    WANT(r, !tail_put(b.fs, "r", 0, 8192, 1) && !store_checkpoint(&b.fs->store) && !tail_put(b.fs, "r", 8192, 4096, 2) && !fs_sync(b.fs, 0));
    uint64_t sequence = b.fs->store.wal.sequence;
    block_of_file(&b, "r", 0, &place)[9] ^= 1;
    WANT(r, !bench_again(&b) && b.fs->store.wal.sequence == sequence && !b.fs->store.wal.torn);
    WANT(r, !tail_put(b.fs, "s", 0, 8192, 3) && !wal_write(&b.fs->store.wal) && !tail_put(b.fs, "t", 0, 100, 4) && !wal_write(&b.fs->store.wal));
    block_of_file(&b, "s", 1, &place)[9] ^= 1;
    WANT(r, !bench_again(&b) && b.fs->store.wal.torn && b.fs->store.wal.sequence < sequence + 4 && b.fs->store.wal.sequence >= sequence);
    bench_end(&b);
}

/* frame_lose - The block that the log wrote at a position is as if it had never been. */
static void frame_lose(struct bench *b, uint64_t position)
{
    const struct wal *w = &b->fs->store.wal;
    memset(b->d.image + (w->first + position % w->blocks) * LFSX_BLOCK_BYTES, 0, LFSX_BLOCK_BYTES);
}

/* Three frames: the data of the first are not there, the second is lost. If the third says that the first was safe, the device lied; if it does not, all of it is an honest end. */
static void lied(struct run *r, int told)
{
    struct bench b;
    uint64_t place;
    bench_begin(&b, r);
    uint64_t sequence = b.fs->store.wal.sequence;
    WANT(r, !tail_put(b.fs, "l", 0, 8192, 1) && !wal_write(&b.fs->store.wal));
    uint64_t second = b.fs->store.wal.head;
    WANT(r, !tail_put(b.fs, "m", 0, 100, 2) && !wal_write(&b.fs->store.wal) && (!told || !fs_sync(b.fs, 0)));
    WANT(r, !tail_put(b.fs, "n", 0, 100, 3) && !wal_write(&b.fs->store.wal));
    block_of_file(&b, "l", 1, &place)[9] ^= 1;
    frame_lose(&b, second);
    WANT(r, bench_again(&b) == (told ? LFSX_LOST : LFSX_OK));
    WANT(r, told || (b.fs->store.wal.sequence == sequence && b.fs->store.wal.torn));
    bench_end(&b);
}

/* The program dies, not the device: what it wrote without a flush is replayed, and nobody was told that it is safe. The next life must not say so before it has flushed: if
 * power fails then, the first life's frames may go and the second's stay. */
static void died(struct run *r)
{
    struct bench b;
    bench_begin(&b, r);
    uint64_t first = b.fs->store.wal.head, durable = b.fs->store.wal.durable;
    WANT(r, !tail_put(b.fs, "d", 0, 100, 1) && !wal_write(&b.fs->store.wal));
    uint64_t sequence = b.fs->store.wal.sequence;
    WANT(r, !bench_again(&b) && b.fs->store.wal.sequence == sequence && b.fs->store.wal.durable == durable && durable < sequence);
    WANT(r, !tail_put(b.fs, "d", 0, 200, 2) && !wal_write(&b.fs->store.wal));
    frame_lose(&b, first);
    WANT(r, !bench_again(&b) && b.fs->store.wal.sequence == durable);
    uint64_t flushes = b.d.flushes;
    WANT(r, !tail_put(b.fs, "d", 0, 300, 3) && !wal_write(&b.fs->store.wal) && !bench_again(&b));
    WANT(r, !fs_sync(b.fs, 0) && b.d.flushes == flushes + 1 && b.fs->store.wal.durable == b.fs->store.wal.sequence);
    bench_end(&b);
}

void tail_facts(struct run *r)
{
    one_flush(r);
    much(r);
    cannot_be_read(r);
    rot(r);
    lied(r, 0);
    lied(r, 1);
    died(r);
}
