/* page.c - is this a page of the node map, is this one of the bitmap? Total: any 4096 bytes may come from the disk. */
#include <base/crc32c.h>
#include <base/integrity.h>
#include <base/uuid.h>
#include <store/page.h>

int map_page_check(const uint8_t *b, const uint8_t uuid[16], const struct reference *meant, uint32_t level, uint64_t index)
{
    uint32_t crc = crc32c_block(b, 4);
    if (!integrity_matches(CRC_MAP, crc, map_head_crc(b)) || !integrity_matches(CRC_MAP, map_head_crc(b), meant->crc)) return 0;
    return map_head_form_ok(b) && map_head_generation(b) == meant->generation && map_head_level(b) == level && map_head_index(b) == index
        && uuid_equal(b + MAP_HEAD_UUID_AT, uuid);
}

int bitmap_page_check(const uint8_t *b, uint64_t page, const uint8_t uuid[16])
{
    if (!bitmap_head_form_ok(b) || !integrity_matches(CRC_BITMAP_PAGE, crc32c_block(b, 4), bitmap_head_crc(b))) return 0;
    return bitmap_head_index(b) == page && uuid_equal(b + BITMAP_HEAD_UUID_AT, uuid);
}
