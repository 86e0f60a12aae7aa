/* bench.c - what one key costs: insert, look up, scan, delete of random 8-byte keys with 8-byte values, 1000 to a transaction, no sync. case=N: how many keys.
 * Under callgrind: `make bench-fs-core`; per phase with --toggle-collect=bench_insert and so on. */
#include "sim.h"
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { BATCH = 1000 };
static uint64_t *keys;
static struct store s;

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}
static struct key key_of(uint64_t i) { return (struct key){1, KEY_TYPE_ENTRY, keys[i]}; }

static int batch(uint64_t first, uint64_t n, uint8_t type)
{
    static struct change c[BATCH];
    uint64_t sequence;
    for (uint64_t i = 0; i < n; i++) {
        c[i] = (struct change){.type = type, .key = key_of(first + i), .value = &keys[first + i], .length = 8};
        c[i].next = i + 1 < n ? &c[i + 1] : 0;
    }
    return store_commit(&s, c, 1, 0, &sequence);
}
__attribute__((noinline)) int bench_insert(uint64_t n);
int bench_insert(uint64_t n)
{
    int bad = 0;
    for (uint64_t i = 0; i < n; i += BATCH) bad |= batch(i, n - i < BATCH ? n - i : BATCH, LOG_TYPE_PUT);
    return bad;
}
__attribute__((noinline)) int bench_delete(uint64_t n);
int bench_delete(uint64_t n)
{
    int bad = 0;
    for (uint64_t i = 0; i < n; i += BATCH) bad |= batch(i, n - i < BATCH ? n - i : BATCH, LOG_TYPE_DELETE);
    return bad;
}
__attribute__((noinline)) int bench_lookup(uint64_t n);
int bench_lookup(uint64_t n)
{
    int bad = 0;
    for (uint64_t i = 0; i < n; i++) {
        uint64_t v = 0, at = i * 7919 % n;
        uint32_t length;
        bad |= store_get(&s, key_of(at), &v, 8, &length) || v != keys[at];
    }
    return bad;
}
static int count(void *self, struct key key, const void *value, uint32_t length) { return ++*(uint64_t *)self, 0; }
__attribute__((noinline)) int bench_scan(uint64_t n);
int bench_scan(uint64_t n)
{
    uint64_t seen = 0;
    return store_scan(&s, KEY_LOWEST, KEY_HIGHEST, count, &seen) || seen != n;
}

static void phase(struct run *r, const char *name, int (*run)(uint64_t), uint64_t n)
{
    double a = now();
    if (run(n)) fail(r, "%s went wrong", name);
    double t = now() - a;
    printf("%-8s %8.0f ns/key %10.2f M/s\n", name, t * 1e9 / (double)n, (double)n / t / 1e6);
}

uint64_t test_bench(struct run *r)
{
    static struct sim_device d;
    struct sim_memory m;
    struct dice dice = {r->seed};
    uint64_t n = r->only ? r->only : 1000000;
    struct format_options f = {.uuid = {1}, .log_blocks = 16384};
    sim_device_init(&d, 1 << 17);
    sim_memory_init(&m, 0);
    struct store_options o = {.device = &d.d, .memory = &m.m, .cache_frames = 1 << 15};
    keys = malloc(n * 8);
    for (uint64_t i = 0; i < n; i++) keys[i] = dice_next(&dice);
    if (store_format(&o, &f) || store_open(&s, &o)) abort();
    phase(r, "insert", bench_insert, n);
    phase(r, "lookup", bench_lookup, n);
    phase(r, "scan", bench_scan, n);
    phase(r, "delete", bench_delete, n);
    struct store_info info;
    store_info_get(&s, &info);
    printf("log frames %lu, checkpoints %lu, splits %lu, merges %lu, borrows %lu\n", info.log.frames, info.log.checkpoints, info.splits, info.merges, info.borrows);
    store_drop(&s);
    sim_device_free(&d);
    free(keys);
    return n;
}
