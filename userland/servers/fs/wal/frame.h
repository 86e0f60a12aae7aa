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

/*@ predicate item_good(struct frame_item i, uint8_t *b, integer end) =
        1 <= i.type <= 5 && (i.type <= 2 ==> i.length <= 1900 && b <= i.value && i.value + i.length <= b + end)
        && (i.type == 2 ==> i.length == 0) && (3 <= i.type <= 4 ==> i.range.count >= 1);
*/

/* frame_salt - Of a segment of the log (position / segment size). */
/*@ requires room: \valid_read(uuid + (0 .. 15));
    assigns \nothing; */
uint32_t frame_salt(const uint8_t uuid[16], uint64_t segment);
/* frame_head_ok - Could this be the head of a frame at that position, of at most `room` bytes? */
/*@ requires room: \valid_read(b + (0 .. 71));
    assigns \nothing;
    ensures whole: \result != 0 ==> 72 <= le32_of(b + 12) <= room;
    ensures place: \result != 0 ==> le64_of(b + 16) == position; */
int frame_head_ok(const uint8_t *b, uint64_t position, uint64_t room);
/* frame_crc - Of a whole frame whose head is filled in. */
/*@ requires head: \valid_read(b + (0 .. 71)) && le32_of(b + 12) >= 72;
    requires room: \valid_read(b + (0 .. le32_of(b + 12) - 1));
    assigns \nothing; */
uint32_t frame_crc(const uint8_t *b, uint32_t salt);
/* frame_next - The item at *at (begin with LOG_FRAME_BYTES): 1 and *at behind it, 0 at the end, -1 if the bytes are none. */
/*@ requires room: \valid_read(b + (0 .. bytes - 1)) && \valid(at) && \valid(item);
    requires apart: \separated(b + (0 .. bytes - 1), at, item);
    assigns *at \from b[0 .. bytes - 1], *at;
    assigns *item \from b, b[0 .. bytes - 1], *at;
    ensures answer: -1 <= \result <= 1;
    ensures onward: \result == 1 ==> \old(*at) < *at <= bytes;
    ensures stay: \result != 1 ==> *at == \old(*at);
    ensures end: \result == 0 ==> *at == bytes;
    ensures item: \result == 1 ==> item_good(*item, b, *at); */
int frame_next(const uint8_t *b, uint32_t bytes, uint32_t *at, struct frame_item *item);
/* frame_transaction - Behind the commit of the transaction that begins at `at`; its sequence. 0: there is no whole one. */
/*@ requires room: \valid_read(b + (0 .. bytes - 1)) && \valid(sequence);
    requires apart: \separated(b + (0 .. bytes - 1), sequence);
    assigns *sequence;
    ensures onward: \result == 0 || at < \result <= bytes; */
uint32_t frame_transaction(const uint8_t *b, uint32_t bytes, uint32_t at, uint64_t *sequence);
/* frame_put_* - Add an item at b; answers its bytes: all that is written. */
/*@ predicate item_head(uint8_t *b, integer type, integer bytes) = b[0] == type && le16_of(b + 1) == bytes; */
/*@ requires room: length <= 1900 && \valid(b + (0 .. 19 + length)) && \valid_read(value + (0 .. length - 1));
    requires apart: \separated(b + (0 .. 19 + length), value + (0 .. length - 1));
    assigns b[0 .. 19 + length];
    ensures bytes: \result == 20 + length;
    ensures head: item_head(b, 1, 17 + length);
    ensures key: key_is(key, b + 3);
    ensures value: \forall integer i; 0 <= i < length ==> b[20 + i] == value[i]; */
uint32_t frame_put_write(uint8_t *b, struct key key, const uint8_t *value, uint32_t length);
/*@ requires room: \valid(b + (0 .. 19));
    assigns b[0 .. 19];
    ensures bytes: \result == 20;
    ensures head: item_head(b, 2, 17);
    ensures key: key_is(key, b + 3); */
uint32_t frame_put_delete(uint8_t *b, struct key key);
/*@ requires room: \valid(b + (0 .. 14)) && 3 <= type <= 4;
    assigns b[0 .. 14];
    ensures bytes: \result == 15;
    ensures head: item_head(b, type, 12);
    ensures range: le64_of(b + 3) == first && le32_of(b + 11) == count; */
uint32_t frame_put_range(uint8_t *b, enum log_type type, uint64_t first, uint32_t count);
/*@ requires room: \valid(b + (0 .. 18));
    assigns b[0 .. 18];
    ensures bytes: \result == 19;
    ensures head: item_head(b, 5, 16);
    ensures commit: le64_of(b + 3) == transaction && le64_of(b + 11) == sequence; */
uint32_t frame_put_commit(uint8_t *b, uint64_t transaction, uint64_t sequence);
#endif
