/* threads.c - many threads on one store: durable commits share flushes, lazy ones, readers, scans and checkpoints run beside them. In the build with the thread
 * sanitizer. At the end everything acknowledged is there after a mount. */
#include "sim.h"
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

enum { THREADS = 8, COMMITS = 150, BLOCKS = 4096 };

static lfsx_err_t slow_read(void *self, uint64_t first, uint32_t count, void *to)
{
    memcpy(to, ((struct slow *)self)->image + first * LFSX_BLOCK_BYTES, (size_t)count * LFSX_BLOCK_BYTES);
    return LFSX_OK;
}
static lfsx_err_t slow_write(void *self, uint64_t first, uint32_t count, const void *from, int flags)
{
    memcpy(((struct slow *)self)->image + first * LFSX_BLOCK_BYTES, from, (size_t)count * LFSX_BLOCK_BYTES);
    return LFSX_OK;
}
static lfsx_err_t slow_flush(void *self) { return usleep(((struct slow *)self)->flush_us), LFSX_OK; }

void slow_init(struct slow *s, uint64_t blocks, unsigned flush_us)
{
    *s = (struct slow){{s, blocks, slow_read, slow_write, slow_flush}, calloc(blocks, LFSX_BLOCK_BYTES), flush_us};
}

static struct store s;
static _Atomic uint64_t wrong;

static lfsx_err_t put(uint64_t a, uint64_t b, int flags)
{
    uint64_t sequence;
    struct change c[2] = {{.next = &c[1], .type = LOG_TYPE_PUT, .key = {a, 1, b}, .value = &b, .length = 8},
        {.type = LOG_TYPE_PUT, .key = {a, 2, b}, .value = &b, .length = 8}};
    return store_commit(&s, c, a, flags, &sequence);
}

/* pairs - Both keys of a transaction are there, or none. */
static int pairs(void *self, struct key key, const void *value, uint32_t length)
{
    *(int64_t *)self += key.type == 1 ? 1 : -1;
    return 0;
}

static void *writer(void *arg)
{
    uint64_t me = (uint64_t)(uintptr_t)arg, v;
    uint32_t length;
    for (uint64_t i = 0; i < COMMITS; i++) {
        if (put(me, i, COMMIT_DURABLE)) wrong++;
        if (store_get(&s, (struct key){me, 1, i}, &v, 8, &length) || v != i) wrong++;
    }
    return 0;
}
static void *lazy(void *arg)
{
    for (uint64_t i = 0; i < 20 * COMMITS; i++)
        if (put(100, i, 0) || (i % 64 == 0 && store_sync(&s, 0))) wrong++;
    return 0;
}
static void *looker(void *arg)
{
    for (int i = 0; i < 60; i++) {
        int64_t balance = 0;
        if (store_scan(&s, KEY_LOWEST, KEY_HIGHEST, pairs, &balance) || balance) wrong++;
        if (i % 8 == 0 && store_checkpoint(&s)) wrong++;
        usleep(1000);
    }
    return 0;
}

/* flushes - How many transactions share a flush with only the durable writers. */
static double flushes(void)
{
    pthread_t t[THREADS];
    struct store_info before, after;
    store_info_get(&s, &before);
    for (uintptr_t i = 0; i < THREADS; i++) pthread_create(&t[i], 0, writer, (void *)(i + 1));
    for (int i = 0; i < THREADS; i++) pthread_join(t[i], 0);
    store_info_get(&s, &after);
    return (double)(after.log.transactions - before.log.transactions) / (double)(after.log.flushes - before.log.flushes);
}

uint64_t test_threads(struct run *r)
{
    struct slow d;
    struct host host;
    struct sim_memory m;
    struct format_options f = {.uuid = {8}};
    pthread_t a, b;
    uint64_t v, first = 0;
    uint32_t length;
    sim_memory_init(&m, 0);
    slow_init(&d, BLOCKS, 4000);
    host_init(&host);
    struct store_options o = {.device = &d.d, .memory = &m.m, .cache_frames = 256, .sync = host_sync(&host)};
    if (store_format(&o, &f) || store_open(&s, &o)) abort();
    double shared = flushes();
    if (shared < THREADS * 0.7) fail(r, "%.1f transactions share a flush, of %d threads", shared, THREADS);
    d.flush_us = 50;
    pthread_create(&a, 0, lazy, 0);
    pthread_create(&b, 0, looker, 0);
    flushes();
    pthread_join(a, 0);
    pthread_join(b, 0);
    if (wrong) fail(r, "%lu wrong answers", wrong);
    if (store_sync(&s, 0)) fail(r, "the last sync fails");
    store_drop(&s);
    if (store_open(&s, &o)) abort();
    for (uint64_t me = 1; me <= THREADS; me++)
        for (uint64_t i = 0; i < COMMITS; i++, r->cases++)
            if (store_get(&s, (struct key){me, 2, i}, &v, 8, &length) || v != i) first++;
    if (first) fail(r, "%lu acknowledged commits are gone", first);
    store_drop(&s);
    if (m.live) fail(r, "%lu bytes not given back", m.live);
    if (!r->quiet) printf("threads: %.1f transactions share a flush\n", shared);
    free(d.image);
    return r->cases;
}
