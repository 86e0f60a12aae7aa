/* files_owner.c - what belongs to an owner is counted and limited. */
#include "files.h"

/* What an owner may use. The superuser may more; giving a file away takes it along. */
static void quota(struct run *r)
{
    struct bench b = {.r = r};
    struct fs_attributes a, to = {.uid = 6};
    struct fs_who five = {.uid = 5, .gid = 5};
    static uint8_t w[40 * 4096];
    uint32_t n;
    bench_begin(&b, 1024);
    b.fs->options.blocks_per_owner = 10;
    WANT(r, !fs_setattr(b.fs, 0, 1, &(struct fs_attributes){.mode = 0777}, FS_SET_MODE, &a) && !fs_make(b.fs, &five, 1, N("f"), MODE_FILE | 0600, 0, &a));
    WANT(r, !fs_write(b.fs, &five, a.inode, 0, w, 10 * 4096, &n) && fs_write(b.fs, &five, a.inode, 10 * 4096, w, 1, &n) == LFSX_QUOTA);
    WANT(r, !fs_getattr(b.fs, a.inode, &a) && a.size == 10 * 4096 && a.blocks == 10);
    WANT(r, fs_fallocate(b.fs, &five, a.inode, 0, 50 * 4096, 0) == LFSX_QUOTA && !fs_write(b.fs, &five, a.inode, 0, w, 4096, &n));
    WANT(r, !fs_setattr(b.fs, 0, a.inode, &to, FS_SET_UID, &a) && a.uid == 6 && !fs_make(b.fs, &five, 1, N("g"), MODE_FILE | 0600, 0, &a));
    WANT(r, !fs_write(b.fs, &five, a.inode, 0, w, 9 * 4096, &n) && fs_setattr(b.fs, 0, a.inode, &to, FS_SET_UID, &a) == LFSX_QUOTA);
    WANT(r, !fs_make(b.fs, 0, 1, N("r"), MODE_FILE | 0600, 0, &a) && !fs_write(b.fs, 0, a.inode, 0, w, sizeof w, &n));
    play_check(r, b.fs, "quota");
    bench_end(&b);
}

/* A limit of its own for one, none for another, the general one for the rest; inodes too. What is free for all is what it was. */
static void limits(struct run *r)
{
    struct bench b = {.r = r};
    struct fs_attributes a, none, to = {.uid = 7};
    struct fs_who who[3] = {{.uid = 5}, {.uid = 6}, {.uid = 7}};
    static const struct fs_limit some[] = {{5, 4, 2}, {6, 0, 0}}, wrong[] = {{6, 1, 1}, {5, 1, 1}};
    static uint8_t w[20 * 4096];
    struct fs_info before, after;
    uint32_t n;
    bench_begin(&b, 1024);
    WANT(r, !fs_setattr(b.fs, 0, 1, &(struct fs_attributes){.mode = 0777}, FS_SET_MODE, &a));
    bench_again(&b);
    WANT(r, !fs_statfs(b.fs, &before) && !fs_unmount(b.fs));
    b.o.blocks_per_owner = 8, b.o.inodes_per_owner = 3, b.o.limits = wrong, b.o.limit_count = 2;
    WANT(r, fs_mount(&b.o, &b.fs) == LFSX_ARGUMENT && b.m.live == 0);
    b.o.limits = some;
    WANT(r, !fs_mount(&b.o, &b.fs) && !fs_statfs(b.fs, &after) && after.blocks == before.blocks && after.free + 8 >= before.free);
    for (uint32_t u = 0; u < 3; u++) {
        uint32_t inodes = u == 0 ? 2 : u == 1 ? 40 : 3, blocks = u == 0 ? 4 : u == 1 ? 20 : 8;
        for (uint32_t i = 0; i < inodes; i++) WANT(r, !fs_make(b.fs, &who[u], 1, (struct fs_name){(const char[2]){(char)('A' + u), (char)('0' + i)}, 2}, MODE_FILE | 0600, 0, &a));
        WANT(r, u == 1 || fs_make(b.fs, &who[u], 1, N("more"), MODE_FILE | 0600, 0, &none) == LFSX_QUOTA);
        WANT(r, !fs_write(b.fs, &who[u], a.inode, 0, w, blocks * 4096, &n) && n == blocks * 4096);
        WANT(r, u == 1 || fs_write(b.fs, &who[u], a.inode, blocks * 4096, w, 1, &n) == LFSX_QUOTA);
    }
    WANT(r, !fs_lookup(b.fs, 0, 1, N("B0"), &a) && fs_setattr(b.fs, 0, a.inode, &to, FS_SET_UID, &a) == LFSX_QUOTA);
    WANT(r, !fs_unlink(b.fs, &who[2], 1, N("C0")) && !fs_setattr(b.fs, 0, a.inode, &to, FS_SET_UID, &a) && a.uid == 7);
    play_check(r, b.fs, "limits");
    bench_end(&b);
}

void files_owner(struct run *r)
{
    limits(r);
    quota(r);
}
