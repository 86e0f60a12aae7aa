/* join.c - two nodes that are nearly empty become one. */
#define KEY_HIDDEN
#define LEAF_HIDDEN
#include <node/append.h>
#include <node/fence.h>
#include <node/move.h>

void node_join(uint8_t *left, const uint8_t *right, uint8_t *scratch)
{
    uint32_t next = node_level(left) == 0 ? node_next(right) : node_next(left);
    struct key high = node_high(right);
    //@ ghost node_seen(left);
    //@ ghost node_seen(right);
    //@ ghost uint32_t at = left[40] + 256u * left[41], end = at + right[40] + 256u * right[41];
    //@ assert at: at == le16_of(left + 40) && end == at + le16_of(right + 40);
    node_append(left, right, 0, node_count(right), scratch);
    //@ assert end: end == le16_of(left + 40) && at <= end <= 190;
    //@ assert old_keys: keys_are{Pre, Here}(left, 0, at, left, 0);
    //@ assert old_lengths: left[46] == 0 ==> lengths_are{Pre, Here}(left, 0, at, left, 0);
    //@ assert old_children: left[46] != 0 ==> children_are{Pre, Here}(left, 0, at, left, 0);
    //@ assert came_keys: keys_are{Pre, Here}(left, at, end, right, -at);
    //@ assert came_lengths: left[46] == 0 ==> lengths_are{Pre, Here}(left, at, end, right, -at);
    //@ assert came_children: left[46] != 0 ==> children_are{Pre, Here}(left, at, end, right, -at);
    node_end(left, next, high);
    //@ assert level: left[46] == \at(left[46], Pre);
    //@ assert left_keys: keys_are{Pre, Here}(left, 0, at, left, 0);
    //@ assert left_lengths: left[46] == 0 ==> lengths_are{Pre, Here}(left, 0, at, left, 0);
    //@ assert left_children: left[46] != 0 ==> children_are{Pre, Here}(left, 0, at, left, 0);
    //@ assert right_keys: keys_are{Pre, Here}(left, at, end, right, -at);
    //@ assert right_lengths: left[46] == 0 ==> lengths_are{Pre, Here}(left, at, end, right, -at);
    //@ assert right_children: left[46] != 0 ==> children_are{Pre, Here}(left, at, end, right, -at);
    //@ assert count: le16_of(left + 40) == end;
    //@ assert run_left: run_is{Pre, Here}(left, 0, at, left, 0);
    //@ assert run_right: run_is{Pre, Here}(left, at, end, right, -at);
}
