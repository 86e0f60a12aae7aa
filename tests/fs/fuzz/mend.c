/* mend.c - an image's checksums made right, from the leaves up: nodes and pages of the map and the references to them, the bitmap and its sums, the chain of the log,
 * superblocks. Believes nothing but bounds: the image is hostile. */
#include "fuzz.h"
#include <store/page.h>
#include <wal/frame.h>

enum { NODE = -1, CRC_AT = 4 };
struct mend { const struct image *m; uint8_t seen[512]; };

/* reference_mend - What the reference leads to, then the reference. level: of the page there; NODE. */
static void reference_mend(struct mend *d, uint8_t *reference, int level)
{
    uint64_t block = reference_block(reference);
    if (block == 0 || block >= d->m->blocks || block >= sizeof d->seen) return;
    uint8_t *b = image_block(d->m, block);
    if (!d->seen[block]) {
        d->seen[block] = 1;
        for (uint32_t i = 0; i < LFSX_MAP_FANOUT && level != NODE; i++) reference_mend(d, b + MAP_HEAD_BYTES + i * REFERENCE_BYTES, level - 1);
        le32_put(b + CRC_AT, crc32c_block(b, CRC_AT));
    }
    reference_set_crc(reference, le32(b + CRC_AT));
}

static uint64_t bits_free(const uint8_t *b, uint64_t bits)
{
    uint64_t free = 0;
    for (uint64_t i = 0; i < bits; i++) free += !(b[BITMAP_HEAD_BYTES + i / 8] >> i % 8 & 1);
    return free;
}

static void bitmap_mend(const struct image *m, struct superblock *s)
{
    uint32_t sum = 0;
    s->free = 0;
    for (uint64_t p = 0; p < s->bitmap_pages && p < 4; p++) {
        uint64_t block = s->bitmap_first[s->bitmap_zone & 1] + p, bits = s->blocks - p * LFSX_BITMAP_PAGE_BITS;
        if (block >= m->blocks || p * LFSX_BITMAP_PAGE_BITS >= s->blocks) return;
        uint8_t *b = image_block(m, block), le[4];
        le32_put(b + CRC_AT, crc32c_block(b, CRC_AT));
        le32_put(le, le32(b + CRC_AT));
        sum = crc32c_extend(sum, le, 4);
        s->free += bits_free(b, bits < LFSX_BITMAP_PAGE_BITS ? bits : LFSX_BITMAP_PAGE_BITS);
    }
    s->bitmap_crc = sum;
}

/* frame_at - Blocks of the frame at a position, now with the chain and its checksum; 0: none is there. */
static uint64_t frame_at(const struct image *m, const struct superblock *s, uint64_t position, uint32_t *chain)
{
    uint64_t place = s->log_first + position % s->log_blocks, room = s->log_segment - position % s->log_segment;
    if (place >= m->blocks) return 0;
    if (room > m->blocks - place) room = m->blocks - place;
    uint8_t *b = image_block(m, place);
    if (!frame_head_ok(b, position, room * LFSX_BLOCK_BYTES)) return 0;
    log_frame_set_previous(b, *chain);
    log_frame_set_crc(b, frame_crc(b, frame_salt(s->uuid, position / s->log_segment)));
    *chain = log_frame_crc(b);
    return (log_frame_bytes(b) + LFSX_BLOCK_BYTES - 1) / LFSX_BLOCK_BYTES;
}

static void log_mend(const struct image *m, const struct superblock *s)
{
    uint32_t chain = s->log_chain;
    uint64_t at = s->log_position, end = at + s->log_blocks;
    if (s->log_segment == 0 || s->log_blocks == 0 || s->log_first >= m->blocks || s->log_blocks > m->blocks - s->log_first || end < at) return;
    for (uint64_t n; at < end; at += n) {
        n = frame_at(m, s, at, &chain);
        uint64_t skip = s->log_segment - at % s->log_segment;
        if (n == 0 && skip < s->log_segment) at += skip, n = at < end ? frame_at(m, s, at, &chain) : 0;
        if (n == 0) break;
    }
}

static void super_mend(const struct image *m, uint8_t *b)
{
    static struct mend d;
    struct superblock s;
    d.m = m;
    memset(d.seen, 0, sizeof d.seen);
    superblock_decode(b, &s);
    if (s.map_levels >= 1 && s.map_levels <= LFSX_MAP_LEVELS_MAX) reference_mend(&d, b + SUPERBLOCK_MAP_AT, s.map_levels - 1);
    bitmap_mend(m, &s);
    superblock_set_free(b, s.free);
    superblock_set_bitmap_crc(b, s.bitmap_crc);
    log_mend(m, &s);
    superblock_set_crc(b, superblock_sum(b));
}

void image_mend(const struct image *m)
{
    int newer = superblock_generation(m->b + LFSX_BLOCK_BYTES) > superblock_generation(m->b);
    for (int i = 0; i < 2; i++) {
        uint64_t slot = (uint64_t)(i == 0 ? !newer : newer);
        super_mend(m, image_block(m, m->blocks - 2 + slot));
        super_mend(m, image_block(m, slot));
    }
}
