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

void files_owner(struct run *r)
{
    quota(r);
}
