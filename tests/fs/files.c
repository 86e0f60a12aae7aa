/* files.c - files: each operation of file/fs.h by hand, with the errors that POSIX wants. */
#include "play.h"
#include <file/state.h>
#include <stdio.h>
#include <stdlib.h>

#define WANT(r, condition)                                                                                                                                    \
    do {                                                                                                                                                      \
        (r)->cases++;                                                                                                                                         \
        if (!(condition)) fail(r, "line %d: %s", __LINE__, #condition);                                                                                       \
    } while (0)

struct bench { struct run *r; struct sim_device d; struct sim_memory m; struct fs *fs; struct fs_options o; uint64_t now; };
static uint64_t clock_next(void *self) { return *(uint64_t *)self += 1000; }
static struct fs_name N(const char *s) { return (struct fs_name){s, (uint32_t)strlen(s)}; }

static void bench_begin(struct bench *b, uint64_t blocks)
{
    struct format_options f = {.uuid = {5, 6, 7}, .now = 1};
    sim_device_init(&b->d, blocks);
    sim_memory_init(&b->m, 0);
    b->o = (struct fs_options){.store = {.device = &b->d.d, .memory = &b->m.m, .cache_frames = 128, .boot = 1, .sync = {.self = &b->now, .now = clock_next}}};
    WANT(b->r, !fs_format(&b->o.store, &f));
    WANT(b->r, !fs_mount(&b->o, &b->fs));
}

static void bench_again(struct bench *b)
{
    WANT(b->r, !fs_unmount(b->fs));
    WANT(b->r, !fs_mount(&b->o, &b->fs));
}

static void bench_end(struct bench *b)
{
    WANT(b->r, !fs_unmount(b->fs));
    WANT(b->r, b->m.live == 0);
    sim_device_free(&b->d);
}

static int count_names(void *self, struct fs_name name, uint64_t inode, uint8_t kind, uint64_t cookie)
{
    ++*(uint32_t *)self;
    return 0;
}

/* A file of a size, in pieces, read back whole. */
static void write_and_read(struct bench *b, uint64_t inode, uint32_t bytes, uint32_t piece)
{
    uint8_t *w = malloc(bytes), *back = malloc(bytes + 9);
    uint32_t done, at = 0;
    for (uint32_t i = 0; i < bytes; i++) w[i] = (uint8_t)(i * 7 + i / 251);
    for (uint32_t n; at < bytes; at += n) {
        n = bytes - at < piece ? bytes - at : piece;
        WANT(b->r, !fs_write(b->fs, 0, inode, at, w + at, n, &done) && done == n);
    }
    for (int again = 0; again < 2; again++) {
        WANT(b->r, !fs_read(b->fs, inode, 0, back, bytes + 9, &done) && done == bytes && !memcmp(w, back, bytes));
        if (!again) bench_again(b);
    }
    free(w);
    free(back);
}

static void basics(struct run *r)
{
    struct bench b = {.r = r};
    struct fs_attributes a, d;
    uint32_t n = 0;
    static const uint32_t sizes[] = {1, 100, 1788, 1789, 4096, 4097, 10000, 300000};
    char name[32];
    bench_begin(&b, 4096);
    WANT(r, !fs_make(b.fs, 0, 1, N("d"), MODE_DIRECTORY | 0755, 0, &d) && d.links == 2);
    WANT(r, fs_make(b.fs, 0, 1, N("d"), MODE_FILE | 0644, 0, &a) == LFSX_EXISTS);
    for (uint32_t i = 0; i < 16; i++) {
        snprintf(name, sizeof name, "f%u", i);
        WANT(r, !fs_make(b.fs, 0, d.inode, N(name), MODE_FILE | 0644, 0, &a));
        write_and_read(&b, a.inode, sizes[i / 2], i % 2 ? 777 : 100000);
        WANT(r, !fs_lookup(b.fs, 0, d.inode, N(name), &a) && a.size == sizes[i / 2]);
    }
    WANT(r, !fs_readdir(b.fs, 0, d.inode, 0, count_names, &n) && n == 18);
    WANT(r, fs_rmdir(b.fs, 0, 1, N("d")) == LFSX_NOT_EMPTY);
    for (uint32_t i = 0; i < 16; i++) {
        snprintf(name, sizeof name, "f%u", i);
        WANT(r, !fs_unlink(b.fs, 0, d.inode, N(name)));
        WANT(r, fs_lookup(b.fs, 0, d.inode, N(name), &a) == LFSX_ABSENT);
    }
    WANT(r, !fs_rmdir(b.fs, 0, 1, N("d")));
    bench_again(&b);
    n = 0;
    WANT(r, !fs_readdir(b.fs, 0, 1, 0, count_names, &n) && n == 2);
    bench_end(&b);
}


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

/* A block of data that is not what was written is never given to anybody. */
static void rot(struct run *r)
{
    struct bench b = {.r = r};
    struct fs_attributes a;
    struct mapping m;
    static uint8_t w[20000], back[20000];
    uint32_t n;
    bench_begin(&b, 1024);
    WANT(r, !fs_make(b.fs, 0, 1, N("f"), MODE_FILE | 0600, 0, &a) && !fs_write(b.fs, 0, a.inode, 0, w, sizeof w, &n));
    struct view v = look_begin(b.fs);
    WANT(r, !extent_find(&v, a.inode, 2, 3, &m));
    look_end(b.fs, LFSX_OK);
    b.d.image[(m.e.first + 2 - m.logical) * LFSX_BLOCK_BYTES + 77] ^= 4;
    WANT(r, fs_read(b.fs, a.inode, 0, back, sizeof back, &n) == LFSX_CORRUPT);
    WANT(r, fs_read(b.fs, a.inode, 8192, back, 100, &n) == LFSX_CORRUPT && !fs_read(b.fs, a.inode, 12288, back, 100, &n) && n == 100);
    WANT(r, fs_write(b.fs, 0, a.inode, 8200, w, 5, &n) == LFSX_CORRUPT && !fs_write(b.fs, 0, a.inode, 8192, w, 4096, &n));
    WANT(r, !fs_read(b.fs, a.inode, 0, back, sizeof back, &n) && n == sizeof back);
    bench_end(&b);
}

/* While somebody reads without the lock, the block he was told to read gets another owner: the checksum sees it, and he reads again. */
enum { MEDDLED = 50 * 4096 };
static struct { struct bench *b; uint64_t inode, other, block; int armed, fired; lfsx_err_t (*read)(void *self, uint64_t first, uint32_t count, void *to); } meddler;
static lfsx_err_t meddle(void *self, uint64_t first, uint32_t count, void *to)
{
    static uint8_t w[MEDDLED];
    uint32_t n;
    if (meddler.armed && first <= meddler.block && meddler.block < first + count) {
        struct bench *b = meddler.b;
        meddler.armed = 0;
        meddler.fired = 1;
        memset(w, 2, sizeof w);
        WANT(b->r, !fs_write(b->fs, 0, meddler.inode, 0, w, sizeof w, &n) && !store_checkpoint(&b->fs->store));
        memset(w, 3, sizeof w);
        for (uint64_t i = 0; bitmap_is(&b->fs->store.bitmap, BITMAP_USED, meddler.block) == 0 && i < 1500; i++) WANT(b->r, !fs_write(b->fs, 0, meddler.other, i * 4096, w, 4096, &n));
        WANT(b->r, bitmap_is(&b->fs->store.bitmap, BITMAP_USED, meddler.block));
    }
    return meddler.read(self, first, count, to);
}

static void meddling(struct run *r)
{
    struct bench b = {.r = r};
    struct fs_attributes a, o;
    struct mapping m;
    static uint8_t w[MEDDLED], back[MEDDLED];
    uint32_t n;
    bench_begin(&b, 512);
    memset(w, 1, sizeof w);
    WANT(r, !fs_make(b.fs, 0, 1, N("f"), MODE_FILE | 0600, 0, &a) && !fs_write(b.fs, 0, a.inode, 0, w, sizeof w, &n) && !fs_make(b.fs, 0, 1, N("o"), MODE_FILE | 0600, 0, &o));
    WANT(r, !store_checkpoint(&b.fs->store));
    struct view v = look_begin(b.fs);
    WANT(r, !extent_find(&v, a.inode, 0, 2, &m));
    look_end(b.fs, LFSX_OK);
    meddler.b = &b, meddler.inode = a.inode, meddler.other = o.inode, meddler.block = m.e.first, meddler.read = b.d.d.read, meddler.armed = 1;
    b.d.d.read = meddle;
    memset(w, 2, sizeof w);
    WANT(r, !fs_read(b.fs, a.inode, 0, back, sizeof back, &n) && n == sizeof back && !memcmp(w, back, n) && meddler.fired);
    b.d.d.read = meddler.read;
    bench_end(&b);
}

/* Shortening a file of many extents, where giving back is refused memory at every point: the file may not grow over what is left of the old bytes. */
static void regrowth(struct run *r)
{
    struct bench b = {.r = r};
    struct fs_attributes a, to = {.size = 5000};
    static uint8_t w[4096], back[4096];
    uint32_t n, left = 0;
    bench_begin(&b, 4096);
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

/* Byte ranges, as POSIX cuts and joins them. */
static lfsx_err_t lock(struct bench *b, int kind, uint64_t owner, uint64_t from, uint64_t to)
{
    struct fs_lock other, l = {(enum fs_lock_kind)kind, owner, from, to};
    return fs_lock_set(b->fs, 1, &l, &other);
}
static int locked(struct bench *b, uint64_t at)
{
    struct fs_lock other = {0}, l = {FS_LOCK_EXCLUSIVE, 99, at, at + 1};
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

uint64_t test_files(struct run *r)
{
    basics(r);
    names(r);
    links(r);
    ends(r);
    holes(r);
    large(r, ~0ull, r->full ? 100000 : 2000);
    large(r, 63ull << 58, 300);
    collisions(r);
    fragments(r);
    orphans(r);
    quota(r);
    rot(r);
    meddling(r);
    crowded(r);
    regrowth(r);
    ranges(r);
    attributes(r);
    return r->cases;
}
