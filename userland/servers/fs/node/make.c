/* make.c - an empty node. */
#include <node/node.h>

void node_init(uint8_t *b, uint32_t id, uint8_t level, struct key low, struct key high)
{
    /*@ loop invariant range: 0 <= i <= 4096;
        loop invariant zero: \forall integer k; 0 <= k < i ==> b[k] == 0;
        loop assigns i, b[0 .. 4095];
        loop variant 4096 - i; */
    for (uint32_t i = 0; i < LFSX_BLOCK_BYTES; i++) b[i] = 0;
    node_set_magic(b, 0x444f4e4cu);
    node_set_id(b, id);
    node_set_level(b, level);
    node_set_heap(b, LFSX_BLOCK_BYTES);
    key_store(b, NODE_LOW_AT, low);
    key_store(b, NODE_HIGH_AT, high);
}
