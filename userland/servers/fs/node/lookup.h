/* lookup.h - what the walks of the tree conclude from a node that they search: that a child covers the key, that a leaf does, that a key is there or not. */
#ifndef NODE_LOOKUP_H
#define NODE_LOOKUP_H
#include <node/find.h>

/* child_end - The key that ends the child of entry i: where the next one begins, or the fence. child_fits - The fences of the child are those that its parent says. */
/*@ logic integer child_end(uint8_t *b, integer i) = i + 1 < le16_of(b + 40) ? entry_key(b, i + 1) : key_of(b, 64);
    predicate child_fits(uint8_t *b, integer i, uint8_t *child) = key_of(child, 47) == entry_key(b, i) && key_of(child, 64) == child_end(b, i);
    predicate covers(uint8_t *b, integer key) = key_of(b, 47) <= key < key_of(b, 64);
*/

/* node_child_fits - Is a node, good in itself, the one that entry i of its parent means? */
/*@ requires room: \valid_read(parent + (0 .. 4095)) && \valid_read(child + (0 .. 4095)) && node_counted(parent) && i < le16_of(parent + 40);
    assigns \nothing;
    ensures fits: \result != 0 <==> child_fits(parent, i, child); */
static inline int node_child_fits(const uint8_t *parent, uint32_t i, const uint8_t *child)
{
    struct key end = i + 1 < node_count(parent) ? node_key(parent, i + 1) : node_high(parent);
    return key_equal(node_low(child), node_key(parent, i)) && key_equal(node_high(child), end);
}

/* child_covers - For proofs: one step of a walk. If a branch covers the key, so does the child that node_child_of names, and no other. */
/*@ ghost
    /@ requires good: node_good(b) && b[46] != 0 && covers(b, key_number(k));
       requires range: i < le16_of(b + 40);
       requires child: i == 0 || entry_key(b, i) <= key_number(k);
       requires behind: \forall integer j; i < j < le16_of(b + 40) ==> key_number(k) < entry_key(b, j);
       assigns \nothing;
       ensures covers: entry_key(b, i) <= key_number(k) < child_end(b, i);
       ensures only: \forall integer j; 0 <= j < le16_of(b + 40) ==> entry_key(b, j) <= key_number(k) < child_end(b, j) ==> j == i; @/
    static void child_covers(const uint8_t *b, uint32_t i, struct key k) { }
*/

/* node_belongs - A search in this node answered i; does the node cover the key? Neighbours on both sides say so without a look at the fences. */
/*@ requires room: \valid_read(b + (0 .. 4095)) && node_counted(b);
    requires ordered: node_ordered(b);
    requires split: find_split(b, 0, i, le16_of(b + 40), key_number(k));
    assigns \nothing;
    ensures covers: \result != 0 <==> covers(b, key_number(k)); */
static inline int node_belongs(const uint8_t *b, uint32_t i, struct key k) { return (i != 0 && i != node_count(b)) || node_covers(b, k); }

/* node_lookup - Has an entry this key? If so *at, a guess before, is its number. */
/*@ requires room: \valid_read(b + (0 .. 4095)) && node_counted(b) && \valid(at) && \separated(at, b + (0 .. 4095));
    requires ascend: find_sorted(b);
    assigns *at;
    ensures found: \result != 0 ==> *at < le16_of(b + 40) && entry_key(b, *at) == key_number(k);
    ensures absent: \result == 0 ==> \forall integer j; 0 <= j < le16_of(b + 40) ==> entry_key(b, j) != key_number(k); */
static inline int node_lookup(const uint8_t *b, struct key k, uint32_t *at)
{
    *at = node_find_from(b, k, *at);
    return node_has(b, *at, k);
}

/* node_until - How many entries are below the key: node_find without a search where the whole node is. */
/*@ requires room: \valid_read(b + (0 .. 4095)) && node_counted(b);
    requires ascend: find_sorted(b);
    assigns \nothing;
    ensures split: find_split(b, 0, \result, le16_of(b + 40), key_number(to)); */
static inline uint32_t node_until(const uint8_t *b, struct key to) { return key_less(node_high(b), to) ? node_count(b) : node_find(b, to); }
#endif
