/* frame.c - see frame.h. */
#include <base/crc32c.h>
#include <disk/format.h>
#include <string.h>
#include <wal/frame.h>

uint32_t frame_salt(const uint8_t uuid[16], uint64_t segment)
{
    uint8_t b[24];
    memcpy(b, uuid, 16);
    le64_put(b + 16, segment);
    return crc32c_extend(0, b, sizeof b);
}

int frame_head_ok(const uint8_t *b, uint64_t position, uint64_t room)
{
    return log_frame_form_ok(b) && log_frame_position(b) == position && log_frame_bytes(b) <= room;
}

uint32_t frame_crc(const uint8_t *b, uint32_t salt)
{
    static const uint8_t zero[4];
    uint32_t c = crc32c_extend(log_frame_previous(b) ^ salt, b, 4);
    return crc32c_extend(crc32c_extend(c, zero, 4), b + 8, log_frame_bytes(b) - 8);
}

/* item_payload - What must follow the head of an item: 1 if its bytes are right for its type, and it is decoded. */
static int item_payload(const uint8_t *p, uint32_t bytes, struct frame_item *item)
{
    switch (item->type) {
    case LOG_TYPE_PUT:
    case LOG_TYPE_DELETE:
        if (bytes < KEY_BYTES || (item->type == LOG_TYPE_DELETE && bytes > KEY_BYTES)) return 0;
        item->key = key_at(p);
        item->value = p + KEY_BYTES;
        item->length = bytes - KEY_BYTES;
        return key_less(item->key, KEY_HIGHEST) && item->length <= LFSX_VALUE_MAX;
    case LOG_TYPE_TAKE:
    case LOG_TYPE_GIVE:
        if (bytes != LOG_RANGE_BYTES) return 0;
        log_range_decode(p, &item->range);
        return log_range_form_ok(p);
    case LOG_TYPE_COMMIT:
        if (bytes != LOG_COMMIT_BYTES) return 0;
        log_commit_decode(p, &item->commit);
        return 1;
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
    item->type = log_item_type(head);
    if (!item_payload(head + LOG_ITEM_BYTES, length, item)) return -1;
    *at += LOG_ITEM_BYTES + length;
    return 1;
}

static uint8_t *item_head(uint8_t *b, enum log_type type, uint32_t bytes)
{
    log_item_set_type(b, (uint8_t)type);
    log_item_set_bytes(b, (uint16_t)bytes);
    return b + LOG_ITEM_BYTES;
}

uint32_t frame_put_write(uint8_t *b, struct key key, const void *value, uint32_t length)
{
    uint8_t *p = item_head(b, LOG_TYPE_PUT, KEY_BYTES + length);
    key_put(p, key);
    if (length > 0) memcpy(p + KEY_BYTES, value, length);
    return LOG_ITEM_BYTES + KEY_BYTES + length;
}

uint32_t frame_put_delete(uint8_t *b, struct key key)
{
    key_put(item_head(b, LOG_TYPE_DELETE, KEY_BYTES), key);
    return LOG_ITEM_BYTES + KEY_BYTES;
}

uint32_t frame_put_range(uint8_t *b, enum log_type type, uint64_t first, uint32_t count)
{
    struct log_range r = {first, count};
    log_range_encode(&r, item_head(b, type, LOG_RANGE_BYTES));
    return LOG_ITEM_BYTES + LOG_RANGE_BYTES;
}

uint32_t frame_put_commit(uint8_t *b, uint64_t transaction, uint64_t sequence)
{
    struct log_commit c = {transaction, sequence};
    log_commit_encode(&c, item_head(b, LOG_TYPE_COMMIT, LOG_COMMIT_BYTES));
    return LOG_ITEM_BYTES + LOG_COMMIT_BYTES;
}
