/* leaf.h - for proofs alone: what units that define LEAF_HIDDEN may know of a leaf, and that a node whose bytes are the same is the same.
 * Ghost functions; the compiler sees nothing of it. */
#ifndef NODE_LEAF_H
#define NODE_LEAF_H
#include <node/node.h>

/* leaf_there: a leaf, to units that need not know more of it. X_kept: that of b was the same at A and B. came: the entries of `to`, one more, are those of before and, as number `at`, entry i of `from`. */
/*@ predicate node_is(uint8_t *b) = b[46] == 0 ? node_leaf(b) : node_branch(b);
    predicate node_same(uint8_t *a, uint8_t *b) = a[46] == b[46] && node_is(a) && node_is(b);
    predicate run_fits(uint8_t *to, uint8_t *from, integer first, integer end) = le16_of(to + 40) + end - first <= 190
        && (to[46] == 0 ==> 21 * (le16_of(to + 40) + end - first) + le16_of(to + 44) + lengths(from, end) - lengths(from, first) <= 4000);
    predicate sums_kept{A, B}(uint8_t *b) = \forall integer k; 0 <= k <= 190 ==> \at(lengths(b, k), B) == \at(lengths(b, k), A);
    predicate children_are{A, B}(uint8_t *b, integer first, integer end, uint8_t *from, integer shift) =
        \forall integer j; first <= j < end ==> \at(entry_child(b, j), B) == \at(entry_child(from, j + shift), A);
    predicate keys_kept{A, B}(uint8_t *b) = keys_are{A, B}(b, 0, 190, b, 0);
    predicate bytes_kept{A, B}(uint8_t *b, integer first, integer end) =
        \forall integer k; first <= k < end ==> \at(b[k], B) == \at(b[k], A);
    predicate words_kept{A, B}(uint8_t *b) =
        \forall integer k; 0 <= k <= 4092 ==> \at(be32_at(b, k), B) == \at(be32_at(b, k), A);
    predicate numbers_kept{A, B}(uint8_t *b) = \at(le16_of(b + 40), B) == \at(le16_of(b + 40), A)
        && \at(le16_of(b + 42), B) == \at(le16_of(b + 42), A) && \at(le16_of(b + 44), B) == \at(le16_of(b + 44), A);
    predicate low_kept{A, B}(uint8_t *b) = \at(key_of(b, 47), B) == \at(key_of(b, 47), A);
    predicate high_kept{A, B}(uint8_t *b) = \at(key_of(b, 64), B) == \at(key_of(b, 64), A);
*/
#ifdef CAME_HIDDEN
/*@ axiomatic came_hidden {
      predicate node_there(uint8_t *b) reads b[40 .. 46], b[96 .. 4095];
      predicate run_is{A, B}(uint8_t *b, integer first, integer end, uint8_t *from, integer shift)
        reads \at(b[0 .. 4095], B), \at(from[0 .. 4095], A);
      predicate leaf_there(uint8_t *b) reads b[40 .. 46], b[96 .. 4095];
      predicate key_came{A, B}(uint8_t *to, integer at, uint8_t *from, integer i)
        reads \at(to[0 .. 4095], A), \at(to[0 .. 4095], B), \at(from[0 .. 4095], A);
      predicate length_came{A, B}(uint8_t *to, integer at, uint8_t *from, integer i)
        reads \at(to[0 .. 4095], A), \at(to[0 .. 4095], B), \at(from[0 .. 4095], A);
      predicate child_came{A, B}(uint8_t *to, integer at, uint8_t *from, integer i)
        reads \at(to[0 .. 4095], A), \at(to[0 .. 4095], B), \at(from[0 .. 4095], A); } */
#else
/*@ predicate node_there(uint8_t *b) = node_is(b);
    predicate run_is{A, B}(uint8_t *b, integer first, integer end, uint8_t *from, integer shift) = keys_are{A, B}(b, first, end, from, shift)
        && (\at(b[46], B) == 0 ==> lengths_are{A, B}(b, first, end, from, shift))
        && (\at(b[46], B) != 0 ==> children_are{A, B}(b, first, end, from, shift));
    predicate leaf_there(uint8_t *b) = node_leaf(b);
    predicate key_came{A, B}(uint8_t *to, integer at, uint8_t *from, integer i) = \at(entry_key(to, at), B) == \at(entry_key(from, i), A)
        && keys_are{A, B}(to, 0, at, to, 0) && keys_are{A, B}(to, at + 1, \at(le16_of(to + 40), A) + 1, to, -1);
    predicate length_came{A, B}(uint8_t *to, integer at, uint8_t *from, integer i) = \at(entry_length(to, at), B) == \at(entry_length(from, i), A)
        && lengths_are{A, B}(to, 0, at, to, 0) && lengths_are{A, B}(to, at + 1, \at(le16_of(to + 40), A) + 1, to, -1);
    predicate child_came{A, B}(uint8_t *to, integer at, uint8_t *from, integer i) = \at(entry_child(to, at), B) == \at(entry_child(from, i), A)
        && children_are{A, B}(to, 0, at, to, 0) && children_are{A, B}(to, at + 1, \at(le16_of(to + 40), A) + 1, to, -1); */
#endif

/* leaf_seen - A leaf's numbers. */
/*@ ghost
    /@ requires leaf: \valid_read(b + (0 .. 4095)) && node_leaf(b);
       assigns \nothing;
       ensures fits: node_fits(b) && b[46] == 0;
       ensures live: lengths(b, le16_of(b + 40)) == le16_of(b + 44);
       ensures none: lengths(b, 0) == 0; @/
    static void leaf_seen(const uint8_t *b) { }

    /@ requires node: \valid_read(b + (0 .. 4095)) && node_is(b);
       assigns \nothing;
       ensures fits: node_fits(b);
       ensures sums: b[46] == 0 ==> lengths(b, le16_of(b + 40)) == le16_of(b + 44) && lengths(b, 0) == 0; @/
    static void node_seen(const uint8_t *b) { }

    /@ requires empty: \valid_read(b + (0 .. 4095)) && le16_of(b + 40) == 0 && le16_of(b + 42) == 4096 && le16_of(b + 44) == 0 && b[46] == 0;
       assigns \nothing;
       ensures leaf: node_leaf(b) && lengths(b, 0) == 0; @/
    static void leaf_made(const uint8_t *b) { }

    /@ requires leaf: \valid_read(b + (0 .. 4095)) && node_leaf(b) && i < le16_of(b + 40);
       assigns \nothing;
       ensures inside: entry_length(b, i) == 0
           || (entry_length(b, i) <= 1900 && le16_of(b + 42) <= entry_at(b, i) && entry_at(b, i) + entry_length(b, i) <= 4096);
       ensures fits: node_fits(b); @/
    static void value_seen(const uint8_t *b, uint32_t i) { }

    /@ requires leaf: \valid_read(b + (0 .. 4095)) && node_leaf(b);
       assigns \nothing;
       ensures inside: values_inside(b, le16_of(b + 40));
       ensures counted: node_counted(b); @/
    static void values_seen(const uint8_t *b) { }

    /@ requires range: \valid_read(b + (0 .. 4095)) && i < end <= 190;
       assigns \nothing;
       ensures next: lengths(b, i + 1) == lengths(b, i) + entry_length(b, i);
       ensures part: 0 <= lengths(b, i) && lengths(b, i) + entry_length(b, i) <= lengths(b, end); @/
    static void run_seen(const uint8_t *b, uint32_t i, uint32_t end)
    {
        /@ loop invariant range: 0 <= k <= i;
           loop invariant least: 0 <= lengths(b, k);
           loop assigns k;
           loop variant i - k; @/
        for (uint32_t k = 0; k < i; k++) ;
        /@ assert next: lengths(b, i + 1) == lengths(b, i) + entry_length(b, i); @/
        /@ loop invariant range: i + 1 <= k <= end;
           loop invariant rise: lengths(b, i + 1) <= lengths(b, k);
           loop assigns k;
           loop variant end - k; @/
        for (uint32_t k = i + 1; k < end; k++) ;
    }
*/
#endif
