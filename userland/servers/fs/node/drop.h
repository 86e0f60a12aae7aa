/* drop.h - only some of the entries of a node stay. */
#ifndef NODE_DROP_H
#define NODE_DROP_H
#include <node/leaf.h>

/* node_drop_first - Without the first n entries. scratch: one block, contents lost. */
/*@ requires room: \valid(b + (0 .. 4095)) && \valid(scratch + (0 .. 4095)) && \separated(b + (0 .. 4095), scratch + (0 .. 4095));
    requires node: node_there(b) && n <= le16_of(b + 40);
    assigns b[40 .. 45], b[96 .. 4095], scratch[0 .. 4095];
    ensures node: node_there(b);
    ensures count: le16_of(b + 40) == \old(le16_of(b + 40)) - n;
    ensures run: run_is{Pre, Post}(b, 0, \old(le16_of(b + 40)) - n, b, n); */
void node_drop_first(uint8_t *b, uint32_t n, uint8_t *scratch);
/* node_leave - Only the first n entries. node_cut - That again: fences are known to stay. */
/*@ requires room: \valid(b + (0 .. 4095)) && node_there(b) && n <= le16_of(b + 40);
    assigns b[40 .. 45];
    ensures node: node_there(b);
    ensures count: le16_of(b + 40) == n;
    ensures run: run_is{Pre, Post}(b, 0, n, b, 0); */
void node_leave(uint8_t *b, uint32_t n);
/*@ requires room: \valid(b + (0 .. 4095)) && node_there(b) && n <= le16_of(b + 40);
    assigns b[40 .. 45];
    ensures node: node_there(b);
    ensures count: le16_of(b + 40) == n;
    ensures run: run_is{Pre, Post}(b, 0, n, b, 0);
    ensures fences: low_kept{Pre, Post}(b) && high_kept{Pre, Post}(b); */
void node_cut(uint8_t *b, uint32_t n);
/* node_keep - Only the first n entries; it ends there, and `next` is to the right. */
/*@ requires room: \valid(b + (0 .. 4095)) && node_there(b) && n <= le16_of(b + 40);
    assigns b[36 .. 45], b[64 .. 80];
    ensures node: node_there(b);
    ensures count: le16_of(b + 40) == n;
    ensures run: run_is{Pre, Post}(b, 0, n, b, 0);
    ensures next: le32_of(b + 36) == next;
    ensures low: low_kept{Pre, Post}(b);
    ensures high: key_of(b, 64) == key_number(high); */
void node_keep(uint8_t *b, uint32_t n, uint32_t next, struct key high);
#endif
