/* crowd.c - many threads on one volume of files, in the same few directories, under the thread sanitizer: making, renaming (directories into each other too), linking,
 * removing, overwriting, reading. Whoever reads sees one write or another, never a mixture; at the end fs_check finds nothing, and again after a mount. */
#include "play.h"
#include <file/state.h>
#include <stdio.h>
#include <stdlib.h>

enum { THREADS = 8, STEPS = 400, BLOCKS = 8192, SHARED_BYTES = 20000, SWAPS = 300 };
static struct fs *fs;
static uint64_t directory[3], shared;
static _Atomic uint64_t wrong, done_well, swaps;

/* A device whose blocks may be read while they are written for something else: that is what the checksums are for, but the sanitizer wants a lock. */
struct shelf { struct block_device d; struct slow slow; pthread_mutex_t mutex; };
static lfsx_err_t shelf_read(void *self, uint64_t first, uint32_t count, void *to)
{
    struct shelf *s = self;
    for (uint32_t i = 0; i < count; i++) {
        pthread_mutex_lock(&s->mutex);
        s->slow.d.read(&s->slow, first + i, 1, (uint8_t *)to + (size_t)i * LFSX_BLOCK_BYTES);
        pthread_mutex_unlock(&s->mutex);
    }
    return LFSX_OK;
}
static lfsx_err_t shelf_write(void *self, uint64_t first, uint32_t count, const void *from, int flags)
{
    struct shelf *s = self;
    for (uint32_t i = 0; i < count; i++) {
        pthread_mutex_lock(&s->mutex);
        s->slow.d.write(&s->slow, first + i, 1, (const uint8_t *)from + (size_t)i * LFSX_BLOCK_BYTES, flags);
        pthread_mutex_unlock(&s->mutex);
    }
    return LFSX_OK;
}
static lfsx_err_t shelf_flush(void *self) { return ((struct shelf *)self)->slow.d.flush(&((struct shelf *)self)->slow); }

static int allowed(lfsx_err_t err)
{
    return err == LFSX_OK || err == LFSX_ABSENT || err == LFSX_EXISTS || err == LFSX_NOT_EMPTY || err == LFSX_IS_DIRECTORY || err == LFSX_NOT_DIRECTORY || err == LFSX_ARGUMENT
        || err == LFSX_SPACE;
}
static void note(lfsx_err_t err, const char *what)
{
    if (!err) done_well++;
    if (allowed(err)) return;
    wrong++;
    printf("crowd: %s answers: %s\n", what, lfsx_error_text(err));
}

static int one_byte(const uint8_t *b, uint32_t n)
{
    for (uint32_t i = 1; i < n; i++)
        if (b[i] != b[0]) return 0;
    return 1;
}

static void step(struct dice *d, uint8_t *b)
{
    static const char *const names[] = {"a", "b", "c", "d", "e", "f"};
    struct fs_name x = {names[dice_below(d, 6)], 1}, y = {names[dice_below(d, 6)], 1};
    uint64_t at = directory[dice_below(d, 3)], to = directory[dice_below(d, 3)];
    struct fs_attributes a;
    uint32_t done;
    switch (dice_below(d, 12)) {
    case 0: note(fs_make(fs, 0, at, x, MODE_DIRECTORY | 0755, 0, &a), "mkdir"); break;
    case 1: case 2: note(fs_make(fs, 0, at, x, MODE_FILE | 0644, 0, &a), "make"); break;
    case 3: note(fs_unlink(fs, 0, at, x), "unlink"); break;
    case 4: note(fs_rmdir(fs, 0, at, x), "rmdir"); break;
    case 5: case 6: note(fs_rename(fs, 0, at, x, to, y, dice_below(d, 3) ? 0 : FS_RENAME_EXCHANGE), "rename"); break;
    case 7:
        if (!fs_lookup(fs, 0, at, x, &a) && !fs_open(fs, a.inode)) {
            note(fs_write(fs, 0, a.inode, dice_below(d, 9000), b, 5000, &done), "write");
            note(fs_close(fs, a.inode), "close");
        }
        break;
    case 8: if (!fs_lookup(fs, 0, at, x, &a)) note(fs_link(fs, 0, a.inode, to, y, &a), "link"); break;
    case 9:
        memset(b, (int)dice_next(d), SHARED_BYTES);
        note(fs_write(fs, 0, shared, 0, b, SHARED_BYTES, &done), "write of all");
        break;
    case 10: note(fs_sync(fs, 0), "sync"); break;
    default:
        note(fs_read(fs, shared, 0, b, SHARED_BYTES, &done), "read");
        if (done == SHARED_BYTES && one_byte(b, done)) break;
        wrong++;
        printf("crowd: a mixture of two writes is read\n");
    }
}

static void *life(void *arg)
{
    struct dice d = {(uint64_t)(uintptr_t)arg * 7919};
    uint8_t *b = calloc(1, SHARED_BYTES);
    for (int i = 0; i < STEPS; i++) step(&d, b);
    free(b);
    return 0;
}
static void *tide(void *arg)
{
    for (int i = 0; i < 40; i++) note(store_checkpoint(&fs->store), "checkpoint");
    return 0;
}

/* Two directories, of different parents, are moved into each other at the same time, again and again: one of the two must be refused, or both would hang in the air. */
static uint64_t pair[2], home[2];
static pthread_barrier_t gate;
static void *mover(void *arg)
{
    int me = (int)(uintptr_t)arg;
    struct fs_name name = {me ? "two" : "one", 3};
    for (int i = 0; i < SWAPS; i++) {
        pthread_barrier_wait(&gate);
        lfsx_err_t err = fs_rename(fs, 0, home[me], name, pair[!me], name, 0);
        if (err && err != LFSX_ARGUMENT) note(LFSX_CORRUPT, "moving into each other");
        pthread_barrier_wait(&gate);
        if (!err) note(fs_rename(fs, 0, pair[!me], name, home[me], name, 0), "moving back");
        swaps += !err;
    }
    return 0;
}
static void swap(struct run *r)
{
    pthread_t t[2];
    struct fs_attributes a;
    pthread_barrier_init(&gate, 0, 2);
    for (int i = 0; i < 2; i++) {
        if (fs_make(fs, 0, LFSX_ROOT_INODE, (struct fs_name){i ? "home2" : "home1", 5}, MODE_DIRECTORY | 0755, 0, &a)) wrong++;
        home[i] = a.inode;
        if (fs_make(fs, 0, home[i], (struct fs_name){i ? "two" : "one", 3}, MODE_DIRECTORY | 0755, 0, &a)) wrong++;
        if (fs_make(fs, 0, a.inode, (struct fs_name){"in", 2}, MODE_DIRECTORY | 0755, 0, &a)) wrong++;
        pair[i] = a.inode; /* one deeper: so the two moves lock nothing in common */
    }
    for (uintptr_t i = 0; i < 2; i++) pthread_create(&t[i], 0, mover, (void *)i);
    for (int i = 0; i < 2; i++) pthread_join(t[i], 0);
    if (swaps != SWAPS) fail(r, "of two moves into each other %lu of %d times one was done", (uint64_t)swaps, SWAPS);
}

uint64_t test_crowd(struct run *r)
{
    static struct shelf d;
    struct sim_memory m; /* its counters are only changed under the store's lock or before and after */
    struct host host;
    pthread_t t[THREADS + 1];
    struct fs_attributes a;
    struct format_options f = {.uuid = {6}, .now = 1};
    uint8_t b[SHARED_BYTES] = {0};
    uint32_t done;
    slow_init(&d.slow, BLOCKS, 100);
    pthread_mutex_init(&d.mutex, 0);
    d.d = (struct block_device){&d, BLOCKS, shelf_read, shelf_write, shelf_flush};
    sim_memory_init(&m, 0);
    host_init(&host);
    struct fs_options o = {.store = {.device = &d.d, .memory = &m.m, .cache_frames = 256, .boot = 1, .sync = host_sync(&host)}};
    if (fs_format(&o.store, &f) || fs_mount(&o, &fs)) return fail(r, "no volume"), 0;
    for (int i = 0; i < 3; i++) {
        char name[2] = {(char)('A' + i), 0};
        if (fs_make(fs, 0, i == 2 ? directory[1] : LFSX_ROOT_INODE, (struct fs_name){name, 1}, MODE_DIRECTORY | 0755, 0, &a)) wrong++;
        directory[i] = a.inode;
    }
    if (fs_make(fs, 0, LFSX_ROOT_INODE, (struct fs_name){"shared", 6}, MODE_FILE | 0644, 0, &a)) wrong++;
    shared = a.inode;
    if (fs_write(fs, 0, shared, 0, b, SHARED_BYTES, &done)) wrong++;
    for (uintptr_t i = 0; i < THREADS; i++) pthread_create(&t[i], 0, life, (void *)(i + r->seed * 100));
    pthread_create(&t[THREADS], 0, tide, 0);
    for (int i = 0; i <= THREADS; i++) pthread_join(t[i], 0);
    swap(r);
    struct transaction_statistics count;
    transactions_statistics(fs->all, &count);
    play_check(r, fs, "after the crowd");
    if (fs_unmount(fs) || fs_mount(&o, &fs)) fail(r, "cannot be mounted again");
    play_check(r, fs, "mounted again");
    if (fs_unmount(fs)) fail(r, "cannot be unmounted");
    if (wrong) fail(r, "%lu wrong answers", (uint64_t)wrong);
    if (!r->quiet) printf("crowd: %lu operations done, %lu waits, %lu deadlocks\n", (uint64_t)done_well, count.waits, count.deadlocks);
    free(d.slow.image);
    return (uint64_t)done_well;
}
