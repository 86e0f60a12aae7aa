/* side_keys.c - see side.h. */
#define LEAF_HIDDEN
#define CAME_HIDDEN
#include <node/drop.h>
#include <node/fence.h>
#include <node/side.h>

void side_begin_keys(uint8_t *right, const uint8_t *left, uint32_t id, struct key low)
{
    //@ ghost node_seen(left);
    node_begin(right, left, id, low);
    //@ assert bytes: bytes_kept{Pre, Here}(left, 0, 4096);
    //@ assert words: words_kept{Pre, Here}(left);
    //@ assert inodes: inodes_are{Pre, Here}(left, 0, 190, left, 0);
    //@ assert types: types_are{Pre, Here}(left, 0, 190, left, 0);
    //@ assert offsets: offsets_are{Pre, Here}(left, 0, 190, left, 0);
    //@ assert low: be64_at(left, 47) == \at(be64_at(left, 47), Pre) && be64_at(left, 56) == \at(be64_at(left, 56), Pre);
    //@ assert high: be64_at(left, 64) == \at(be64_at(left, 64), Pre) && be64_at(left, 73) == \at(be64_at(left, 73), Pre);
}

void side_cut_keys(uint8_t *left, const uint8_t *right, uint32_t n, uint32_t next)
{
    //@ ghost node_seen(right);
    node_keep(left, n, next, node_low(right));
    //@ assert apart: \separated(right + (0 .. 4095), left + (36 .. 45)) && \separated(right + (0 .. 4095), left + (64 .. 80));
    //@ assert bytes: bytes_kept{Pre, Here}(right, 0, 4096);
    //@ assert words: words_kept{Pre, Here}(right);
    //@ assert inodes: inodes_are{Pre, Here}(right, 0, 190, right, 0);
    //@ assert types: types_are{Pre, Here}(right, 0, 190, right, 0);
    //@ assert offsets: offsets_are{Pre, Here}(right, 0, 190, right, 0);
    //@ assert low: be64_at(right, 47) == \at(be64_at(right, 47), Pre) && be64_at(right, 56) == \at(be64_at(right, 56), Pre);
    //@ assert high: be64_at(right, 64) == \at(be64_at(right, 64), Pre) && be64_at(right, 73) == \at(be64_at(right, 73), Pre);
}

void side_end_keys(uint8_t *left, const uint8_t *right, uint32_t i)
{
    //@ ghost node_seen(right);
    node_end(left, node_next(left), node_key(right, i));
    //@ assert bytes: bytes_kept{Pre, Here}(right, 0, 4096);
    //@ assert words: words_kept{Pre, Here}(right);
    //@ assert inodes: inodes_are{Pre, Here}(right, 0, 190, right, 0);
    //@ assert types: types_are{Pre, Here}(right, 0, 190, right, 0);
    //@ assert offsets: offsets_are{Pre, Here}(right, 0, 190, right, 0);
    //@ assert low: be64_at(right, 47) == \at(be64_at(right, 47), Pre) && be64_at(right, 56) == \at(be64_at(right, 56), Pre);
    //@ assert high: be64_at(right, 64) == \at(be64_at(right, 64), Pre) && be64_at(right, 73) == \at(be64_at(right, 73), Pre);
}

void side_start_keys(uint8_t *right, const uint8_t *left, uint32_t i)
{
    //@ ghost node_seen(left);
    node_start(right, node_key(left, i));
    //@ assert bytes: bytes_kept{Pre, Here}(left, 0, 4096);
    //@ assert words: words_kept{Pre, Here}(left);
    //@ assert inodes: inodes_are{Pre, Here}(left, 0, 190, left, 0);
    //@ assert types: types_are{Pre, Here}(left, 0, 190, left, 0);
    //@ assert offsets: offsets_are{Pre, Here}(left, 0, 190, left, 0);
    //@ assert low: be64_at(left, 47) == \at(be64_at(left, 47), Pre) && be64_at(left, 56) == \at(be64_at(left, 56), Pre);
    //@ assert high: be64_at(left, 64) == \at(be64_at(left, 64), Pre) && be64_at(left, 73) == \at(be64_at(left, 73), Pre);
}
