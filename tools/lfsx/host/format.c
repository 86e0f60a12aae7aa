/* format.c - see format.h. */
#include "format.h"
#include "host.h"
#include "number.h"
#include "say.h"

enum { LOOKED_AT = 16 }; /* blocks: where other file systems, partition tables and archives begin */

static int block_is_zero(const uint8_t *b) { return b[0] == 0 && !memcmp(b, b + 1, LFSX_BLOCK_BYTES - 1); }

/* image_has_data - Is there something in the image that would be lost? 1 after a sentence that says what. */
static int image_has_data(const struct image *m)
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

static int format_fill(struct format_options *f, uint64_t bytes, const struct format_wish *wish)
{
    memset(f, 0, sizeof *f);
    f->blocks = bytes / LFSX_BLOCK_BYTES;
    f->log_blocks = wish->log_bytes / LFSX_BLOCK_BYTES;
    f->now = host_now(0);
    if (wish->label && strlen(wish->label) > sizeof f->label) return say("the label has more than %zu bytes", sizeof f->label), -1;
    if (wish->label) memcpy(f->label, wish->label, strlen(wish->label));
    if (wish->uuid && !uuid_parse(wish->uuid, f->uuid)) return say("'%s' is no UUID", wish->uuid), -1;
    if (!wish->uuid && !uuid_make(f->uuid)) return say("the system gives no random numbers for the UUID; give one with --uuid"), -1;
    return 0;
}

int image_format(struct image *m, uint64_t bytes, const struct format_wish *wish, struct format_options *f)
{
    struct host host;
    if (bytes == 0) bytes = m->bytes;
    if (format_fill(f, bytes, wish)) return -1;
    if (f->blocks < LFSX_BLOCKS_MIN)
        return say("%s would have %lu blocks of 4096 bytes and needs at least %d; give a larger size", m->path, f->blocks, LFSX_BLOCKS_MIN), -1;
    if (!m->is_file && bytes > m->bytes) return say("%s has only %lu bytes", m->path, m->bytes), -1;
    if (!wish->force && image_has_data(m)) return -1;
    if (wish->dry) return 0;
    if (m->is_file && (bytes != m->bytes || wish->allocate) && image_resize(m, bytes, wish->allocate)) return -1;
    host_init(&host);
    struct store_options o = {.device = &m->device, .memory = &host.memory, .sync = host_sync(&host)};
    lfsx_err_t err = fs_format(&o, f);
    if (err == LFSX_ARGUMENT) say("log and bitmaps do not fit into %lu blocks; make the volume larger or the log smaller", f->blocks);
    else if (err) say_refused("make a volume in", m->path, err);
    return err ? -1 : 0;
}
