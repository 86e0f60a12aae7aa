/* find_among.h - which search fits some entries of a node: by their offsets alone if all are of one inode and type, else by whole keys. */
#ifndef NODE_FIND_AMONG_H
#define NODE_FIND_AMONG_H
#include <node/find_near.h>

/* find_split - Before entry r all keys are less than `key`, from there on none is. */
/*@ predicate find_split(uint8_t *b, integer i, integer r, integer end, integer key) = i <= r <= end && keys_less(b, i, r, key) && keys_reach(b, r, end, key);
*/

/* offsets_told - For proofs: entries between two of kin are kin, and only their offsets differ. */
/*@ ghost
    /@ requires range: i < end <= 190;
       requires room: \valid_read(b + (0 .. 4095));
       requires ascend: keys_ascend(b, i, end);
       requires kin: kin(entry_key(b, i), k) && kin(entry_key(b, end - 1), k);
       assigns \nothing;
       ensures tell: offsets_tell(b, i, end, k);
       ensures ascend: offsets_ascend(b, i, end); @/
    static void offsets_told(const uint8_t *b, uint32_t i, uint32_t end, struct key k)
    {
        /@ loop invariant range: i <= j <= end;
           loop invariant tell: offsets_tell(b, i, j, k);
           loop assigns j;
           loop variant end - j; @/
        for (uint32_t j = i; j < end; j++) entry_tells(b, j, k);
    }
*/

/* find_kin - find_key_near for entries that are all of k's inode and type. */
/*@ requires range: i <= at < end <= 190;
    requires room: \valid_read(b + (0 .. 4095));
    requires ascend: keys_ascend(b, i, end);
    requires kin: kin(entry_key(b, i), k) && kin(entry_key(b, end - 1), k);
    assigns \nothing;
    ensures split: find_split(b, i, \result, end, key_number(k)); */
static inline uint32_t find_kin(const uint8_t *b, uint32_t i, uint32_t end, struct key k, uint32_t at)
{
    //@ ghost offsets_told(b, i, end, k);
    return find_offset_near(b, i, end, k.offset, at);
}

/* find_mixed - The same for entries of several inodes or types, without a guess. */
/*@ requires range: i < end <= 190;
    requires room: \valid_read(b + (0 .. 4095));
    requires ascend: keys_ascend(b, i, end);
    assigns \nothing;
    ensures split: find_split(b, i, \result, end, key_number(k)); */
static inline uint32_t find_mixed(const uint8_t *b, uint32_t i, uint32_t end, struct key k)
{
    uint64_t first = key_inode(node_entry(b, i)), last = key_inode(node_entry(b, end - 1));
    return first == last ? find_by_key(b, i, end, k) : find_key_near(b, i, end, k, i + find_guess(k.inode, first, last, end - i));
}

/* find_bound - If the entries i..end-1 are all of k's inode and type: byte of the key that they end with, or the fence behind them; else 0. */
/*@ requires range: i < end <= 190;
    requires room: \valid_read(b + (0 .. 4095));
    requires ascend: keys_ascend(b, i, end) && entry_key(b, end - 1) < key_of(b, 64);
    assigns \nothing;
    ensures place: \result <= 4079;
    ensures kin: \result != 0 ==> kin(entry_key(b, i), k) && kin(entry_key(b, end - 1), k); */
static inline uint32_t find_bound(const uint8_t *b, uint32_t i, uint32_t end, struct key k)
{
    if (!entry_kin(b, i, k)) return 0;
    if (key_kin(b, NODE_HIGH_AT, k)) return NODE_HIGH_AT;
    return entry_kin(b, end - 1, k) ? NODE_BYTES + (end - 1) * ENTRY_BYTES : 0;
}

/* find_among - Of the entries i..end-1, all below the high fence: the first that is not less than k; end if there is none. */
/*@ requires range: i < end <= 190;
    requires room: \valid_read(b + (0 .. 4095));
    requires ascend: keys_ascend(b, i, end) && entry_key(b, end - 1) < key_of(b, 64);
    assigns \nothing;
    ensures split: find_split(b, i, \result, end, key_number(k)); */
static inline uint32_t find_among(const uint8_t *b, uint32_t i, uint32_t end, struct key k)
{
    uint32_t bound = find_bound(b, i, end, k);
    if (bound == 0) return find_mixed(b, i, end, k);
    return find_kin(b, i, end, k, i + find_guess(k.offset, key_offset(node_entry(b, i)), key_offset(b + bound), end - i));
}
#endif
