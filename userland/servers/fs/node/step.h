/* step.h - one entry of a node, as it is, into another of the same level, and nothing else of both changes: what longer moves repeat. */
#ifndef NODE_STEP_H
#define NODE_STEP_H
#include <node/put.h>

/* leaf_pass - Entry i of another leaf becomes entry `at`: all keys are known. leaf_step - All sums too. scratch: one block, contents lost. */
/*@ requires room: \valid(to + (0 .. 4095)) && \valid_read(from + (0 .. 4095)) && \valid(scratch + (0 .. 4095));
    requires apart: \separated(to + (0 .. 4095), from + (0 .. 4095), scratch + (0 .. 4095));
    requires leaf: leaf_there(to) && node_leaf(from) && at <= le16_of(to + 40) && i < le16_of(from + 40);
    requires fits: 21 * le16_of(to + 40) + le16_of(to + 44) + entry_length(from, i) <= 3979;
    assigns to[40 .. 45], to[96 .. 4095], scratch[0 .. 4095];
    ensures leaf: leaf_there(to);
    ensures count: le16_of(to + 40) == \old(le16_of(to + 40)) + 1;
    ensures live: le16_of(to + 44) == \old(le16_of(to + 44) + entry_length(from, i));
    ensures keys: key_came{Pre, Post}(to, at, from, i);
    ensures lengths: length_came{Pre, Post}(to, at, from, i);
    ensures from: bytes_kept{Pre, Post}(from, 0, 4096);
    ensures from_inside: values_inside(from, le16_of(from + 40));
    ensures from_numbers: numbers_kept{Pre, Post}(from);
    ensures fences: low_kept{Pre, Post}(to) && high_kept{Pre, Post}(to);
    ensures from_fences: low_kept{Pre, Post}(from) && high_kept{Pre, Post}(from);
    ensures from_keys: keys_kept{Pre, Post}(from); */
void leaf_pass(uint8_t *to, uint32_t at, const uint8_t *from, uint32_t i, uint8_t *scratch);
/*@ requires room: \valid(to + (0 .. 4095)) && \valid_read(from + (0 .. 4095)) && \valid(scratch + (0 .. 4095));
    requires apart: \separated(to + (0 .. 4095), from + (0 .. 4095), scratch + (0 .. 4095));
    requires leaf: leaf_there(to) && node_leaf(from) && at <= le16_of(to + 40) && i < le16_of(from + 40);
    requires fits: 21 * le16_of(to + 40) + le16_of(to + 44) + entry_length(from, i) <= 3979;
    assigns to[40 .. 45], to[96 .. 4095], scratch[0 .. 4095];
    ensures leaf: leaf_there(to);
    ensures count: le16_of(to + 40) == \old(le16_of(to + 40)) + 1;
    ensures live: le16_of(to + 44) == \old(le16_of(to + 44) + entry_length(from, i));
    ensures keys: key_came{Pre, Post}(to, at, from, i);
    ensures lengths: length_came{Pre, Post}(to, at, from, i);
    ensures fences: low_kept{Pre, Post}(to) && high_kept{Pre, Post}(to);
    ensures from_fences: low_kept{Pre, Post}(from) && high_kept{Pre, Post}(from);
    ensures from_keys: keys_kept{Pre, Post}(from);
    ensures from_sums: sums_kept{Pre, Post}(from);
    ensures from_leaf: node_leaf(from); */
void leaf_step(uint8_t *to, uint32_t at, const uint8_t *from, uint32_t i, uint8_t *scratch);

/* branch_step - The same of branches. */
/*@ requires room: \valid(to + (0 .. 4095)) && \valid_read(from + (0 .. 4095)) && \separated(to + (0 .. 4095), from + (0 .. 4095));
    requires branch: node_branch(to) && at <= le16_of(to + 40) < 190 && i < 190;
    assigns to[40 .. 45], to[96 .. 4095];
    ensures branch: node_branch(to);
    ensures count: le16_of(to + 40) == \old(le16_of(to + 40)) + 1;
    ensures keys: key_came{Pre, Post}(to, at, from, i);
    ensures children: child_came{Pre, Post}(to, at, from, i);
    ensures fences: low_kept{Pre, Post}(to) && high_kept{Pre, Post}(to);
    ensures from_fences: low_kept{Pre, Post}(from) && high_kept{Pre, Post}(from);
    ensures from_keys: keys_kept{Pre, Post}(from); */
void branch_step(uint8_t *to, uint32_t at, const uint8_t *from, uint32_t i);
#endif
