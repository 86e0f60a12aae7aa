/* change.c - entries come and go. Callers have made sure of room; nothing here can fail. */
#define KEY_HIDDEN
#include <node/place.h>

/* count_seen - For proofs: the count, where only ghost code wants it. */
/*@ ghost
    /@ requires room: \valid_read(b + (0 .. 4095));
       assigns \nothing;
       ensures count: \result == le16_of(b + 40); @/
    static uint32_t count_seen(const uint8_t *b) { return b[40] + 256u * b[41]; }
*/
/* entry_insert - New entry i where the gap is large enough for it and its value. */
/*@ requires room: \valid(b + (0 .. 4095)) && \valid_read(value + (0 .. length - 1)) && \separated(b + (0 .. 4095), value + (0 .. length - 1));
    requires leaf: node_fits(b) && values_inside(b, le16_of(b + 40));
    requires gap: i <= le16_of(b + 40) && length <= 1900 && 117 + 21 * le16_of(b + 40) + length <= le16_of(b + 42);
    requires free: 21 * le16_of(b + 40) + le16_of(b + 44) + length <= 3979;
    assigns b[40 .. 45], b[96 .. 4095];
    ensures sizes: le16_of(b + 40) == \old(le16_of(b + 40)) + 1 && le16_of(b + 42) == \old(le16_of(b + 42)) - length
        && le16_of(b + 44) == \old(le16_of(b + 44)) + length;
    ensures key: entry_key(b, i) == key_number(k);
    ensures length: entry_length(b, i) == length;
    ensures value: \forall integer n; 0 <= n < length ==> value_byte(b, i, n) == \old(value[n]);
    ensures keys_before: keys_are{Pre, Post}(b, 0, i, b, 0);
    ensures keys_after: keys_are{Pre, Post}(b, i + 1, \old(le16_of(b + 40)) + 1, b, -1);
    ensures lengths_before: lengths_are{Pre, Post}(b, 0, i, b, 0);
    ensures lengths_after: lengths_are{Pre, Post}(b, i + 1, \old(le16_of(b + 40)) + 1, b, -1);
    ensures values_before: values_are{Pre, Post}(b, 0, i, b, 0);
    ensures values_after: values_are{Pre, Post}(b, i + 1, \old(le16_of(b + 40)) + 1, b, -1);
    ensures inside: values_inside(b, \old(le16_of(b + 40)) + 1); */
static void entry_insert(uint8_t *b, uint32_t i, struct key k, const uint8_t *value, uint32_t length)
{
    uint32_t heap = node_heap(b), at = heap - length;
    //@ assert at: at + length == heap && 117 + 21 * le16_of(b + 40) <= at;
    heap_write(b, at, value, length);
    entry_make(b, i, k, at, length, at, node_live(b) + length);
    //@ assert heap: \forall integer n; heap <= n < 4096 ==> b[n] == \at(b[n], Pre);
    //@ assert places_before: places_are{Pre, Here}(b, 0, i, b, 0);
    //@ assert places_after: places_are{Pre, Here}(b, i + 1, le16_of(b + 40), b, -1);
    //@ assert lengths_after: lengths_are{Pre, Here}(b, i + 1, le16_of(b + 40), b, -1);
    //@ assert within_before: values_within(b, 0, i);
    //@ assert within_new: values_within(b, i, i + 1);
    //@ assert within_after: values_within(b, i + 1, le16_of(b + 40));
}

/* leaf_insert - The same, holes closed if need be. */
/*@ requires room: \valid(b + (0 .. 4095)) && \valid(scratch + (0 .. 4095)) && \valid_read(value + (0 .. length - 1));
    requires apart: \separated(b + (0 .. 4095), scratch + (0 .. 4095), value + (0 .. length - 1));
    requires leaf: node_leaf(b);
    requires fits: i <= le16_of(b + 40) && length <= 1900 && 21 * le16_of(b + 40) + le16_of(b + 44) + length <= 3979;
    assigns b[40 .. 45], b[96 .. 4095], scratch[0 .. 4095];
    ensures fits: node_fits(b);
    ensures sizes: le16_of(b + 40) == \old(le16_of(b + 40)) + 1 && le16_of(b + 44) == \old(le16_of(b + 44)) + length;
    ensures key: entry_key(b, i) == key_number(k);
    ensures length: entry_length(b, i) == length;
    ensures value: \forall integer n; 0 <= n < length ==> value_byte(b, i, n) == \old(value[n]);
    ensures keys_before: keys_are{Pre, Post}(b, 0, i, b, 0);
    ensures keys_after: keys_are{Pre, Post}(b, i + 1, \old(le16_of(b + 40)) + 1, b, -1);
    ensures lengths_before: lengths_are{Pre, Post}(b, 0, i, b, 0);
    ensures lengths_after: lengths_are{Pre, Post}(b, i + 1, \old(le16_of(b + 40)) + 1, b, -1);
    ensures values_before: values_are{Pre, Post}(b, 0, i, b, 0);
    ensures values_after: values_are{Pre, Post}(b, i + 1, \old(le16_of(b + 40)) + 1, b, -1);
    ensures inside: values_inside(b, \old(le16_of(b + 40)) + 1); */
static inline void leaf_insert(uint8_t *b, uint32_t i, struct key k, const uint8_t *value, uint32_t length, uint8_t *scratch)
{
    node_room(b, ENTRY_BYTES + length, scratch);
    //@ assert value: \forall integer n; 0 <= n < length ==> value[n] == \at(value[n], Pre);
    entry_insert(b, i, k, value, length);
}

void node_insert(uint8_t *b, uint32_t i, struct key k, const uint8_t *value, uint32_t length, uint8_t *scratch)
{
    leaf_insert(b, i, k, value, length, scratch);
    //@ ghost uint32_t j = 0, end = count_seen(b);
    //@ assert end: end == le16_of(b + 40) && end <= 190;
    /*@ ghost
        /@ loop invariant range: 0 <= j <= i;
           loop invariant before: lengths(b, j) == lengths{Pre}(b, j);
           loop assigns j;
           loop variant i - j; @/
        while (j < i) j = j + 1;
    */
    //@ ghost j = j + 1;
    /*@ ghost
        /@ loop invariant range: i + 1 <= j <= end;
           loop invariant after: lengths(b, j) == lengths{Pre}(b, j - 1) + length;
           loop assigns j;
           loop variant end - j; @/
        while (j < end) {
            /@ assert same: entry_length(b, j) == entry_length{Pre}(b, j - 1); @/
            /@ assert next: lengths(b, j + 1) == lengths(b, j) + entry_length(b, j); @/
            /@ assert next_old: lengths{Pre}(b, j) == lengths{Pre}(b, j - 1) + entry_length{Pre}(b, j - 1); @/
            j = j + 1;
        }
    */
    //@ assert all: j == end;
    //@ assert was: end - 1 == le16_of{Pre}(b + 40);
    //@ assert grown: lengths(b, end) == lengths{Pre}(b, end - 1) + length;
    //@ assert sum: le16_of(b + 44) == lengths(b, le16_of(b + 40));
}

/*@ requires room: \valid(b + (0 .. 4095)) && node_counted(b) && i < le16_of(b + 40) && le16_of(b + 42) <= 4096 && live <= 4096;
    assigns b[40 .. 45], b[96 + 21 * i .. 74 + 21 * \old(le16_of(b + 40))];
    ensures sizes: le16_of(b + 40) == \old(le16_of(b + 40)) - 1 && le16_of(b + 42) == \old(le16_of(b + 42)) && le16_of(b + 44) == live;
    ensures keys_before: keys_are{Pre, Post}(b, 0, i, b, 0);
    ensures keys_after: keys_are{Pre, Post}(b, i, \old(le16_of(b + 40)) - 1, b, 1);
    ensures places_before: places_are{Pre, Post}(b, 0, i, b, 0);
    ensures places_after: places_are{Pre, Post}(b, i, \old(le16_of(b + 40)) - 1, b, 1);
    ensures lengths_before: lengths_are{Pre, Post}(b, 0, i, b, 0);
    ensures lengths_after: lengths_are{Pre, Post}(b, i, \old(le16_of(b + 40)) - 1, b, 1); */
static void entry_close(uint8_t *b, uint32_t i, uint32_t live)
{
    uint32_t count = node_count(b), heap = node_heap(b);
    entries_down(b, i, count);
    sizes_put(b, count - 1, heap, live);
}

/* leaf_remove - Without entry i; its value is a hole now. */
/*@ requires room: \valid(b + (0 .. 4095)) && node_leaf(b) && i < le16_of(b + 40);
    assigns b[40 .. 45], b[96 + 21 * i .. 74 + 21 * \old(le16_of(b + 40))];
    ensures leaf: node_leaf(b);
    ensures count: le16_of(b + 40) == \old(le16_of(b + 40)) - 1;
    ensures live: le16_of(b + 44) == \old(le16_of(b + 44) - entry_length(b, i));
    ensures keys_before: keys_are{Pre, Post}(b, 0, i, b, 0);
    ensures keys_after: keys_are{Pre, Post}(b, i, \old(le16_of(b + 40)) - 1, b, 1);
    ensures lengths_before: lengths_are{Pre, Post}(b, 0, i, b, 0);
    ensures lengths_after: lengths_are{Pre, Post}(b, i, \old(le16_of(b + 40)) - 1, b, 1);
    ensures places_before: places_are{Pre, Post}(b, 0, i, b, 0);
    ensures places_after: places_are{Pre, Post}(b, i, \old(le16_of(b + 40)) - 1, b, 1); */
static void leaf_remove(uint8_t *b, uint32_t i)
{
    uint32_t length = node_length(b, i);
    //@ ghost lengths_rise(b, count_seen(b));
    //@ assert part: lengths(b, i) + length <= lengths(b, le16_of(b + 40)) && lengths(b, i) >= 0;
    uint32_t live = node_live(b) - length;
    //@ assert live: live == le16_of(b + 44) - length;
    entry_close(b, i, live);
    //@ ghost uint32_t j = 0, end = count_seen(b);
    //@ assert end: end == le16_of(b + 40) && end <= 190;
    /*@ ghost
        /@ loop invariant range: 0 <= j <= i;
           loop invariant before: lengths(b, j) == lengths{Pre}(b, j);
           loop assigns j;
           loop variant i - j; @/
        while (j < i) j = j + 1;
    */
    //@ ghost j = j + 1;
    /*@ ghost
        /@ loop invariant range: i + 1 <= j <= end + 1;
           loop invariant after: lengths(b, j - 1) == lengths{Pre}(b, j) - length;
           loop assigns j;
           loop variant end + 1 - j; @/
        while (j < end + 1) {
            /@ assert same: entry_length(b, j - 1) == entry_length{Pre}(b, j); @/
            /@ assert next: lengths(b, j) == lengths(b, j - 1) + entry_length(b, j - 1); @/
            /@ assert next_old: lengths{Pre}(b, j + 1) == lengths{Pre}(b, j) + entry_length{Pre}(b, j); @/
            j = j + 1;
        }
    */
    //@ assert all: j == end + 1;
    //@ assert count: end + 1 == le16_of{Pre}(b + 40);
    //@ assert kept: lengths(b, end) == lengths{Pre}(b, end + 1) - length;
    //@ assert sum: le16_of(b + 44) == lengths(b, le16_of(b + 40));
    //@ assert fits: node_fits(b) && b[46] == 0;
    //@ assert within: values_within(b, 0, le16_of(b + 40));
}

void node_remove(uint8_t *b, uint32_t i)
{
    if (node_level(b) == 0) leaf_remove(b, i);
    else entry_close(b, i, 0);
}

void node_insert_child(uint8_t *b, uint32_t i, struct key low, uint32_t child)
{
    entry_make(b, i, low, child % 65536, child / 65536, LFSX_BLOCK_BYTES, 0);
}
