/* drop.c - the first entries of a node go. */
#include <node/place.h>

void node_drop_first(uint8_t *b, uint32_t n, uint8_t *scratch)
{
    uint32_t count = node_count(b), heap = node_heap(b), live = node_live(b);
    for (uint32_t i = 0; i < n && node_level(b) == 0; i++) live -= node_length(b, i);
    entries_shift(b, n, count, scratch);
    sizes_put(b, count - n, heap, live);
}
