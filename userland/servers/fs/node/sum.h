/* sum.h - bytes of the values of some entries, for the files of this folder alone. */
#ifndef NODE_SUM_H
#define NODE_SUM_H
#include <node/place.h>

/* values_length - Bytes of the values of entries first..end-1. */
/*@ requires room: \valid_read(b + (0 .. 4095)) && node_leaf(b) && first <= end <= le16_of(b + 40);
    assigns \nothing;
    ensures sum: \result == lengths(b, end) - lengths(b, first);
    ensures part: \result <= le16_of(b + 44); */
static inline uint32_t values_length(const uint8_t *b, uint32_t first, uint32_t end)
{
    uint32_t sum = 0;
    //@ ghost lengths_rise(b, b[40] + 256u * b[41]);
    //@ assert start: sum == 0;
    /*@ loop invariant range: first <= i <= end;
        loop invariant sum: sum == lengths(b, i) - lengths(b, first);
        loop assigns i, sum;
        loop variant end - i; */
    for (uint32_t i = first; i < end; i++) sum += node_length(b, i);
    return sum;
}
#endif
