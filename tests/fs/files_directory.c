/* files_directory.c - large directories, and names that share a hash. */
#include "files.h"
#include <stdio.h>

/* A large directory: cookies stay true while names come and go, and collide. */
struct listing { char last[32]; uint32_t count, stop; uint64_t cookie, sum; };
static int listing_visit(void *self, struct fs_name name, uint64_t inode, uint8_t kind, uint64_t cookie)
{
    struct listing *l = self;
    l->count++;
    l->cookie = cookie;
    l->sum += crc32c_extend(0, name.bytes, name.length);
    return l->count == l->stop;
}

static void large(struct run *r, uint64_t mask, uint32_t names)
{
    struct bench b = {.r = r};
    struct fs_attributes a;
    struct listing all = {.stop = 0}, some = {.stop = 7};
    char s[32];
    bench_begin(&b, 16384);
    b.fs->hash_mask = mask;
    for (uint32_t i = 0; i < names; i++) {
        snprintf(s, sizeof s, "name %u", i);
        WANT(r, !fs_make(b.fs, 0, 1, N(s), MODE_FILE | 0600, 0, &a));
    }
    WANT(r, !fs_readdir(b.fs, 0, 1, 0, listing_visit, &all) && all.count == names + 2);
    uint64_t sum = 0;
    uint32_t count = 0, k = 0;
    do {
        some = (struct listing){.stop = 7, .cookie = some.cookie};
        WANT(r, !fs_readdir(b.fs, 0, 1, some.cookie, listing_visit, &some) && some.cookie < 1ull << 63);
        sum += some.sum;
        count += some.count;
        snprintf(s, sizeof s, "passing %u", k++); /* others come and go meanwhile, and do not move those that stay */
        WANT(r, !fs_make(b.fs, 0, 1, N(s), MODE_FIFO | 0600, 0, &a) && !fs_unlink(b.fs, 0, 1, N(s)));
    } while (some.count == 7);
    WANT(r, sum == all.sum && count == all.count);
    play_check(r, b.fs, "large directory");
    for (uint32_t i = 0; i < names; i++) {
        snprintf(s, sizeof s, "name %u", i);
        WANT(r, !fs_unlink(b.fs, 0, 1, N(s)));
    }
    WANT(r, !fs_getattr(b.fs, 1, &a) && a.size == 0);
    bench_end(&b);
}

/* 32 names of one hash, and no 33rd. */
static void collisions(struct run *r)
{
    struct bench b = {.r = r};
    struct fs_attributes a;
    char s[32];
    bench_begin(&b, 1024);
    b.fs->hash_mask = 0;
    for (uint32_t i = 0; i <= SLOTS; i++) {
        snprintf(s, sizeof s, "%u", i);
        WANT(r, fs_make(b.fs, 0, 1, N(s), MODE_FILE | 0600, 0, &a) == (i < SLOTS ? LFSX_OK : LFSX_SPACE));
    }
    WANT(r, !fs_unlink(b.fs, 0, 1, N("17")) && !fs_rename(b.fs, 0, 1, N("3"), 1, N("new"), 0) && fs_lookup(b.fs, 0, 1, N("3"), &a) == LFSX_ABSENT);
    for (uint32_t i = 0; i < 3; i++) {
        snprintf(s, sizeof s, "user.%u", i);
        WANT(r, !fs_xattr_set(b.fs, 0, 1, N(s), s, 6, 0));
    }
    WANT(r, !fs_xattr_remove(b.fs, 0, 1, N("user.1")) && fs_xattr_get(b.fs, 0, 1, N("user.1"), s, 6, &(uint32_t){0}) == LFSX_ABSENT);
    WANT(r, !fs_xattr_get(b.fs, 0, 1, N("user.2"), s, 6, &(uint32_t){0}) && !memcmp(s, "user.2", 6));
    play_check(r, b.fs, "collisions");
    b.fs->hash_mask = ~0ull;
    fs_drop(b.fs);
    sim_device_free(&b.d);
}

void files_directory(struct run *r)
{
    large(r, ~0ull, r->full ? 100000 : 2000);
    large(r, 63ull << 58, 300);
    collisions(r);
}
