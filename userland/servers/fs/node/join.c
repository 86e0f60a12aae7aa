/* join.c - two nodes that are nearly empty become one. */
#define KEY_HIDDEN
#define LEAF_HIDDEN
#include <node/append.h>
#include <node/fence.h>
#include <node/move.h>

/* order_seen - For proofs: all keys are within the fences. */
/*@ ghost
    /@ requires ordered: \valid_read(b + (0 .. 4095)) && node_ordered(b);
       assigns \nothing;
       ensures low: \forall integer i; 0 <= i < le16_of(b + 40) ==> key_of(b, 47) <= entry_key(b, i);
       ensures high: \forall integer i; 0 <= i < le16_of(b + 40) ==> entry_key(b, i) < key_of(b, 64); @/
    static void order_seen(const uint8_t *b) { }
*/
/* nodes_join - Whatever the order of the entries is. */
/*@ requires room: \valid(left + (0 .. 4095)) && \valid_read(right + (0 .. 4095)) && \valid(scratch + (0 .. 4095));
    requires apart: \separated(left + (0 .. 4095), right + (0 .. 4095), scratch + (0 .. 4095));
    requires node: node_same(left, right);
    requires fits: le16_of(left + 40) + le16_of(right + 40) <= 190
        && 21 * (le16_of(left + 40) + le16_of(right + 40)) + le16_of(left + 44) + le16_of(right + 44) <= 4000;
    assigns left[36 .. 45], left[64 .. 80], left[96 .. 4095], scratch[0 .. 4095];
    ensures node: node_is(left) && left[46] == \old(left[46]);
    ensures count: le16_of(left + 40) == \old(le16_of(left + 40) + le16_of(right + 40));
    ensures run_left: run_is{Pre, Post}(left, 0, \old(le16_of(left + 40)), left, 0);
    ensures run_right: run_is{Pre, Post}(left, \old(le16_of(left + 40)), \old(le16_of(left + 40) + le16_of(right + 40)), right, -\old(le16_of(left + 40)));
    ensures low: low_kept{Pre, Post}(left);
    ensures high: key_of(left, 64) == \old(key_of(right, 64));
    ensures next: le32_of(left + 36) == \old(left[46] == 0 ? le32_of(right + 36) : le32_of(left + 36)); */
static void nodes_join(uint8_t *left, const uint8_t *right, uint8_t *scratch)
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

void node_join(uint8_t *left, const uint8_t *right, uint8_t *scratch)
{
    //@ ghost node_seen(left);
    //@ ghost order_seen(left);
    //@ ghost order_seen(right);
    //@ ghost uint32_t at = left[40] + 256u * left[41];
    //@ assert at: at == le16_of(left + 40);
    nodes_join(left, right, scratch);
    //@ assert left_keys: keys_are{Pre, Here}(left, 0, at, left, 0);
    //@ assert right_keys: keys_are{Pre, Here}(left, at, le16_of(left + 40), right, -at);
    //@ assert left_part: \forall integer i; 0 <= i < at ==> key_of(left, 47) <= entry_key(left, i) < key_of{Pre}(left, 64);
    //@ assert right_part: \forall integer i; at <= i < le16_of(left + 40) ==> key_of{Pre}(right, 47) <= entry_key(left, i) < key_of(left, 64);
    //@ assert left_ascend: \forall integer i, j; 0 <= i < j < at ==> entry_key(left, i) < entry_key(left, j);
    //@ assert right_ascend: \forall integer i, j; at <= i < j < le16_of(left + 40) ==> entry_key(left, i) < entry_key(left, j);
    //@ assert ascend: entries_ascend(left, le16_of(left + 40));
    //@ assert fences: key_of(left, 47) < key_of{Pre}(left, 64) < key_of(left, 64);
    //@ assert within: \forall integer i; 0 <= i < le16_of(left + 40) ==> key_of(left, 47) <= entry_key(left, i) < key_of(left, 64);
    //@ assert fenced: entries_fenced(left);
}
