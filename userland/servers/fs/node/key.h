/* key.h - the order of keys: inode, then type, then offset; the same as that of their bytes on disk (big-endian). */
#ifndef NODE_KEY_H
#define NODE_KEY_H
#include <disk/key.h>

/* The lowest and the highest key. The highest is no key that may be stored: as a fence it says "no bound". */
#define KEY_LOWEST ((struct key){0, 0, 0})
#define KEY_HIGHEST ((struct key){~0ull, 255, ~0ull})

static inline int key_less(struct key a, struct key b)
{
    if (a.inode != b.inode) return a.inode < b.inode;
    if (a.type != b.type) return a.type < b.type;
    return a.offset < b.offset;
}
static inline int key_equal(struct key a, struct key b) { return a.inode == b.inode && a.type == b.type && a.offset == b.offset; }
static inline struct key key_at(const uint8_t *b) { return (struct key){key_inode(b), key_type(b), key_offset(b)}; }
static inline void key_put(uint8_t *b, struct key k) { key_encode(&k, b); }
#endif
