/* fence.c - see fence.h. */
#define LEAF_HIDDEN
#define CAME_HIDDEN
#include <node/fence.h>

void low_put(uint8_t *b, struct key k)
{
    key_store(b, NODE_LOW_AT, k);
    //@ assert rest: bytes_kept{Pre, Here}(b, 64, 4096);
    //@ assert high: be64_at(b, 64) == \at(be64_at(b, 64), Pre) && be64_at(b, 73) == \at(be64_at(b, 73), Pre);
    //@ assert inodes: inodes_are{Pre, Here}(b, 0, 190, b, 0);
    //@ assert types: types_are{Pre, Here}(b, 0, 190, b, 0);
    //@ assert offsets: offsets_are{Pre, Here}(b, 0, 190, b, 0);
}

void high_put(uint8_t *b, struct key k)
{
    key_store(b, NODE_HIGH_AT, k);
    //@ assert rest: bytes_kept{Pre, Here}(b, 81, 4096);
    //@ assert low: be64_at(b, 47) == \at(be64_at(b, 47), Pre) && be64_at(b, 56) == \at(be64_at(b, 56), Pre);
    //@ assert inodes: inodes_are{Pre, Here}(b, 0, 190, b, 0);
    //@ assert types: types_are{Pre, Here}(b, 0, 190, b, 0);
    //@ assert offsets: offsets_are{Pre, Here}(b, 0, 190, b, 0);
}

void next_put(uint8_t *b, uint32_t next)
{
    node_set_next(b, next);
    //@ assert rest: bytes_kept{Pre, Here}(b, 47, 4096);
    //@ assert low: be64_at(b, 47) == \at(be64_at(b, 47), Pre) && be64_at(b, 56) == \at(be64_at(b, 56), Pre);
    //@ assert high: be64_at(b, 64) == \at(be64_at(b, 64), Pre) && be64_at(b, 73) == \at(be64_at(b, 73), Pre);
    //@ assert inodes: inodes_are{Pre, Here}(b, 0, 190, b, 0);
    //@ assert types: types_are{Pre, Here}(b, 0, 190, b, 0);
    //@ assert offsets: offsets_are{Pre, Here}(b, 0, 190, b, 0);
}
