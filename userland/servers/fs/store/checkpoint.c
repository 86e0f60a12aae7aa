/* checkpoint.c - the tree in memory becomes the tree on disk. The order of writes and flushes is the whole point; DESIGN.md says why. */
#include <base/integrity.h>
#include <store/store.h>

/* nodes_write - Every changed node to a fresh block. One that fails stays changed; its old block is given back only because no block is
 * free again before the checkpoint as a whole is on disk. */
static lfsx_err_t nodes_write(struct store *s)
{
    lfsx_err_t err = LFSX_OK;
    struct frame *end = &s->cache.changed.head;
    for (struct frame *f = end->younger; f != end && !err; f = f->younger) {
        struct reference r = {.generation = s->attempt};
        uint32_t count;
        err = bitmap_take(&s->bitmap, 0, 1, &r.block, &count);
        if (err) break;
        bitmap_keep(&s->bitmap, r.block, 1);
        r.crc = node_seal(f->b, s->super.uuid, s->attempt);
        map_set(&s->map, f->id, &r);
        err = block_write(s->options.device, r.block, 1, f->b, 0);
    }
    return err;
}

/* zone_write - Pages of the bitmap that this zone does not have in their present state. */
static lfsx_err_t zone_write(struct store *s, int zone)
{
    lfsx_err_t err = LFSX_OK;
    for (uint64_t p = 0; p < s->bitmap.pages && !err; p++) {
        if (!(s->bitmap.changed[p] & 1 << zone)) continue;
        bitmap_page_make(&s->bitmap, p, s->super.uuid, s->attempt, s->block);
        s->bitmap.crc[zone][p] = bitmap_head_crc(s->block);
        err = block_write(s->options.device, s->super.bitmap_first[zone] + p, 1, s->block, 0);
    }
    return err;
}

static void super_make(struct store *s, int zone, struct superblock *out)
{
    *out = s->super;
    out->generation = s->attempt;
    out->written = sync_now(&s->options.sync);
    out->sequence = s->wal.sequence;
    out->log_position = s->wal.space.head;
    out->log_chain = s->wal.chain;
    out->bitmap_zone = (uint8_t)zone;
    out->bitmap_crc = bitmap_crc(&s->bitmap, zone);
    out->root = s->tree.root;
    out->nodes = s->map.nodes - s->tree.spares;
    out->nodes_high = s->map.high;
    out->free = s->bitmap.free + s->bitmap.reserved + s->bitmap.freed;
    out->map = s->map_top;
}

/* done - It is on disk: what it replaced is free, its log is not needed, everything in memory is clean. */
static void done(struct store *s, const struct superblock *super, int slot)
{
    for (uint64_t p = 0; p < s->bitmap.pages; p++) s->bitmap.changed[p] &= (uint8_t)~(1 << super->bitmap_zone);
    bitmap_release(&s->bitmap);
    cache_clean(&s->cache);
    map_clean(&s->map);
    wal_truncate(&s->wal, super->generation);
    s->super = *super;
    s->slot = slot;
}

/* final - From the first flush on an error leaves open which checkpoint a mount would find; a second try could destroy either. */
static lfsx_err_t final(struct store *s, lfsx_err_t err)
{
    if (err) s->failed = s->wal.failed = 1;
    return err;
}

/* checkpoint_write - Also how a volume begins. */
lfsx_err_t checkpoint_write(struct store *s)
{
    struct superblock super;
    int zone = !s->super.bitmap_zone, slot = !s->slot;
    lfsx_err_t err = wal_mend(&s->wal);
    s->attempt++;
    if (!err) err = nodes_write(s);
    if (!err) err = map_write(&s->map, s->attempt, &s->map_top);
    if (!err) err = zone_write(s, zone);
    if (err) return err;
    err = integrity_flush(FLUSH_CHECKPOINT, s->options.device);
    if (err) return final(s, err);
    super_make(s, zone, &super);
    err = superblock_write(s->options.device, s->block, &super, slot);
    if (!err) err = integrity_flush(FLUSH_SUPERBLOCK, s->options.device);
    if (!err) done(s, &super, slot);
    return final(s, err);
}

lfsx_err_t store_checkpoint_locked(struct store *s)
{
    if (s->read_only) return LFSX_READ_ONLY;
    wal_quiet(&s->wal);
    if (s->failed || s->wal.failed) return LFSX_FAILED;
    if (s->cache.changed_count == 0 && s->wal.sequence == s->super.sequence && s->bitmap.freed == 0) return LFSX_OK;
    return checkpoint_write(s);
}

lfsx_err_t store_checkpoint(struct store *s)
{
    store_lock(s);
    lfsx_err_t err = store_checkpoint_locked(s);
    store_unlock(s);
    return err;
}
