/* replace.c - another value for a key: over the old one if that is as long, else into the gap. */
#define KEY_HIDDEN
#include <node/place.h>

/* value_over - Over the old one, which is not shorter; the rest is a hole. */
static void value_over(uint8_t *b, uint32_t i, const uint8_t *value, uint32_t length)
{
    uint32_t count = node_count(b), heap = node_heap(b), at = node_value_at(b, i), old = node_length(b, i);
    uint32_t live = node_live(b) - old + length;
    heap_write(b, at, value, length);
    entry_set_place(b, i, at, length);
    sizes_put(b, count, heap, live);
}

/* value_drop - The value of entry i is a hole now, and its length 0. */
static void value_drop(uint8_t *b, uint32_t i)
{
    uint32_t count = node_count(b), heap = node_heap(b), old = node_length(b, i);
    uint32_t live = node_live(b) - old;
    entry_set_place(b, i, 0, 0);
    sizes_put(b, count, heap, live);
}

/* value_put - Into the gap, for an entry without a value. */
static void value_put(uint8_t *b, uint32_t i, const uint8_t *value, uint32_t length)
{
    uint32_t count = node_count(b), heap = node_heap(b), live = node_live(b) + length, at = heap - length;
    heap_write(b, at, value, length);
    entry_set_place(b, i, at, length);
    sizes_put(b, count, at, live);
}

void node_replace(uint8_t *b, uint32_t i, const uint8_t *value, uint32_t length, uint8_t *scratch)
{
    if (length > 0 && length <= node_length(b, i)) {
        value_over(b, i, value, length);
        return;
    }
    value_drop(b, i);
    node_room(b, length, scratch);
    value_put(b, i, value, length);
}
