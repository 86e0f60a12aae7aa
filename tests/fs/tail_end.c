/* tail_end.c - where the log ends, by hand: rot, a device that lied, a program that died. */
#include "tail.h"

/* An old block of an extent that the end of the log names again has rotted: no reason to lose what was committed. A new one: the log ends there, and nothing is lost that
 * was told: not LFSX_LOST though frames stand behind it. */
static void rot(struct run *r)
{
    struct tail_bench b;
    uint64_t place;
    tail_open(&b, r);
    WANT(r, !tail_put(b.fs, "r", 0, 8192, 1) && !store_checkpoint(&b.fs->store) && !tail_put(b.fs, "r", 8192, 4096, 2) && !fs_sync(b.fs, 0));
    uint64_t sequence = b.fs->store.wal.sequence;
    tail_block(&b, "r", 0, &place)[9] ^= 1;
    WANT(r, !tail_reopen(&b) && b.fs->store.wal.sequence == sequence && !b.fs->store.wal.torn);
    WANT(r, !tail_put(b.fs, "s", 0, 8192, 3) && !wal_write(&b.fs->store.wal) && !tail_put(b.fs, "t", 0, 100, 4) && !wal_write(&b.fs->store.wal));
    tail_block(&b, "s", 1, &place)[9] ^= 1;
    WANT(r, !tail_reopen(&b) && b.fs->store.wal.torn && b.fs->store.wal.sequence < sequence + 4 && b.fs->store.wal.sequence >= sequence);
    tail_close(&b);
}

/* frame_lose - The block that the log wrote at a position is as if it had never been. */
static void frame_lose(struct tail_bench *b, uint64_t position)
{
    const struct wal *w = &b->fs->store.wal;
    memset(b->d.image + space_place(&w->space, position) * LFSX_BLOCK_BYTES, 0, LFSX_BLOCK_BYTES);
}

/* Three frames: the data of the first are not there, the second is lost. If the third says that the first was safe, the device lied; if it does not, all of it is an honest end. */
static void lied(struct run *r, int told)
{
    struct tail_bench b;
    uint64_t place;
    tail_open(&b, r);
    uint64_t sequence = b.fs->store.wal.sequence;
    WANT(r, !tail_put(b.fs, "l", 0, 8192, 1) && !wal_write(&b.fs->store.wal));
    uint64_t second = b.fs->store.wal.space.head;
    WANT(r, !tail_put(b.fs, "m", 0, 100, 2) && !wal_write(&b.fs->store.wal) && (!told || !fs_sync(b.fs, 0)));
    WANT(r, !tail_put(b.fs, "n", 0, 100, 3) && !wal_write(&b.fs->store.wal));
    tail_block(&b, "l", 1, &place)[9] ^= 1;
    frame_lose(&b, second);
    WANT(r, tail_reopen(&b) == (told ? LFSX_LOST : LFSX_OK));
    WANT(r, told || (b.fs->store.wal.sequence == sequence && b.fs->store.wal.torn));
    tail_close(&b);
}

/* The program dies, not the device: what it wrote without a flush is replayed, and nobody was told that it is safe. The next life must not say so before it has flushed: if
 * power fails then, the first life's frames may go and the second's stay. */
static void died(struct run *r)
{
    struct tail_bench b;
    tail_open(&b, r);
    uint64_t first = b.fs->store.wal.space.head, durable = b.fs->store.wal.durable;
    WANT(r, !tail_put(b.fs, "d", 0, 100, 1) && !wal_write(&b.fs->store.wal));
    uint64_t sequence = b.fs->store.wal.sequence;
    WANT(r, !tail_reopen(&b) && b.fs->store.wal.sequence == sequence && b.fs->store.wal.durable == durable && durable < sequence);
    WANT(r, !tail_put(b.fs, "d", 0, 200, 2) && !wal_write(&b.fs->store.wal));
    frame_lose(&b, first);
    WANT(r, !tail_reopen(&b) && b.fs->store.wal.sequence == durable);
    uint64_t flushes = b.d.flushes;
    WANT(r, !tail_put(b.fs, "d", 0, 300, 3) && !wal_write(&b.fs->store.wal) && !tail_reopen(&b));
    WANT(r, !fs_sync(b.fs, 0) && b.d.flushes == flushes + 1 && b.fs->store.wal.durable == b.fs->store.wal.sequence);
    tail_close(&b);
}

void tail_end(struct run *r)
{
    rot(r);
    lied(r, 0);
    lied(r, 1);
    died(r);
}
