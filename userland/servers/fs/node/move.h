/* move.h - entries move between a node and its right neighbour of the same level; fences and the chain of leaves follow. */
#ifndef NODE_MOVE_H
#define NODE_MOVE_H
#include <node/node.h>

/* node_divide - The entries from m on leave `left` for `right`, which is made new with that id; low is where they part: the fence of both. */
void node_divide(uint8_t *left, uint8_t *right, uint32_t id, uint32_t m, struct key low, uint8_t *scratch);
/* node_join - The entries of `right` to the end of `left`, which has room for them. */
void node_join(uint8_t *left, const uint8_t *right, uint8_t *scratch);
/* node_shift_left - The first n entries of `right`, but not all, to the end of `left`; where they part then is the fence of both. */
void node_shift_left(uint8_t *left, uint8_t *right, uint32_t n, uint8_t *scratch);
/* node_shift_right - The last n entries of `left`, but not all, to the front of `right`, likewise. */
void node_shift_right(uint8_t *left, uint8_t *right, uint32_t n, uint8_t *scratch);
#endif
