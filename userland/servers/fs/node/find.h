/* find.h - where in a node a key is. The hottest loop of the file system, in headers so that it is compiled into each walk. */
#ifndef NODE_FIND_H
#define NODE_FIND_H
#include <node/find_among.h>

/* find_sorted - What the searches ask of a node: entries ascend, the last is below the high fence. A node from disk has it because validate_node, by which every read
 * goes, answers for node_good; a new one begins empty (node_init), and what changes a node (node/node.h) keeps the order if a new key goes where node_find says. */
/*@ predicate find_sorted(uint8_t *b) = entries_ascend(b, le16_of(b + 40))
        && (le16_of(b + 40) > 0 ==> entry_key(b, le16_of(b + 40) - 1) < key_of(b, 64));
*/

/* node_find - Number of the first entry whose key is not less than k (count if there is none). */
/*@ requires room: \valid_read(b + (0 .. 4095)) && node_counted(b);
    requires ascend: find_sorted(b);
    assigns \nothing;
    ensures range: \result <= le16_of(b + 40);
    ensures split: find_split(b, 0, \result, le16_of(b + 40), key_number(k)); */
static inline uint32_t node_find(const uint8_t *b, struct key k)
{
    uint32_t n = node_count(b);
    return n == 0 ? 0 : find_among(b, 0, n, k);
}

/* node_found - For proofs: what node_has says of node_find's answer is true of the node. */
/*@ ghost
    /@ requires ascend: entries_ascend(b, le16_of(b + 40));
       requires split: find_split(b, 0, i, le16_of(b + 40), key_number(k));
       assigns \nothing;
       ensures has: (i < le16_of(b + 40) && entry_key(b, i) == key_number(k))
           <==> (\exists integer j; 0 <= j < le16_of(b + 40) && entry_key(b, j) == key_number(k)); @/
    static void node_found(const uint8_t *b, uint32_t i, struct key k) { }
*/

/* node_guess - Where that is, roughly: for those who want to have it in the processor's cache before they search. */
/*@ requires room: \valid_read(b + (0 .. 4095)) && node_counted(b);
    assigns \nothing;
    ensures range: \result == 0 || \result < le16_of(b + 40); */
static inline uint32_t node_guess(const uint8_t *b, struct key k)
{
    uint32_t n = node_count(b);
    if (n == 0 || !entry_kin(b, 0, k) || !key_kin(b, NODE_HIGH_AT, k)) return n / 2;
    return find_guess(k.offset, key_offset(node_entry(b, 0)), key_offset(b + NODE_HIGH_AT), n);
}

/* node_find_from - node_find if the answer is probably near i. */
/*@ requires room: \valid_read(b + (0 .. 4095)) && node_counted(b);
    requires ascend: find_sorted(b);
    assigns \nothing;
    ensures range: \result <= le16_of(b + 40);
    ensures split: find_split(b, 0, \result, le16_of(b + 40), key_number(k)); */
static inline uint32_t node_find_from(const uint8_t *b, struct key k, uint32_t i)
{
    uint32_t n = node_count(b);
    if (n == 0) return 0;
    if (i >= n) i = n - 1;
    return entry_kin(b, 0, k) && key_kin(b, NODE_HIGH_AT, k) ? find_kin(b, 0, n, k, i) : find_key_near(b, 0, n, k, i);
}

/* node_child_of - Number of the entry of a branch whose child covers k, which b covers: how many of the entries are not above k, but for the first.
 * That does not count: its key is the low fence, which may be of another inode. lower: k is not KEY_HIGHEST, which no node covers and nothing may be stored under. */
/*@ requires room: \valid_read(b + (0 .. 4095)) && node_counted(b);
    requires ascend: find_sorted(b);
    requires lower: key_number(k) < 87112285931760246646623899502532662132735;
    assigns \nothing;
    ensures range: \result == 0 || \result < le16_of(b + 40);
    ensures child: \result == 0 || entry_key(b, \result) <= key_number(k);
    ensures before: \forall integer j; 1 <= j <= \result ==> entry_key(b, j) <= key_number(k);
    ensures behind: \forall integer j; \result < j < le16_of(b + 40) ==> key_number(k) < entry_key(b, j); */
static inline uint32_t node_child_of(const uint8_t *b, struct key k)
{
    uint32_t n = node_count(b);
    return n < 2 ? 0 : find_among(b, 1, n, find_after(k)) - 1;
}
#endif
