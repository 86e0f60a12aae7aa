/* step.c - see step.h: the sums of a node whose bytes are as they were. */
#define KEY_HIDDEN
#define CAME_HIDDEN
#include <node/step.h>

void leaf_step(uint8_t *to, uint32_t at, const uint8_t *from, uint32_t i, uint8_t *scratch)
{
    leaf_pass(to, at, from, i, scratch);
    //@ assert fits: node_fits(from) && from[46] == 0;
    //@ ghost uint32_t k = 0;
    /*@ ghost
        /@ loop invariant range: 0 <= k <= 190;
           loop invariant sums: \forall integer j; 0 <= j <= k ==> lengths(from, j) == lengths{Pre}(from, j);
           loop assigns k;
           loop variant 190 - k; @/
        while (k < 190) k = k + 1;
    */
    //@ assert sum: le16_of(from + 44) == lengths(from, le16_of(from + 40));
}
