/* files_extents.c - how bytes lie on the disk: the largest file, holes, many small pieces. */
#include "files.h"

/* The ends of what a file can be: 2^63 - 1 bytes, all holes but the last. */
static void ends(struct run *r)
{
    struct bench b = {.r = r};
    struct fs_attributes a, to = {.size = SIZE_MAX_BYTES};
    uint32_t n;
    uint64_t at;
    char c = 0;
    bench_begin(&b, 1024);
    WANT(r, !fs_make(b.fs, 0, 1, N("f"), MODE_FILE | 0600, 0, &a));
    WANT(r, !fs_setattr(b.fs, 0, a.inode, &to, FS_SET_SIZE, &a) && a.size == SIZE_MAX_BYTES && a.blocks == 0);
    WANT(r, !fs_write(b.fs, 0, a.inode, SIZE_MAX_BYTES - 1, "z", 1, &n) && n == 1);
    WANT(r, fs_write(b.fs, 0, a.inode, SIZE_MAX_BYTES, "z", 1, &n) == LFSX_RANGE && fs_write(b.fs, 0, a.inode, ~0ull, "z", 1, &n) == LFSX_RANGE);
    WANT(r, !fs_read(b.fs, a.inode, SIZE_MAX_BYTES - 1, &c, 1, &n) && n == 1 && c == 'z');
    WANT(r, !fs_read(b.fs, a.inode, SIZE_MAX_BYTES, &c, 1, &n) && n == 0 && !fs_read(b.fs, a.inode, ~0ull, &c, 1, &n) && n == 0);
    WANT(r, !fs_seek(b.fs, a.inode, 0, 0, &at) && at == ((SIZE_MAX_BYTES - 1) & ~4095ull));
    WANT(r, !fs_seek(b.fs, a.inode, at, 1, &at) && at == SIZE_MAX_BYTES);
    WANT(r, fs_seek(b.fs, a.inode, SIZE_MAX_BYTES, 0, &at) == LFSX_RANGE);
    WANT(r, fs_fallocate(b.fs, 0, a.inode, SIZE_MAX_BYTES, 1, 0) == LFSX_RANGE && fs_fallocate(b.fs, 0, a.inode, 0, 0, 0) == LFSX_ARGUMENT);
    WANT(r, fs_fallocate(b.fs, 0, a.inode, 0, 4096, FS_ALLOCATE_PUNCH) == LFSX_ARGUMENT);
    to.size = SIZE_MAX_BYTES + 1;
    WANT(r, fs_setattr(b.fs, 0, a.inode, &to, FS_SET_SIZE, &a) == LFSX_RANGE);
    play_check(r, b.fs, "a file of 2^63 - 1 bytes");
    WANT(r, !fs_unlink(b.fs, 0, 1, N("f")));
    bench_end(&b);
}

/* Holes and data; space that is allocated and not written; and what writing to it costs: nothing. */
static void holes(struct run *r)
{
    struct bench b = {.r = r};
    struct fs_attributes a;
    struct fs_info before, after;
    static uint8_t w[40960], back[40960];
    uint32_t n;
    uint64_t at;
    bench_begin(&b, 1024);
    memset(w, 7, sizeof w);
    WANT(r, !fs_make(b.fs, 0, 1, N("f"), MODE_FILE | 0600, 0, &a));
    WANT(r, !fs_write(b.fs, 0, a.inode, 8192, w, 4096, &n) && !fs_write(b.fs, 0, a.inode, 20480, w, 4096, &n));
    WANT(r, !fs_seek(b.fs, a.inode, 0, 0, &at) && at == 8192 && !fs_seek(b.fs, a.inode, 8192, 1, &at) && at == 12288);
    WANT(r, !fs_seek(b.fs, a.inode, 9000, 0, &at) && at == 9000 && !fs_seek(b.fs, a.inode, 13000, 1, &at) && at == 13000);
    WANT(r, !fs_seek(b.fs, a.inode, 12288, 0, &at) && at == 20480 && !fs_seek(b.fs, a.inode, 20480, 1, &at) && at == 24576);
    WANT(r, !fs_fallocate(b.fs, 0, a.inode, 0, 40960, FS_ALLOCATE_KEEP_SIZE) && !fs_getattr(b.fs, a.inode, &a) && a.size == 24576 && a.blocks == 10);
    WANT(r, !fs_read(b.fs, a.inode, 0, back, 8192, &n) && n == 8192 && back[0] == 0 && back[8191] == 0);
    WANT(r, !fs_seek(b.fs, a.inode, 0, 0, &at) && at == 8192);
    WANT(r, !store_checkpoint(&b.fs->store) && !fs_statfs(b.fs, &before));
    WANT(r, !fs_write(b.fs, 0, a.inode, 24576, w, 16384, &n) && !fs_write(b.fs, 0, a.inode, 0, w, 8192, &n));
    WANT(r, !store_checkpoint(&b.fs->store) && !fs_statfs(b.fs, &after) && after.free + 4 >= before.free);
    WANT(r, !fs_getattr(b.fs, a.inode, &a) && a.size == 40960 && a.blocks == 10);
    WANT(r, !fs_fallocate(b.fs, 0, a.inode, 100, 12188, FS_ALLOCATE_PUNCH | FS_ALLOCATE_KEEP_SIZE) && !fs_getattr(b.fs, a.inode, &a) && a.blocks == 8);
    WANT(r, !fs_read(b.fs, a.inode, 0, back, sizeof back, &n) && back[99] == 7 && back[100] == 0 && back[12287] == 0 && back[20480] == 7);
    play_check(r, b.fs, "holes");
    bench_end(&b);
}

/* Many small extents: removal and shortening are more than one transaction, and a crash between finds the file short and gives the rest back. */
static void fragments(struct run *r)
{
    struct bench b = {.r = r};
    struct fs_attributes a, to = {.size = 5000};
    struct fs_info before, after;
    uint32_t n;
    uint8_t w[4096] = {1};
    bench_begin(&b, 4096);
    WANT(r, !fs_statfs(b.fs, &before));
    for (int k = 0; k < 2; k++) {
        WANT(r, !fs_make(b.fs, 0, 1, N("f"), MODE_FILE | 0600, 0, &a));
        for (uint64_t i = 0; i < 600; i++) WANT(r, !fs_write(b.fs, 0, a.inode, i * 8192, w, 4096, &n));
        WANT(r, !fs_getattr(b.fs, a.inode, &a) && a.blocks == 600);
        if (k == 0) WANT(r, !fs_setattr(b.fs, 0, a.inode, &to, FS_SET_SIZE, &a) && !fs_getattr(b.fs, a.inode, &a) && a.blocks == 1 && a.size == 5000);
        play_check(r, b.fs, "fragments");
        WANT(r, !fs_unlink(b.fs, 0, 1, N("f")) && fs_getattr(b.fs, a.inode, &a) == LFSX_ABSENT);
        WANT(r, !store_checkpoint(&b.fs->store) && !fs_statfs(b.fs, &after) && after.free + 8 >= before.free);
    }
    bench_end(&b);
}

/* A hole of 2^63 bytes costs what lies in it, not what it is long: a few transactions. */
static void punch_far(struct run *r)
{
    struct bench b = {.r = r};
    struct fs_attributes a;
    uint32_t n;
    uint8_t w[4096] = {1};
    bench_begin(&b, 1024);
    WANT(r, !fs_make(b.fs, 0, 1, N("f"), MODE_FILE | 0600, 0, &a));
    for (uint64_t at = 10000; at < 1ull << 62; at *= 1000) WANT(r, !fs_write(b.fs, 0, a.inode, at, w, 4096, &n));
    uint64_t before = b.fs->store.wal.sequence;
    WANT(r, !fs_fallocate(b.fs, 0, a.inode, 10001, SIZE_MAX_BYTES - 10001, FS_ALLOCATE_PUNCH | FS_ALLOCATE_KEEP_SIZE));
    WANT(r, b.fs->store.wal.sequence - before < 20);
    WANT(r, !fs_getattr(b.fs, a.inode, &a) && a.blocks == 1 && a.size > 1ull << 50);
    WANT(r, !fs_read(b.fs, a.inode, 10000, w, 4096, &n) && n == 4096 && w[0] == 1 && w[1] == 0 && w[4095] == 0);
    WANT(r, !fs_fallocate(b.fs, 0, a.inode, 0, SIZE_MAX_BYTES, FS_ALLOCATE_PUNCH | FS_ALLOCATE_KEEP_SIZE) && !fs_getattr(b.fs, a.inode, &a) && a.blocks == 0);
    play_check(r, b.fs, "punched far");
    bench_end(&b);
}

void files_extents(struct run *r)
{
    punch_far(r);
    ends(r);
    holes(r);
    fragments(r);
}
