/* files_names.c - what a name and what a symbolic link may be. */
#include "files.h"

/* Names: 255 bytes and no more, any bytes but 0 and '/', none of "", "." and "..". */
static void names(struct run *r)
{
    struct bench b = {.r = r};
    struct fs_attributes a;
    char s[300];
    bench_begin(&b, 1024);
    memset(s, 'n', sizeof s);
    for (int i = 0; i < 255; i++) s[i] = (char)(i + 1 == '/' ? 'x' : i + 1);
    WANT(r, !fs_make(b.fs, 0, 1, (struct fs_name){s, 255}, MODE_FILE | 0600, 0, &a));
    WANT(r, !fs_lookup(b.fs, 0, 1, (struct fs_name){s, 255}, &a));
    WANT(r, fs_make(b.fs, 0, 1, (struct fs_name){s, 256}, MODE_FILE | 0600, 0, &a) == LFSX_NAME);
    WANT(r, fs_lookup(b.fs, 0, 1, (struct fs_name){s, 256}, &a) == LFSX_NAME);
    WANT(r, fs_make(b.fs, 0, 1, N(""), MODE_FILE | 0600, 0, &a) == LFSX_ARGUMENT);
    WANT(r, fs_make(b.fs, 0, 1, N("."), MODE_FILE | 0600, 0, &a) == LFSX_ARGUMENT);
    WANT(r, fs_make(b.fs, 0, 1, N(".."), MODE_FILE | 0600, 0, &a) == LFSX_ARGUMENT);
    WANT(r, fs_make(b.fs, 0, 1, N("a/b"), MODE_FILE | 0600, 0, &a) == LFSX_ARGUMENT);
    WANT(r, fs_make(b.fs, 0, 1, (struct fs_name){"a\0b", 3}, MODE_FILE | 0600, 0, &a) == LFSX_ARGUMENT);
    WANT(r, fs_make(b.fs, 0, 1, N("t"), 0150000 | 0600, 0, &a) == LFSX_ARGUMENT);
    WANT(r, fs_rmdir(b.fs, 0, 1, N(".")) == LFSX_ARGUMENT && fs_rmdir(b.fs, 0, 1, N("..")) == LFSX_NOT_EMPTY);
    WANT(r, fs_symlink(b.fs, 0, 1, N("l"), N(""), &a) == LFSX_ABSENT);
    memset(s, 't', sizeof s);
    WANT(r, fs_lookup(b.fs, 0, 99, N("x"), &a) == LFSX_ABSENT && fs_getattr(b.fs, 99, &a) == LFSX_ABSENT && fs_getattr(b.fs, 0, &a) == LFSX_ABSENT);
    bench_end(&b);
}

/* A symbolic link of 4095 bytes, in a block; one of 4096 is none. */
static void links(struct run *r)
{
    struct bench b = {.r = r};
    struct fs_attributes a, d;
    static char target[4097], back[4097];
    uint32_t n;
    bench_begin(&b, 1024);
    memset(target, 'p', sizeof target);
    static const uint32_t sizes[] = {1, 1788, 1789, 4095};
    for (int i = 0; i < 4; i++) {
        char s[2] = {(char)('a' + i), 0};
        WANT(r, !fs_symlink(b.fs, 0, 1, N(s), (struct fs_name){target, sizes[i]}, &a) && a.mode == (MODE_LINK | 0777) && a.size == sizes[i]);
        bench_again(&b);
        WANT(r, !fs_readlink(b.fs, a.inode, back, sizeof back, &n) && n == sizes[i] && !memcmp(back, target, n));
        WANT(r, !fs_readlink(b.fs, a.inode, back, 1, &n) && n == sizes[i]);
    }
    WANT(r, fs_symlink(b.fs, 0, 1, N("x"), (struct fs_name){target, 4096}, &a) == LFSX_NAME);
    WANT(r, fs_readlink(b.fs, 1, back, 10, &n) == LFSX_ARGUMENT);
    WANT(r, fs_write(b.fs, 0, a.inode, 0, "x", 1, &n) == LFSX_ARGUMENT && fs_write(b.fs, 0, 1, 0, "x", 1, &n) == LFSX_IS_DIRECTORY);
    WANT(r, !fs_make(b.fs, 0, 1, N("dir"), MODE_DIRECTORY | 0755, 0, &d));
    WANT(r, fs_link(b.fs, 0, d.inode, 1, N("e"), &a) == LFSX_IS_DIRECTORY && fs_link(b.fs, 0, d.inode, d.inode, N("e"), &a) == LFSX_IS_DIRECTORY);
    WANT(r, !fs_make(b.fs, 0, d.inode, N("dev"), MODE_BLOCK | 0600, 0x8001, &a) && a.device == 0x8001);
    WANT(r, fs_make(b.fs, &(struct fs_who){.uid = 5, .gid = 5}, 1, N("dev"), MODE_BLOCK | 0600, 1, &a) == LFSX_OWNER);
    bench_end(&b);
}

void files_names(struct run *r)
{
    names(r);
    links(r);
}
