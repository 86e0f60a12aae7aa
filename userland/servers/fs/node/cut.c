/* cut.c - see drop.h: the fences of a node that has fewer entries now. */
#define LEAF_HIDDEN
#define CAME_HIDDEN
#include <node/drop.h>

void node_cut(uint8_t *b, uint32_t n)
{
    node_leave(b, n);
    //@ assert head: bytes_kept{Pre, Here}(b, 46, 96);
    //@ assert low: be64_at(b, 47) == \at(be64_at(b, 47), Pre) && be64_at(b, 56) == \at(be64_at(b, 56), Pre);
    //@ assert high: be64_at(b, 64) == \at(be64_at(b, 64), Pre) && be64_at(b, 73) == \at(be64_at(b, 73), Pre);
}
