/* kin.h - a look into a leaf whose fences are both of the key's inode and type, as most are in a large file or directory: so are all keys that it may have, and
 * offsets alone decide. */
#ifndef NODE_KIN_H
#define NODE_KIN_H
#include <node/lookup.h>

/*@ predicate node_of_kin(uint8_t *b, struct key k) = kin(key_of(b, 47), k) && kin(key_of(b, 64), k); */

/* node_kin - Have all keys that the node may have the key's inode and type? */
/*@ requires room: \valid_read(b + (0 .. 4095));
    assigns \nothing;
    ensures kin: \result != 0 <==> node_of_kin(b, k); */
static inline int node_kin(const uint8_t *b, struct key k) { return key_kin(b, NODE_LOW_AT, k) && key_kin(b, NODE_HIGH_AT, k); }

/* kin_offset - Offset of the key at byte `at`, which is of k's inode and type: they differ by their offsets. */
/*@ requires room: \valid_read(b + (at .. at + 16)) && at <= 4079;
    requires kin: kin(key_of(b, at), k);
    assigns \nothing;
    ensures tells: \result - k.offset == key_of(b, at) - key_number(k); */
static inline uint64_t kin_offset(const uint8_t *b, size_t at, struct key k)
{
    struct key here = key_load(b, at);
    (void)k; /* only the contract asks for it */
    //@ ghost join_tells(here.inode, here.type, here.offset, k);
    return here.offset;
}

/* kin_covers - node_covers. */
/*@ requires room: \valid_read(b + (0 .. 4095));
    requires kin: node_of_kin(b, k);
    assigns \nothing;
    ensures range: \result != 0 <==> covers(b, key_number(k)); */
static inline int kin_covers(const uint8_t *b, struct key k) { return kin_offset(b, NODE_LOW_AT, k) <= k.offset && k.offset < kin_offset(b, NODE_HIGH_AT, k); }

/* kin_lookup - node_lookup: has an entry this key? *at, a guess before, is then the number of the first that is not less, of an empty node what it was. */
/*@ requires room: \valid_read(b + (0 .. 4095)) && node_counted(b) && \valid(at) && \separated(at, b + (0 .. 4095));
    requires ordered: node_ordered(b);
    requires kin: node_of_kin(b, k);
    assigns *at;
    ensures found: \result != 0 ==> *at < le16_of(b + 40) && entry_key(b, *at) == key_number(k);
    ensures absent: \result == 0 ==> \forall integer j; 0 <= j < le16_of(b + 40) ==> entry_key(b, j) != key_number(k); */
static inline int kin_lookup(const uint8_t *b, struct key k, uint32_t *at)
{
    uint32_t n = node_count(b), guess = *at;
    if (n == 0) return 0;
    //@ ghost offsets_told(b, 0, n, k);
    uint32_t i = find_offset_near(b, 0, n, k.offset, guess < n ? guess : n - 1);
    *at = i;
    return i < n && entry_offset_at(b, NODE_BYTES + i * ENTRY_BYTES) /*@ ghost (i) */ == k.offset;
}
#endif
