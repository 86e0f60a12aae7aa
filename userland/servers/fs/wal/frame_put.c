/* frame_put.c - see frame.h: putting together. */
#include <wal/frame.h>

/*@ requires room: \valid(b + (0 .. 2)) && 1 <= type <= 5 && bytes <= 65535;
    assigns b[0 .. 2];
    ensures head: item_head(b, type, bytes); */
static void item_head_put(uint8_t *b, enum log_type type, uint32_t bytes)
{
    log_item_set_type(b, (uint8_t)type);
    log_item_set_bytes(b, (uint16_t)bytes);
}

uint32_t frame_put_write(uint8_t *b, struct key key, const uint8_t *value, uint32_t length)
{
    bytes_put(b + LOG_ITEM_BYTES + KEY_BYTES, value, length);
    item_head_put(b, LOG_TYPE_PUT, KEY_BYTES + length);
    key_put(b + LOG_ITEM_BYTES, key);
    return LOG_ITEM_BYTES + KEY_BYTES + length;
}

uint32_t frame_put_delete(uint8_t *b, struct key key)
{
    item_head_put(b, LOG_TYPE_DELETE, KEY_BYTES);
    key_put(b + LOG_ITEM_BYTES, key);
    return LOG_ITEM_BYTES + KEY_BYTES;
}

uint32_t frame_put_range(uint8_t *b, enum log_type type, uint64_t first, uint32_t count)
{
    struct log_range r = {first, count};
    item_head_put(b, type, LOG_RANGE_BYTES);
    log_range_encode(&r, b + LOG_ITEM_BYTES);
    return LOG_ITEM_BYTES + LOG_RANGE_BYTES;
}

uint32_t frame_put_commit(uint8_t *b, uint64_t transaction, uint64_t sequence)
{
    struct log_commit c = {transaction, sequence};
    item_head_put(b, LOG_TYPE_COMMIT, LOG_COMMIT_BYTES);
    log_commit_encode(&c, b + LOG_ITEM_BYTES);
    return LOG_ITEM_BYTES + LOG_COMMIT_BYTES;
}
