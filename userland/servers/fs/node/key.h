/* key.h - the order of keys: inode, then type, then offset; the same as that of their bytes on disk (big-endian). */
#ifndef NODE_KEY_H
#define NODE_KEY_H
#include <disk/key.h>

/* The lowest and the highest key. The highest is no key that may be stored: as a fence it says "no bound". */
#define KEY_LOWEST ((struct key){0, 0, 0})
#define KEY_HIGHEST ((struct key){~0ull, 255, ~0ull})

/* The order, of keys and of their bytes. A key is one number to most contracts; units that care for no byte of it define KEY_HIDDEN. */
/*@ logic integer key_join(integer inode, integer type, integer offset) = inode * 4722366482869645213696 + type * 18446744073709551616 + offset;
    logic integer key_number(struct key k) = key_join(k.inode, k.type, k.offset);
*/
#ifdef KEY_HIDDEN
/*@ axiomatic key_hidden { logic integer key_of(uint8_t *b, integer at) reads b[at .. at + 16]; } */
#else
/*@ logic integer key_of(uint8_t *b, integer at) = key_join(be64_at(b, at), b[at + 8], be64_at(b, at + 9)); */
#endif
/*@
    predicate key_is(struct key k, uint8_t *b) = k.inode == be64_of(b) && k.type == b[8] && k.offset == be64_of(b + 9);
*/

/*@ assigns \nothing;
    ensures number: \result != 0 <==> key_number(a) < key_number(b); */
static inline int key_less(struct key a, struct key b)
{
    if (a.inode != b.inode) return a.inode < b.inode;
    if (a.type != b.type) return a.type < b.type;
    return a.offset < b.offset;
}
/*@ assigns \nothing;
    ensures number: \result != 0 <==> key_number(a) == key_number(b); */
static inline int key_equal(struct key a, struct key b) { return a.inode == b.inode && a.type == b.type && a.offset == b.offset; }
/*@ requires room: \valid_read(b + (0 .. 16));
    assigns \nothing;
    ensures value: key_is(\result, b); */
static inline struct key key_at(const uint8_t *b) { return (struct key){key_inode(b), key_type(b), key_offset(b)}; }
/*@ requires room: \valid(b + (0 .. 16));
    assigns b[0 .. 16];
    ensures value: key_is(k, b); */
static inline void key_put(uint8_t *b, struct key k) { key_encode(&k, b); }
/* key_after - The next key; after the highest comes the lowest. */
/*@ assigns \nothing;
    ensures next: \result.offset != 0 ==> \result.offset == k.offset + 1 && \result.type == k.type && \result.inode == k.inode;
    ensures carry: \result.offset == 0 ==> k.offset == 18446744073709551615; */
static inline struct key key_after(struct key k)
{
    if (k.offset < ~0ull) {
        k.offset = k.offset + 1;
        return k;
    }
    k.offset = 0;
    if (++k.type == 0) k.inode++;
    return k;
}

/* key_joined - For proofs: a key whose three parts are in place is in place. */
/*@ ghost
    /@ requires room: \valid_read(b + (at .. at + 16)) && at <= 4079;
       requires parts: be64_at(b, at) == inode && b[at + 8] == type && be64_at(b, at + 9) == offset;
       assigns \nothing;
       ensures number: key_of(b, at) == key_join(inode, type, offset); @/
    static void key_joined(const uint8_t *b, size_t at, uint64_t inode, uint8_t type, uint64_t offset) { }
*/
/* key_load, key_store - The same for the key at byte `at` of a block. */
/*@ requires room: \valid_read(b + (at .. at + 16)) && at <= 4079;
    assigns \nothing;
    ensures number: key_number(\result) == key_of(b, at); */
static inline struct key key_load(const uint8_t *b, size_t at)
{
    //@ assert type: (size_t)(at + 8) == at + 8;
    //@ assert offset: (size_t)(at + 9) == at + 9;
    return (struct key){be64_load(b, at), b[at + 8], be64_load(b, at + 9)};
}
/*@ requires room: \valid(b + (at .. at + 16)) && at <= 4079;
    assigns b[at .. at + 16];
    ensures number: key_of(b, at) == key_number(k); */
static inline void key_store(uint8_t *b, uint32_t at, struct key k)
{
    //@ assert type: (size_t)(at + 8) == at + 8;
    //@ assert offset: (size_t)(at + 9) == at + 9;
    be64_store(b, at, k.inode);
    //@ assert inode_put: be64_at(b, at) == k.inode;
    be64_store(b, at + 9, k.offset);
    //@ assert inode_kept: be64_at(b, at) == k.inode;
    //@ assert offset_put: be64_at(b, at + 9) == k.offset;
    b[at + 8] = k.type;
    //@ assert inode: be64_at(b, at) == k.inode;
    //@ assert offset_kept: be64_at(b, at + 9) == k.offset;
    //@ ghost key_joined(b, at, k.inode, k.type, k.offset);
}
#endif
