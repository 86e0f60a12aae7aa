/* divide.c - a full node becomes two. */
#include <node/move.h>

void node_divide(uint8_t *left, uint8_t *right, uint32_t id, uint32_t m, struct key low, uint8_t *scratch)
{
    node_init(right, id, node_level(left), low, node_high(left));
    node_set_next(right, node_next(left));
    node_append(right, left, m, node_count(left) - m, scratch);
    node_truncate(left, m);
    if (node_level(left) == 0) node_set_next(left, id);
    key_store(left, NODE_HIGH_AT, low);
}
