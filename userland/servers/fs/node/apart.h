/* apart.h - values of a leaf share no byte: else a write to one would change another. Part of node_check. */
#ifndef NODE_APART_H
#define NODE_APART_H
#include <node/node.h>

/*@ predicate value_covers{L}(uint8_t *b, integer i, integer p) = entry_at(b, i) <= p < entry_at(b, i) + entry_length(b, i);
    predicate values_disjoint{L}(uint8_t *b, integer n) =
      \forall integer i, j, p; 0 <= i < j < n && value_covers(b, i, p) ==> !value_covers(b, j, p); */

/* node_values_apart - At most 190 claims of at most 32 words. */
/*@ requires room: \valid_read(b + (0 .. 4095)) && node_counted(b) && values_inside(b, le16_of(b + 40));
    assigns \nothing;
    ensures apart: \result != 0 ==> values_disjoint(b, le16_of(b + 40)); */
int node_values_apart(const uint8_t *b);
#endif
