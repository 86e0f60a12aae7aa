/* append.c - entries of one node to the end of another, and out of the first. */
#include <node/place.h>

static void leaf_append(uint8_t *to, const uint8_t *from, uint32_t i, uint8_t *scratch)
{
    node_insert(to, node_count(to), node_key(from, i), from + node_value_at(from, i), node_length(from, i), scratch);
}

static void branch_append(uint8_t *to, const uint8_t *from, uint32_t i)
{
    node_insert_child(to, node_count(to), node_key(from, i), node_child(from, i));
}

void node_append(uint8_t *to, const uint8_t *from, uint32_t first, uint32_t n, uint8_t *scratch)
{
    for (uint32_t i = first; i < first + n; i++) {
        if (node_level(to) == 0) leaf_append(to, from, i, scratch);
        else branch_append(to, from, i);
    }
}

void node_drop_first(uint8_t *b, uint32_t n, uint8_t *scratch)
{
    uint32_t count = node_count(b), heap = node_heap(b), live = node_live(b);
    for (uint32_t i = 0; i < n && node_level(b) == 0; i++) live -= node_length(b, i);
    entries_shift(b, n, count, scratch);
    sizes_put(b, count - n, heap, live);
}
