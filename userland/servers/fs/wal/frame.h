/* frame.h - frames of the log as bytes: make and take apart. Pure and total: any bytes may come from the disk.
 *
 * | head 72 B | item | item | ... commit | item ... commit | zeros to the end of the block |
 * crc(frame) begins with previous xor salt(uuid, segment): a frame of another volume, another lap of the log, another place or another history
 * does not match. Replay stops at the first that does not. */
#ifndef WAL_FRAME_H
#define WAL_FRAME_H
#include <disk/error.h>
#include <disk/log.h>
#include <node/key.h>
#include <stddef.h>

struct frame_item {
    uint8_t type; /* enum log_type */
    struct key key;
    const uint8_t *value;
    uint32_t length;
    struct log_range range;
    struct log_commit commit;
};

/* frame_salt - Of a segment of the log (position / segment size). */
uint32_t frame_salt(const uint8_t uuid[16], uint64_t segment);
/* frame_head_ok - Could this be the head of a frame at that position, of at most `room` bytes? */
int frame_head_ok(const uint8_t *b, uint64_t position, uint64_t room);
/* frame_crc - Of a whole frame whose head is filled in. */
uint32_t frame_crc(const uint8_t *b, uint32_t salt);
/* frame_next - The item at *at (begin with LOG_FRAME_BYTES): 1 and *at behind it, 0 at the end, -1 if the bytes are none. */
int frame_next(const uint8_t *b, uint32_t bytes, uint32_t *at, struct frame_item *item);
/* frame_put_* - Add an item at b; answers its bytes. */
uint32_t frame_put_write(uint8_t *b, struct key key, const void *value, uint32_t length);
uint32_t frame_put_delete(uint8_t *b, struct key key);
uint32_t frame_put_range(uint8_t *b, enum log_type type, uint64_t first, uint32_t count);
uint32_t frame_put_commit(uint8_t *b, uint64_t transaction, uint64_t sequence);
#endif
