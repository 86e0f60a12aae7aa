/* super.h - superblocks: check, choose, write. Pure but for the device; knows nothing of what the blocks hold. */
#ifndef STORE_SUPER_H
#define STORE_SUPER_H
#include <block/block.h>
#include <disk/superblock.h>

/*@ predicate geometry_good(struct superblock s) =
        2 <= s.log_first && s.log_first + s.log_blocks <= s.bitmap_first[0] && s.bitmap_first[0] + s.bitmap_pages <= s.bitmap_first[1]
        && s.bitmap_first[1] + s.bitmap_pages <= s.blocks - 2 && s.log_blocks % s.log_segment == 0 && 4 * s.log_segment <= s.log_blocks
        && s.bitmap_pages == (s.blocks + 32255) / 32256 && s.nodes < s.nodes_high && s.root < s.nodes_high && s.map.block < s.blocks
        && s.free <= s.blocks;
    predicate log_good(integer blocks, integer first, integer size, integer segment, integer position) =
        64 <= blocks <= 1099511627776 && 2 <= segment && 4 * segment <= size && size % segment == 0 && 2 <= first && first + size <= blocks - 2
        && position <= 4611686018427387904;
    predicate sector_good(uint8_t *b, integer blocks) = 1 <= le64_of(b + 32) && le64_of(b + 40) <= blocks
        && log_good(le64_of(b + 40), le64_of(b + 80), le64_of(b + 88), le64_of(b + 96), le64_of(b + 104));
    predicate superblock_good(struct superblock *s, integer blocks) = 1 <= s->generation && s->blocks <= blocks
        && log_good(s->blocks, s->log_first, s->log_blocks, s->log_segment, s->log_position);
*/

/* superblock_sum - Its checksum: of the sector with the crc field as zero. */
/*@ requires room: \valid_read(b + (0 .. 511));
    assigns \nothing; */
uint32_t superblock_sum(const uint8_t *b);
/* superblock_check - One sector: form, checksum, and whether the geometry makes sense on a device of so many blocks. Any bytes. */
/*@ requires room: \valid_read(b + (0 .. 511));
    assigns \nothing;
    ensures answer: \result == LFSX_OK || \result == LFSX_VERSION || \result == LFSX_CORRUPT;
    ensures good: \result == LFSX_OK ==> sector_good(b, blocks); */
lfsx_err_t superblock_check(const uint8_t *b, uint64_t blocks);
/* superblock_choose - Of the four places the valid one with the highest generation. LFSX_VERSION: no LFSX; LFSX_CORRUPT: none valid; LFSX_IO. */
/*@ requires room: \valid_read(d) && \valid(scratch + (0 .. 4095)) && \valid(out) && \valid(slot);
    requires apart: \separated(d, scratch + (0 .. 4095), out, slot);
    assigns scratch[0 .. 4095], *out, *slot;
    ensures answer: \result == LFSX_OK || \result == LFSX_VERSION || \result == LFSX_CORRUPT || \result == LFSX_IO;
    ensures good: \result == LFSX_OK ==> superblock_good(out, d->blocks) && 0 <= *slot <= 1; */
lfsx_err_t superblock_choose(const struct block_device *d, uint8_t *scratch, struct superblock *out, int *slot);
/* superblock_write - To a slot and its copy; not flushed. */
/*@ requires room: \valid_read(d) && \valid(scratch + (0 .. 4095)) && \valid_read(s);
    requires apart: \separated(d, scratch + (0 .. 4095), s);
    requires place: 0 <= slot <= 1 && 64 <= s->blocks;
    assigns scratch[0 .. 4095]; */
lfsx_err_t superblock_write(const struct block_device *d, uint8_t *scratch, const struct superblock *s, int slot);
#endif
