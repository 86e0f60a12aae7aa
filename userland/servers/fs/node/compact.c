/* compact.c - the holes between values go, when the gap is too small for what comes. */
#define KEY_HIDDEN
#include <node/place.h>

/* values_gather - The values in the order of their entries to the end of the scratch block; entries say already where they will be. Answers where they begin. */
/*@ requires room: \valid(b + (0 .. 4095)) && \valid(scratch + (0 .. 4095)) && \separated(b + (0 .. 4095), scratch + (0 .. 4095));
    requires leaf: node_leaf(b);
    assigns b[96 .. 95 + 21 * le16_of(b + 40)], scratch[0 .. 4095];
    ensures heap: \result == 4096 - \old(lengths(b, le16_of(b + 40)));
    ensures keys: keys_are{Pre, Post}(b, 0, 190, b, 0);
    ensures lengths: lengths_are{Pre, Post}(b, 0, 190, b, 0);
    ensures inside: \forall integer j; 0 <= j < le16_of(b + 40) ==> entry_length(b, j) == 0
        || (\result <= entry_at(b, j) && entry_at(b, j) + entry_length(b, j) <= 4096); */
static uint32_t values_gather(uint8_t *b, uint8_t *scratch)
{
    uint32_t count = node_count(b);
    //@ ghost lengths_rise(b, count);
    uint32_t heap = LFSX_BLOCK_BYTES;
    /*@ loop invariant range: 0 <= i <= count;
        loop invariant heap: heap == 4096 - lengths{Pre}(b, i);
        loop invariant keys: keys_are{Pre, Here}(b, 0, 190, b, 0);
        loop invariant lengths: lengths_are{Pre, Here}(b, 0, 190, b, 0);
        loop invariant places: places_are{Pre, Here}(b, i, 190, b, 0);
        loop invariant inside: \forall integer j; 0 <= j < i ==> entry_length(b, j) == 0
            || (heap <= entry_at(b, j) && entry_at(b, j) + entry_length(b, j) <= 4096);
        loop assigns i, heap, b[96 .. 95 + 21 * count], scratch[0 .. 4095];
        loop variant count - i; */
    for (uint32_t i = 0; i < count; i++) {
        uint32_t at = node_value_at(b, i), length = node_length(b, i);
        if (length == 0) continue;
        heap -= length;
        value_out(scratch, heap, b, at, length);
        entry_set_place(b, i, heap, length);
    }
    return heap;
}

void node_compact(uint8_t *b, uint8_t *scratch)
{
    uint32_t count = node_count(b), live = node_live(b), heap = values_gather(b, scratch);
    //@ assert heap: 96 + 21 * count <= heap <= 4096 && count == le16_of(b + 40);
    heap_copy(b, scratch, heap);
    sizes_put(b, count, heap, live);
    //@ ghost uint32_t j = 0;
    /*@ ghost
        /@ loop invariant range: 0 <= j <= count;
           loop invariant same: lengths(b, j) == lengths{Pre}(b, j);
           loop assigns j;
           loop variant count - j; @/
        while (j < count) j = j + 1;
    */
    //@ assert sum: le16_of(b + 44) == lengths(b, le16_of(b + 40));
    //@ assert fits: node_fits(b) && b[46] == 0;
    //@ assert within: values_within(b, 0, le16_of(b + 40));
}

void node_room(uint8_t *b, uint32_t need, uint8_t *scratch)
{
    if (node_gap(b) < need) node_compact(b, scratch);
}
