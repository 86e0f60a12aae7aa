/* append.h - entries of one node to the end of another. */
#ifndef NODE_APPEND_H
#define NODE_APPEND_H
#include <node/leaf.h>

/* node_append - Entries first..first+n-1 of `from` to the end of `to`; scratch: one block, contents lost. Levels are equal, they fit, order is the caller's. */
/*@ requires room: \valid(to + (0 .. 4095)) && \valid_read(from + (0 .. 4095)) && \valid(scratch + (0 .. 4095));
    requires apart: \separated(to + (0 .. 4095), from + (0 .. 4095), scratch + (0 .. 4095));
    requires kind: node_same(to, from) && first + n <= le16_of(from + 40);
    requires fits: run_fits(to, from, first, first + n);
    assigns to[40 .. 45], to[96 .. 4095], scratch[0 .. 4095];
    ensures level: to[46] == \old(to[46]) && from[46] == \old(from[46]);
    ensures node: node_same(to, from);
    ensures count: le16_of(to + 40) == \old(le16_of(to + 40)) + n;
    ensures keys_before: keys_are{Pre, Post}(to, 0, \old(le16_of(to + 40)), to, 0);
    ensures keys_after: keys_are{Pre, Post}(to, \old(le16_of(to + 40)), \old(le16_of(to + 40)) + n, from, first - \old(le16_of(to + 40)));
    ensures lengths_before: to[46] == 0 ==> lengths_are{Pre, Post}(to, 0, \old(le16_of(to + 40)), to, 0);
    ensures lengths_after: to[46] == 0
        ==> lengths_are{Pre, Post}(to, \old(le16_of(to + 40)), \old(le16_of(to + 40)) + n, from, first - \old(le16_of(to + 40)));
    ensures children_before: to[46] != 0 ==> children_are{Pre, Post}(to, 0, \old(le16_of(to + 40)), to, 0);
    ensures children_after: to[46] != 0
        ==> children_are{Pre, Post}(to, \old(le16_of(to + 40)), \old(le16_of(to + 40)) + n, from, first - \old(le16_of(to + 40)));
    ensures fences: low_kept{Pre, Post}(to) && high_kept{Pre, Post}(to);
    ensures from_fences: low_kept{Pre, Post}(from) && high_kept{Pre, Post}(from);
    ensures from_keys: keys_kept{Pre, Post}(from); */
void node_append(uint8_t *to, const uint8_t *from, uint32_t first, uint32_t n, uint8_t *scratch);
#endif
