/* open.c - mount and let go. A mount reads only: the log is replayed into memory. */
#include <base/integrity.h>
#include <store/store.h>

enum { DATA_MAX = 16384 }; /* blocks: 64 MiB */

static lfsx_err_t node_load(void *self, uint32_t id, uint8_t *to)
{
    struct store *s = self;
    struct reference r;
    lfsx_err_t err = map_find(&s->map, id, &r);
    if (!err) err = block_read(s->options.device, r.block, 1, to);
    if (err) return err == LFSX_ABSENT || err == LFSX_RANGE || err == LFSX_SPACE ? LFSX_CORRUPT : err;
    struct node_place place = {s->super.uuid, id, r.crc, r.generation};
    return validate_node(to, &place) ? LFSX_CORRUPT : LFSX_OK;
}
static lfsx_err_t node_take(void *self, uint32_t *id) { return map_take(&((struct store *)self)->map, id); }
static void node_give(void *self, uint32_t id) { map_give(&((struct store *)self)->map, id); }

static void geometry_set(struct store *s)
{
    s->map.memory = s->wal.memory = s->options.memory;
    s->map.device = s->wal.device = s->options.device;
    s->map.bitmap = &s->bitmap;
    s->map.uuid = s->wal.uuid = s->super.uuid;
    s->map.levels = s->super.map_levels;
    s->map.nodes = s->super.nodes;
    s->map.high = s->super.nodes_high;
    s->wal.sync = &s->options.sync;
    s->wal.space.first = s->super.log_first;
    s->wal.space.blocks = s->super.log_blocks;
    s->wal.space.segment = s->super.log_segment;
    s->wal.checkpoint = s->super.generation;
    s->wal.boot = s->options.boot;
    s->wal.verify = s->options.verify;
    s->wal.data_max = !s->options.verify ? 0 : s->options.data_max ? s->options.data_max : DATA_MAX;
    s->wal.lenient = (s->options.flags & STORE_ACCEPT_LOSS) != 0;
    s->source = (struct node_source){s, node_load, node_take, node_give};
}

/* store_begin - Everything in memory for this superblock, except what must be read: bitmap, root, log. */
lfsx_err_t store_begin(struct store *s, const struct store_options *o, const struct superblock *super, int slot)
{
    memset(s, 0, sizeof *s);
    s->options = *o;
    s->super = *super;
    s->slot = slot;
    s->attempt = super->generation;
    s->map_top = super->map;
    s->read_only = (o->flags & STORE_READ_ONLY) != 0;
    geometry_set(s);
    s->block = memory_take(o->memory, LFSX_BLOCK_BYTES);
    lfsx_err_t err = s->block ? LFSX_OK : LFSX_MEMORY;
    if (!err) err = bitmap_open(&s->bitmap, o->memory, super->blocks);
    if (!err) err = map_open(&s->map, &super->map);
    if (!err) err = cache_open(&s->cache, o->memory, &s->source, o->cache_frames < 64 ? 64 : o->cache_frames);
    if (!err) err = wal_open(&s->wal, super->log_position, super->log_chain, super->sequence);
    return err;
}

static lfsx_err_t bitmap_read(struct store *s)
{
    lfsx_err_t err = LFSX_OK;
    if (s->options.flags & STORE_FORGET_MARKS) return bitmap_fill(&s->bitmap), LFSX_OK;
    int zone = s->super.bitmap_zone;
    for (uint64_t p = 0; p < s->bitmap.pages && !err; p++) {
        err = block_read(s->options.device, s->super.bitmap_first[zone] + p, 1, s->block);
        if (!err) err = bitmap_page_load(&s->bitmap, p, s->super.uuid, zone, s->block);
    }
    if (!err && !integrity_matches(CRC_BITMAP_ALL, bitmap_crc(&s->bitmap, zone), s->super.bitmap_crc)) return LFSX_CORRUPT;
    return !err && s->bitmap.free != s->super.free ? LFSX_CORRUPT : err;
}

/* take_apply - Blocks come into use, or are in use already and got their data. */
static lfsx_err_t take_apply(struct store *s, const struct log_range *r)
{
    if (bitmap_all(&s->bitmap, BITMAP_USED, 0, r->first, r->count)) return bitmap_keep(&s->bitmap, r->first, r->count), LFSX_OK;
    return bitmap_all(&s->bitmap, BITMAP_USED, 1, r->first, r->count) && bitmap_all(&s->bitmap, BITMAP_FREED, 0, r->first, r->count) ? LFSX_OK : LFSX_CORRUPT;
}

/* item_apply - One item of the log, in memory. */
static lfsx_err_t item_apply(void *self, const struct frame_item *item)
{
    struct store *s = self;
    lfsx_err_t err;
    switch (item->type) {
    case LOG_TYPE_PUT: return btree_insert(&s->tree, item->key, item->value, item->length);
    case LOG_TYPE_DELETE:
        err = btree_delete(&s->tree, item->key);
        return err == LFSX_ABSENT ? LFSX_OK : err;
    case LOG_TYPE_TAKE:
        if (s->options.flags & STORE_FORGET_MARKS) return LFSX_OK;
        return take_apply(s, &item->range);
    default:
        if (s->options.flags & STORE_FORGET_MARKS) return LFSX_OK;
        if (!bitmap_all(&s->bitmap, BITMAP_USED, 1, item->range.first, item->range.count)) return LFSX_CORRUPT;
        return bitmap_give(&s->bitmap, item->range.first, item->range.count), LFSX_OK;
    }
}

/* log_replay - The cache may exceed its limit: changed nodes stay in memory, and nothing is written. What is read afterwards needs room beside them. */
static lfsx_err_t log_replay(struct store *s)
{
    uint32_t limit = s->cache.limit;
    s->cache.limit = ~0u;
    lfsx_err_t err = wal_replay(&s->wal, item_apply, s);
    s->cache.limit = s->cache.changed_count > limit / 2 ? s->cache.changed_count + limit / 2 : limit;
    return err == LFSX_LOST && s->options.flags & STORE_ACCEPT_LOSS ? LFSX_OK : err;
}

lfsx_err_t store_open(struct store *s, const struct store_options *o)
{
    struct superblock super;
    int slot = 0;
    memset(s, 0, sizeof *s);
    uint8_t *scratch = memory_take(o->memory, LFSX_BLOCK_BYTES);
    if (!scratch) return LFSX_MEMORY;
    lfsx_err_t err = superblock_choose(o->device, scratch, &super, &slot);
    memory_give(o->memory, scratch, LFSX_BLOCK_BYTES);
    if (err) return err;
    err = store_begin(s, o, &super, slot);
    if (!err) err = bitmap_read(s);
    if (!err) err = btree_init(&s->tree, &s->cache, super.root);
    if (!err) err = log_replay(s);
    if (err) store_drop(s);
    return err;
}

void store_drop(struct store *s)
{
    if (!s->options.memory) return;
    btree_close(&s->tree);
    cache_close(&s->cache);
    map_close(&s->map);
    bitmap_close(&s->bitmap);
    wal_close(&s->wal);
    memory_give(s->options.memory, s->block, LFSX_BLOCK_BYTES);
    memset(s, 0, sizeof *s);
}

lfsx_err_t store_close(struct store *s)
{
    lfsx_err_t err = s->read_only || s->failed ? LFSX_OK : store_checkpoint(s);
    store_drop(s);
    return err;
}
