/* files_memory.c - little of it: operations that are refused memory, and more changed nodes than fit. */
#include "files.h"
#include <stdio.h>

/* Shortening a file of many extents, where giving back is refused memory at every point: the file may not grow over what is left of the old bytes. */
static void regrowth(struct run *r)
{
    struct bench b = {.r = r};
    struct fs_attributes a, to = {.size = 5000};
    static uint8_t w[4096], back[4096];
    uint32_t n, left = 0;
    bench_begin(&b, 4096);
    WANT(r, !fs_unmount(b.fs));
    b.m.m.single = 1; /* every record can be refused */
    WANT(r, !fs_mount(&b.o, &b.fs));
    memset(w, 9, sizeof w);
    for (uint64_t k = 1, came = 1; came; k += 3) {
        WANT(r, !fs_make(b.fs, 0, 1, N("f"), MODE_FILE | 0600, 0, &a));
        for (uint64_t i = 0; i < 60; i++) WANT(r, !fs_write(b.fs, 0, a.inode, i * 8192, w, 4096, &n));
        b.m.fail_at = b.m.calls + k;
        to.size = 5000;
        lfsx_err_t err = fs_setattr(b.fs, 0, a.inode, &to, FS_SET_SIZE, &a);
        came = b.m.calls >= b.m.fail_at;
        b.m.fail_at = 0;
        WANT(r, !fs_getattr(b.fs, a.inode, &a) && a.size == (err ? 59 * 8192 + 4096 : 5000));
        left += !err && a.blocks > 1;
        to.size = 600000;
        WANT(r, !fs_setattr(b.fs, 0, a.inode, &to, FS_SET_SIZE, &a));
        for (uint64_t i = 1; i < 60 && !err; i++) WANT(r, !fs_read(b.fs, a.inode, i * 8192, back, 4096, &n) && n == 4096 && back[0] == 0 && !memcmp(back, back + 1, 4095));
        play_check(r, b.fs, "regrowth");
        WANT(r, !fs_unlink(b.fs, 0, 1, N("f")));
    }
    WANT(r, left > 0);
    bench_end(&b);
}

/* More changed nodes than memory would like: whoever only looks finds room all the same, also after a mount that replays all of it. */
static void crowded(struct run *r)
{
    struct bench b = {.r = r};
    struct fs_attributes a;
    struct dice d = {r->seed};
    char s[32];
    bench_begin(&b, 8192);
    WANT(r, !fs_unmount(b.fs));
    b.o.store.cache_frames = 64;
    WANT(r, !fs_mount(&b.o, &b.fs));
    for (uint32_t i = 0; i < 3000; i++) {
        snprintf(s, sizeof s, "%u", i);
        WANT(r, !fs_make(b.fs, 0, 1, N(s), MODE_FILE | 0600, 0, &a));
        snprintf(s, sizeof s, "%u", dice_below(&d, i + 1));
        WANT(r, !fs_lookup(b.fs, 0, 1, N(s), &a));
    }
    WANT(r, !fs_sync(b.fs, 0));
    fs_drop(b.fs);
    b.o.store.flags = STORE_READ_ONLY;
    WANT(r, !fs_mount(&b.o, &b.fs));
    for (uint32_t i = 0; i < 3000; i++) {
        snprintf(s, sizeof s, "%u", i);
        WANT(r, !fs_lookup(b.fs, 0, 1, N(s), &a));
    }
    bench_end(&b);
}

void files_memory(struct run *r)
{
    crowded(r);
    regrowth(r);
}
