/* block.c - see block.h. */
#include <block/block.h>

static int inside(const struct block_device *d, uint64_t first, uint32_t count) { return first < d->blocks && count <= d->blocks - first; }

lfsx_err_t block_read(const struct block_device *d, uint64_t first, uint32_t count, uint8_t *to)
{
    if (!inside(d, first, count)) return LFSX_RANGE;
    return d->read(d->self, first, count, to) ? LFSX_IO : LFSX_OK;
}

lfsx_err_t block_write(const struct block_device *d, uint64_t first, uint32_t count, const uint8_t *from, int flags)
{
    if (!inside(d, first, count)) return LFSX_RANGE;
    return d->write(d->self, first, count, from, flags) ? LFSX_IO : LFSX_OK;
}
