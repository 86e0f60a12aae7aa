/* mishap.c - files while things fail: the Nth call of the device (once, or from then on), the Nth allocation, for every N of a life. An operation that was refused has
 * changed nothing, open files without a name included; what was synced is there after a mount, and fs_check finds nothing; nothing is leaked. */
#include "play.h"
#include <file/state.h>
#include <stdlib.h>

enum { BLOCKS = 640, LOG = 64, STEPS = 150 };
struct mishap { struct run *run; struct sim_device d; struct sim_memory m; struct play g; const char *what; uint64_t n; };

static void calm(struct mishap *x, uint64_t *device, uint64_t *memory)
{
    *device = x->d.fail_at;
    *memory = x->m.fail_at;
    x->d.fail_at = x->m.fail_at = 0;
}
/* whole - With nothing failing: the volume is the model. */
static void whole(struct mishap *x)
{
    uint64_t device, memory;
    calm(x, &device, &memory);
    play_compare(&x->g, x->what);
    if (x->run->failed == 1) fail(x->run, "after fault %lu", x->n);
    x->d.fail_at = device;
    x->m.fail_at = memory;
}

static void again(struct mishap *x)
{
    struct fs *fs;
    struct text t = {0};
    uint64_t i = x->g.synced;
    struct fs_options o = {.store = {.device = &x->d.d, .memory = &x->m.m, .cache_frames = 64, .boot = 7, .sync = {.self = &x->g, .now = play_clock}}};
    lfsx_err_t err = fs_mount(&o, &fs);
    if (err) {
        fail(x->run, "%s %lu: mounting again answers: %s", x->what, x->n, lfsx_error_text(err));
        return;
    }
    err = files_dump(fs, &t);
    while (!err && i <= x->g.steps && x->g.history[i] != text_hash(&t)) i++;
    if (err || i > x->g.steps) fail(x->run, "%s %lu: mounted again it is like after none of the steps %lu..%lu", x->what, x->n, x->g.synced, x->g.steps);
    play_check(x->run, fs, "mounted again");
    if (fs_unmount(fs)) fail(x->run, "%s %lu: unmounting", x->what, x->n);
    free(t.b);
}

static void steps(struct mishap *x)
{
    struct play *g = &x->g;
    for (int i = 0; i < STEPS && !x->run->failed; i++) {
        lfsx_err_t err = play_step(g);
        if (err && !play_environment(err)) fail(x->run, "%s %lu: step %lu answers: %s", x->what, x->n, g->steps + 1, lfsx_error_text(err));
        if (err) whole(x);
    }
    whole(x);
}

/* life - Answers whether the fault came. */
static int life(struct mishap *x, uint64_t memory_at, uint64_t device_at, uint64_t device_for)
{
    struct format_options f = {.uuid = {7}, .log_blocks = LOG, .now = 1};
    sim_device_init(&x->d, BLOCKS);
    sim_memory_init(&x->m, 0);
    x->m.m.single = memory_at > 0; /* every record can be refused; else from pools, as it is used */
    play_begin(&x->g, x->run, x->run->seed * 13);
    x->g.history = calloc(STEPS + 1, 8);
    x->g.nodes_max = 20;
    x->g.sync_each = 12;
    struct text t = {0};
    posix_dump(&x->g.p, &t);
    x->g.history[0] = text_hash(&t);
    free(t.b);
    struct fs_options o = {.store = {.device = &x->d.d, .memory = &x->m.m, .cache_frames = 64, .boot = 1, .sync = {.self = &x->g, .now = play_clock}}};
    if (fs_format(&o.store, &f)) abort();
    x->m.calls = x->d.calls = 0;
    x->m.fail_at = memory_at;
    x->d.fail_at = device_at;
    x->d.fail_for = device_for;
    lfsx_err_t err = fs_mount(&o, &x->g.fs);
    if (!err) {
        steps(x);
        fs_drop(x->g.fs);
    } else if (!play_environment(err)) {
        fail(x->run, "%s %lu: mounting answers: %s", x->what, x->n, lfsx_error_text(err));
    }
    int came = (memory_at && x->m.calls >= memory_at) || (device_at && x->d.calls >= device_at);
    x->m.fail_at = x->d.fail_at = 0;
    if (x->m.live) fail(x->run, "%s %lu: %lu bytes not given back", x->what, x->n, x->m.live);
    again(x);
    free(x->g.history);
    play_end(&x->g);
    sim_device_free(&x->d);
    x->run->cases++;
    return came;
}

/* format_faults - fs_format that fails says so, leaks nothing, and can be repeated. */
static void format_faults(struct mishap *x)
{
    struct format_options f = {.uuid = {4}, .log_blocks = 32};
    for (uint64_t n = 1, more = 1; more && !x->run->failed; n++, x->run->cases++) {
        sim_device_init(&x->d, BLOCKS);
        sim_memory_init(&x->m, 0);
        struct store_options o = {.device = &x->d.d, .memory = &x->m.m, .cache_frames = 64};
        x->d.fail_at = n;
        lfsx_err_t io = fs_format(&o, &f);
        int io_came = x->d.calls >= n;
        x->d.fail_at = x->m.calls = 0;
        struct fs_options mount = {.store = o};
        if (!io && (fs_mount(&mount, &x->g.fs) || fs_unmount(x->g.fs))) fail(x->run, "format with fault %lu says yes, and there is no volume", n);
        x->m.calls = 0;
        x->m.fail_at = n;
        lfsx_err_t memory = fs_format(&o, &f);
        int memory_came = x->m.calls >= n;
        x->m.fail_at = 0;
        more = (uint64_t)(io_came || memory_came);
        if ((io && !io_came) || (memory != LFSX_OK) != memory_came || x->m.live)
            fail(x->run, "format with fault %lu: %s, %s, %lu bytes left", n, lfsx_error_text(io), lfsx_error_text(memory), x->m.live);
        if (fs_format(&o, &f)) fail(x->run, "format after fault %lu", n);
        sim_device_free(&x->d);
    }
}

uint64_t test_mishap(struct run *r)
{
    static struct mishap x;
    x.run = r;
    text_forgets = 1;
    uint64_t seeds = r->full ? 60 : 1, first = r->seed;
    for (r->seed = first; r->seed < first + seeds && !r->failed; r->seed++) {
        x.what = "allocation";
        for (x.n = r->only ? r->only : 1; life(&x, x.n, 0, 0) && !r->failed && !r->only; x.n += r->full ? 1 : 2) {}
        x.what = "device call, once,";
        for (x.n = r->only ? r->only : 1; life(&x, 0, x.n, 1) && !r->failed && !r->only; x.n++) {}
        x.what = "device call, for ever,";
        for (x.n = r->only ? r->only : 1; life(&x, 0, x.n, ~0ull) && !r->failed && !r->only; x.n += r->full ? 1 : 3) {}
    }
    format_faults(&x);
    text_forgets = 0;
    return r->cases;
}
