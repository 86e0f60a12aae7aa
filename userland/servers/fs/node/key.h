/* key.h - the order of keys: inode, then type, then offset; the same as that of their bytes on disk (big-endian). */
#ifndef NODE_KEY_H
#define NODE_KEY_H
#include <disk/key.h>

/* The lowest and the highest key. The highest is no key that may be stored: as a fence it says "no bound". */
#define KEY_LOWEST ((struct key){0, 0, 0})
#define KEY_HIGHEST ((struct key){~0ull, 255, ~0ull})

/* The order, of keys and of their bytes. */
/*@ predicate key_before(struct key a, struct key b) =
        a.inode < b.inode || (a.inode == b.inode && (a.type < b.type || (a.type == b.type && a.offset < b.offset)));
    predicate key_same(struct key a, struct key b) = a.inode == b.inode && a.type == b.type && a.offset == b.offset;
    predicate key_is(struct key k, uint8_t *b) = k.inode == be64_of(b) && k.type == b[8] && k.offset == be64_of(b + 9);
    predicate bytes_before(uint8_t *a, uint8_t *b) =
        be64_of(a) < be64_of(b) || (be64_of(a) == be64_of(b) && (a[8] < b[8] || (a[8] == b[8] && be64_of(a + 9) < be64_of(b + 9))));
*/

/*@ assigns \nothing;
    ensures order: \result != 0 <==> key_before(a, b); */
static inline int key_less(struct key a, struct key b)
{
    if (a.inode != b.inode) return a.inode < b.inode;
    if (a.type != b.type) return a.type < b.type;
    return a.offset < b.offset;
}
/*@ assigns \nothing;
    ensures same: \result != 0 <==> key_same(a, b); */
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
#endif
