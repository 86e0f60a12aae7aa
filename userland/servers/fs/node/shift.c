/* shift.c - entries of a node to its left neighbour, which has few. */
#include <node/append.h>
#include <node/drop.h>
#include <node/move.h>
#include <node/side.h>

void node_shift_left(uint8_t *left, uint8_t *right, uint32_t n, uint8_t *scratch)
{
    node_append(left, right, 0, n, scratch);
    side_end(left, right, n);
    node_shed(right, n, node_high(left), scratch);
}
