/* find_entry.h - one entry of a node beside a key, for the searches of find.h: the one place where they look at bytes. */
#ifndef NODE_FIND_ENTRY_H
#define NODE_FIND_ENTRY_H
#include <node/node.h>
#include <stddef.h>

/* kin - of k's inode and type. tell: between kin the offset alone decides. The others: of entries i..end-1. */
/*@ predicate kin(integer key, struct key k) = 0 <= key - key_number(k) + k.offset < 18446744073709551616;
    predicate offsets_tell(uint8_t *b, integer i, integer end, struct key k) =
        \forall integer j; i <= j < end ==> entry_key(b, j) - key_number(k) == entry_offset(b, j) - k.offset;
    predicate offsets_ascend(uint8_t *b, integer i, integer end) = \forall integer x, y; i <= x < y < end ==> entry_offset(b, x) < entry_offset(b, y);
    predicate offsets_less(uint8_t *b, integer i, integer end, integer offset) = \forall integer j; i <= j < end ==> entry_offset(b, j) < offset;
    predicate offsets_reach(uint8_t *b, integer i, integer end, integer offset) = \forall integer j; i <= j < end ==> offset <= entry_offset(b, j);
    predicate keys_ascend(uint8_t *b, integer i, integer end) = \forall integer x, y; i <= x < y < end ==> entry_key(b, x) < entry_key(b, y);
    predicate keys_less(uint8_t *b, integer i, integer end, integer key) = \forall integer j; i <= j < end ==> entry_key(b, j) < key;
    predicate keys_reach(uint8_t *b, integer i, integer end, integer key) = \forall integer j; i <= j < end ==> key <= entry_key(b, j);
*/

/* entry_less - Is the key of the entry at byte `at`, which is entry i, less than k? entry_offset_at - Its offset. */
/*@ requires room: \valid_read(b + (0 .. 4095)) && i < 190 && at == 96 + 21 * i;
    assigns \nothing;
    ensures order: \result != 0 <==> entry_key(b, i) < key_number(k); */
static inline int entry_less(const uint8_t *b, size_t at, struct key k) /*@ ghost (uint32_t i) */
{
    uint64_t inode = key_inode(b + at);
    //@ assert inode: inode == entry_inode(b, i);
    if (inode != k.inode) return inode < k.inode;
    uint8_t type = key_type(b + at);
    //@ assert type: type == entry_type(b, i);
    if (type != k.type) return type < k.type;
    uint64_t offset = key_offset(b + at);
    //@ assert offset: offset == entry_offset(b, i);
    return offset < k.offset;
}
/*@ requires room: \valid_read(b + (0 .. 4095)) && i < 190 && at == 96 + 21 * i;
    assigns \nothing;
    ensures value: \result == entry_offset(b, i); */
static inline uint64_t entry_offset_at(const uint8_t *b, size_t at) /*@ ghost (uint32_t i) */ { return key_offset(b + at); }

/* For proofs: be64_seen is the number in 8 bytes. join_kin, join_tells: a key of kin has k's inode and type, and differs by its offset. */
/*@ ghost
    /@ requires room: \valid_read(b + (at .. at + 7)) && at <= 4088;
       assigns \nothing;
       ensures value: \result == be64_at(b, at); @/
    static uint64_t be64_seen(const uint8_t *b, size_t at)
    {
        uint32_t high = b[at + 3] + b[at + 2] * 256u + b[at + 1] * 65536u + b[at] * 16777216u;
        /@ assert high: high == be32_at(b, at); @/
        uint32_t low = b[at + 7] + b[at + 6] * 256u + b[at + 5] * 65536u + b[at + 4] * 16777216u;
        /@ assert low: low == be32_at(b, at + 4); @/
        return low + high * 4294967296u;
    }
    /@ assigns \nothing;
       ensures kin: kin(key_join(inode, type, offset), k) <==> inode == k.inode && type == k.type; @/
    static void join_kin(uint64_t inode, uint8_t type, uint64_t offset, struct key k) { }
    /@ requires kin: kin(key_join(inode, type, offset), k);
       assigns \nothing;
       ensures tells: key_join(inode, type, offset) - key_number(k) == offset - k.offset; @/
    static void join_tells(uint64_t inode, uint8_t type, uint64_t offset, struct key k) { }
*/

/* key_kin - Is the key at byte `at` of k's inode and type? entry_kin - The key of entry i? */
/*@ requires room: \valid_read(b + (at .. at + 16)) && at <= 4079;
    assigns \nothing;
    ensures kin: \result != 0 <==> kin(key_of(b, at), k); */
static inline int key_kin(const uint8_t *b, size_t at, struct key k)
{
    struct key here = key_load(b, at);
    //@ ghost join_kin(here.inode, here.type, here.offset, k);
    return here.inode == k.inode && here.type == k.type;
}
/*@ requires room: \valid_read(b + (0 .. 4095)) && i < 190;
    assigns \nothing;
    ensures kin: \result != 0 <==> kin(entry_key(b, i), k); */
static inline int entry_kin(const uint8_t *b, uint32_t i, struct key k)
{
    struct key here = node_key(b, i);
    //@ ghost join_kin(here.inode, here.type, here.offset, k);
    return here.inode == k.inode && here.type == k.type;
}

/* find_after - The next key; k is not the highest. */
/*@ requires lower: key_number(k) < 87112285931760246646623899502532662132735;
    assigns \nothing;
    ensures next: key_number(\result) == key_number(k) + 1; */
static inline struct key find_after(struct key k)
{
    if (k.offset < ~0ull) return (struct key){k.inode, k.type, k.offset + 1};
    if (k.type < 255) return (struct key){k.inode, (uint8_t)(k.type + 1), 0};
    return (struct key){k.inode + 1, 0, 0};
}

/* entry_tells - For proofs: what differs between the keys of kin are their offsets. */
/*@ ghost
    /@ requires room: \valid_read(b + (0 .. 4095)) && i < 190;
       requires kin: kin(entry_key(b, i), k);
       assigns \nothing;
       ensures tells: entry_key(b, i) - key_number(k) == entry_offset(b, i) - k.offset; @/
    static void entry_tells(const uint8_t *b, uint32_t i, struct key k)
    {
        size_t at = 96 + 21 * (size_t)i;
        /@ assert at: at == 96 + 21 * i; @/
        /@ assert behind: (size_t)(at + 9) == 105 + 21 * i; @/
        uint64_t inode = be64_seen(b, at);
        /@ assert inode: inode == entry_inode(b, i); @/
        uint8_t type = b[at + 8];
        /@ assert type: type == entry_type(b, i); @/
        uint64_t offset = be64_seen(b, at + 9);
        /@ assert offset: offset == entry_offset(b, i); @/
        join_tells(inode, type, offset, k);
    }
*/
#endif
