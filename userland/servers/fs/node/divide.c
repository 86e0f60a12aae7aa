/* divide.c - a full node becomes two. */
#define KEY_HIDDEN
#define LEAF_HIDDEN
#include <node/append.h>
#include <node/move.h>
#include <node/side.h>

/* part_seen - For proofs: the entries from m on fit into an empty node of the same level. */
/*@ ghost
    /@ requires room: \valid_read(left + (0 .. 4095)) && \valid_read(right + (0 .. 4095));
       requires same: node_same(right, left) && le16_of(right + 40) == 0;
       requires part: m <= end && end == le16_of(left + 40);
       assigns \nothing;
       ensures fits: run_fits(right, left, m, end); @/
    static void part_seen(const uint8_t *right, const uint8_t *left, uint32_t m, uint32_t end)
    {
        node_seen(left);
        node_seen(right);
        if (m < end) run_seen(left, m, end);
    }
*/

/* right_append - node_append, and what it leaves as it was: the names of `right`, and all of `left`. */
/*@ requires room: \valid(right + (0 .. 4095)) && \valid_read(left + (0 .. 4095)) && \valid(scratch + (0 .. 4095));
    requires apart: \separated(right + (0 .. 4095), left + (0 .. 4095), scratch + (0 .. 4095));
    requires kind: node_same(right, left) && le16_of(right + 40) == 0;
    requires part: m <= end && end == le16_of(left + 40);
    assigns right[40 .. 45], right[96 .. 4095], scratch[0 .. 4095];
    ensures level: right[46] == \old(right[46]);
    ensures node: node_same(right, left);
    ensures count: le16_of(right + 40) == end - m;
    ensures names: le32_of(right + 32) == \old(le32_of(right + 32)) && le32_of(right + 36) == \old(le32_of(right + 36));
    ensures fences: low_kept{Pre, Post}(right) && high_kept{Pre, Post}(right);
    ensures keys: keys_are{Pre, Post}(right, 0, end - m, left, m);
    ensures lengths: right[46] == 0 ==> lengths_are{Pre, Post}(right, 0, end - m, left, m);
    ensures children: right[46] != 0 ==> children_are{Pre, Post}(right, 0, end - m, left, m);
    ensures left_numbers: bytes_kept{Pre, Post}(left, 36, 47);
    ensures left_fences: low_kept{Pre, Post}(left) && high_kept{Pre, Post}(left);
    ensures left_keys: keys_kept{Pre, Post}(left);
    ensures left_lengths: lengths_are{Pre, Post}(left, 0, 190, left, 0);
    ensures left_children: children_are{Pre, Post}(left, 0, 190, left, 0); */
static void right_append(uint8_t *right, const uint8_t *left, uint32_t m, uint32_t end, uint8_t *scratch)
{
    //@ ghost part_seen(right, left, m, end);
    //@ ghost node_seen(left);
    node_append(right, left, m, end - m, scratch);
    //@ assert left_bytes: bytes_kept{Pre, Here}(left, 0, 4096);
    //@ assert right_bytes: bytes_kept{Pre, Here}(right, 32, 40);
}

/* right_fill - The new node has the entries from m on, and `left` has them still. */
/*@ requires room: \valid_read(left + (0 .. 4095)) && \valid(right + (0 .. 4095)) && \valid(scratch + (0 .. 4095));
    requires apart: \separated(left + (0 .. 4095), right + (0 .. 4095), scratch + (0 .. 4095));
    requires node: node_is(left) && m <= end && end == le16_of(left + 40);
    assigns right[0 .. 4095], scratch[0 .. 4095];
    ensures node: node_same(right, left);
    ensures level: left[46] == \old(left[46]);
    ensures count: le16_of(right + 40) == end - m && le16_of(left + 40) == end;
    ensures names: le32_of(right + 32) == id && le32_of(right + 36) == \old(le32_of(left + 36));
    ensures low: key_of(right, 47) == key_number(low);
    ensures high: key_of(right, 64) == \old(key_of(left, 64));
    ensures keys: keys_are{Pre, Post}(right, 0, end - m, left, m);
    ensures lengths: right[46] == 0 ==> lengths_are{Pre, Post}(right, 0, end - m, left, m);
    ensures children: right[46] != 0 ==> children_are{Pre, Post}(right, 0, end - m, left, m);
    ensures left_fences: low_kept{Pre, Post}(left) && high_kept{Pre, Post}(left);
    ensures left_keys: keys_kept{Pre, Post}(left);
    ensures left_lengths: lengths_are{Pre, Post}(left, 0, 190, left, 0);
    ensures left_children: children_are{Pre, Post}(left, 0, 190, left, 0); */
static void right_fill(const uint8_t *left, uint8_t *right, uint32_t id, uint32_t m, uint32_t end, struct key low, uint8_t *scratch)
{
    //@ ghost node_seen(left);
    side_begin(right, left, id, low);
    //@ assert end: end == le16_of(left + 40) && end <= 190;
    right_append(right, left, m, end, scratch);
    //@ assert keys: keys_are{Pre, Here}(right, 0, end - m, left, m);
    //@ assert lengths: right[46] == 0 ==> lengths_are{Pre, Here}(right, 0, end - m, left, m);
    //@ assert children: right[46] != 0 ==> children_are{Pre, Here}(right, 0, end - m, left, m);
}

/* left_cut - side_cut, and the names of `right` stay too. */
/*@ requires room: \valid(left + (0 .. 4095)) && \valid_read(right + (0 .. 4095));
    requires apart: \separated(left + (0 .. 4095), right + (0 .. 4095));
    requires node: node_same(left, right) && n <= le16_of(left + 40);
    assigns left[36 .. 45], left[64 .. 80];
    ensures node: node_same(left, right);
    ensures level: left[46] == \old(left[46]);
    ensures count: le16_of(left + 40) == n && le16_of(right + 40) == \old(le16_of(right + 40));
    ensures next: le32_of(left + 36) == next;
    ensures names: le32_of(right + 32) == \old(le32_of(right + 32)) && le32_of(right + 36) == \old(le32_of(right + 36));
    ensures low: low_kept{Pre, Post}(left);
    ensures high: key_of(left, 64) == \old(key_of(right, 47));
    ensures keys: keys_are{Pre, Post}(left, 0, n, left, 0);
    ensures lengths: left[46] == 0 ==> lengths_are{Pre, Post}(left, 0, n, left, 0);
    ensures children: left[46] != 0 ==> children_are{Pre, Post}(left, 0, n, left, 0);
    ensures right_fences: low_kept{Pre, Post}(right) && high_kept{Pre, Post}(right);
    ensures right_keys: keys_kept{Pre, Post}(right);
    ensures right_lengths: lengths_are{Pre, Post}(right, 0, 190, right, 0);
    ensures right_children: children_are{Pre, Post}(right, 0, 190, right, 0); */
static void left_cut(uint8_t *left, const uint8_t *right, uint32_t n, uint32_t next)
{
    side_cut(left, right, n, next);
    //@ assert names: bytes_kept{Pre, Here}(right, 32, 40);
    //@ assert level: left[46] == \at(left[46], Pre);
}

/* nodes_divide - Whatever the order of the entries is. */
/*@ requires room: \valid(left + (0 .. 4095)) && \valid(right + (0 .. 4095)) && \valid(scratch + (0 .. 4095));
    requires apart: \separated(left + (0 .. 4095), right + (0 .. 4095), scratch + (0 .. 4095));
    requires node: node_is(left) && m <= end && end == le16_of(left + 40);
    assigns left[36 .. 45], left[64 .. 80], right[0 .. 4095], scratch[0 .. 4095];
    ensures node: node_same(left, right) && left[46] == \old(left[46]);
    ensures count: le16_of(left + 40) == m && le16_of(right + 40) == end - m;
    ensures run_left: run_is{Pre, Post}(left, 0, m, left, 0);
    ensures run_right: run_is{Pre, Post}(right, 0, end - m, left, m);
    ensures low: low_kept{Pre, Post}(left);
    ensures middle: key_of(left, 64) == key_number(low) && key_of(right, 47) == key_number(low);
    ensures high: key_of(right, 64) == \old(key_of(left, 64));
    ensures names: le32_of(right + 32) == id && le32_of(right + 36) == \old(le32_of(left + 36));
    ensures next: le32_of(left + 36) == next; */
static void nodes_divide(uint8_t *left, uint8_t *right, uint32_t id, uint32_t m, uint32_t end, struct key low, uint32_t next, uint8_t *scratch)
{
    //@ ghost node_seen(left);
    right_fill(left, right, id, m, end, low, scratch);
    //@ assert range: m <= end <= 190;
    left_cut(left, right, m, next);
    //@ assert left_keys: keys_are{Pre, Here}(left, 0, m, left, 0);
    //@ assert left_lengths: left[46] == 0 ==> lengths_are{Pre, Here}(left, 0, m, left, 0);
    //@ assert left_children: left[46] != 0 ==> children_are{Pre, Here}(left, 0, m, left, 0);
    //@ assert right_keys: keys_are{Pre, Here}(right, 0, end - m, left, m);
    //@ assert right_lengths: right[46] == 0 ==> lengths_are{Pre, Here}(right, 0, end - m, left, m);
    //@ assert right_children: right[46] != 0 ==> children_are{Pre, Here}(right, 0, end - m, left, m);
}

void node_divide(uint8_t *left, uint8_t *right, uint32_t id, uint32_t m, struct key low, uint8_t *scratch)
{
    uint32_t next = node_level(left) == 0 ? id : node_next(left), end = node_count(left);
    //@ ghost node_seen(left);
    //@ assert end: end == le16_of(left + 40) && m <= end;
    //@ assert last: end > 0 ==> entry_key(left, end - 1) < key_of(left, 64);
    nodes_divide(left, right, id, m, end, low, next, scratch);
    //@ assert left_keys: keys_are{Pre, Here}(left, 0, m, left, 0);
    //@ assert right_keys: keys_are{Pre, Here}(right, 0, end - m, left, m);
    //@ assert left_ascend: entries_ascend(left, m);
    //@ assert right_ascend: entries_ascend(right, end - m);
    //@ assert left_fenced: entries_fenced(left);
    //@ assert right_count: le16_of(right + 40) == end - m;
    //@ assert right_first: m < end ==> entry_key(right, 0) == entry_key{Pre}(left, m);
    //@ assert right_last: m < end ==> entry_key(right, end - m - 1) == entry_key{Pre}(left, end - 1);
    //@ assert right_fenced: entries_fenced(right);
}
