/* super.h - superblocks: check, choose, write. Pure but for the device; knows nothing of what the blocks hold. */
#ifndef STORE_SUPER_H
#define STORE_SUPER_H
#include <block/block.h>
#include <disk/superblock.h>

/* superblock_sum - Its checksum: of the sector with the crc field as zero. */
/*@ requires room: \valid_read(b + (0 .. 511));
    assigns \nothing; */
uint32_t superblock_sum(const uint8_t *b);
/* superblock_check - One sector: form, checksum, and whether the geometry makes sense on a device of so many blocks. Any bytes. */
/*@ predicate geometry_good(struct superblock s) =
        2 <= s.log_first && s.log_first + s.log_blocks <= s.bitmap_first[0] && s.bitmap_first[0] + s.bitmap_pages <= s.bitmap_first[1]
        && s.bitmap_first[1] + s.bitmap_pages <= s.blocks - 2 && s.log_blocks % s.log_segment == 0 && 4 * s.log_segment <= s.log_blocks
        && s.bitmap_pages == (s.blocks + 32255) / 32256 && s.nodes < s.nodes_high && s.root < s.nodes_high && s.map.block < s.blocks
        && s.free <= s.blocks;
*/
/*@ requires room: \valid_read(b + (0 .. 511));
    assigns \nothing;
    ensures size: \result == LFSX_OK ==> 64 <= le64_of(b + 40) <= blocks;
    ensures segment: \result == LFSX_OK ==> le64_of(b + 96) >= 2; */
lfsx_err_t superblock_check(const uint8_t *b, uint64_t blocks);
/* superblock_choose - Of the four places the valid one with the highest generation. LFSX_VERSION: no LFSX; LFSX_CORRUPT: none valid; LFSX_IO. */
lfsx_err_t superblock_choose(const struct block_device *d, uint8_t *scratch, struct superblock *out, int *slot);
/* superblock_write - To a slot and its copy; not flushed. */
lfsx_err_t superblock_write(const struct block_device *d, uint8_t *scratch, const struct superblock *s, int slot);
#endif
