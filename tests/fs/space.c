/* space.c - full disks of every size. Puts end in LFSX_SPACE and change nothing; then deletes still work, checkpoints always do, and space comes back. */
#include "sim.h"
#include <stdio.h>
#include <stdlib.h>

enum { KEYS = 4000 };

static lfsx_err_t one(struct store *s, struct model *m, uint8_t type, uint32_t i, uint32_t length, int flags)
{
    static uint8_t v[LFSX_VALUE_MAX];
    uint64_t sequence;
    memset(v, (int)i, length);
    struct change c = {.type = type, .key = model_key(i), .value = v, .length = length};
    lfsx_err_t err = store_commit(s, &c, 1, flags, &sequence);
    if (!err && type == LOG_TYPE_PUT) model_put(m, i, v, length);
    if (!err && type == LOG_TYPE_DELETE) model_delete(m, i);
    return err;
}

static void same(struct run *r, struct store *s, const struct model *m, const char *when, uint64_t blocks)
{
    uint64_t digest = 0, *seen = calloc((blocks + 63) / 64, 8);
    lfsx_err_t err;
    err = store_digest(s, &digest, 0);
    if (!err) err = store_check(s, seen);
    if (err || digest != m->digest) fail(r, "%lu blocks, %s: %s", blocks, when, err ? lfsx_error_text(err) : "other contents");
    free(seen);
}

/* fill - Until it is full; how many went in. Keys of type extent would be read as data: left out. */
static uint32_t fill(struct run *r, struct store *s, struct model *m, struct dice *d, uint64_t blocks)
{
    uint32_t done = 0;
    for (uint32_t refused = 0, i = 0; refused < 20 && i < KEYS; i++) {
        if (model_key(i).type == KEY_TYPE_EXTENT) continue;
        lfsx_err_t err = one(s, m, LOG_TYPE_PUT, i, dice_below(d, 1000), dice_below(d, 8) ? 0 : COMMIT_DURABLE);
        if (err && err != LFSX_SPACE) fail(r, "%lu blocks: put answers: %s", blocks, lfsx_error_text(err));
        if (err) refused++;
        else done++;
        r->cases++;
        if (dice_below(d, 40) == 0 && store_checkpoint(s)) fail(r, "%lu blocks: a checkpoint of a full disk fails", blocks);
    }
    return done;
}

static void empty(struct run *r, struct store *s, struct model *m, uint64_t blocks)
{
    for (uint32_t i = 0; i < KEYS; i++) {
        if (!m->entry[i].present) continue;
        lfsx_err_t err = one(s, m, LOG_TYPE_DELETE, i, 0, COMMIT_RESERVE);
        if (err) fail(r, "%lu blocks: delete %u of a full disk answers: %s", blocks, i, lfsx_error_text(err));
    }
}

static void disk(struct run *r, uint64_t blocks)
{
    struct sim_device d;
    struct sim_memory memory;
    struct store s;
    struct model m;
    struct dice dice = {r->seed + blocks};
    struct format_options f = {.uuid = {4}, .now = 1};
    sim_device_init(&d, blocks);
    sim_memory_init(&memory, 0);
    model_init(&m, KEYS);
    struct store_options o = {.device = &d.d, .memory = &memory.m, .cache_frames = 2048};
    if (store_format(&o, &f) || store_open(&s, &o)) {
        fail(r, "%lu blocks: cannot be formatted and mounted", blocks);
    } else {
        uint32_t first = fill(r, &s, &m, &dice, blocks);
        same(r, &s, &m, "full", blocks);
        empty(r, &s, &m, blocks);
        same(r, &s, &m, "empty again", blocks);
        uint32_t second = fill(r, &s, &m, &dice, blocks);
        if (second + second / 2 + 8 < first) fail(r, "%lu blocks: %u entries fitted, after emptying %u", blocks, first, second);
        if (store_close(&s)) fail(r, "%lu blocks: cannot be unmounted full", blocks);
        if (store_open(&s, &o)) fail(r, "%lu blocks: cannot be mounted full", blocks);
        same(r, &s, &m, "mounted full", blocks);
        store_drop(&s);
    }
    if (memory.live) fail(r, "%lu blocks: %lu bytes not given back", blocks, memory.live);
    model_free(&m);
    sim_device_free(&d);
}

uint64_t test_space(struct run *r)
{
    for (uint64_t blocks = 64; blocks < (r->full ? 700 : 200) && !r->failed; blocks += r->full ? 1 : 7) disk(r, blocks);
    return r->cases;
}
