/* files_users.c - what lasts while a file is open: its bytes without a name, and locks. */
#include "files.h"

/* A file that is open lives without a name; after a crash the next mount frees it. */
static void orphans(struct run *r)
{
    struct bench b = {.r = r};
    struct fs_attributes a, c;
    struct fs_info i;
    uint32_t n;
    char x[8];
    bench_begin(&b, 1024);
    WANT(r, !fs_make(b.fs, 0, 1, N("f"), MODE_FILE | 0600, 0, &a) && !fs_open(b.fs, a.inode) && !fs_open(b.fs, a.inode));
    WANT(r, !fs_write(b.fs, 0, a.inode, 0, "abcdefg", 7, &n) && !fs_unlink(b.fs, 0, 1, N("f")));
    WANT(r, !fs_getattr(b.fs, a.inode, &c) && c.links == 0 && !fs_close(b.fs, a.inode) && !fs_read(b.fs, a.inode, 0, x, 8, &n) && n == 7);
    WANT(r, fs_link(b.fs, 0, a.inode, 1, N("g"), &c) == LFSX_ABSENT);
    WANT(r, !fs_close(b.fs, a.inode) && fs_getattr(b.fs, a.inode, &c) == LFSX_ABSENT && fs_close(b.fs, a.inode) == LFSX_STATE && fs_open(b.fs, a.inode) == LFSX_ABSENT);
    WANT(r, !fs_make(b.fs, 0, 1, N("d"), MODE_DIRECTORY | 0700, 0, &a) && !fs_open(b.fs, a.inode) && !fs_rmdir(b.fs, 0, 1, N("d")));
    WANT(r, fs_make(b.fs, 0, a.inode, N("x"), MODE_FILE | 0600, 0, &c) == LFSX_ABSENT && !fs_statfs(b.fs, &i) && i.inodes == 2);
    WANT(r, !fs_sync(b.fs, 0));
    fs_drop(b.fs);
    WANT(r, !fs_mount(&b.o, &b.fs) && fs_getattr(b.fs, a.inode, &c) == LFSX_ABSENT && !fs_statfs(b.fs, &i) && i.inodes == 1);
    play_check(r, b.fs, "orphans");
    bench_end(&b);
}

/* Byte ranges, as POSIX cuts and joins them. */
static lfsx_err_t lock(struct bench *b, int kind, uint64_t owner, uint64_t from, uint64_t to)
{
    struct fs_lock other, l = {(enum fs_lock_kind)kind, owner, from, to, FS_LOCK_RANGES};
    return fs_lock_set(b->fs, 1, &l, &other);
}
static int locked(struct bench *b, uint64_t at)
{
    struct fs_lock other = {0}, l = {FS_LOCK_EXCLUSIVE, 99, at, at + 1, FS_LOCK_RANGES};
    return fs_lock_test(b->fs, 1, &l, &other) == LFSX_LOCKED ? (int)other.owner * 10 + (int)other.kind : 0;
}
static void ranges(struct run *r)
{
    struct bench b = {.r = r};
    bench_begin(&b, 1024);
    WANT(r, !lock(&b, FS_LOCK_SHARED, 1, 0, 100) && !lock(&b, FS_LOCK_SHARED, 2, 50, 150) && lock(&b, FS_LOCK_EXCLUSIVE, 2, 90, 120) == LFSX_LOCKED);
    WANT(r, !lock(&b, FS_LOCK_EXCLUSIVE, 2, 100, 120) && locked(&b, 110) == 22 && locked(&b, 130) == 21);
    WANT(r, !lock(&b, FS_LOCK_NONE, 1, 20, 30) && locked(&b, 25) == 0 && locked(&b, 19) == 11 && locked(&b, 30) == 11);
    WANT(r, !lock(&b, FS_LOCK_SHARED, 1, 20, 30) && locked(&b, 25) == 11);
    WANT(r, !lock(&b, FS_LOCK_NONE, 2, 0, ~0ull) && locked(&b, 110) == 0 && locked(&b, 60) == 11);
    WANT(r, !lock(&b, FS_LOCK_EXCLUSIVE, 3, 100, ~0ull) && lock(&b, FS_LOCK_SHARED, 1, 1ull << 62, (1ull << 62) + 1) == LFSX_LOCKED);
    WANT(r, lock(&b, FS_LOCK_SHARED, 1, 5, 5) == LFSX_ARGUMENT);
    fs_lock_drop(b.fs, 1, 3);
    WANT(r, locked(&b, 1000) == 0 && locked(&b, 99) == 11);
    fs_lock_drop(b.fs, 1, 1);
    WANT(r, locked(&b, 50) == 0);
    bench_end(&b);
}

void files_users(struct run *r)
{
    orphans(r);
    ranges(r);
}
