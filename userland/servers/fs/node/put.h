/* put.h - one entry of a node, as it is, into another of the same level. */
#ifndef NODE_PUT_H
#define NODE_PUT_H
#include <node/leaf.h>

/* leaf_put - Entry i of another leaf becomes entry `at`; scratch: one block, contents lost. */
/*@ requires room: \valid(to + (0 .. 4095)) && \valid_read(from + (0 .. 4095)) && \valid(scratch + (0 .. 4095));
    requires apart: \separated(to + (0 .. 4095), from + (0 .. 4095), scratch + (0 .. 4095));
    requires leaf: leaf_there(to) && node_leaf(from) && at <= le16_of(to + 40) && i < le16_of(from + 40);
    requires fits: 21 * le16_of(to + 40) + le16_of(to + 44) + entry_length(from, i) <= 3979;
    assigns to[40 .. 45], to[96 .. 4095], scratch[0 .. 4095];
    ensures leaf: leaf_there(to);
    ensures count: le16_of(to + 40) == \old(le16_of(to + 40)) + 1;
    ensures live: le16_of(to + 44) == \old(le16_of(to + 44) + entry_length(from, i));
    ensures keys: key_came{Pre, Post}(to, at, from, i);
    ensures lengths: length_came{Pre, Post}(to, at, from, i); */
void leaf_put(uint8_t *to, uint32_t at, const uint8_t *from, uint32_t i, uint8_t *scratch);

/* branch_put - The same of branches. */
/*@ requires room: \valid(to + (0 .. 4095)) && \valid_read(from + (0 .. 4095)) && \separated(to + (0 .. 4095), from + (0 .. 4095));
    requires branch: node_branch(to) && at <= le16_of(to + 40) < 190 && i < 190;
    assigns to[40 .. 45], to[96 .. 4095];
    ensures branch: node_branch(to);
    ensures count: le16_of(to + 40) == \old(le16_of(to + 40)) + 1;
    ensures keys: key_came{Pre, Post}(to, at, from, i);
    ensures children: child_came{Pre, Post}(to, at, from, i); */
void branch_put(uint8_t *to, uint32_t at, const uint8_t *from, uint32_t i);
#endif
