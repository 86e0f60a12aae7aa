/* truncate.c - the last entries go. */
#define KEY_HIDDEN
#include <node/sum.h>

void node_truncate(uint8_t *b, uint32_t n)
{
    uint32_t heap = node_heap(b), live = node_live(b);
    if (node_level(b) == 0) live -= values_length(b, n, node_count(b));
    sizes_put(b, n, heap, live);
    //@ ghost uint32_t j = 0;
    /*@ ghost
        /@ loop invariant range: 0 <= j <= n;
           loop invariant same: lengths(b, j) == lengths{Pre}(b, j);
           loop assigns j;
           loop variant n - j; @/
        while (j < n) j = j + 1;
    */
}
