/* shift.c - the last entries of a node to its right neighbour, which has few. */
#include <node/move.h>
#include <node/side.h>
#include <node/step.h>

void node_shift_right(uint8_t *left, uint8_t *right, uint32_t n, uint8_t *scratch)
{
    uint32_t count = node_count(left), first = count - n;
    for (uint32_t i = count; i > first; i--) {
        if (node_level(right) == 0) leaf_step(right, 0, left, i - 1, scratch);
        else branch_step(right, 0, left, i - 1);
    }
    side_start(right, left, first);
    side_cut(left, right, first, node_next(left));
}
