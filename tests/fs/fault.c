/* fault.c - the Nth call of the device fails (once, or from then on), the Nth allocation fails: for every N of a workload. What was refused has not happened; what was
 * acknowledged survives; a volume that has failed says so and can be mounted again; nothing is leaked. */
#include "sim.h"
#include <stdio.h>
#include <stdlib.h>

enum { BLOCKS = 256, KEYS = 90, STEPS = 50 };

struct world { struct run *run; struct sim_device d; struct sim_memory m; struct model model; struct store s; struct work w; uint64_t n; const char *what; };

static struct store_options options(struct world *x)
{
    return (struct store_options){.device = &x->d.d, .memory = &x->m.m, .cache_frames = 64, .boot = 3};
}

/* same - What is in memory is what the model says. */
static void same(struct world *x)
{
    uint64_t digest, seen[BLOCKS / 64] = {0};
    uint64_t fail_at = x->d.fail_at, memory_at = x->m.fail_at;
    x->d.fail_at = x->m.fail_at = 0;
    lfsx_err_t err = store_digest(&x->s, &digest, seen);
    if (!err) err = store_check(&x->s, seen);
    if (err || digest != x->model.digest) fail(x->run, "%s %lu: in memory: %s", x->what, x->n, err ? lfsx_error_text(err) : "other contents than acknowledged");
    x->d.fail_at = fail_at;
    x->m.fail_at = memory_at;
}

/* again - Mount what is on the device: contents after some commit from the last acknowledged one on. */
static void again(struct world *x)
{
    struct store s;
    uint64_t digest = 0, seen[BLOCKS / 64] = {0};
    struct store_options o = options(x);
    lfsx_err_t err = store_open(&s, &o), opened = err;
    uint64_t commits = err ? 0 : s.wal.sequence;
    if (!err) err = store_digest(&s, &digest, seen);
    if (!err) err = store_check(&s, seen);
    if (err) fail(x->run, "%s %lu: mounted again: %s", x->what, x->n, lfsx_error_text(err));
    else if (commits < x->w.synced || commits > x->model.commits || digest != x->model.history[commits])
        fail(x->run, "%s %lu: mounted again: commit %lu of %lu..%lu", x->what, x->n, commits, x->w.synced, x->model.commits);
    if (!opened) store_drop(&s);
}

static int expected(lfsx_err_t err)
{
    return err == LFSX_OK || err == LFSX_IO || err == LFSX_MEMORY || err == LFSX_FAILED || err == LFSX_SPACE || err == LFSX_LARGE;
}

/* life - Format, mount, work, with the fault armed from the mount on; answers whether the fault came. */
static int life(struct world *x, uint64_t memory_at, uint64_t device_at, uint64_t device_for)
{
    struct format_options f = {.uuid = {4}, .log_blocks = 32, .now = 1};
    sim_device_init(&x->d, BLOCKS);
    sim_memory_init(&x->m, 0);
    model_init(&x->model, KEYS);
    struct store_options o = options(x);
    if (store_format(&o, &f)) abort();
    x->m.calls = x->d.calls = 0;
    x->m.fail_at = memory_at;
    x->d.fail_at = device_at;
    x->d.fail_for = device_for;
    lfsx_err_t err = store_open(&x->s, &o);
    x->w.synced = 0;
    if (!err) {
        work_init(&x->w, &x->s, &x->model, &x->d, x->run->seed);
        for (int i = 0; i < STEPS && !x->run->failed; i++) {
            err = work_step(&x->w);
            if (!expected(err)) fail(x->run, "%s %lu: step %d answers: %s", x->what, x->n, i, lfsx_error_text(err));
            if (err) same(x);
        }
        same(x);
        store_drop(&x->s);
    } else if (!expected(err)) {
        fail(x->run, "%s %lu: mounting answers: %s", x->what, x->n, lfsx_error_text(err));
    }
    int came = (memory_at && x->m.calls >= memory_at) || (device_at && x->d.calls >= device_at);
    x->m.fail_at = x->d.fail_at = 0;
    if (x->m.live) fail(x->run, "%s %lu: %lu bytes not given back", x->what, x->n, x->m.live);
    again(x);
    model_free(&x->model);
    sim_device_free(&x->d);
    x->run->cases++;
    return came;
}

/* format_faults - mkfs that fails says so, leaks nothing, and can be repeated. */
static void format_faults(struct world *x)
{
    struct format_options f = {.uuid = {4}, .log_blocks = 32};
    for (uint64_t n = 1, more = 1; more && !x->run->failed; n++, x->run->cases++) {
        sim_device_init(&x->d, BLOCKS);
        sim_memory_init(&x->m, 0);
        struct store_options o = options(x);
        x->d.fail_at = n;
        lfsx_err_t io = store_format(&o, &f);
        int io_came = x->d.calls >= n;
        x->d.fail_at = 0;
        x->m.calls = 0;
        x->m.fail_at = n;
        lfsx_err_t memory = store_format(&o, &f);
        int memory_came = x->m.calls >= n;
        more = (uint64_t)(io_came || memory_came);
        if (io != (io_came ? LFSX_IO : LFSX_OK) || memory != (memory_came ? LFSX_MEMORY : LFSX_OK) || x->m.live)
            fail(x->run, "format with fault %lu: %s, %s, %lu bytes left", n, lfsx_error_text(io), lfsx_error_text(memory), x->m.live);
        sim_device_free(&x->d);
    }
}

uint64_t test_fault(struct run *r)
{
    static struct world x;
    x.run = r;
    uint64_t seeds = r->full ? 30 : 2, first = r->seed;
    for (r->seed = first; r->seed < first + seeds && !r->failed; r->seed++) {
        x.what = "allocation";
        for (x.n = r->only ? r->only : 1; life(&x, x.n, 0, 0) && !r->failed && !r->only; x.n++) {}
        x.what = "device call, once,";
        for (x.n = r->only ? r->only : 1; life(&x, 0, x.n, 1) && !r->failed && !r->only; x.n++) {}
        x.what = "device call, for ever,";
        for (x.n = r->only ? r->only : 1; life(&x, 0, x.n, ~0ull) && !r->failed && !r->only; x.n += 3) {}
    }
    format_faults(&x);
    return r->cases;
}
