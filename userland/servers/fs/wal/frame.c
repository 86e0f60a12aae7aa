/* frame.c - see frame.h: taking apart. */
#include <base/crc32c.h>
#include <base/uuid.h>
#include <disk/format.h>
#include <wal/frame.h>

uint32_t frame_salt(const uint8_t uuid[16], uint64_t segment)
{
    uint8_t b[24];
    uuid_copy(b, uuid);
    le64_put(b + 16, segment);
    return crc32c_extend(0, b, sizeof b);
}

int frame_head_ok(const uint8_t *b, uint64_t position, uint64_t room)
{
    return log_frame_form_ok(b) && log_frame_position(b) == position && log_frame_bytes(b) <= room;
}

uint32_t frame_crc(const uint8_t *b, uint32_t salt)
{
    const uint8_t zero[4] = {0};
    uint32_t c = crc32c_extend(log_frame_previous(b) ^ salt, b, 4);
    return crc32c_extend(crc32c_extend(c, zero, 4), b + 8, log_frame_bytes(b) - 8);
}

/* item_write, item_range, item_commit - What must follow the head of an item of that type: 1 if its bytes are right, and it is decoded. */
/*@ requires room: \valid_read(p + (0 .. bytes - 1)) && \valid(item);
    requires apart: \separated(p + (0 .. bytes - 1), item);
    assigns item->key, item->length;
    assigns item->value \from p;
    ensures write: \result != 0 ==> 17 <= bytes && item->length == bytes - 17 && item->length <= 1900 && item->value == p + 17; */
static int item_write(const uint8_t *p, uint32_t bytes, struct frame_item *item)
{
    if (bytes < KEY_BYTES) return 0;
    struct key key = key_at(p);
    item->key = key;
    item->value = p + KEY_BYTES;
    item->length = bytes - KEY_BYTES;
    return key_less(key, KEY_HIGHEST) && bytes - KEY_BYTES <= LFSX_VALUE_MAX;
}

/*@ requires room: \valid_read(p + (0 .. bytes - 1)) && \valid(item);
    requires apart: \separated(p + (0 .. bytes - 1), item);
    assigns item->range;
    ensures range: \result != 0 ==> item->range.count >= 1; */
static int item_range(const uint8_t *p, uint32_t bytes, struct frame_item *item)
{
    if (bytes != LOG_RANGE_BYTES || !log_range_form_ok(p)) return 0;
    uint64_t first = log_range_first(p);
    uint32_t count = log_range_count(p);
    item->range.first = first;
    item->range.count = count;
    return 1;
}

/*@ requires room: \valid_read(p + (0 .. bytes - 1)) && \valid(item);
    requires apart: \separated(p + (0 .. bytes - 1), item);
    assigns item->commit; */
static int item_commit(const uint8_t *p, uint32_t bytes, struct frame_item *item)
{
    if (bytes != LOG_COMMIT_BYTES) return 0;
    uint64_t transaction = log_commit_transaction(p), sequence = log_commit_sequence(p);
    item->commit.transaction = transaction;
    item->commit.sequence = sequence;
    return 1;
}

/*@ requires room: \valid_read(p + (0 .. bytes - 1)) && \valid(item);
    requires apart: \separated(p + (0 .. bytes - 1), item);
    assigns item->key, item->length, item->range, item->commit;
    assigns item->value \from p;
    ensures type: \result != 0 ==> 1 <= type <= 5;
    ensures write: \result != 0 && type <= 2 ==> 17 <= bytes && item->length == bytes - 17 && item->length <= 1900 && item->value == p + 17;
    ensures delete: \result != 0 && type == 2 ==> item->length == 0;
    ensures range: \result != 0 && 3 <= type <= 4 ==> item->range.count >= 1; */
static int item_payload(uint8_t type, const uint8_t *p, uint32_t bytes, struct frame_item *item)
{
    switch (type) {
    case LOG_TYPE_PUT: return item_write(p, bytes, item);
    case LOG_TYPE_DELETE: return bytes == KEY_BYTES && item_write(p, bytes, item);
    case LOG_TYPE_TAKE:
    case LOG_TYPE_GIVE: return item_range(p, bytes, item);
    case LOG_TYPE_COMMIT: return item_commit(p, bytes, item);
    default: return 0;
    }
}

int frame_next(const uint8_t *b, uint32_t bytes, uint32_t *at, struct frame_item *item)
{
    if (*at == bytes) return 0;
    if (*at > bytes || bytes - *at < LOG_ITEM_BYTES) return -1;
    const uint8_t *head = b + *at;
    uint32_t length = log_item_bytes(head);
    if (length > bytes - *at - LOG_ITEM_BYTES) return -1;
    uint8_t type = log_item_type(head);
    item->type = type;
    if (!item_payload(type, head + LOG_ITEM_BYTES, length, item)) return -1;
    *at += LOG_ITEM_BYTES + length;
    return 1;
}

uint32_t frame_transaction(const uint8_t *b, uint32_t bytes, uint32_t at, uint64_t *sequence)
{
    struct frame_item item;
    /*@ loop invariant onward: \at(at, Pre) <= at && (at == \at(at, Pre) || at <= bytes);
        loop assigns at, item, *sequence;
        loop variant 4294967296 - at; */
    while (frame_next(b, bytes, &at, &item) == 1) {
        if (item.type != LOG_TYPE_COMMIT) continue;
        *sequence = item.commit.sequence;
        return at;
    }
    return 0;
}
