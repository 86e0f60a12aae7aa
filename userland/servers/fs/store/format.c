/* format.c - mkfs: lay out the volume in memory, then write the first checkpoint of an empty tree. */
#include <base/crc32c.h>
#include <store/store.h>

enum { LOG_LEAST = 32, LOG_MOST = 16384, SEGMENT_MOST = 256 };

static uint64_t log_size(const struct format_options *f, uint64_t blocks)
{
    uint64_t n = f->log_blocks ? f->log_blocks : blocks / 16;
    n = n < LOG_LEAST ? LOG_LEAST : !f->log_blocks && n > LOG_MOST ? LOG_MOST : n;
    return n;
}

static uint8_t map_levels(uint64_t blocks)
{
    uint8_t levels = 1;
    for (uint64_t n = LFSX_MAP_FANOUT; n <= blocks && levels < LFSX_MAP_LEVELS_MAX; n *= LFSX_MAP_FANOUT) levels++;
    return levels;
}

/* layout - Where everything is; LFSX_ARGUMENT if it does not fit. */
static lfsx_err_t layout(const struct format_options *f, uint64_t blocks, struct superblock *s)
{
    uint64_t log = log_size(f, blocks);
    if (blocks < LFSX_BLOCKS_MIN || blocks > LFSX_BLOCKS_MAX) return LFSX_ARGUMENT;
    *s = (struct superblock){.magic = 0x5853464c53534554ull, .version = LFSX_FORMAT_VERSION, .blocks = blocks, .made = f->now, .written = f->now};
    memcpy(s->uuid, f->uuid, sizeof s->uuid);
    memcpy(s->label, f->label, sizeof s->label);
    s->log_segment = log / 4 < SEGMENT_MOST ? log / 4 : SEGMENT_MOST;
    s->log_blocks = log - log % s->log_segment;
    s->log_first = 2;
    s->bitmap_pages = (blocks + LFSX_BITMAP_PAGE_BITS - 1) / LFSX_BITMAP_PAGE_BITS;
    s->bitmap_first[0] = s->log_first + s->log_blocks;
    s->bitmap_first[1] = s->bitmap_first[0] + s->bitmap_pages;
    s->map_levels = map_levels(blocks);
    s->nodes_high = 1;
    return s->bitmap_first[1] + s->bitmap_pages + 16 > blocks ? LFSX_ARGUMENT : LFSX_OK;
}

static void fixed_keep(struct store *s)
{
    bitmap_keep(&s->bitmap, 0, (uint32_t)(s->super.bitmap_first[1] + s->super.bitmap_pages));
    bitmap_keep(&s->bitmap, s->super.blocks - 2, 2);
    s->bitmap.next = s->super.bitmap_first[1] + s->super.bitmap_pages;
}

/* slots_clear - Nothing of an older volume may be found. */
static lfsx_err_t slots_clear(struct store *s)
{
    uint64_t at[4] = {0, 1, s->super.blocks - 2, s->super.blocks - 1};
    lfsx_err_t err = LFSX_OK;
    memset(s->block, 0, LFSX_BLOCK_BYTES);
    for (int i = 0; i < 4 && !err; i++) err = block_write(s->options.device, at[i], 1, s->block, 0);
    return err;
}

lfsx_err_t store_format(const struct store_options *o, const struct format_options *f)
{
    struct store s;
    struct superblock super;
    lfsx_err_t err = layout(f, f->blocks ? f->blocks : o->device->blocks, &super);
    if (!err && super.blocks > o->device->blocks) err = LFSX_ARGUMENT;
    if (err) return err;
    super.log_chain = crc32c_extend((uint32_t)f->now, super.uuid, sizeof super.uuid);
    memset(&s, 0, sizeof s);
    err = store_begin(&s, o, &super, 0);
    if (!err) fixed_keep(&s);
    if (!err) err = btree_init(&s.tree, &s.cache, 0);
    if (!err) err = slots_clear(&s);
    if (!err) err = checkpoint_write(&s);
    store_drop(&s);
    return err;
}
