/* compact.c - the holes between values go, when the gap is too small for what comes. */
#define KEY_HIDDEN
#define PLACE_HIDDEN
#include <node/place.h>

/*@ // the value that entry j had at A is at B where the entry then says, but in another block
    predicate value_in{A, B}(uint8_t *b, integer j, uint8_t *to) = \forall integer k; 0 <= k < \at(entry_length(b, j), B) ==>
        \at(to[entry_at(b, j) + k], B) == \at(value_byte(b, j, k), A); */

/* value_gather - The value of entry i to another block, where it ends at byte `heap`; the entry says so. Answers where it begins. */
/*@ requires room: \valid(b + (0 .. 4095)) && \valid(scratch + (0 .. 4095)) && \separated(b + (0 .. 4095), scratch + (0 .. 4095));
    requires range: i < 190 && (entry_length(b, i) == 0 || entry_at(b, i) + entry_length(b, i) <= 4096) && entry_length(b, i) <= heap <= 4096;
    assigns b[113 + 21 * i .. 116 + 21 * i], scratch[0 .. 4095];
    ensures begin: \result == heap - \old(entry_length(b, i)) && entry_at(b, i) == \result;
    ensures keys: keys_are{Pre, Post}(b, 0, 190, b, 0);
    ensures lengths: lengths_are{Pre, Post}(b, 0, 190, b, 0);
    ensures places_before: places_are{Pre, Post}(b, 0, i, b, 0);
    ensures places_after: places_are{Pre, Post}(b, i + 1, 190, b, 0);
    ensures bytes: \forall integer k; 0 <= k < \old(entry_length(b, i)) ==> scratch[\result + k] == \old(value_byte(b, i, k));
    ensures others: \forall integer n; heap <= n < 4096 ==> scratch[n] == \old(scratch[n]); */
static uint32_t value_gather(uint8_t *b, uint32_t i, uint8_t *scratch, uint32_t heap)
{
    uint32_t at = node_value_at(b, i), length = node_length(b, i), to = heap - length;
    value_out(scratch, to, b, at, length);
    entry_set_place(b, i, to, length);
    return to;
}

/* values_gather - The values in the order of their entries to the end of the scratch block; entries say already where they will be. Answers where they begin. */
/*@ requires room: \valid(b + (0 .. 4095)) && \valid(scratch + (0 .. 4095)) && \separated(b + (0 .. 4095), scratch + (0 .. 4095));
    requires leaf: node_leaf(b);
    assigns b[96 .. 95 + 21 * le16_of(b + 40)], scratch[0 .. 4095];
    ensures heap: \result == 4096 - \old(lengths(b, le16_of(b + 40)));
    ensures keys: keys_are{Pre, Post}(b, 0, 190, b, 0);
    ensures lengths: lengths_are{Pre, Post}(b, 0, 190, b, 0);
    ensures inside: \forall integer j; 0 <= j < le16_of(b + 40) ==> entry_length(b, j) == 0
        || (\result <= entry_at(b, j) && entry_at(b, j) + entry_length(b, j) <= 4096);
    ensures gathered: \forall integer j; 0 <= j < le16_of(b + 40) ==> entry_length(b, j) > 0 ==> value_in{Pre, Post}(b, j, scratch); */
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
        loop invariant gathered: \forall integer j; 0 <= j < i ==> entry_length(b, j) > 0 ==> value_in{Pre, Here}(b, j, scratch);
        loop assigns i, heap, b[96 .. 95 + 21 * count], scratch[0 .. 4095];
        loop variant count - i; */
    for (uint32_t i = 0; i < count; i++) {
        //@ assert here: \forall integer k; 0 <= k < entry_length(b, i) ==> value_byte(b, i, k) == value_byte{Pre}(b, i, k);
        heap = value_gather(b, i, scratch, heap);
        //@ assert mine: value_in{Pre, Here}(b, i, scratch);
        //@ assert others: \forall integer j; 0 <= j < i ==> entry_length(b, j) > 0 ==> value_in{Pre, Here}(b, j, scratch);
    }
    return heap;
}

/* heap_replace - The heap from another block, and the head that goes with it. */
/*@ requires room: \valid(b + (0 .. 4095)) && \valid_read(from + (0 .. 4095)) && \separated(b + (0 .. 4095), from + (0 .. 4095));
    requires behind: count == le16_of(b + 40) && count <= 190 && 96 + 21 * count <= heap <= 4096 && live <= 4096;
    assigns b[40 .. 45], b[heap .. 4095];
    ensures sizes: le16_of(b + 40) == count && le16_of(b + 42) == heap && le16_of(b + 44) == live;
    ensures bytes: \forall integer k; heap <= k < 4096 ==> b[k] == \old(from[k]);
    ensures keys: keys_are{Pre, Post}(b, 0, count, b, 0);
    ensures places: places_are{Pre, Post}(b, 0, count, b, 0);
    ensures lengths: lengths_are{Pre, Post}(b, 0, count, b, 0); */
static inline void heap_replace(uint8_t *b, const uint8_t *from, uint32_t count, uint32_t heap, uint32_t live)
{
    heap_copy(b, from, heap);
    sizes_put(b, count, heap, live);
}

void node_compact(uint8_t *b, uint8_t *scratch)
{
    uint32_t count = node_count(b), live = node_live(b), heap = values_gather(b, scratch);
    //@ assert heap: 96 + 21 * count <= heap <= 4096 && count == le16_of(b + 40);
    heap_replace(b, scratch, count, heap, live);
    //@ assert values: values_are{Pre, Here}(b, 0, le16_of(b + 40), b, 0);
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
