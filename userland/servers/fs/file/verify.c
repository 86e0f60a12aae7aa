/* verify.c - see verify.h. */
#include <base/crc32c.h>
#include <base/integrity.h>
#include <disk/file.h>
#include <file/verify.h>

/* run_verify - Neighbours [first, first + count) against their checksums, as many at a time as there is room for. */
static lfsx_err_t run_verify(struct wal_check *c, uint64_t first, uint32_t count, const uint8_t *crc)
{
    lfsx_err_t err = LFSX_OK;
    if (count > c->left) return LFSX_CORRUPT;
    c->left -= count;
    for (uint32_t n; count > 0 && !err; first += n, count -= n) {
        n = count < c->room ? count : c->room;
        err = block_read(c->device, first, n, c->scratch);
        for (uint32_t i = 0; i < n && !err; i++, crc += 4)
            if (!integrity_matches(CRC_DATA, crc32c_extend(0, c->scratch + (size_t)i * LFSX_BLOCK_BYTES, LFSX_BLOCK_BYTES), le32(crc))) err = LFSX_ABSENT;
    }
    return err;
}

/* taken_verify - Those blocks of the extent that are in this `take`. */
static lfsx_err_t taken_verify(struct wal_check *c, const struct extent *e, const uint8_t *crc, const struct log_range *take)
{
    uint64_t end = take->first + take->count < take->first ? ~0ull : take->first + take->count, low = take->first > e->first ? take->first : e->first;
    if (end > e->first + e->count) end = e->first + e->count;
    return low < end ? run_verify(c, low, (uint32_t)(end - low), crc + 4 * (size_t)(low - e->first)) : LFSX_OK;
}

/* extent_written - Does the item say that a file has these blocks, with a checksum for each? */
static int extent_written(const struct wal_check *c, const struct frame_item *item, struct extent *e)
{
    if (item->type != LOG_TYPE_PUT || item->key.type != KEY_TYPE_EXTENT || item->length < EXTENT_BYTES || !extent_form_ok(item->value)) return 0;
    extent_decode(item->value, e);
    return !(e->flags & EXTENT_FLAG_UNWRITTEN) && item->length == EXTENT_BYTES + 4 * (uint64_t)e->count && e->first < c->device->blocks
        && e->count <= c->device->blocks - e->first;
}

static lfsx_err_t extent_verify(struct wal_check *c, const struct extent *e, const uint8_t *crc)
{
    struct frame_item item;
    lfsx_err_t err = LFSX_OK;
    for (uint32_t at = c->at; !err && at < c->end && frame_next(c->b, c->end, &at, &item) == 1;)
        if (item.type == LOG_TYPE_TAKE) err = taken_verify(c, e, crc, &item.range);
    return err;
}

lfsx_err_t data_verify(struct wal_check *c)
{
    struct frame_item item;
    struct extent e;
    lfsx_err_t err = LFSX_OK;
    for (uint32_t at = c->at; !err && at < c->end && frame_next(c->b, c->end, &at, &item) == 1;)
        if (extent_written(c, &item, &e)) err = extent_verify(c, &e, item.value + EXTENT_BYTES);
    return err;
}
