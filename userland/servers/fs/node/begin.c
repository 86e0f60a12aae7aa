/* begin.c - see fence.h. */
#define KEY_HIDDEN
#define LEAF_HIDDEN
#include <node/fence.h>

void node_begin(uint8_t *right, const uint8_t *left, uint32_t id, struct key low)
{
    uint32_t next = node_next(left);
    uint8_t level = node_level(left);
    struct key high = node_high(left);
    //@ ghost node_seen(left);
    //@ assert read: level == left[46] && level <= 12 && key_number(high) == key_of(left, 64);
    node_init(right, id, level, low, high);
    next_put(right, next);
    //@ ghost if (right[46] == 0) leaf_made(right);
    //@ assert branch: right[46] != 0 ==> node_branch(right);
}
