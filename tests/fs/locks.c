/* locks.c - byte ranges of one file that many threads want and wait for, under the thread sanitizer. A table beside them knows who has each byte: two writers, or a writer and a reader,
 * never have the same. Owners hold one range while they wait for another, so circles come up all the time; each ends in a refusal, and everybody comes to an end. Now and then an owner is
 * interrupted, or its time is over. */
#include "play.h"
#include <stdio.h>
#include <stdlib.h>

enum { OWNERS = 6, STEPS = 600, STEPS_MOST = 20000, FEW = 10, BYTES = 24, INODE = 5 };
static struct fs *fs;
static struct sync clock_of;
static _Atomic int holds[BYTES], ended; /* readers, or -1: a writer */
static _Atomic uint64_t wrong, had, deadlocks, timeouts;

static void table_enter(const struct fs_lock *l)
{
    for (uint64_t i = l->from; i < l->to; i++) {
        int before = l->kind == FS_LOCK_EXCLUSIVE ? holds[i]-- : holds[i]++;
        if (l->kind == FS_LOCK_EXCLUSIVE ? before != 0 : before < 0) wrong++;
    }
}
static void table_leave(const struct fs_lock *l)
{
    for (uint64_t i = l->from; i < l->to; i++) l->kind == FS_LOCK_EXCLUSIVE ? holds[i]++ : holds[i]--;
}

static struct fs_lock lock_some(struct dice *d, uint64_t owner, uint64_t low, uint64_t high)
{
    uint64_t from = low + dice_below(d, (uint32_t)(high - low)), to = from + 1 + dice_below(d, (uint32_t)(high - from));
    return (struct fs_lock){dice_below(d, 2) ? FS_LOCK_SHARED : FS_LOCK_EXCLUSIVE, owner, from, to, FS_LOCK_RANGES};
}

/* take - 1: it has it. */
static int take(struct dice *d, const struct fs_lock *l)
{
    struct fs_lock other;
    uint64_t until = dice_below(d, 8) ? ~0ull : sync_now(&clock_of) + 200000;
    lfsx_err_t err = fs_lock_wait(fs, INODE, l, until, &other);
    if (!err) table_enter(l), had++;
    else if (err == LFSX_DEADLOCK) deadlocks++;
    else if (err == LFSX_TIMEOUT) timeouts++;
    else wrong++;
    return !err;
}

/* give - The table first: from the answer on somebody else may have it. */
static void give(const struct fs_lock *l)
{
    struct fs_lock none = *l, other;
    none.kind = FS_LOCK_NONE;
    table_leave(l);
    if (fs_lock_set(fs, INODE, &none, &other)) wrong++;
}

static void *owner(void *arg)
{
    uint64_t me = (uint64_t)(uintptr_t)arg;
    struct dice d = {me};
    for (int i = 0; i < STEPS || (deadlocks < FEW && i < STEPS_MOST); i++) { /* on a busy machine threads may long meet nobody */
        struct timespec t = {0, 20000};
        uint64_t half = dice_below(&d, 2) * (BYTES / 2);
        struct fs_lock a = lock_some(&d, me, half, half + BYTES / 2), b = lock_some(&d, me, BYTES / 2 - half, BYTES - half);
        if (!take(&d, &a)) continue;
        if (dice_below(&d, 4) == 0) nanosleep(&t, 0);
        if (take(&d, &b)) give(&b);
        give(&a);
    }
    ended++;
    return 0;
}

static void interrupt_some(uint64_t seed)
{
    struct dice d = {seed};
    while (ended < OWNERS) {
        struct timespec t = {0, 500000};
        nanosleep(&t, 0);
        fs_lock_interrupt(fs, INODE, 1 + dice_below(&d, OWNERS));
    }
}

uint64_t test_locks(struct run *r)
{
    struct host host;
    struct sim_memory m;
    struct sim_device d;
    pthread_t thread[OWNERS];
    struct format_options f = {.uuid = {4}, .now = 1};
    host_init(&host);
    sim_memory_init(&m, 0);
    sim_device_init(&d, 256);
    struct fs_options o = {.store = {.device = &d.d, .memory = &m.m, .cache_frames = 64, .sync = host_sync(&host)}};
    clock_of = o.store.sync;
    if (fs_format(&o.store, &f) || fs_mount(&o, &fs)) abort();
    for (uint64_t i = 0; i < OWNERS; i++) pthread_create(&thread[i], 0, owner, (void *)(uintptr_t)(i + 1));
    interrupt_some(r->seed);
    for (int i = 0; i < OWNERS; i++) pthread_join(thread[i], 0);
    for (int i = 0; i < BYTES; i++)
        if (holds[i]) fail(r, "byte %d is held by %d at the end", i, holds[i]);
    if (wrong) fail(r, "%lu wrong answers, or bytes of two owners", wrong);
    if (deadlocks < FEW || had < OWNERS * STEPS / 2) fail(r, "%lu ranges had, %lu deadlocks: nothing was tried", had, deadlocks);
    if (!r->quiet) printf("locks: %lu ranges had, %lu deadlocks, %lu timeouts and interruptions\n", had, deadlocks, timeouts);
    fs_drop(fs);
    if (m.live) fail(r, "%lu bytes not given back", m.live);
    sim_device_free(&d);
    return had;
}
