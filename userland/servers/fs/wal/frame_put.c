/* frame_put.c - see frame.h: putting together. */
#include <string.h>
#include <wal/frame.h>

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
