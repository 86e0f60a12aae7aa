/* place.h - the steps that changes of a node are made of, for the files of this folder alone: entries move by one place, one is written, the head follows.
 * The two loops move bytes of one block by a fixed distance, which the compiler knows as memmove. */
#ifndef NODE_PLACE_H
#define NODE_PLACE_H
#include <node/node.h>
#include <stddef.h>

/* entries_up - Entries i..n-1 to i+1..n; entry i keeps its bytes. */
/*@ requires room: \valid(b + (0 .. 4095)) && i <= n <= 189;
    assigns b[117 + 21 * i .. 116 + 21 * n];
    ensures keys_before: keys_are{Pre, Post}(b, 0, i, b, 0);
    ensures places_before: places_are{Pre, Post}(b, 0, i, b, 0);
    ensures lengths_before: lengths_are{Pre, Post}(b, 0, i, b, 0);
    ensures keys_after: keys_are{Pre, Post}(b, i + 1, n + 1, b, -1);
    ensures places_after: places_are{Pre, Post}(b, i + 1, n + 1, b, -1);
    ensures lengths_after: lengths_are{Pre, Post}(b, i + 1, n + 1, b, -1); */
static inline void entries_up(uint8_t *b, uint32_t i, uint32_t n)
{
    size_t at = NODE_BYTES + i * ENTRY_BYTES;
    /*@ loop invariant range: at <= k <= 96 + 21 * n;
        loop invariant moved: \forall integer j; k + 21 <= j < 117 + 21 * n ==> b[j] == \at(b[j - 21], Pre);
        loop invariant rest: \forall integer j; 0 <= j < k + 21 ==> b[j] == \at(b[j], Pre);
        loop assigns k, b[117 + 21 * i .. 116 + 21 * n];
        loop variant k; */
    for (size_t k = NODE_BYTES + n * ENTRY_BYTES; k > at; k--) b[k + ENTRY_BYTES - 1] = b[k - 1];
    //@ assert inodes_before: inodes_are{Pre, Here}(b, 0, i, b, 0);
    //@ assert types_before: types_are{Pre, Here}(b, 0, i, b, 0);
    //@ assert offsets_before: offsets_are{Pre, Here}(b, 0, i, b, 0);
    //@ assert inodes_after: inodes_are{Pre, Here}(b, i + 1, n + 1, b, -1);
    //@ assert types_after: types_are{Pre, Here}(b, i + 1, n + 1, b, -1);
    //@ assert offsets_after: offsets_are{Pre, Here}(b, i + 1, n + 1, b, -1);
}

/* entries_down - Entries i+1..n-1 to i..n-2. */
/*@ requires room: \valid(b + (0 .. 4095)) && i < n <= 190;
    assigns b[96 + 21 * i .. 74 + 21 * n];
    ensures keys_before: keys_are{Pre, Post}(b, 0, i, b, 0);
    ensures places_before: places_are{Pre, Post}(b, 0, i, b, 0);
    ensures lengths_before: lengths_are{Pre, Post}(b, 0, i, b, 0);
    ensures keys_after: keys_are{Pre, Post}(b, i, n - 1, b, 1);
    ensures places_after: places_are{Pre, Post}(b, i, n - 1, b, 1);
    ensures lengths_after: lengths_are{Pre, Post}(b, i, n - 1, b, 1); */
static inline void entries_down(uint8_t *b, uint32_t i, uint32_t n)
{
    size_t end = NODE_BYTES + (n - 1) * ENTRY_BYTES;
    /*@ loop invariant range: 96 + 21 * i <= k <= end;
        loop invariant moved: \forall integer j; 96 + 21 * i <= j < k ==> b[j] == \at(b[j + 21], Pre);
        loop invariant rest: \forall integer j; k <= j < 4096 ==> b[j] == \at(b[j], Pre);
        loop assigns k, b[96 + 21 * i .. 74 + 21 * n];
        loop variant end - k; */
    for (size_t k = NODE_BYTES + i * ENTRY_BYTES; k < end; k++) b[k] = b[k + ENTRY_BYTES];
    //@ assert inodes_before: inodes_are{Pre, Here}(b, 0, i, b, 0);
    //@ assert types_before: types_are{Pre, Here}(b, 0, i, b, 0);
    //@ assert offsets_before: offsets_are{Pre, Here}(b, 0, i, b, 0);
    //@ assert inodes_after: inodes_are{Pre, Here}(b, i, n - 1, b, 1);
    //@ assert types_after: types_are{Pre, Here}(b, i, n - 1, b, 1);
    //@ assert offsets_after: offsets_are{Pre, Here}(b, i, n - 1, b, 1);
}

/* sizes_put - The three numbers of the head that changes change. */
/*@ requires room: \valid(b + (0 .. 4095)) && count <= 190 && heap <= 4096 && live <= 4096;
    assigns b[40 .. 45];
    ensures sizes: le16_of(b + 40) == count && le16_of(b + 42) == heap && le16_of(b + 44) == live;
    ensures keys_same: keys_are{Pre, Post}(b, 0, 190, b, 0);
    ensures places_same: places_are{Pre, Post}(b, 0, 190, b, 0);
    ensures lengths_same: lengths_are{Pre, Post}(b, 0, 190, b, 0); */
static inline void sizes_put(uint8_t *b, uint32_t count, uint32_t heap, uint32_t live)
{
    le16_store(b, 40, (uint16_t)count);
    le16_store(b, 42, (uint16_t)heap);
    le16_store(b, 44, (uint16_t)live);
    //@ assert inodes_same: inodes_are{Pre, Here}(b, 0, 190, b, 0);
    //@ assert types_same: types_are{Pre, Here}(b, 0, 190, b, 0);
    //@ assert offsets_same: offsets_are{Pre, Here}(b, 0, 190, b, 0);
}

/* entry_set_key, entry_set_place - The two halves of an entry of a leaf: its key; where its value is, and the length of that. */
/*@ requires room: \valid(b + (0 .. 4095)) && i < 190;
    assigns b[96 + 21 * i .. 112 + 21 * i];
    ensures key: entry_key(b, i) == key_number(k);
    ensures keys_before: keys_are{Pre, Post}(b, 0, i, b, 0);
    ensures keys_after: keys_are{Pre, Post}(b, i + 1, 190, b, 0);
    ensures places: places_are{Pre, Post}(b, 0, 190, b, 0);
    ensures lengths: lengths_are{Pre, Post}(b, 0, 190, b, 0); */
static inline void entry_set_key(uint8_t *b, uint32_t i, struct key k)
{
    uint32_t at = NODE_BYTES + i * ENTRY_BYTES;
    //@ assert place: at == 96 + 21 * i;
    key_store(b, at, k);
    //@ assert inodes_before: inodes_are{Pre, Here}(b, 0, i, b, 0);
    //@ assert types_before: types_are{Pre, Here}(b, 0, i, b, 0);
    //@ assert offsets_before: offsets_are{Pre, Here}(b, 0, i, b, 0);
    //@ assert inodes_after: inodes_are{Pre, Here}(b, i + 1, 190, b, 0);
    //@ assert types_after: types_are{Pre, Here}(b, i + 1, 190, b, 0);
    //@ assert offsets_after: offsets_are{Pre, Here}(b, i + 1, 190, b, 0);
}

/*@ requires room: \valid(b + (0 .. 4095)) && i < 190 && at <= 65535 && length <= 65535;
    assigns b[113 + 21 * i .. 116 + 21 * i];
    ensures at: entry_at(b, i) == at;
    ensures length: entry_length(b, i) == length;
    ensures keys: keys_are{Pre, Post}(b, 0, 190, b, 0);
    ensures places_before: places_are{Pre, Post}(b, 0, i, b, 0);
    ensures places_after: places_are{Pre, Post}(b, i + 1, 190, b, 0);
    ensures lengths_before: lengths_are{Pre, Post}(b, 0, i, b, 0);
    ensures lengths_after: lengths_are{Pre, Post}(b, i + 1, 190, b, 0); */
static inline void entry_set_place(uint8_t *b, uint32_t i, uint32_t at, uint32_t length)
{
    uint32_t entry = NODE_BYTES + i * ENTRY_BYTES;
    //@ assert entry: entry == 96 + 21 * i;
    le16_store(b, (size_t)entry + 17, (uint16_t)at);
    le16_store(b, (size_t)entry + 19, (uint16_t)length);
    //@ assert inodes_same: inodes_are{Pre, Here}(b, 0, 190, b, 0);
    //@ assert types_same: types_are{Pre, Here}(b, 0, 190, b, 0);
    //@ assert offsets_same: offsets_are{Pre, Here}(b, 0, 190, b, 0);
}

/* heap_write - A value into the heap or the gap, which the entries do not reach. */
/*@ requires room: \valid(b + (0 .. 4095)) && \valid_read(value + (0 .. length - 1)) && node_counted(b);
    requires apart: \separated(b + (0 .. 4095), value + (0 .. length - 1));
    requires behind: 96 + 21 * le16_of(b + 40) <= at && at + length <= 4096;
    assigns b[at .. at + length - 1];
    ensures bytes: \forall integer k; 0 <= k < length ==> b[at + k] == \old(value[k]);
    ensures keys: keys_are{Pre, Post}(b, 0, \old(le16_of(b + 40)), b, 0);
    ensures places: places_are{Pre, Post}(b, 0, \old(le16_of(b + 40)), b, 0);
    ensures lengths: lengths_are{Pre, Post}(b, 0, \old(le16_of(b + 40)), b, 0); */
static inline void heap_write(uint8_t *b, uint32_t at, const uint8_t *value, uint32_t length)
{
    bytes_put(b + at, value, length);
    //@ assert inodes: inodes_are{Pre, Here}(b, 0, le16_of(b + 40), b, 0);
    //@ assert types: types_are{Pre, Here}(b, 0, le16_of(b + 40), b, 0);
    //@ assert offsets: offsets_are{Pre, Here}(b, 0, le16_of(b + 40), b, 0);
}

/* heap_copy - The whole heap, from byte `at` on, from another block. */
/*@ requires room: \valid(b + (0 .. 4095)) && \valid_read(from + (0 .. 4095)) && node_counted(b);
    requires apart: \separated(b + (0 .. 4095), from + (0 .. 4095));
    requires behind: 96 + 21 * le16_of(b + 40) <= at <= 4096;
    assigns b[at .. 4095];
    ensures bytes: \forall integer k; at <= k < 4096 ==> b[k] == \old(from[k]);
    ensures keys: keys_are{Pre, Post}(b, 0, \old(le16_of(b + 40)), b, 0);
    ensures places: places_are{Pre, Post}(b, 0, \old(le16_of(b + 40)), b, 0);
    ensures lengths: lengths_are{Pre, Post}(b, 0, \old(le16_of(b + 40)), b, 0); */
static inline void heap_copy(uint8_t *restrict b, const uint8_t *restrict from, uint32_t at)
{
    /*@ loop invariant range: at <= k <= 4096;
        loop invariant bytes: \forall integer j; at <= j < k ==> b[j] == \at(from[j], Pre);
        loop assigns k, b[at .. 4095];
        loop variant 4096 - k; */
    for (size_t k = at; k < LFSX_BLOCK_BYTES; k++) b[k] = from[k];
    //@ assert inodes: inodes_are{Pre, Here}(b, 0, le16_of(b + 40), b, 0);
    //@ assert types: types_are{Pre, Here}(b, 0, le16_of(b + 40), b, 0);
    //@ assert offsets: offsets_are{Pre, Here}(b, 0, le16_of(b + 40), b, 0);
}

/* entry_make - A new entry i that says where its value is, which is there already. */
/*@ requires room: \valid(b + (0 .. 4095)) && node_counted(b) && i <= le16_of(b + 40) < 190 && at <= 65535 && length <= 65535 && heap <= 4096 && live <= 4096;
    assigns b[40 .. 45], b[96 + 21 * i .. 116 + 21 * \old(le16_of(b + 40))];
    ensures sizes: le16_of(b + 40) == \old(le16_of(b + 40)) + 1 && le16_of(b + 42) == heap && le16_of(b + 44) == live;
    ensures key: entry_key(b, i) == key_number(k);
    ensures place: entry_at(b, i) == at && entry_length(b, i) == length;
    ensures keys_before: keys_are{Pre, Post}(b, 0, i, b, 0);
    ensures keys_after: keys_are{Pre, Post}(b, i + 1, \old(le16_of(b + 40)) + 1, b, -1);
    ensures places_before: places_are{Pre, Post}(b, 0, i, b, 0);
    ensures places_after: places_are{Pre, Post}(b, i + 1, \old(le16_of(b + 40)) + 1, b, -1);
    ensures lengths_before: lengths_are{Pre, Post}(b, 0, i, b, 0);
    ensures lengths_after: lengths_are{Pre, Post}(b, i + 1, \old(le16_of(b + 40)) + 1, b, -1); */
static inline void entry_make(uint8_t *b, uint32_t i, struct key k, uint32_t at, uint32_t length, uint32_t heap, uint32_t live)
{
    uint32_t count = node_count(b);
    entries_up(b, i, count);
    entry_set_key(b, i, k);
    entry_set_place(b, i, at, length);
    sizes_put(b, count + 1, heap, live);
}

/* value_out - A copy of a value to another block, at byte `at` of it. */
/*@ requires room: \valid_read(b + (0 .. 4095)) && \valid(to + (0 .. 4095)) && \separated(b + (0 .. 4095), to + (0 .. 4095));
    requires inside: at + length <= 4096 && (length == 0 || from + length <= 4096);
    assigns to[at .. at + length - 1];
    ensures bytes: \forall integer j; at <= j < at + length ==> to[j] == \old(b[from + (j - at)]);
    ensures keys: keys_are{Pre, Post}(b, 0, 190, b, 0);
    ensures places: places_are{Pre, Post}(b, 0, 190, b, 0);
    ensures lengths: lengths_are{Pre, Post}(b, 0, 190, b, 0); */
static inline void value_out(uint8_t *restrict to, uint32_t at, const uint8_t *restrict b, uint32_t from, uint32_t length)
{
    size_t end = (size_t)at + length, n = from;
    //@ assert end: end == at + length;
    /*@ loop invariant range: at <= k <= at + length && n == from + (k - at);
        loop invariant bytes: \forall integer j; at <= j < k ==> to[j] == \at(b[from + (j - at)], Pre);
        loop assigns k, n, to[at .. at + length - 1];
        loop variant end - k; */
    for (size_t k = at; k < end; k++) to[k] = b[n++];
    //@ assert bytes: \forall integer j; at <= j < at + length ==> to[j] == \at(b[from + (j - at)], Pre);
    //@ assert inodes: inodes_are{Pre, Here}(b, 0, 190, b, 0);
    //@ assert types: types_are{Pre, Here}(b, 0, 190, b, 0);
    //@ assert offsets: offsets_are{Pre, Here}(b, 0, 190, b, 0);
}

/*@ requires room: \valid_read(b + (0 .. 4095)) && \valid(scratch + (0 .. 4095)) && \separated(b + (0 .. 4095), scratch + (0 .. 4095));
    requires range: first <= n <= 190;
    assigns scratch[96 + 21 * first .. 95 + 21 * n];
    ensures out: \forall integer j; 96 + 21 * first <= j < 96 + 21 * n ==> scratch[j] == \old(b[j]); */
static inline void entries_out(const uint8_t *restrict b, uint32_t first, uint32_t n, uint8_t *restrict scratch)
{
    /*@ loop invariant range: 96 + 21 * first <= k <= 96 + 21 * n;
        loop invariant out: \forall integer j; 96 + 21 * first <= j < k ==> scratch[j] == \at(b[j], Pre);
        loop assigns k, scratch[96 + 21 * first .. 95 + 21 * n];
        loop variant 96 + 21 * n - k; */
    for (size_t k = NODE_BYTES + first * ENTRY_BYTES; k < NODE_BYTES + n * ENTRY_BYTES; k++) scratch[k] = b[k];
}

/* entries_shift - Entries first..n-1 to the front, by way of the scratch block. */
/*@ requires room: \valid(b + (0 .. 4095)) && \valid(scratch + (0 .. 4095)) && \separated(b + (0 .. 4095), scratch + (0 .. 4095));
    requires range: first <= n <= 190;
    assigns b[96 .. 95 + 21 * (n - first)], scratch[0 .. 4095];
    ensures keys: keys_are{Pre, Post}(b, 0, n - first, b, first);
    ensures places: places_are{Pre, Post}(b, 0, n - first, b, first);
    ensures lengths: lengths_are{Pre, Post}(b, 0, n - first, b, first); */
static inline void entries_shift(uint8_t *restrict b, uint32_t first, uint32_t n, uint8_t *restrict scratch)
{
    size_t by = first * ENTRY_BYTES, end = NODE_BYTES + n * ENTRY_BYTES;
    //@ assert by: by == 21 * first && end == 96 + 21 * n;
    entries_out(b, first, n, scratch);
    /*@ loop invariant range: 96 <= k <= 96 + 21 * (n - first);
        loop invariant back: \forall integer j; 96 <= j < k ==> b[j] == \at(b[j + 21 * first], Pre);
        loop assigns k, b[96 .. 95 + 21 * (n - first)];
        loop variant 4096 - k; */
    for (size_t k = NODE_BYTES; k < end - by; k++) b[k] = scratch[k + by];
    //@ assert bytes: \forall integer j; 96 <= j < 96 + 21 * (n - first) ==> b[j] == \at(b[j + 21 * first], Pre);
    //@ assert inodes: inodes_are{Pre, Here}(b, 0, n - first, b, first);
    //@ assert types: types_are{Pre, Here}(b, 0, n - first, b, first);
    //@ assert offsets: offsets_are{Pre, Here}(b, 0, n - first, b, first);
}

/* lengths_rise - For proofs: the sum of the first n lengths is not less than that of fewer. */
/*@ ghost
    /@ requires room: \valid_read(b + (0 .. 4095)) && n <= 190;
       assigns \nothing;
       ensures rise: \forall integer i; 0 <= i <= n ==> 0 <= lengths(b, i) <= lengths(b, n);
       ensures least: \forall integer i; 0 <= i < n ==> 0 <= entry_length(b, i);
       ensures next: \forall integer i; 0 <= i < n ==> lengths(b, i) + entry_length(b, i) <= lengths(b, n); @/
    static void lengths_rise(const uint8_t *b, uint32_t n)
    {
        /@ loop invariant range: 0 <= k <= n;
           loop invariant rise: \forall integer i; 0 <= i <= k ==> 0 <= lengths(b, i) <= lengths(b, k);
           loop invariant next: \forall integer i; 0 <= i < k ==> lengths(b, i) + entry_length(b, i) <= lengths(b, k);
           loop assigns k;
           loop variant n - k; @/
        for (uint32_t k = 0; k < n; k++) ;
    }
*/
#endif
