/* super.c - superblocks: check, choose, write. */
#include <base/crc32c.h>
#include <base/integrity.h>
#include <store/store.h>

static int has_magic(const uint8_t *b) { return superblock_magic(b) == 0x5853464c53534554ull; }

/* crc_of - Of the sector with its crc field as zero. */
static uint32_t crc_of(const uint8_t *b)
{
    static const uint8_t zero[4];
    return crc32c_extend(crc32c_extend(crc32c_extend(0, b, 8), zero, 4), b + 12, SUPERBLOCK_BYTES - 12);
}

/* geometry_ok - Slots, log, zones, copies lie in this order and do not overlap. Subtractions only, so that nothing wraps. */
static int geometry_ok(const struct superblock *s)
{
    uint64_t end = s->blocks - 2, map = 1;
    for (int l = 0; l < s->map_levels; l++) map *= LFSX_MAP_FANOUT;
    if (s->log_first < 2 || s->log_first >= end || s->log_blocks > end - s->log_first) return 0;
    if (s->log_segment > s->log_blocks / 4 || s->log_blocks % s->log_segment != 0) return 0;
    if (s->bitmap_pages != (s->blocks + LFSX_BITMAP_PAGE_BITS - 1) / LFSX_BITMAP_PAGE_BITS) return 0;
    if (s->bitmap_first[0] < s->log_first + s->log_blocks || s->bitmap_first[0] >= end || s->bitmap_pages > end - s->bitmap_first[0]) return 0;
    if (s->bitmap_first[1] < s->bitmap_first[0] + s->bitmap_pages || s->bitmap_first[1] >= end || s->bitmap_pages > end - s->bitmap_first[1]) return 0;
    return s->nodes_high < map && s->nodes < s->nodes_high && s->root < s->nodes_high && s->map.block < s->blocks && s->free <= s->blocks;
}

lfsx_err_t superblock_check(const uint8_t *b, uint64_t blocks)
{
    struct superblock s;
    if (!has_magic(b)) return LFSX_VERSION;
    if (!integrity_matches(CRC_SUPERBLOCK, crc_of(b), superblock_crc(b))) return LFSX_CORRUPT;
    if (superblock_version(b) != LFSX_FORMAT_VERSION || superblock_features(b) != 0) return LFSX_VERSION;
    superblock_decode(b, &s);
    return superblock_form_ok(b) && s.blocks <= blocks && geometry_ok(&s) ? LFSX_OK : LFSX_CORRUPT;
}

/* better - The superblock in that block replaces *out if it is valid and newer; *fault is the best excuse so far. */
static lfsx_err_t better(const struct block_device *d, uint64_t block, uint8_t *scratch, struct superblock *out, lfsx_err_t *fault, int *newer)
{
    lfsx_err_t err = block_read(d, block, 1, scratch);
    *newer = 0;
    if (err) {
        *fault = LFSX_IO;
        return err;
    }
    err = superblock_check(scratch, d->blocks);
    if (err == LFSX_CORRUPT && *fault == LFSX_VERSION) *fault = LFSX_CORRUPT;
    if (!err && superblock_generation(scratch) > out->generation) *newer = 1, superblock_decode(scratch, out);
    return err;
}

lfsx_err_t superblock_choose(const struct block_device *d, uint8_t *scratch, struct superblock *out, int *slot)
{
    int newer;
    lfsx_err_t fault = LFSX_VERSION;
    uint64_t ends[2] = {d->blocks, d->blocks};
    memset(out, 0, sizeof *out);
    if (d->blocks < LFSX_BLOCKS_MIN) return LFSX_VERSION;
    for (int i = 0; i < 4; i++) { /* slots, then their copies */
        uint64_t block = i < 2 ? (uint64_t)i : ends[i - 2] - 4 + (uint64_t)i;
        if (!better(d, block, scratch, out, &fault, &newer) && i < 2) ends[i] = superblock_blocks(scratch);
        if (newer) *slot = i % 2;
    }
    if (out->generation == 0) return fault;
    return LFSX_OK;
}

lfsx_err_t superblock_write(const struct block_device *d, uint8_t *scratch, const struct superblock *s, int slot)
{
    memset(scratch, 0, LFSX_BLOCK_BYTES);
    superblock_encode(s, scratch);
    superblock_set_crc(scratch, crc_of(scratch));
    lfsx_err_t err = block_write(d, (uint64_t)slot, 1, scratch, 0);
    return err ? err : block_write(d, s->blocks - 2 + (uint64_t)slot, 1, scratch, 0);
}
