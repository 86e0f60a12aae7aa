/* shift.c - entries of a node to its left or right neighbour, which has few. */
#include <node/move.h>
#include <node/step.h>

/* nodes_meet - The fence between two neighbours is the first key of the right one. */
static void nodes_meet(uint8_t *left, uint8_t *right)
{
    struct key k = node_key(right, 0);
    key_store(left, NODE_HIGH_AT, k);
    key_store(right, NODE_LOW_AT, k);
}

void node_shift_left(uint8_t *left, uint8_t *right, uint32_t n, uint8_t *scratch)
{
    node_append(left, right, 0, n, scratch);
    node_drop_first(right, n, scratch);
    nodes_meet(left, right);
}

void node_shift_right(uint8_t *left, uint8_t *right, uint32_t n, uint8_t *scratch)
{
    uint32_t count = node_count(left);
    for (uint32_t i = count; i > count - n; i--) {
        if (node_level(right) == 0) leaf_prepend(right, left, i - 1, scratch);
        else branch_prepend(right, left, i - 1);
    }
    node_truncate(left, count - n);
    nodes_meet(left, right);
}
