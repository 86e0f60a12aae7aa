/* block.h - the device below: blocks of 4 KiB, read, written and flushed. The only way out of the library.
 *
 * A write may stay in a cache of the device, and writes may reach the medium in any order, until a flush that began after them has answered. Of a write that
 * was under way when power failed each sector of 512 bytes is old or new. BLOCK_FUA: the write itself is on the medium when it answers.
 * An error answer (LFSX_IO) of a write or a flush says nothing about what reached the medium. Calls return when they are done. Without threads there
 * is one call at a time; with threads (base/sync.h) a flush or a write of the log may be under way while others read and write other blocks. */
#ifndef BLOCK_BLOCK_H
#define BLOCK_BLOCK_H
#include <disk/error.h>
#include <disk/format.h>
#include <stdint.h>

enum block_flag { BLOCK_FUA = 1 };

struct block_device {
    void *self;
    uint64_t blocks; /* how many there are */
    lfsx_err_t (*read)(void *self, uint64_t first, uint32_t count, void *to);
    lfsx_err_t (*write)(void *self, uint64_t first, uint32_t count, const void *from, int flags);
    lfsx_err_t (*flush)(void *self);
};

/* block_read, block_write - The same within the device's bounds: LFSX_RANGE outside, without asking the device. */
/* Trusted: fs-block: the contracts say what a device must do. */
/*@ requires device: \valid_read(d);
    requires room: \valid(to + (0 .. 4096 * count - 1));
    assigns to[0 .. 4096 * count - 1]; */
lfsx_err_t block_read(const struct block_device *d, uint64_t first, uint32_t count, uint8_t *to);
/*@ requires device: \valid_read(d);
    requires room: \valid_read(from + (0 .. 4096 * count - 1));
    assigns \nothing; */
lfsx_err_t block_write(const struct block_device *d, uint64_t first, uint32_t count, const uint8_t *from, int flags);
#endif
