/* fence.h - where a node begins or ends is put, and nothing else changes. */
#ifndef NODE_FENCE_H
#define NODE_FENCE_H
#include <node/leaf.h>

/* low_put, high_put, next_put - Of any block: the low fence, the high one, the number of the next node. */
/*@ requires room: \valid(b + (0 .. 4095));
    assigns b[47 .. 63];
    ensures low: key_of(b, 47) == key_number(k);
    ensures high: high_kept{Pre, Post}(b);
    ensures keys: keys_kept{Pre, Post}(b); */
void low_put(uint8_t *b, struct key k);
/*@ requires room: \valid(b + (0 .. 4095));
    assigns b[64 .. 80];
    ensures high: key_of(b, 64) == key_number(k);
    ensures low: low_kept{Pre, Post}(b);
    ensures keys: keys_kept{Pre, Post}(b); */
void high_put(uint8_t *b, struct key k);
/*@ requires room: \valid(b + (0 .. 4095));
    assigns b[36 .. 39];
    ensures next: le32_of(b + 36) == next;
    ensures low: low_kept{Pre, Post}(b);
    ensures high: high_kept{Pre, Post}(b);
    ensures keys: keys_kept{Pre, Post}(b); */
void next_put(uint8_t *b, uint32_t next);
/* node_start, node_end - The same of a node, which it stays. */
/*@ requires room: \valid(b + (0 .. 4095)) && node_is(b);
    assigns b[47 .. 63];
    ensures node: node_is(b);
    ensures low: key_of(b, 47) == key_number(k);
    ensures high: high_kept{Pre, Post}(b);
    ensures keys: keys_kept{Pre, Post}(b);
    ensures lengths: lengths_are{Pre, Post}(b, 0, 190, b, 0);
    ensures children: children_are{Pre, Post}(b, 0, 190, b, 0); */
void node_start(uint8_t *b, struct key k);
/*@ requires room: \valid(b + (0 .. 4095)) && node_is(b);
    assigns b[36 .. 39], b[64 .. 80];
    ensures node: node_is(b);
    ensures next: le32_of(b + 36) == next;
    ensures high: key_of(b, 64) == key_number(k);
    ensures low: low_kept{Pre, Post}(b);
    ensures keys: keys_kept{Pre, Post}(b);
    ensures lengths: lengths_are{Pre, Post}(b, 0, 190, b, 0);
    ensures children: children_are{Pre, Post}(b, 0, 190, b, 0); */
void node_end(uint8_t *b, uint32_t next, struct key k);
/* node_begin - An empty node to the right of `left`, from low on. */
/*@ requires room: \valid(right + (0 .. 4095)) && \valid_read(left + (0 .. 4095)) && \separated(right + (0 .. 4095), left + (0 .. 4095));
    requires node: node_is(left);
    assigns right[0 .. 4095];
    ensures node: node_there(right) && right[46] == \old(left[46]) && le16_of(right + 40) == 0;
    ensures names: le32_of(right + 32) == id && le32_of(right + 36) == \old(le32_of(left + 36));
    ensures low: key_of(right, 47) == key_number(low);
    ensures high: key_of(right, 64) == \old(key_of(left, 64)); */
void node_begin(uint8_t *right, const uint8_t *left, uint32_t id, struct key low);
#endif
