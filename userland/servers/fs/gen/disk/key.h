/* key.h - The key of everything in the tree. Big-endian, so that the order of the bytes is the order of the keys. Generated from spec/disk/key.yaml.
 * b is the place of the structure in memory, at any alignment. Nothing here can fail; x_form_ok() says whether constants and limits hold. */
#ifndef DISK_KEY_H
#define DISK_KEY_H
#include <base/bytes.h>

/* what a key is about */
enum key_type {
    KEY_TYPE_INODE = 1, /* attributes of an inode, then its bytes if they are inline; offset 0 */
    KEY_TYPE_XATTR = 2, /* part of an extended attribute; offset: hash of the name (52 bits), slot (5), part (6) */
    KEY_TYPE_ENTRY = 3, /* a name in a directory; offset: hash of the name (58 bits), slot (5); it is the cookie of readdir */
    KEY_TYPE_EXTENT = 4, /* blocks of a file from this logical block on */
    KEY_TYPE_ORPHAN = 5, /* inode 0, offset the number of an inode of which something will be given back: all if it has no name, else what lies behind its end */
    KEY_TYPE_OWNER = 6, /* inode 0, offset a user: what is accounted to it */
};

/* key: inode, then type, then offset or hash (line 14) */
enum { KEY_BYTES = 17 };
struct key {
    uint64_t inode; /* 0: number of the inode */
    uint8_t type; /* 8: a key_type */
    uint64_t offset; /* 9: logical block, hash of a name, or 0 */
};
/*@ requires room: \valid_read(b + (0 .. 16));
    assigns \nothing;
    ensures value: \result == be64_of(b + 0); */
static inline uint64_t key_inode(const uint8_t *b) { return be64(b + 0); }
/*@ requires room: \valid(b + (0 .. 16));
    assigns b[0 .. 7];
    ensures value: be64_of(b + 0) == v; */
static inline void key_set_inode(uint8_t *b, uint64_t v) { be64_put(b + 0, v); }
/*@ requires room: \valid_read(b + (0 .. 16));
    assigns \nothing;
    ensures value: \result == b[8]; */
static inline uint8_t key_type(const uint8_t *b) { return b[8]; }
/*@ requires room: \valid(b + (0 .. 16));
    assigns b[8 .. 8];
    ensures value: b[8] == v; */
static inline void key_set_type(uint8_t *b, uint8_t v) { b[8] = v; }
/*@ requires room: \valid_read(b + (0 .. 16));
    assigns \nothing;
    ensures value: \result == be64_of(b + 9); */
static inline uint64_t key_offset(const uint8_t *b) { return be64(b + 9); }
/*@ requires room: \valid(b + (0 .. 16));
    assigns b[9 .. 16];
    ensures value: be64_of(b + 9) == v; */
static inline void key_set_offset(uint8_t *b, uint64_t v) { be64_put(b + 9, v); }
/*@ requires room: \valid_read(b + (0 .. 16)) && \valid(out);
    requires apart: \separated(b + (0 .. 16), out);
    assigns *out;
    ensures inode: out->inode == be64_of(b + 0);
    ensures type: out->type == b[8];
    ensures offset: out->offset == be64_of(b + 9);
*/
static inline void key_decode(const uint8_t *b, struct key *out)
{
    out->inode = be64(b + 0);
    out->type = b[8];
    out->offset = be64(b + 9);
}
/*@ requires room: \valid(b + (0 .. 16)) && \valid_read(in);
    requires apart: \separated(b + (0 .. 16), in);
    assigns b[0 .. 16];
    ensures inode: be64_of(b + 0) == in->inode;
    ensures type: b[8] == in->type;
    ensures offset: be64_of(b + 9) == in->offset;
*/
static inline void key_encode(const struct key *in, uint8_t *b)
{
    key_set_inode(b, in->inode);
    key_set_type(b, in->type);
    key_set_offset(b, in->offset);
}
#endif
