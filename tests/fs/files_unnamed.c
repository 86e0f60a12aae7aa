/* files_unnamed.c - files that are made without a name, and get one later, or never. */
#include "files.h"

static uint8_t w[9000];

/* It is there for who has it open, counted, and gone with the last close; no name leads to it. */
static void goes(struct run *r)
{
    struct bench b = {.r = r};
    struct fs_attributes a, f;
    struct fs_info before, after;
    uint32_t n;
    bench_begin(&b, 512);
    WANT(r, !fs_statfs(b.fs, &before) && !fs_make_unnamed(b.fs, 0, 1, 0640, 1, &a) && a.links == 0 && (a.mode & MODE_ALL) == 0640 && (a.mode & MODE_TYPE) == MODE_FILE);
    WANT(r, !fs_write(b.fs, 0, a.inode, 0, w, sizeof w, &n) && !fs_getattr(b.fs, 1, &f) && f.size == 0 && !fs_statfs(b.fs, &after) && after.inodes == before.inodes + 1);
    play_check(r, b.fs, "without a name");
    WANT(r, !fs_close(b.fs, a.inode) && fs_getattr(b.fs, a.inode, &f) == LFSX_ABSENT && !fs_statfs(b.fs, &after) && after.inodes == before.inodes);
    WANT(r, !fs_make_unnamed(b.fs, 0, 1, 0600, 0, &a) && fs_link(b.fs, 0, a.inode, 1, N("no"), &f) == LFSX_ABSENT && !fs_sync(b.fs, 0));
    fs_drop(b.fs); /* a crash */
    WANT(r, !fs_mount(&b.o, &b.fs) && fs_getattr(b.fs, a.inode, &f) == LFSX_ABSENT);
    bench_end(&b);
}

/* With a name it is a file like others; without, after it was lost again, it cannot get another. */
static void stays(struct run *r)
{
    struct bench b = {.r = r};
    struct fs_attributes a, f;
    uint32_t n;
    bench_begin(&b, 512);
    WANT(r, !fs_make_unnamed(b.fs, 0, 1, 0600, 1, &a) && !fs_write(b.fs, 0, a.inode, 0, w, sizeof w, &n));
    WANT(r, !fs_link(b.fs, 0, a.inode, 1, N("f"), &f) && f.links == 1 && !fs_link(b.fs, 0, a.inode, 1, N("g"), &f) && f.links == 2);
    WANT(r, !fs_close(b.fs, a.inode) && !fs_sync(b.fs, 0));
    fs_drop(b.fs);
    WANT(r, !fs_mount(&b.o, &b.fs) && !fs_lookup(b.fs, 0, 1, N("f"), &f) && f.inode == a.inode && f.links == 2 && f.size == sizeof w);
    play_check(r, b.fs, "with a name");
    WANT(r, !fs_open(b.fs, a.inode) && !fs_unlink(b.fs, 0, 1, N("f")) && !fs_unlink(b.fs, 0, 1, N("g")) && fs_link(b.fs, 0, a.inode, 1, N("h"), &f) == LFSX_ABSENT);
    WANT(r, !fs_close(b.fs, a.inode));
    play_check(r, b.fs, "gone");
    bench_end(&b);
}

/* Who may not write to the directory makes nothing; group, umask and limits are as for others. */
static void whose(struct run *r)
{
    struct bench b = {.r = r};
    struct fs_attributes a, d, to = {.mode = 02775, .gid = 9};
    struct fs_who five = {.uid = 5, .gid = 5, .umask = 027}, nine = {.uid = 6, .gid = 9};
    bench_begin(&b, 512);
    b.fs->options.inodes_per_owner = 1;
    WANT(r, !fs_make(b.fs, 0, 1, N("d"), MODE_DIRECTORY | 0777, 0, &d) && !fs_setattr(b.fs, 0, d.inode, &to, FS_SET_MODE | FS_SET_GID, &a) && !fs_make(b.fs, 0, 1, N("f"), MODE_FILE, 0, &a));
    WANT(r, fs_make_unnamed(b.fs, &five, d.inode, 0666, 1, &a) == LFSX_PERMISSION && fs_make_unnamed(b.fs, 0, 3, 0666, 1, &a) == LFSX_NOT_DIRECTORY);
    WANT(r, !fs_make_unnamed(b.fs, &nine, d.inode, 0666, 1, &a) && a.uid == 6 && a.gid == 9 && fs_make_unnamed(b.fs, &nine, d.inode, 0666, 1, &a) == LFSX_QUOTA);
    to.mode = 0777;
    WANT(r, !fs_setattr(b.fs, 0, d.inode, &to, FS_SET_MODE, &a) && !fs_make_unnamed(b.fs, &five, d.inode, 0666, 1, &a) && (a.mode & MODE_ALL) == 0640);
    bench_end(&b);
}

/* Memory is refused at every point: it is made or it is not, and nothing is left. */
static void refused(struct run *r)
{
    struct bench b = {.r = r};
    struct fs_attributes a;
    uint64_t k = 1;
    bench_begin(&b, 512);
    for (lfsx_err_t err = LFSX_MEMORY; err; k++) {
        b.m.fail_at = b.m.calls + k;
        err = fs_make_unnamed(b.fs, 0, 1, 0600, 1, &a);
        b.m.fail_at = 0;
        WANT(r, err == LFSX_OK || err == LFSX_MEMORY);
        if (!err) WANT(r, !fs_close(b.fs, a.inode));
        play_check(r, b.fs, "refused");
    }
    WANT(r, k > 3);
    bench_end(&b);
}

void files_unnamed(struct run *r)
{
    goes(r);
    stays(r);
    whose(r);
    refused(r);
}
