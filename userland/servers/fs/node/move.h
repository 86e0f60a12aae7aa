/* move.h - entries move between a node and its right neighbour of the same level; fences and the chain of leaves follow. */
#ifndef NODE_MOVE_H
#define NODE_MOVE_H
#include <node/leaf.h>

/* node_divide - The entries from m on leave `left` for `right`, which is made new with that id; low is where they part: the fence of both. */
/*@ requires room: \valid(left + (0 .. 4095)) && \valid(right + (0 .. 4095)) && \valid(scratch + (0 .. 4095));
    requires apart: \separated(left + (0 .. 4095), right + (0 .. 4095), scratch + (0 .. 4095));
    requires node: node_is(left) && m <= le16_of(left + 40);
    requires order: node_ordered(left);
    requires between: key_of(left, 47) < key_number(low) < key_of(left, 64) && (m > 0 ==> entry_key(left, m - 1) < key_number(low))
        && (m < le16_of(left + 40) ==> key_number(low) <= entry_key(left, m));
    assigns left[36 .. 45], left[64 .. 80], right[0 .. 4095], scratch[0 .. 4095];
    ensures node: node_same(left, right) && left[46] == \old(left[46]);
    ensures count: le16_of(left + 40) == m && le16_of(right + 40) == \old(le16_of(left + 40)) - m;
    ensures run_left: run_is{Pre, Post}(left, 0, m, left, 0);
    ensures run_right: run_is{Pre, Post}(right, 0, \old(le16_of(left + 40)) - m, left, m);
    ensures low: low_kept{Pre, Post}(left);
    ensures middle: key_of(left, 64) == key_number(low) && key_of(right, 47) == key_number(low);
    ensures high: key_of(right, 64) == \old(key_of(left, 64));
    ensures id: le32_of(right + 32) == id;
    ensures next: le32_of(left + 36) == (left[46] == 0 ? id : \old(le32_of(left + 36))) && le32_of(right + 36) == \old(le32_of(left + 36));
    ensures order: node_ordered(left) && node_ordered(right); */
void node_divide(uint8_t *left, uint8_t *right, uint32_t id, uint32_t m, struct key low, uint8_t *scratch);
/* node_join - The entries of `right` to the end of `left`, which has room for them. */
/*@ requires room: \valid(left + (0 .. 4095)) && \valid_read(right + (0 .. 4095)) && \valid(scratch + (0 .. 4095));
    requires apart: \separated(left + (0 .. 4095), right + (0 .. 4095), scratch + (0 .. 4095));
    requires node: node_same(left, right);
    requires fits: le16_of(left + 40) + le16_of(right + 40) <= 190
        && 21 * (le16_of(left + 40) + le16_of(right + 40)) + le16_of(left + 44) + le16_of(right + 44) <= 4000;
    requires order: node_ordered(left) && node_ordered(right) && key_of(left, 64) == key_of(right, 47);
    assigns left[36 .. 45], left[64 .. 80], left[96 .. 4095], scratch[0 .. 4095];
    ensures node: node_is(left) && left[46] == \old(left[46]);
    ensures count: le16_of(left + 40) == \old(le16_of(left + 40) + le16_of(right + 40));
    ensures run_left: run_is{Pre, Post}(left, 0, \old(le16_of(left + 40)), left, 0);
    ensures run_right: run_is{Pre, Post}(left, \old(le16_of(left + 40)), \old(le16_of(left + 40) + le16_of(right + 40)), right, -\old(le16_of(left + 40)));
    ensures low: low_kept{Pre, Post}(left);
    ensures high: key_of(left, 64) == \old(key_of(right, 64));
    ensures next: le32_of(left + 36) == \old(left[46] == 0 ? le32_of(right + 36) : le32_of(left + 36));
    ensures order: node_ordered(left); */
void node_join(uint8_t *left, const uint8_t *right, uint8_t *scratch);
/* node_shift_left - The first n entries of `right`, but not all, to the end of `left`; where they part then is the fence of both. */
/*@ requires room: \valid(left + (0 .. 4095)) && \valid(right + (0 .. 4095)) && \valid(scratch + (0 .. 4095));
    requires apart: \separated(left + (0 .. 4095), right + (0 .. 4095), scratch + (0 .. 4095));
    requires node: node_same(left, right) && 0 < n < le16_of(right + 40);
    requires fits: run_fits(left, right, 0, n);
    requires order: node_ordered(left) && node_ordered(right) && key_of(left, 64) == key_of(right, 47);
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
    ensures next: le32_of(left + 36) == \old(le32_of(left + 36));
    ensures order: node_ordered(left) && node_ordered(right); */
void node_shift_left(uint8_t *left, uint8_t *right, uint32_t n, uint8_t *scratch);
/* node_shift_right - The last n entries of `left`, but not all, to the front of `right`, likewise. */
/*@ requires room: \valid(left + (0 .. 4095)) && \valid(right + (0 .. 4095)) && \valid(scratch + (0 .. 4095));
    requires apart: \separated(left + (0 .. 4095), right + (0 .. 4095), scratch + (0 .. 4095));
    requires node: node_same(left, right) && 0 < n < le16_of(left + 40);
    requires fits: run_fits(right, left, le16_of(left + 40) - n, le16_of(left + 40));
    requires order: node_ordered(left) && node_ordered(right) && key_of(left, 64) == key_of(right, 47);
    assigns left[36 .. 45], left[64 .. 80], right[40 .. 63], right[96 .. 4095], scratch[0 .. 4095];
    ensures node: node_same(left, right) && left[46] == \old(left[46]);
    ensures count_left: le16_of(left + 40) == \old(le16_of(left + 40)) - n;
    ensures count_right: le16_of(right + 40) == \old(le16_of(right + 40)) + n;
    ensures run_left: run_is{Pre, Post}(left, 0, \old(le16_of(left + 40)) - n, left, 0);
    ensures run_came: run_is{Pre, Post}(right, 0, n, left, \old(le16_of(left + 40)) - n);
    ensures run_right: run_is{Pre, Post}(right, n, \old(le16_of(right + 40)) + n, right, -n);
    ensures low: low_kept{Pre, Post}(left);
    ensures high: high_kept{Pre, Post}(right);
    ensures meet: key_of(left, 64) == \old(entry_key(left, le16_of(left + 40) - n)) && key_of(right, 47) == key_of(left, 64);
    ensures next: le32_of(left + 36) == \old(le32_of(left + 36));
    ensures order: node_ordered(left) && node_ordered(right); */
void node_shift_right(uint8_t *left, uint8_t *right, uint32_t n, uint8_t *scratch);
#endif
