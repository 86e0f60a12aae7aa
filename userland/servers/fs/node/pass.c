/* pass.c - see step.h: the keys of a node whose bytes are as they were. */
#define LEAF_HIDDEN
#define CAME_HIDDEN
#include <node/step.h>

void leaf_pass(uint8_t *to, uint32_t at, const uint8_t *from, uint32_t i, uint8_t *scratch)
{
    //@ ghost values_seen(from);
    leaf_put(to, at, from, i, scratch);
    //@ assert bytes: bytes_kept{Pre, Here}(from, 0, 4096);
    //@ assert words: words_kept{Pre, Here}(from);
    //@ assert head: bytes_kept{Pre, Here}(to, 46, 96);
    /*@ assert number_bytes: from[40] == \at(from[40], Pre) && from[41] == \at(from[41], Pre) && from[42] == \at(from[42], Pre)
        && from[43] == \at(from[43], Pre) && from[44] == \at(from[44], Pre) && from[45] == \at(from[45], Pre); */
    //@ assert numbers: numbers_kept{Pre, Here}(from);
    //@ assert lengths: lengths_are{Pre, Here}(from, 0, 190, from, 0);
    //@ assert places: places_are{Pre, Here}(from, 0, 190, from, 0);
    //@ assert inside: values_inside(from, le16_of(from + 40));
    //@ assert inodes: inodes_are{Pre, Here}(from, 0, 190, from, 0);
    //@ assert types: types_are{Pre, Here}(from, 0, 190, from, 0);
    //@ assert offsets: offsets_are{Pre, Here}(from, 0, 190, from, 0);
    //@ assert low: be64_at(to, 47) == \at(be64_at(to, 47), Pre) && be64_at(to, 56) == \at(be64_at(to, 56), Pre);
    //@ assert high: be64_at(to, 64) == \at(be64_at(to, 64), Pre) && be64_at(to, 73) == \at(be64_at(to, 73), Pre);
    //@ assert from_low: be64_at(from, 47) == \at(be64_at(from, 47), Pre) && be64_at(from, 56) == \at(be64_at(from, 56), Pre);
    //@ assert from_high: be64_at(from, 64) == \at(be64_at(from, 64), Pre) && be64_at(from, 73) == \at(be64_at(from, 73), Pre);
}

void branch_step(uint8_t *to, uint32_t at, const uint8_t *from, uint32_t i)
{
    branch_put(to, at, from, i);
    //@ assert bytes: bytes_kept{Pre, Here}(from, 0, 4096);
    //@ assert words: words_kept{Pre, Here}(from);
    //@ assert head: bytes_kept{Pre, Here}(to, 46, 96);
    //@ assert inodes: inodes_are{Pre, Here}(from, 0, 190, from, 0);
    //@ assert types: types_are{Pre, Here}(from, 0, 190, from, 0);
    //@ assert offsets: offsets_are{Pre, Here}(from, 0, 190, from, 0);
    //@ assert low: be64_at(to, 47) == \at(be64_at(to, 47), Pre) && be64_at(to, 56) == \at(be64_at(to, 56), Pre);
    //@ assert high: be64_at(to, 64) == \at(be64_at(to, 64), Pre) && be64_at(to, 73) == \at(be64_at(to, 73), Pre);
    //@ assert from_low: be64_at(from, 47) == \at(be64_at(from, 47), Pre) && be64_at(from, 56) == \at(be64_at(from, 56), Pre);
    //@ assert from_high: be64_at(from, 64) == \at(be64_at(from, 64), Pre) && be64_at(from, 73) == \at(be64_at(from, 73), Pre);
}
