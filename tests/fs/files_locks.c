/* files_locks.c - waiting for byte ranges without threads: who must wait is told so, and its wish counts. With threads: locks.c. */
#include "files.h"

static struct bench b;
static struct fs_lock other;
static lfsx_err_t want(uint64_t inode, enum fs_lock_kind kind, uint64_t owner, uint64_t from, uint64_t to)
{
    struct fs_lock l = {kind, owner, from, to, FS_LOCK_RANGES};
    return fs_lock_wait(b.fs, inode, &l, ~0ull, &other);
}
static lfsx_err_t whole(uint64_t inode, enum fs_lock_kind kind, uint64_t owner)
{
    struct fs_lock l = {kind, owner, 0, ~0ull, FS_LOCK_FILES};
    return fs_lock_wait(b.fs, inode, &l, ~0ull, &other);
}

static void waits(struct run *r)
{
    WANT(r, !want(1, FS_LOCK_EXCLUSIVE, 1, 0, 10) && want(1, FS_LOCK_SHARED, 2, 5, 7) == LFSX_BUSY && other.owner == 1);
    WANT(r, want(1, FS_LOCK_SHARED, 2, 5, 7) == LFSX_BUSY && !want(1, FS_LOCK_NONE, 1, 5, 7) && !want(1, FS_LOCK_SHARED, 2, 5, 7));
    WANT(r, want(1, FS_LOCK_EXCLUSIVE, 1, 6, 7) == LFSX_BUSY && want(1, FS_LOCK_EXCLUSIVE, 9, 9, 9) == LFSX_ARGUMENT);
    fs_lock_interrupt(b.fs, 1, 1);
    WANT(r, b.fs->wishes == 0);
    fs_lock_drop(b.fs, 1, 1);
    fs_lock_drop(b.fs, 1, 2);
}

/* Who closes a circle is told; who only stands in a queue is not, and neither is one who waits for a file as a whole. */
static void circles(struct run *r)
{
    for (uint64_t i = 1; i <= 4; i++) WANT(r, !want(i, FS_LOCK_EXCLUSIVE, i, 0, 100));
    WANT(r, want(2, FS_LOCK_EXCLUSIVE, 1, 0, 1) == LFSX_BUSY && want(3, FS_LOCK_SHARED, 2, 99, 100) == LFSX_BUSY && want(4, FS_LOCK_EXCLUSIVE, 3, 0, 100) == LFSX_BUSY);
    WANT(r, want(1, FS_LOCK_SHARED, 4, 50, 51) == LFSX_DEADLOCK && other.owner == 1 && want(1, FS_LOCK_SHARED, 5, 50, 51) == LFSX_BUSY);
    fs_lock_interrupt(b.fs, 3, 2); /* the circle is open: it may wait now */
    WANT(r, want(1, FS_LOCK_SHARED, 4, 50, 51) == LFSX_BUSY && want(3, FS_LOCK_SHARED, 2, 99, 100) == LFSX_DEADLOCK);
    for (uint64_t i = 1; i <= 4; i++) fs_lock_drop(b.fs, i, i);
    WANT(r, !want(2, FS_LOCK_EXCLUSIVE, 1, 0, 1) && !want(4, FS_LOCK_EXCLUSIVE, 3, 0, 100) && !want(1, FS_LOCK_SHARED, 4, 50, 51) && !want(1, FS_LOCK_SHARED, 5, 50, 51));
    WANT(r, b.fs->wishes == 0);
    for (uint64_t i = 1; i <= 5; i++) fs_lock_drop(b.fs, 1, i), fs_lock_drop(b.fs, 2, i), fs_lock_drop(b.fs, 4, i);
    WANT(r, !whole(1, FS_LOCK_EXCLUSIVE, 1) && !whole(2, FS_LOCK_EXCLUSIVE, 2) && whole(1, FS_LOCK_SHARED, 2) == LFSX_BUSY && whole(2, FS_LOCK_SHARED, 1) == LFSX_BUSY);
    WANT(r, !want(1, FS_LOCK_EXCLUSIVE, 2, 0, 10) && !want(2, FS_LOCK_EXCLUSIVE, 1, 0, 10)); /* the other table */
}

/* Two readers who both want to write: the second to ask closes the circle. */
static void upgrades(struct run *r)
{
    WANT(r, !want(7, FS_LOCK_SHARED, 1, 0, 10) && !want(7, FS_LOCK_SHARED, 2, 0, 10));
    WANT(r, want(7, FS_LOCK_EXCLUSIVE, 1, 0, 10) == LFSX_BUSY && want(7, FS_LOCK_EXCLUSIVE, 2, 0, 10) == LFSX_DEADLOCK);
    fs_lock_drop(b.fs, 7, 2);
    WANT(r, !want(7, FS_LOCK_EXCLUSIVE, 1, 0, 10) && want(7, FS_LOCK_SHARED, 2, 9, 10) == LFSX_BUSY);
}

/* Refused memory at every point: nothing is left behind. At the end wishes and locks are open: a mount that ends gives them back. */
void files_locks(struct run *r)
{
    b = (struct bench){.r = r};
    bench_begin(&b, 256);
    waits(r);
    circles(r);
    upgrades(r);
    for (uint64_t k = 1; k <= 4; k++) {
        b.m.fail_at = b.m.calls + k;
        WANT(r, want(20, FS_LOCK_EXCLUSIVE, 1, 0, 10) == LFSX_MEMORY);
    }
    b.m.fail_at = 0;
    WANT(r, !want(20, FS_LOCK_EXCLUSIVE, 1, 0, 10));
    bench_end(&b);
}
