/* unit.c - the small parts: cells, searches in nodes, checksums and frames, mounts, pools, stores; a file for each. */
#include "unit.h"
#include <stdlib.h>

void world_make(struct world *w, uint64_t blocks, uint64_t log)
{
    struct format_options f = {.uuid = {1, 2, 3}, .log_blocks = log, .now = 1};
    sim_device_init(&w->d, blocks);
    sim_memory_init(&w->m, 0);
    w->o = (struct store_options){.device = &w->d.d, .memory = &w->m.m, .cache_frames = 64};
    if (store_format(&w->o, &f) || store_open(&w->s, &w->o)) abort();
}
void world_end(struct run *r, struct world *w)
{
    store_drop(&w->s);
    WANT(r, w->m.live == 0);
    sim_device_free(&w->d);
}
lfsx_err_t world_put(struct store *s, uint32_t i, uint32_t length, int flags)
{
    static uint8_t v[LFSX_VALUE_MAX];
    uint64_t sequence;
    struct change c = {.type = LOG_TYPE_PUT, .key = model_key(i), .value = v, .length = length};
    return store_commit(s, &c, 1, flags, &sequence);
}

uint64_t test_unit(struct run *r)
{
    unit_cell(r);
    unit_block(r);
    unit_find(r);
    unit_frame(r);
    unit_mount(r);
    unit_pool(r);
    unit_space(r);
    unit_store(r);
    return r->cases;
}
