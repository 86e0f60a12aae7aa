/* shift_left.c - the first entries of a node to its left neighbour, which has few. */
#define KEY_HIDDEN
#define LEAF_HIDDEN
#include <node/append.h>
#include <node/move.h>
#include <node/side.h>
#include <node/side_shed.h>

/* left_add - The first n entries of `right` are in both. */
/*@ requires room: \valid(left + (0 .. 4095)) && \valid_read(right + (0 .. 4095)) && \valid(scratch + (0 .. 4095));
    requires apart: \separated(left + (0 .. 4095), right + (0 .. 4095), scratch + (0 .. 4095));
    requires node: node_same(left, right) && 0 < n < le16_of(right + 40);
    requires fits: run_fits(left, right, 0, n);
    assigns left[40 .. 45], left[96 .. 4095], scratch[0 .. 4095];
    ensures node: node_same(left, right) && left[46] == \old(left[46]);
    ensures count: le16_of(left + 40) == \old(le16_of(left + 40)) + n;
    ensures keys_before: keys_are{Pre, Post}(left, 0, \old(le16_of(left + 40)), left, 0);
    ensures keys_after: keys_are{Pre, Post}(left, \old(le16_of(left + 40)), \old(le16_of(left + 40)) + n, right, -\old(le16_of(left + 40)));
    ensures lengths_before: left[46] == 0 ==> lengths_are{Pre, Post}(left, 0, \old(le16_of(left + 40)), left, 0);
    ensures lengths_after: left[46] == 0
        ==> lengths_are{Pre, Post}(left, \old(le16_of(left + 40)), \old(le16_of(left + 40)) + n, right, -\old(le16_of(left + 40)));
    ensures children_before: left[46] != 0 ==> children_are{Pre, Post}(left, 0, \old(le16_of(left + 40)), left, 0);
    ensures children_after: left[46] != 0
        ==> children_are{Pre, Post}(left, \old(le16_of(left + 40)), \old(le16_of(left + 40)) + n, right, -\old(le16_of(left + 40)));
    ensures fences: low_kept{Pre, Post}(left) && high_kept{Pre, Post}(left);
    ensures right_keys: keys_kept{Pre, Post}(right);
    ensures right_fences: low_kept{Pre, Post}(right) && high_kept{Pre, Post}(right);
    ensures right_numbers: numbers_kept{Pre, Post}(right);
    ensures right_lengths: lengths_are{Pre, Post}(right, 0, 190, right, 0);
    ensures right_children: children_are{Pre, Post}(right, 0, 190, right, 0); */
static void left_add(uint8_t *left, const uint8_t *right, uint32_t n, uint8_t *scratch)
{
    //@ ghost node_seen(left);
    //@ ghost node_seen(right);
    node_append(left, right, 0, n, scratch);
    //@ assert bytes: bytes_kept{Pre, Here}(right, 0, 4096);
    /*@ assert number_bytes: right[40] == \at(right[40], Pre) && right[41] == \at(right[41], Pre) && right[42] == \at(right[42], Pre)
        && right[43] == \at(right[43], Pre) && right[44] == \at(right[44], Pre) && right[45] == \at(right[45], Pre); */
    //@ assert lengths: lengths_are{Pre, Here}(right, 0, 190, right, 0);
    //@ assert children: children_are{Pre, Here}(right, 0, 190, right, 0);
}

/* left_take - And `left` ends where the rest of `right` begins. */
/*@ requires room: \valid(left + (0 .. 4095)) && \valid_read(right + (0 .. 4095)) && \valid(scratch + (0 .. 4095));
    requires apart: \separated(left + (0 .. 4095), right + (0 .. 4095), scratch + (0 .. 4095));
    requires node: node_same(left, right) && 0 < n < le16_of(right + 40);
    requires fits: run_fits(left, right, 0, n);
    assigns left[36 .. 45], left[64 .. 80], left[96 .. 4095], scratch[0 .. 4095];
    ensures node: node_same(left, right) && left[46] == \old(left[46]);
    ensures count: le16_of(left + 40) == \old(le16_of(left + 40)) + n;
    ensures keys_before: keys_are{Pre, Post}(left, 0, \old(le16_of(left + 40)), left, 0);
    ensures keys_after: keys_are{Pre, Post}(left, \old(le16_of(left + 40)), \old(le16_of(left + 40)) + n, right, -\old(le16_of(left + 40)));
    ensures lengths_before: left[46] == 0 ==> lengths_are{Pre, Post}(left, 0, \old(le16_of(left + 40)), left, 0);
    ensures lengths_after: left[46] == 0
        ==> lengths_are{Pre, Post}(left, \old(le16_of(left + 40)), \old(le16_of(left + 40)) + n, right, -\old(le16_of(left + 40)));
    ensures children_before: left[46] != 0 ==> children_are{Pre, Post}(left, 0, \old(le16_of(left + 40)), left, 0);
    ensures children_after: left[46] != 0
        ==> children_are{Pre, Post}(left, \old(le16_of(left + 40)), \old(le16_of(left + 40)) + n, right, -\old(le16_of(left + 40)));
    ensures low: low_kept{Pre, Post}(left);
    ensures high: key_of(left, 64) == \old(entry_key(right, n));
    ensures next: le32_of(left + 36) == \old(le32_of(left + 36));
    ensures right_keys: keys_kept{Pre, Post}(right);
    ensures right_fences: low_kept{Pre, Post}(right) && high_kept{Pre, Post}(right);
    ensures right_numbers: numbers_kept{Pre, Post}(right);
    ensures right_lengths: lengths_are{Pre, Post}(right, 0, 190, right, 0);
    ensures right_children: children_are{Pre, Post}(right, 0, 190, right, 0); */
static void left_take(uint8_t *left, const uint8_t *right, uint32_t n, uint8_t *scratch)
{
    //@ ghost node_seen(left);
    //@ ghost node_seen(right);
    //@ ghost uint32_t at = left[40] + 256u * left[41];
    //@ assert at: at == le16_of(left + 40);
    left_add(left, right, n, scratch);
    //@ assert range: at + n <= 190 && n < le16_of(right + 40) <= 190;
    //@ assert mark: entry_key(right, n) == entry_key{Pre}(right, n);
    //@ assert next: le32_of(left + 36) == \at(le32_of(left + 36), Pre);
    //@ assert old_keys: keys_are{Pre, Here}(left, 0, at, left, 0);
    //@ assert old_lengths: left[46] == 0 ==> lengths_are{Pre, Here}(left, 0, at, left, 0);
    //@ assert old_children: left[46] != 0 ==> children_are{Pre, Here}(left, 0, at, left, 0);
    //@ assert came_keys: keys_are{Pre, Here}(left, at, at + n, right, -at);
    //@ assert came_lengths: left[46] == 0 ==> lengths_are{Pre, Here}(left, at, at + n, right, -at);
    //@ assert came_children: left[46] != 0 ==> children_are{Pre, Here}(left, at, at + n, right, -at);
    side_end(left, right, n);
    //@ assert level: left[46] == \at(left[46], Pre);
    //@ assert count: le16_of(left + 40) == at + n;
    //@ assert old_keys_kept: keys_are{Pre, Here}(left, 0, at, left, 0);
    //@ assert old_lengths_kept: left[46] == 0 ==> lengths_are{Pre, Here}(left, 0, at, left, 0);
    //@ assert old_children_kept: left[46] != 0 ==> children_are{Pre, Here}(left, 0, at, left, 0);
    //@ assert came_keys_kept: keys_are{Pre, Here}(left, at, at + n, right, -at);
    //@ assert came_lengths_kept: left[46] == 0 ==> lengths_are{Pre, Here}(left, at, at + n, right, -at);
    //@ assert came_children_kept: left[46] != 0 ==> children_are{Pre, Here}(left, at, at + n, right, -at);
}

/* next_seen - For proofs: the number of the next node as its bytes. */
/*@ ghost
    /@ requires room: \valid_read(b + (0 .. 4095));
       assigns \nothing;
       ensures next: le32_of(b + 36) == b[36] + 256 * b[37] + 65536 * b[38] + 16777216 * b[39]; @/
    static void next_seen(const uint8_t *b) { }
*/
/* right_shed - The other side: `right` without its first n entries, from where `left` ends; and `left` stays. */
/*@ requires room: \valid(right + (0 .. 4095)) && \valid_read(left + (0 .. 4095)) && \valid(scratch + (0 .. 4095));
    requires apart: \separated(right + (0 .. 4095), left + (0 .. 4095), scratch + (0 .. 4095));
    requires node: node_is(right) && node_is(left) && n <= le16_of(right + 40);
    assigns right[40 .. 45], right[47 .. 63], right[96 .. 4095], scratch[0 .. 4095];
    ensures node: node_is(right) && right[46] == \old(right[46]);
    ensures count: le16_of(right + 40) == \old(le16_of(right + 40)) - n;
    ensures keys: keys_are{Pre, Post}(right, 0, \old(le16_of(right + 40)) - n, right, n);
    ensures lengths: right[46] == 0 ==> lengths_are{Pre, Post}(right, 0, \old(le16_of(right + 40)) - n, right, n);
    ensures children: right[46] != 0 ==> children_are{Pre, Post}(right, 0, \old(le16_of(right + 40)) - n, right, n);
    ensures low: key_of(right, 47) == \old(key_of(left, 64));
    ensures high: high_kept{Pre, Post}(right);
    ensures other_keys: keys_kept{Pre, Post}(left);
    ensures other_fences: low_kept{Pre, Post}(left) && high_kept{Pre, Post}(left);
    ensures other: node_is(left) && left[46] == \old(left[46]);
    ensures other_numbers: numbers_kept{Pre, Post}(left);
    ensures other_lengths: lengths_are{Pre, Post}(left, 0, 190, left, 0);
    ensures other_children: children_are{Pre, Post}(left, 0, 190, left, 0);
    ensures other_next: le32_of(left + 36) == \old(le32_of(left + 36)); */
static void right_shed(uint8_t *right, const uint8_t *left, uint32_t n, uint8_t *scratch)
{
    //@ ghost node_seen(right);
    //@ ghost next_seen(left);
    //@ ghost uint32_t end = right[40] + 256u * right[41] - n;
    //@ assert end: end == le16_of(right + 40) - n && end <= 190;
    side_drop(right, left, n, scratch);
    //@ assert next_drop: left[36] == \at(left[36], Pre) && left[37] == \at(left[37], Pre) && left[38] == \at(left[38], Pre) && left[39] == \at(left[39], Pre);
    //@ assert keys_cut: keys_are{Pre, Here}(right, 0, end, right, n) && end == le16_of(right + 40);
    //@ assert lengths_cut: right[46] == 0 ==> lengths_are{Pre, Here}(right, 0, end, right, n);
    //@ assert children_cut: right[46] != 0 ==> children_are{Pre, Here}(right, 0, end, right, n);
    //@ assert level_cut: right[46] == \at(right[46], Pre);
    side_low(right, left);
    //@ assert next_low: left[36] == \at(left[36], Pre) && left[37] == \at(left[37], Pre) && left[38] == \at(left[38], Pre) && left[39] == \at(left[39], Pre);
    //@ ghost next_seen(left);
    //@ assert next: le32_of(left + 36) == \at(le32_of(left + 36), Pre);
    //@ assert level: right[46] == \at(right[46], Pre);
    //@ assert count: end == le16_of(right + 40);
    //@ assert keys: keys_are{Pre, Here}(right, 0, end, right, n);
    //@ assert lengths: right[46] == 0 ==> lengths_are{Pre, Here}(right, 0, end, right, n);
    //@ assert children: right[46] != 0 ==> children_are{Pre, Here}(right, 0, end, right, n);
}

/* nodes_shift_left - Whatever the order of the entries is. */
/*@ requires room: \valid(left + (0 .. 4095)) && \valid(right + (0 .. 4095)) && \valid(scratch + (0 .. 4095));
    requires apart: \separated(left + (0 .. 4095), right + (0 .. 4095), scratch + (0 .. 4095));
    requires node: node_same(left, right) && 0 < n < le16_of(right + 40);
    requires fits: run_fits(left, right, 0, n);
    assigns left[36 .. 45], left[64 .. 80], left[96 .. 4095], right[40 .. 45], right[47 .. 63], right[96 .. 4095], scratch[0 .. 4095];
    ensures node_left: node_is(left) && left[46] == \old(left[46]);
    ensures node_right: node_is(right) && right[46] == \old(right[46]);
    ensures count_left: le16_of(left + 40) == \old(le16_of(left + 40)) + n;
    ensures count_right: le16_of(right + 40) == \old(le16_of(right + 40)) - n;
    ensures run_left: run_is{Pre, Post}(left, 0, \old(le16_of(left + 40)), left, 0);
    ensures run_moved: run_is{Pre, Post}(left, \old(le16_of(left + 40)), \old(le16_of(left + 40)) + n, right, -\old(le16_of(left + 40)));
    ensures run_right: run_is{Pre, Post}(right, 0, \old(le16_of(right + 40)) - n, right, n);
    ensures fence: key_of(left, 64) == \old(entry_key(right, n)) && key_of(right, 47) == \old(entry_key(right, n));
    ensures low: low_kept{Pre, Post}(left);
    ensures high: high_kept{Pre, Post}(right);
    ensures next: le32_of(left + 36) == \old(le32_of(left + 36)); */
static void nodes_shift_left(uint8_t *left, uint8_t *right, uint32_t n, uint8_t *scratch)
{
    //@ ghost node_seen(left);
    //@ ghost node_seen(right);
    //@ ghost uint32_t at = left[40] + 256u * left[41], end = right[40] + 256u * right[41] - n;
    //@ assert at: at == le16_of(left + 40) && end == le16_of(right + 40) - n && at + n <= 190 && end + n <= 190;
    left_take(left, right, n, scratch);
    //@ assert rest: end == le16_of(right + 40) - n;
    //@ assert next_taken: le32_of(left + 36) == \at(le32_of(left + 36), Pre);
    //@ assert level_taken: left[46] == right[46] && left[46] == \at(left[46], Pre);
    //@ assert old_keys_taken: keys_are{Pre, Here}(left, 0, at, left, 0);
    //@ assert old_lengths_taken: left[46] == 0 ==> lengths_are{Pre, Here}(left, 0, at, left, 0);
    //@ assert old_children_taken: left[46] != 0 ==> children_are{Pre, Here}(left, 0, at, left, 0);
    //@ assert came_keys_taken: keys_are{Pre, Here}(left, at, at + n, right, -at);
    //@ assert came_lengths_taken: left[46] == 0 ==> lengths_are{Pre, Here}(left, at, at + n, right, -at);
    //@ assert came_children_taken: left[46] != 0 ==> children_are{Pre, Here}(left, at, at + n, right, -at);
    right_shed(right, left, n, scratch);
    //@ assert level: left[46] == right[46] && left[46] == \at(left[46], Pre);
    //@ assert next: le32_of(left + 36) == \at(le32_of(left + 36), Pre);
    //@ assert old_keys: keys_are{Pre, Here}(left, 0, at, left, 0);
    //@ assert old_lengths: left[46] == 0 ==> lengths_are{Pre, Here}(left, 0, at, left, 0);
    //@ assert old_children: left[46] != 0 ==> children_are{Pre, Here}(left, 0, at, left, 0);
    //@ assert came_keys: keys_are{Pre, Here}(left, at, at + n, right, -at);
    //@ assert came_lengths: left[46] == 0 ==> lengths_are{Pre, Here}(left, at, at + n, right, -at);
    //@ assert came_children: left[46] != 0 ==> children_are{Pre, Here}(left, at, at + n, right, -at);
    //@ assert rest_keys: keys_are{Pre, Here}(right, 0, end, right, n);
    //@ assert rest_lengths: right[46] == 0 ==> lengths_are{Pre, Here}(right, 0, end, right, n);
    //@ assert rest_children: right[46] != 0 ==> children_are{Pre, Here}(right, 0, end, right, n);
    //@ assert run_left: run_is{Pre, Here}(left, 0, at, left, 0);
    //@ assert run_moved: run_is{Pre, Here}(left, at, at + n, right, -at);
    //@ assert run_right: run_is{Pre, Here}(right, 0, end, right, n);
}

/* order_seen - For proofs: all keys are within the fences. */
/*@ ghost
    /@ requires ordered: \valid_read(b + (0 .. 4095)) && node_ordered(b);
       assigns \nothing;
       ensures low: \forall integer i; 0 <= i < le16_of(b + 40) ==> key_of(b, 47) <= entry_key(b, i);
       ensures high: \forall integer i; 0 <= i < le16_of(b + 40) ==> entry_key(b, i) < key_of(b, 64); @/
    static void order_seen(const uint8_t *b) { }
*/
void node_shift_left(uint8_t *left, uint8_t *right, uint32_t n, uint8_t *scratch)
{
    //@ ghost node_seen(left);
    //@ ghost node_seen(right);
    //@ ghost order_seen(left);
    //@ ghost order_seen(right);
    //@ ghost uint32_t at = left[40] + 256u * left[41], end = right[40] + 256u * right[41] - n;
    //@ assert at: at == le16_of(left + 40) && end == le16_of(right + 40) - n;
    //@ assert middle: key_of(left, 64) <= entry_key(right, n) < key_of(right, 64);
    //@ assert before: \forall integer i; 0 <= i < n ==> key_of(left, 64) <= entry_key(right, i) < entry_key(right, n);
    nodes_shift_left(left, right, n, scratch);
    //@ assert count: le16_of(left + 40) == at + n && le16_of(right + 40) == end;
    //@ assert left_keys: keys_are{Pre, Here}(left, 0, at, left, 0);
    //@ assert moved_keys: keys_are{Pre, Here}(left, at, at + n, right, -at);
    //@ assert right_keys: keys_are{Pre, Here}(right, 0, end, right, n);
    //@ assert left_part: \forall integer i; 0 <= i < at ==> key_of(left, 47) <= entry_key(left, i) < key_of{Pre}(left, 64);
    //@ assert moved_part: \forall integer i; at <= i < at + n ==> key_of{Pre}(left, 64) <= entry_key(left, i) < key_of(left, 64);
    //@ assert left_ascend: \forall integer i, j; 0 <= i < j < at ==> entry_key(left, i) < entry_key(left, j);
    //@ assert moved_ascend: \forall integer i, j; at <= i < j < at + n ==> entry_key(left, i) < entry_key(left, j);
    //@ assert ascend: entries_ascend(left, at + n);
    //@ assert fences: key_of(left, 47) < key_of{Pre}(left, 64) <= key_of(left, 64);
    //@ assert within: \forall integer i; 0 <= i < at + n ==> key_of(left, 47) <= entry_key(left, i) < key_of(left, 64);
    //@ assert fenced: entries_fenced(left);
    //@ assert ordered: node_ordered(left);
    //@ assert right_first: entry_key(right, 0) == key_of(right, 47);
    //@ assert right_last: entry_key(right, end - 1) < key_of(right, 64);
    //@ assert right_ascend: entries_ascend(right, end);
    //@ assert right_fenced: entries_fenced(right);
    //@ assert right_ordered: node_ordered(right);
}
