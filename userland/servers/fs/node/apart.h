/* apart.h - values of a leaf share no byte: else a write to one would change another. Part of node_check. */
#ifndef NODE_APART_H
#define NODE_APART_H
#include <node/node.h>

/* node_values_apart - At most 190 claims of at most 32 words. */
/*@ requires room: \valid_read(b + (0 .. 4095)) && node_counted(b) && values_inside(b, le16_of(b + 40));
    assigns \nothing;
    ensures apart: \result != 0 ==> values_disjoint(b, le16_of(b + 40)); */
int node_values_apart(const uint8_t *b);
#endif
