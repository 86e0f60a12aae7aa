/* join.c - two nodes that are nearly empty become one. */
#include <node/move.h>

void node_join(uint8_t *left, const uint8_t *right, uint8_t *scratch)
{
    node_append(left, right, 0, node_count(right), scratch);
    if (node_level(left) == 0) node_set_next(left, node_next(right));
    key_store(left, NODE_HIGH_AT, node_high(right));
}
