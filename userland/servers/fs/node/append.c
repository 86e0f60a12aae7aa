/* append.c - entries of one node to the end of another. */
#include <node/step.h>

void node_append(uint8_t *to, const uint8_t *from, uint32_t first, uint32_t n, uint8_t *scratch)
{
    for (uint32_t i = first; i < first + n; i++) {
        if (node_level(to) == 0) leaf_append(to, from, i, scratch);
        else branch_append(to, from, i);
    }
}
