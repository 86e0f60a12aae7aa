/* files_xattr.c - extended attributes. */
#include "files.h"

/* Values to 64 KiB; name spaces; who may. */
static void attributes(struct run *r)
{
    struct bench b = {.r = r};
    struct fs_attributes a;
    struct fs_who five = {.uid = 5, .gid = 5};
    static uint8_t w[65537], back[65537];
    uint32_t n;
    bench_begin(&b, 16384);
    for (uint32_t i = 0; i < sizeof w; i++) w[i] = (uint8_t)(i * 31 + i / 255);
    WANT(r, !fs_make(b.fs, 0, 1, N("f"), MODE_FILE | 0604, 0, &a));
    static const uint32_t sizes[] = {0, 1, 1888, 1889, 1890, 5000, 65536, 300, 0};
    for (int i = 0; i < 9; i++) {
        WANT(r, !fs_xattr_set(b.fs, 0, a.inode, N("user.big"), w, sizes[i], 0));
        WANT(r, !fs_xattr_get(b.fs, 0, a.inode, N("user.big"), back, sizeof back, &n) && n == sizes[i] && !memcmp(w, back, n));
        WANT(r, !fs_xattr_get(b.fs, 0, a.inode, N("user.big"), back, 2, &n) && n == sizes[i]);
        play_check(r, b.fs, "attributes");
    }
    WANT(r, fs_xattr_set(b.fs, 0, a.inode, N("user.big"), w, 65537, 0) == LFSX_LARGE);
    WANT(r, fs_xattr_set(b.fs, 0, a.inode, N("user.big"), w, 1, FS_XATTR_CREATE) == LFSX_EXISTS && fs_xattr_set(b.fs, 0, a.inode, N("user.no"), w, 1, FS_XATTR_REPLACE) == LFSX_ABSENT);
    WANT(r, fs_xattr_set(b.fs, 0, a.inode, N("other.x"), w, 1, 0) == LFSX_UNSUPPORTED && fs_xattr_set(b.fs, 0, a.inode, N("user."), w, 1, 0) == LFSX_UNSUPPORTED);
    WANT(r, fs_xattr_set(b.fs, &five, a.inode, N("user.x"), w, 1, 0) == LFSX_PERMISSION && !fs_xattr_get(b.fs, &five, a.inode, N("user.big"), back, 9, &n));
    WANT(r, fs_xattr_set(b.fs, &five, a.inode, N("trusted.x"), w, 1, 0) == LFSX_OWNER && !fs_xattr_set(b.fs, 0, a.inode, N("trusted.x"), w, 1, 0));
    WANT(r, fs_xattr_get(b.fs, &five, a.inode, N("trusted.x"), back, 9, &n) == LFSX_ABSENT && !fs_xattr_get(b.fs, 0, a.inode, N("trusted.x"), back, 9, &n));
    WANT(r, !fs_symlink(b.fs, 0, 1, N("l"), N("x"), &a) && fs_xattr_set(b.fs, 0, a.inode, N("user.x"), w, 1, 0) == LFSX_OWNER);
    WANT(r, !fs_unlink(b.fs, 0, 1, N("f")));
    play_check(r, b.fs, "attributes are gone");
    bench_end(&b);
}

void files_xattr(struct run *r)
{
    attributes(r);
}
