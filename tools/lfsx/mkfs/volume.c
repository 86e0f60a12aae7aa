/* volume.c - see mkfs.h. */
#include "mkfs.h"
#include <host/say.h>

enum { LOOKED_AT = 16 }; /* blocks: where other file systems, partition tables and archives begin */

static int block_is_zero(const uint8_t *b) { return b[0] == 0 && !memcmp(b, b + 1, LFSX_BLOCK_BYTES - 1); }

int image_has_data(struct image *m)
{
    uint8_t b[LFSX_BLOCK_BYTES];
    struct superblock super;
    int slot;
    if (superblock_choose(&m->device, b, &super, &slot) == LFSX_OK)
        return say("%s has an LFSX volume '%.32s'; --force makes a new one and loses it", m->path, (const char *)super.label), 1;
    for (uint64_t n = 0; n < LOOKED_AT && n < m->device.blocks; n++)
        if (block_read(&m->device, n, 1, b) || !block_is_zero(b)) return say("%s has data; --force makes a volume there and loses them", m->path), 1;
    return 0;
}

lfsx_err_t volume_format(struct image *m, struct host *host, const struct format_options *f)
{
    struct store_options o = {.device = &m->device, .memory = &host->memory, .sync = host_sync(host)};
    return store_format(&o, f);
}
