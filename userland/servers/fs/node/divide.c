/* divide.c - a full node becomes two. */
#include <node/append.h>
#include <node/move.h>
#include <node/side.h>

void node_divide(uint8_t *left, uint8_t *right, uint32_t id, uint32_t m, struct key low, uint8_t *scratch)
{
    uint32_t next = node_level(left) == 0 ? id : node_next(left);
    side_begin(right, left, id, low);
    node_append(right, left, m, node_count(left) - m, scratch);
    side_cut(left, right, m, next);
}
