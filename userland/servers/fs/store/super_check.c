/* super_check.c - is this a superblock? Total: any bytes may come from the disk. */
#include <base/crc32c.h>
#include <base/integrity.h>
#include <store/super.h>

/*@ requires room: \valid_read(b + (0 .. 511));
    assigns \nothing; */
static int has_magic(const uint8_t *b) { return superblock_magic(b) == 0x5853464c53534554ull; }

uint32_t superblock_sum(const uint8_t *b)
{
    const uint8_t zero[4] = {0};
    return crc32c_extend(crc32c_extend(crc32c_extend(0, b, 8), zero, 4), b + 12, SUPERBLOCK_BYTES - 12);
}

/* geometry_ok - Slots, log, zones, copies lie in this order and do not overlap. Subtractions only, so that nothing wraps. */
/*@ requires room: \valid_read(s) && s->log_segment != 0;
    requires size: 64 <= s->blocks <= 1099511627776 && s->map_levels <= 5;
    assigns \nothing;
    ensures good: \result != 0 ==> geometry_good(*s); */
static int geometry_ok(const struct superblock *s)
{
    uint64_t end = s->blocks - 2, map = 1;
    /*@ loop invariant levels: 0 <= l <= s->map_levels;
        loop assigns l, map;
        loop variant s->map_levels - l; */
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
    if (!integrity_matches(CRC_SUPERBLOCK, superblock_sum(b), superblock_crc(b))) return LFSX_CORRUPT;
    if (superblock_version(b) != LFSX_FORMAT_VERSION || superblock_features(b) != 0) return LFSX_VERSION;
    superblock_decode(b, &s);
    return superblock_form_ok(b) && s.blocks <= blocks && geometry_ok(&s) ? LFSX_OK : LFSX_CORRUPT;
}
