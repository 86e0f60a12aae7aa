/* make.c - an empty node. */
#define KEY_HIDDEN
#define LEAF_HIDDEN
#include <node/fence.h>
#include <node/place.h>

/*@ requires room: \valid(b + (0 .. 4095));
    assigns b[0 .. 3], b[32 .. 39], b[46];
    ensures level: b[46] == level;
    ensures id: le32_of(b + 32) == id;
    ensures next: le32_of(b + 36) == 0; */
static inline void names_make(uint8_t *b, uint32_t id, uint8_t level)
{
    node_set_level(b, level);
    node_set_magic(b, 0x444f4e4cu);
    node_set_next(b, 0);
    node_set_id(b, id);
    //@ assert next: b[36] == 0 && b[37] == 0 && b[38] == 0 && b[39] == 0;
}

void node_init(uint8_t *b, uint32_t id, uint8_t level, struct key low, struct key high)
{
    /*@ loop invariant range: 0 <= i <= 4096;
        loop invariant zero: \forall integer k; 0 <= k < i ==> b[k] == 0;
        loop assigns i, b[0 .. 4095];
        loop variant 4096 - i; */
    for (uint32_t i = 0; i < LFSX_BLOCK_BYTES; i++) b[i] = 0;
    names_make(b, id, level);
    //@ assert id_put: b[32] + 256 * b[33] + 65536 * b[34] + 16777216 * b[35] == id;
    //@ assert next_put: b[36] + 256 * b[37] + 65536 * b[38] + 16777216 * b[39] == 0;
    sizes_put(b, 0, LFSX_BLOCK_BYTES, 0);
    low_put(b, low);
    high_put(b, high);
    //@ assert id_kept: b[32] + 256 * b[33] + 65536 * b[34] + 16777216 * b[35] == id;
    //@ assert next_kept: b[36] + 256 * b[37] + 65536 * b[38] + 16777216 * b[39] == 0;
}
