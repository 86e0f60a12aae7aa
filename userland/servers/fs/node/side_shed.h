/* side_shed.h - like side.h: the right one of two neighbours loses its first entries, and `left` stays what it is. */
#ifndef NODE_SIDE_SHED_H
#define NODE_SIDE_SHED_H
#include <node/leaf.h>

/* side_drop - `right` without its first n entries. scratch: one block, contents lost. */
/*@ requires room: \valid(right + (0 .. 4095)) && \valid_read(left + (0 .. 4095)) && \valid(scratch + (0 .. 4095));
    requires apart: \separated(right + (0 .. 4095), left + (0 .. 4095), scratch + (0 .. 4095));
    requires node: node_there(right) && node_is(left) && n <= le16_of(right + 40);
    assigns right[40 .. 45], right[96 .. 4095], scratch[0 .. 4095];
    ensures node: node_there(right);
    ensures count: le16_of(right + 40) == \old(le16_of(right + 40)) - n;
    ensures run: run_is{Pre, Post}(right, 0, \old(le16_of(right + 40)) - n, right, n);
    ensures fences: low_kept{Pre, Post}(right) && high_kept{Pre, Post}(right);
    ensures other_keys: keys_kept{Pre, Post}(left);
    ensures other_fences: low_kept{Pre, Post}(left) && high_kept{Pre, Post}(left);
    ensures other_bytes: bytes_kept{Pre, Post}(left, 0, 4096); */
void side_drop_keys(uint8_t *right, const uint8_t *left, uint32_t n, uint8_t *scratch);
/*@ requires room: \valid(right + (0 .. 4095)) && \valid_read(left + (0 .. 4095)) && \valid(scratch + (0 .. 4095));
    requires apart: \separated(right + (0 .. 4095), left + (0 .. 4095), scratch + (0 .. 4095));
    requires node: node_there(right) && node_is(left) && n <= le16_of(right + 40);
    assigns right[40 .. 45], right[96 .. 4095], scratch[0 .. 4095];
    ensures node: node_there(right);
    ensures count: le16_of(right + 40) == \old(le16_of(right + 40)) - n;
    ensures run: run_is{Pre, Post}(right, 0, \old(le16_of(right + 40)) - n, right, n);
    ensures fences: low_kept{Pre, Post}(right) && high_kept{Pre, Post}(right);
    ensures other_keys: keys_kept{Pre, Post}(left);
    ensures other_fences: low_kept{Pre, Post}(left) && high_kept{Pre, Post}(left);
    ensures other: node_is(left) && left[46] == \old(left[46]);
    ensures other_numbers: numbers_kept{Pre, Post}(left);
    ensures other_lengths: lengths_are{Pre, Post}(left, 0, 190, left, 0);
    ensures other_children: children_are{Pre, Post}(left, 0, 190, left, 0);
    ensures other_next: left[36] == \old(left[36]) && left[37] == \old(left[37]) && left[38] == \old(left[38]) && left[39] == \old(left[39]); */
void side_drop(uint8_t *right, const uint8_t *left, uint32_t n, uint8_t *scratch);

/* side_low - `right` begins where `left` ends. */
/*@ requires room: \valid(right + (0 .. 4095)) && \valid_read(left + (0 .. 4095));
    requires apart: \separated(right + (0 .. 4095), left + (0 .. 4095));
    requires node: node_is(right) && node_is(left);
    assigns right[47 .. 63];
    ensures node: node_is(right);
    ensures keys: keys_kept{Pre, Post}(right);
    ensures lengths: lengths_are{Pre, Post}(right, 0, 190, right, 0);
    ensures children: children_are{Pre, Post}(right, 0, 190, right, 0);
    ensures high: high_kept{Pre, Post}(right);
    ensures low: key_of(right, 47) == \old(key_of(left, 64));
    ensures other_keys: keys_kept{Pre, Post}(left);
    ensures other_fences: low_kept{Pre, Post}(left) && high_kept{Pre, Post}(left);
    ensures other_bytes: bytes_kept{Pre, Post}(left, 0, 4096); */
void side_low_keys(uint8_t *right, const uint8_t *left);
/*@ requires room: \valid(right + (0 .. 4095)) && \valid_read(left + (0 .. 4095));
    requires apart: \separated(right + (0 .. 4095), left + (0 .. 4095));
    requires node: node_is(right) && node_is(left);
    assigns right[47 .. 63];
    ensures node: node_is(right);
    ensures keys: keys_kept{Pre, Post}(right);
    ensures lengths: lengths_are{Pre, Post}(right, 0, 190, right, 0);
    ensures children: children_are{Pre, Post}(right, 0, 190, right, 0);
    ensures high: high_kept{Pre, Post}(right);
    ensures low: key_of(right, 47) == \old(key_of(left, 64));
    ensures other_keys: keys_kept{Pre, Post}(left);
    ensures other_fences: low_kept{Pre, Post}(left) && high_kept{Pre, Post}(left);
    ensures other: node_is(left) && left[46] == \old(left[46]);
    ensures other_numbers: numbers_kept{Pre, Post}(left);
    ensures other_lengths: lengths_are{Pre, Post}(left, 0, 190, left, 0);
    ensures other_children: children_are{Pre, Post}(left, 0, 190, left, 0);
    ensures other_next: left[36] == \old(left[36]) && left[37] == \old(left[37]) && left[38] == \old(left[38]) && left[39] == \old(left[39]); */
void side_low(uint8_t *right, const uint8_t *left);

#endif
