/* replace.c - another value for a key: over the old one if that is as long, else into the gap. */
#define KEY_HIDDEN
#include <node/place.h>

/* value_write - The value of entry i goes to byte `at`; the entry and the head follow. */
/*@ requires room: \valid(b + (0 .. 4095)) && \valid_read(value + (0 .. length - 1)) && \separated(b + (0 .. 4095), value + (0 .. length - 1));
    requires fits: i < le16_of(b + 40) <= 190 && length <= 1900 && live <= 4096;
    requires behind: 96 + 21 * le16_of(b + 40) <= at && at + length <= 4096 && heap <= 4096;
    assigns b[40 .. 45], b[113 + 21 * i .. 116 + 21 * i], b[at .. at + length - 1];
    ensures sizes: le16_of(b + 40) == \old(le16_of(b + 40)) && le16_of(b + 42) == heap && le16_of(b + 44) == live;
    ensures place: entry_at(b, i) == at && entry_length(b, i) == length;
    ensures value: \forall integer n; 0 <= n < length ==> b[at + n] == \old(value[n]);
    ensures keys: keys_are{Pre, Post}(b, 0, \old(le16_of(b + 40)), b, 0);
    ensures places_before: places_are{Pre, Post}(b, 0, i, b, 0);
    ensures places_after: places_are{Pre, Post}(b, i + 1, \old(le16_of(b + 40)), b, 0);
    ensures lengths_before: lengths_are{Pre, Post}(b, 0, i, b, 0);
    ensures lengths_after: lengths_are{Pre, Post}(b, i + 1, \old(le16_of(b + 40)), b, 0); */
static inline void value_write(uint8_t *b, uint32_t i, const uint8_t *value, uint32_t at, uint32_t length, uint32_t heap, uint32_t live)
{
    uint32_t count = node_count(b);
    heap_write(b, at, value, length);
    entry_set_place(b, i, at, length);
    sizes_put(b, count, heap, live);
}

/* value_place - The same in a leaf, where nobody else has these bytes. */
/*@ requires room: \valid(b + (0 .. 4095)) && \valid_read(value + (0 .. length - 1)) && \separated(b + (0 .. 4095), value + (0 .. length - 1));
    requires leaf: node_leaf(b) && i < le16_of(b + 40) && length <= 1900;
    requires fits: 21 * le16_of(b + 40) + le16_of(b + 44) - entry_length(b, i) + length <= 4000;
    requires behind: 96 + 21 * le16_of(b + 40) <= heap <= at && at + length <= 4096 && heap <= le16_of(b + 42);
    assigns b[40 .. 45], b[96 .. 4095];
    ensures leaf: node_leaf(b);
    ensures sizes: le16_of(b + 40) == \old(le16_of(b + 40)) && le16_of(b + 42) == heap && le16_of(b + 44) == \old(le16_of(b + 44) - entry_length(b, i)) + length;
    ensures length: entry_length(b, i) == length;
    ensures value: \forall integer n; 0 <= n < length ==> value_byte(b, i, n) == \old(value[n]);
    ensures keys: keys_are{Pre, Post}(b, 0, \old(le16_of(b + 40)), b, 0);
    ensures lengths_before: lengths_are{Pre, Post}(b, 0, i, b, 0);
    ensures lengths_after: lengths_are{Pre, Post}(b, i + 1, \old(le16_of(b + 40)), b, 0); */
static inline void value_place(uint8_t *b, uint32_t i, const uint8_t *value, uint32_t at, uint32_t length, uint32_t heap)
{
    uint32_t old = node_length(b, i);
    //@ ghost uint32_t end = b[40] + 256u * b[41], j = 0;
    //@ assert end: end == le16_of(b + 40) && i < end <= 190;
    //@ ghost lengths_rise(b, end);
    //@ assert part: lengths(b, i) + old <= lengths(b, end) && lengths(b, i) >= 0;
    uint32_t live = node_live(b) - old + length;
    //@ assert live: live == le16_of(b + 44) - old + length;
    value_write(b, i, value, at, length, heap, live);
    /*@ ghost
        /@ loop invariant range: 0 <= j <= i;
           loop invariant before: lengths(b, j) == lengths{Pre}(b, j);
           loop assigns j;
           loop variant i - j; @/
        while (j < i) j = j + 1;
    */
    //@ assert mine: lengths(b, i + 1) == lengths(b, i) + length;
    //@ assert was: lengths{Pre}(b, i + 1) == lengths{Pre}(b, i) + old;
    //@ ghost j = i + 1;
    /*@ ghost
        /@ loop invariant range: i + 1 <= j <= end;
           loop invariant after: lengths(b, j) == lengths{Pre}(b, j) - old + length;
           loop assigns j;
           loop variant end - j; @/
        while (j < end) {
            /@ assert same: entry_length(b, j) == entry_length{Pre}(b, j); @/
            /@ assert next: lengths(b, j + 1) == lengths(b, j) + entry_length(b, j); @/
            /@ assert next_old: lengths{Pre}(b, j + 1) == lengths{Pre}(b, j) + entry_length{Pre}(b, j); @/
            j = j + 1;
        }
    */
    //@ assert all: j == end;
    //@ assert sum: le16_of(b + 44) == lengths(b, le16_of(b + 40));
    //@ assert fits: node_fits(b) && b[46] == 0;
    //@ assert within_before: values_within(b, 0, i);
    //@ assert within_mine: values_within(b, i, i + 1);
    //@ assert within_after: values_within(b, i + 1, le16_of(b + 40));
}

/* value_put - Into the gap, which has room for it. */
/*@ requires room: \valid(b + (0 .. 4095)) && \valid_read(value + (0 .. length - 1)) && \separated(b + (0 .. 4095), value + (0 .. length - 1));
    requires leaf: node_leaf(b) && i < le16_of(b + 40) && length <= 1900 && entry_length(b, i) == 0;
    requires fits: 21 * le16_of(b + 40) + le16_of(b + 44) + length <= 4000;
    requires gap: 96 + 21 * le16_of(b + 40) + length <= le16_of(b + 42);
    assigns b[40 .. 45], b[96 .. 4095];
    ensures leaf: node_leaf(b);
    ensures sizes: le16_of(b + 40) == \old(le16_of(b + 40)) && le16_of(b + 44) == \old(le16_of(b + 44)) + length;
    ensures length: entry_length(b, i) == length;
    ensures value: \forall integer n; 0 <= n < length ==> value_byte(b, i, n) == \old(value[n]);
    ensures keys: keys_are{Pre, Post}(b, 0, \old(le16_of(b + 40)), b, 0);
    ensures lengths_before: lengths_are{Pre, Post}(b, 0, i, b, 0);
    ensures lengths_after: lengths_are{Pre, Post}(b, i + 1, \old(le16_of(b + 40)), b, 0); */
static inline void value_put(uint8_t *b, uint32_t i, const uint8_t *value, uint32_t length)
{
    uint32_t at = node_heap(b) - length;
    value_place(b, i, value, at, length, at);
}

/* value_drop - The value of entry i is a hole now, and its length 0; then there is room in the gap for another one. */
/*@ requires room: \valid(b + (0 .. 4095)) && \valid(scratch + (0 .. 4095)) && \separated(b + (0 .. 4095), scratch + (0 .. 4095));
    requires leaf: node_leaf(b) && i < le16_of(b + 40);
    requires fits: 21 * le16_of(b + 40) + le16_of(b + 44) - entry_length(b, i) + length <= 4000;
    assigns b[40 .. 45], b[96 .. 4095], scratch[0 .. 4095];
    ensures leaf: node_leaf(b);
    ensures sizes: le16_of(b + 40) == \old(le16_of(b + 40)) && le16_of(b + 44) == \old(le16_of(b + 44) - entry_length(b, i));
    ensures length: entry_length(b, i) == 0;
    ensures gap: 96 + 21 * le16_of(b + 40) + length <= le16_of(b + 42);
    ensures keys: keys_are{Pre, Post}(b, 0, \old(le16_of(b + 40)), b, 0);
    ensures lengths_before: lengths_are{Pre, Post}(b, 0, i, b, 0);
    ensures lengths_after: lengths_are{Pre, Post}(b, i + 1, \old(le16_of(b + 40)), b, 0); */
static inline void value_drop(uint8_t *b, uint32_t i, uint32_t length, uint8_t *scratch)
{
    uint32_t heap = node_heap(b);
    value_place(b, i, scratch, heap, 0, heap);
    node_room(b, length, scratch);
}

/* value_move - Elsewhere than the old one. */
/*@ requires room: \valid(b + (0 .. 4095)) && \valid(scratch + (0 .. 4095)) && \valid_read(value + (0 .. length - 1));
    requires apart: \separated(b + (0 .. 4095), scratch + (0 .. 4095), value + (0 .. length - 1));
    requires leaf: node_leaf(b) && i < le16_of(b + 40) && length <= 1900;
    requires fits: 21 * le16_of(b + 40) + le16_of(b + 44) - entry_length(b, i) + length <= 4000;
    assigns b[40 .. 45], b[96 .. 4095], scratch[0 .. 4095];
    ensures leaf: node_leaf(b);
    ensures sizes: le16_of(b + 40) == \old(le16_of(b + 40)) && le16_of(b + 44) == \old(le16_of(b + 44) - entry_length(b, i)) + length;
    ensures length: entry_length(b, i) == length;
    ensures value: \forall integer n; 0 <= n < length ==> value_byte(b, i, n) == \old(value[n]);
    ensures keys: keys_are{Pre, Post}(b, 0, \old(le16_of(b + 40)), b, 0);
    ensures lengths_before: lengths_are{Pre, Post}(b, 0, i, b, 0);
    ensures lengths_after: lengths_are{Pre, Post}(b, i + 1, \old(le16_of(b + 40)), b, 0); */
static void value_move(uint8_t *b, uint32_t i, const uint8_t *value, uint32_t length, uint8_t *scratch)
{
    value_drop(b, i, length, scratch);
    //@ assert value: \forall integer n; 0 <= n < length ==> value[n] == \at(value[n], Pre);
    value_put(b, i, value, length);
}

/*@ requires room: \valid(b + (0 .. 4095)) && \valid(scratch + (0 .. 4095)) && \valid_read(value + (0 .. length - 1));
    requires apart: \separated(b + (0 .. 4095), scratch + (0 .. 4095), value + (0 .. length - 1));
    requires leaf: node_leaf(b) && i < le16_of(b + 40) && length <= 1900;
    requires fits: 21 * le16_of(b + 40) + le16_of(b + 44) - entry_length(b, i) + length <= 4000;
    assigns b[40 .. 45], b[96 .. 4095], scratch[0 .. 4095];
    ensures leaf: node_leaf(b);
    ensures sizes: le16_of(b + 40) == \old(le16_of(b + 40)) && le16_of(b + 44) == \old(le16_of(b + 44) - entry_length(b, i)) + length;
    ensures length: entry_length(b, i) == length;
    ensures value: \forall integer n; 0 <= n < length ==> value_byte(b, i, n) == \old(value[n]);
    ensures keys: keys_are{Pre, Post}(b, 0, \old(le16_of(b + 40)), b, 0);
    ensures lengths_before: lengths_are{Pre, Post}(b, 0, i, b, 0);
    ensures lengths_after: lengths_are{Pre, Post}(b, i + 1, \old(le16_of(b + 40)), b, 0); */
void node_replace(uint8_t *b, uint32_t i, const uint8_t *value, uint32_t length, uint8_t *scratch)
{
    uint32_t at = node_value_at(b, i);
    if (length > 0 && length <= node_length(b, i)) value_place(b, i, value, at, length, node_heap(b));
    else value_move(b, i, value, length, scratch);
}
