/* model.h - what the bytes of a node mean, for contracts alone: no code.
 * An entry is its number: its key is one number (node/key.h), and `lengths` is the sum of what the first n say of their values.
 * Units that move whole entries define LEAF_HIDDEN: what a leaf is, and the recursion of `lengths`, they know from node/leaf.h alone.
 * X_are: the entries first..end-1 of b, as they are at B, are those of `from` at A that stand `shift` further. */
#ifndef NODE_MODEL_H
#define NODE_MODEL_H
#include <node/key.h>

#ifdef KEY_HIDDEN
/*@ axiomatic entry_hidden {
      logic integer entry_key(uint8_t *b, integer i) reads b[96 + 21 * i .. 112 + 21 * i];
      logic integer entry_inode(uint8_t *b, integer i) reads b[96 + 21 * i .. 103 + 21 * i];
      logic integer entry_type(uint8_t *b, integer i) reads b[104 + 21 * i];
      logic integer entry_offset(uint8_t *b, integer i) reads b[105 + 21 * i .. 112 + 21 * i]; } */
#else
/*@ logic integer entry_inode(uint8_t *b, integer i) = be64_at(b, 96 + 21 * i);
    logic integer entry_type(uint8_t *b, integer i) = b[104 + 21 * i];
    logic integer entry_offset(uint8_t *b, integer i) = be64_at(b, 105 + 21 * i);
    logic integer entry_key(uint8_t *b, integer i) = key_join(entry_inode(b, i), entry_type(b, i), entry_offset(b, i)); */
#endif
#ifdef PLACE_HIDDEN
/*@ axiomatic place_hidden {
      logic integer entry_at(uint8_t *b, integer i) reads b[113 + 21 * i .. 114 + 21 * i];
      logic integer entry_length(uint8_t *b, integer i) reads b[115 + 21 * i .. 116 + 21 * i]; } */
#else
/*@ logic integer entry_at(uint8_t *b, integer i) = b[113 + 21 * i] + 256 * b[114 + 21 * i];
    logic integer entry_length(uint8_t *b, integer i) = b[115 + 21 * i] + 256 * b[116 + 21 * i]; */
#endif
/*@ logic integer entry_child(uint8_t *b, integer i) = entry_at(b, i) + 65536 * entry_length(b, i);
    logic integer value_byte(uint8_t *b, integer i, integer k) = b[entry_at(b, i) + k];
*/
#ifdef LEAF_HIDDEN
/*@ axiomatic leaf_hidden {
      logic integer lengths(uint8_t *b, integer n) reads b[115 .. 95 + 21 * n];
      predicate node_leaf(uint8_t *b) reads b[40 .. 46], b[96 .. 4095]; } */
#else
/*@ logic integer lengths(uint8_t *b, integer n) = n <= 0 ? 0 : lengths(b, n - 1) + entry_length(b, n - 1); */
#endif
/*@ predicate inodes_are{A, B}(uint8_t *b, integer first, integer end, uint8_t *from, integer shift) =
        \forall integer j; first <= j < end ==> \at(entry_inode(b, j), B) == \at(entry_inode(from, j + shift), A);
    predicate types_are{A, B}(uint8_t *b, integer first, integer end, uint8_t *from, integer shift) =
        \forall integer j; first <= j < end ==> \at(entry_type(b, j), B) == \at(entry_type(from, j + shift), A);
    predicate offsets_are{A, B}(uint8_t *b, integer first, integer end, uint8_t *from, integer shift) =
        \forall integer j; first <= j < end ==> \at(entry_offset(b, j), B) == \at(entry_offset(from, j + shift), A);
    predicate keys_are{A, B}(uint8_t *b, integer first, integer end, uint8_t *from, integer shift) =
        \forall integer j; first <= j < end ==> \at(entry_key(b, j), B) == \at(entry_key(from, j + shift), A);
    predicate places_are{A, B}(uint8_t *b, integer first, integer end, uint8_t *from, integer shift) =
        \forall integer j; first <= j < end ==> \at(entry_at(b, j), B) == \at(entry_at(from, j + shift), A);
    predicate lengths_are{A, B}(uint8_t *b, integer first, integer end, uint8_t *from, integer shift) =
        \forall integer j; first <= j < end ==> \at(entry_length(b, j), B) == \at(entry_length(from, j + shift), A);
    predicate values_are{A, B}(uint8_t *b, integer first, integer end, uint8_t *from, integer shift) =
        \forall integer j, k; first <= j < end ==> 0 <= k < \at(entry_length(from, j + shift), A) ==>
            \at(value_byte(b, j, k), B) == \at(value_byte(from, j + shift, k), A);
    predicate entries_are{A, B}(uint8_t *b, integer first, integer end, uint8_t *from, integer shift) =
        keys_are{A, B}(b, first, end, from, shift) && lengths_are{A, B}(b, first, end, from, shift) && values_are{A, B}(b, first, end, from, shift);

    predicate value_covers(uint8_t *b, integer i, integer p) = entry_at(b, i) <= p < entry_at(b, i) + entry_length(b, i);
    predicate values_disjoint(uint8_t *b, integer n) =
        \forall integer i, j, p; 0 <= i < j < n && value_covers(b, i, p) ==> !value_covers(b, j, p);
    predicate node_counted(uint8_t *b) = le16_of(b + 40) <= 190;
    predicate node_fits(uint8_t *b) = node_counted(b) && 96 + 21 * le16_of(b + 40) <= le16_of(b + 42) <= 4096
        && 21 * le16_of(b + 40) + le16_of(b + 44) <= 4000 && b[46] <= 12;
    predicate values_within(uint8_t *b, integer first, integer end) = \forall integer i; first <= i < end ==> entry_length(b, i) == 0
        || (entry_length(b, i) <= 1900 && le16_of(b + 42) <= entry_at(b, i) && entry_at(b, i) + entry_length(b, i) <= 4096);
    predicate values_inside(uint8_t *b, integer n) = \forall integer i; 0 <= i < n ==> entry_length(b, i) == 0
        || (entry_length(b, i) <= 1900 && le16_of(b + 42) <= entry_at(b, i) && entry_at(b, i) + entry_length(b, i) <= 4096);
    predicate entries_ascend(uint8_t *b, integer n) = \forall integer i, j; 0 <= i < j < n ==> entry_key(b, i) < entry_key(b, j);
    predicate children_named(uint8_t *b, integer n) =
        \forall integer i; 0 <= i < n ==> entry_child(b, i) != 0 && entry_child(b, i) != le32_of(b + 32);
    predicate entries_fenced(uint8_t *b) =
        le16_of(b + 40) > 0 ==> key_of(b, 47) <= entry_key(b, 0) && entry_key(b, le16_of(b + 40) - 1) < key_of(b, 64);
    predicate node_ordered(uint8_t *b) = key_of(b, 47) < key_of(b, 64) && entries_fenced(b) && entries_ascend(b, le16_of(b + 40));
*/
#ifdef LEAF_HIDDEN
#else
/*@ predicate node_leaf(uint8_t *b) =
        node_fits(b) && b[46] == 0 && le16_of(b + 44) == lengths(b, le16_of(b + 40)) && values_inside(b, le16_of(b + 40)); */
#endif
/*@ predicate node_branch(uint8_t *b) = node_fits(b) && b[46] != 0 && le16_of(b + 44) == 0 && le16_of(b + 42) == 4096;
    predicate node_good(uint8_t *b) = node_ordered(b) && (b[46] == 0 ? node_leaf(b)
        : node_branch(b) && le16_of(b + 40) > 0 && entry_key(b, 0) == key_of(b, 47) && children_named(b, le16_of(b + 40)));
*/
#endif
