/* rescue_data.c - the extents that were copied still name blocks of the old image; each gets new blocks here. */
#include "rescue.h"
#include <base/crc32c.h>
#include <disk/file.h>

enum { RUN_MOST = 471 }; /* blocks: what the checksums in one value allow */
struct old { struct key key; struct extent e; uint32_t crcs; uint8_t crc[LFSX_VALUE_MAX]; int found; };

/* visit - The first extent. Any bytes may be there; the check at the end deals with what is no extent. */
static int visit(void *self, struct key key, const void *value, uint32_t length)
{
    struct old *o = self;
    if (key.type != KEY_TYPE_EXTENT || length < EXTENT_BYTES || !extent_form_ok(value)) return 0;
    extent_decode(value, &o->e);
    o->key = key;
    o->crcs = (length - EXTENT_BYTES) / 4;
    memcpy(o->crc, (const uint8_t *)value + EXTENT_BYTES, length - EXTENT_BYTES);
    o->found = 1;
    return LFSX_EXISTS;
}

static int is_written(const struct old *o) { return !(o->e.flags & EXTENT_FLAG_UNWRITTEN); }

/* block_good - Block i of the extent into to, and its checksum is right. */
static int block_good(struct rescue *r, const struct old *o, uint32_t i, uint8_t *to)
{
    return i < o->crcs && !block_read(&r->view.image->device, o->e.first + i, 1, to) && crc32c_extend(0, to, LFSX_BLOCK_BYTES) == le32(o->crc + 4 * (size_t)i);
}

/* run_commit - Blocks [at, at + count) of the extent are at `first` now: an extent of its own. */
static lfsx_err_t run_commit(struct rescue *r, const struct old *o, uint32_t at, uint64_t first, uint32_t count)
{
    uint8_t value[LFSX_VALUE_MAX];
    uint32_t crcs = is_written(o) ? 4 * count : 0;
    uint64_t sequence;
    struct extent e = {first, count, o->e.flags};
    extent_encode(&e, value);
    memcpy(value + EXTENT_BYTES, o->crc + (crcs ? 4 * (size_t)at : 0), crcs);
    struct change put = {.type = LOG_TYPE_PUT, .key = {o->key.inode, KEY_TYPE_EXTENT, o->key.offset + at}, .value = value, .length = EXTENT_BYTES + crcs};
    struct change take = {.type = LOG_TYPE_TAKE, .first = first, .count = count, .next = &put};
    return store_commit(&r->store, &take, 1, crcs ? COMMIT_DATA : 0, &sequence);
}

/* run_copy - As many blocks from `at` on, at most count, as have new neighbours; *done. */
static lfsx_err_t run_copy(struct rescue *r, const struct old *o, uint32_t at, uint32_t count, const uint8_t *bytes, uint32_t *done)
{
    uint64_t first;
    lfsx_err_t err = store_take(&r->store, 0, count, 0, &first, done);
    if (err) return err;
    if (is_written(o)) err = block_write(r->store.options.device, first, *done, bytes, 0);
    if (!err) err = run_commit(r, o, at, first, *done);
    if (err) store_untake(&r->store, first, *done);
    else r->blocks += *done;
    return err;
}

/* good_run - How many blocks from `at` on can be read, into bytes. */
static uint32_t good_run(struct rescue *r, const struct old *o, uint32_t at, uint8_t *bytes)
{
    uint32_t n = 0;
    if (!is_written(o)) return o->e.count - at;
    while (at + n < o->e.count && n < RUN_MOST && block_good(r, o, at + n, bytes + (size_t)n * LFSX_BLOCK_BYTES)) n++;
    return n;
}

static lfsx_err_t extent_copy(struct rescue *r, const struct old *o)
{
    static uint8_t bytes[RUN_MOST * LFSX_BLOCK_BYTES];
    struct change gone = {.type = LOG_TYPE_DELETE, .key = o->key};
    uint64_t sequence;
    uint32_t done = 0;
    lfsx_err_t err = store_commit(&r->store, &gone, 1, 0, &sequence);
    for (uint32_t at = 0; at < o->e.count && !err;) {
        uint32_t good = good_run(r, o, at, bytes);
        if (good == 0) r->blocks_lost++, at++;
        for (uint32_t n = 0; n < good && !err; n += done) err = run_copy(r, o, at + n, good - n, bytes + (is_written(o) ? (size_t)n * LFSX_BLOCK_BYTES : 0), &done);
        at += good;
    }
    return err;
}

lfsx_err_t rescue_data(struct rescue *r)
{
    lfsx_err_t err = LFSX_OK;
    struct key from = KEY_LOWEST;
    while (!err) {
        struct old o = {.found = 0};
        err = store_scan(&r->store, from, KEY_HIGHEST, visit, &o);
        if (err == LFSX_EXISTS) err = LFSX_OK;
        if (err || !o.found) break;
        err = extent_copy(r, &o);
        from = (struct key){o.key.inode, KEY_TYPE_EXTENT, o.key.offset + o.e.count};
        if (from.offset < o.key.offset) from = (struct key){o.key.inode, KEY_TYPE_EXTENT + 1, 0};
        progress_add(&r->c->progress, 1);
    }
    return err;
}
