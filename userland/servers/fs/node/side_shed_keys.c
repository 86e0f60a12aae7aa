/* side_shed_keys.c - see side_shed.h: the keys of the node that stays. */
#define LEAF_HIDDEN
#define CAME_HIDDEN
#include <node/drop.h>
#include <node/fence.h>
#include <node/side_shed.h>

void side_drop_keys(uint8_t *right, const uint8_t *left, uint32_t n, uint8_t *scratch)
{
    (void)left; /* only the contract asks for it */
    node_drop_first(right, n, scratch);
    //@ assert bytes: bytes_kept{Pre, Here}(left, 0, 4096);
    //@ assert words: words_kept{Pre, Here}(left);
    //@ assert head: bytes_kept{Pre, Here}(right, 46, 96);
    //@ assert inodes: inodes_are{Pre, Here}(left, 0, 190, left, 0);
    //@ assert types: types_are{Pre, Here}(left, 0, 190, left, 0);
    //@ assert offsets: offsets_are{Pre, Here}(left, 0, 190, left, 0);
    //@ assert low: be64_at(left, 47) == \at(be64_at(left, 47), Pre) && be64_at(left, 56) == \at(be64_at(left, 56), Pre);
    //@ assert high: be64_at(left, 64) == \at(be64_at(left, 64), Pre) && be64_at(left, 73) == \at(be64_at(left, 73), Pre);
    //@ assert right_low: be64_at(right, 47) == \at(be64_at(right, 47), Pre) && be64_at(right, 56) == \at(be64_at(right, 56), Pre);
    //@ assert right_high: be64_at(right, 64) == \at(be64_at(right, 64), Pre) && be64_at(right, 73) == \at(be64_at(right, 73), Pre);
}

void side_low_keys(uint8_t *right, const uint8_t *left)
{
    node_start(right, node_high(left));
    //@ assert bytes: bytes_kept{Pre, Here}(left, 0, 4096);
    //@ assert words: words_kept{Pre, Here}(left);
    //@ assert inodes: inodes_are{Pre, Here}(left, 0, 190, left, 0);
    //@ assert types: types_are{Pre, Here}(left, 0, 190, left, 0);
    //@ assert offsets: offsets_are{Pre, Here}(left, 0, 190, left, 0);
    //@ assert low: be64_at(left, 47) == \at(be64_at(left, 47), Pre) && be64_at(left, 56) == \at(be64_at(left, 56), Pre);
    //@ assert high: be64_at(left, 64) == \at(be64_at(left, 64), Pre) && be64_at(left, 73) == \at(be64_at(left, 73), Pre);
}
