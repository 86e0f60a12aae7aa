/* prepend.h - the last entries of one node to the front of another. */
#ifndef NODE_PREPEND_H
#define NODE_PREPEND_H
#include <node/leaf.h>

/* node_prepend - The entries of `from` but its first `first` to the front of `to`; scratch: one block, contents lost. Levels are equal, they fit, order is the caller's. */
/*@ requires room: \valid(to + (0 .. 4095)) && \valid_read(from + (0 .. 4095)) && \valid(scratch + (0 .. 4095));
    requires apart: \separated(to + (0 .. 4095), from + (0 .. 4095), scratch + (0 .. 4095));
    requires kind: node_same(to, from) && first <= le16_of(from + 40);
    requires fits: run_fits(to, from, first, le16_of(from + 40));
    assigns to[40 .. 45], to[96 .. 4095], scratch[0 .. 4095];
    ensures level: to[46] == \old(to[46]) && from[46] == \old(from[46]);
    ensures node: node_same(to, from);
    ensures count: le16_of(to + 40) == \old(le16_of(to + 40) + le16_of(from + 40)) - first;
    ensures keys_before: keys_are{Pre, Post}(to, 0, \old(le16_of(from + 40)) - first, from, first);
    ensures keys_after: keys_are{Pre, Post}(to, \old(le16_of(from + 40)) - first, \old(le16_of(to + 40) + le16_of(from + 40)) - first,
        to, first - \old(le16_of(from + 40)));
    ensures lengths_before: to[46] == 0 ==> lengths_are{Pre, Post}(to, 0, \old(le16_of(from + 40)) - first, from, first);
    ensures lengths_after: to[46] == 0 ==> lengths_are{Pre, Post}(to, \old(le16_of(from + 40)) - first,
        \old(le16_of(to + 40) + le16_of(from + 40)) - first, to, first - \old(le16_of(from + 40)));
    ensures children_before: to[46] != 0 ==> children_are{Pre, Post}(to, 0, \old(le16_of(from + 40)) - first, from, first);
    ensures children_after: to[46] != 0 ==> children_are{Pre, Post}(to, \old(le16_of(from + 40)) - first,
        \old(le16_of(to + 40) + le16_of(from + 40)) - first, to, first - \old(le16_of(from + 40)));
    ensures fences: low_kept{Pre, Post}(to) && high_kept{Pre, Post}(to);
    ensures from_fences: low_kept{Pre, Post}(from) && high_kept{Pre, Post}(from);
    ensures from_keys: keys_kept{Pre, Post}(from); */
void node_prepend(uint8_t *to, const uint8_t *from, uint32_t first, uint8_t *scratch);
#endif
