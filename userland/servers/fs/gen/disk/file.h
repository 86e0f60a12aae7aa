/* file.h - Values of the tree that files are made of. Generated from spec/disk/file.yaml.
 * b is the place of the structure in memory, at any alignment. Nothing here can fail; x_form_ok() says whether constants and limits hold. */
#ifndef DISK_FILE_H
#define DISK_FILE_H
#include <base/bytes.h>

/* bits of an inode's flags */
enum inode_flag {
    INODE_FLAG_INLINE = 1, /* the bytes of the file or symbolic link follow the attributes */
    INODE_FLAG_TRIM = 2, /* extents behind the end are not the file's any more and will be given back; an orphan key says so too */
    INODE_FLAG_ACCESS_LIST = 4, /* there is an attribute system.posix_acl_access */
    INODE_FLAG_DEFAULT_LIST = 8, /* there is an attribute system.posix_acl_default */
};

/* bits of an extent's flags */
enum extent_flag {
    EXTENT_FLAG_UNWRITTEN = 1, /* the blocks are the file's but read as zero; no checksums follow */
};

/* inode: value of an inode key; the bytes of a small file or of a symbolic link follow (line 16) */
enum { INODE_BYTES = 112 };
struct inode {
    uint32_t mode; /* 0: type and permission as st_mode */
    uint32_t uid; /* 4: owner */
    uint32_t gid; /* 8: group */
    uint32_t links; /* 12: names; of a directory 2 and its subdirectories; 0 is an orphan */
    uint64_t size; /* 16: bytes; of a directory the number of names in it */
    uint64_t blocks; /* 24: blocks that it holds */
    uint64_t accessed; /* 32: ns since 1970 */
    uint64_t modified; /* 40: ns since 1970 */
    uint64_t changed; /* 48: ns since 1970 */
    uint64_t made; /* 56: ns since 1970 */
    uint64_t parent; /* 64: of a directory */
    uint64_t device; /* 72: of a device node */
    uint64_t generation; /* 80: tells users of a number apart */
    uint32_t flags; /* 88: inode_flag */
    uint8_t reserved[20]; /* 92: zero */
};
/*@ requires room: \valid_read(b + (0 .. 111));
    assigns \nothing;
    ensures value: \result == le32_of(b + 0); */
static inline uint32_t inode_mode(const uint8_t *b) { return le32(b + 0); }
/*@ requires room: \valid(b + (0 .. 111));
    assigns b[0 .. 3];
    ensures value: le32_of(b + 0) == v; */
static inline void inode_set_mode(uint8_t *b, uint32_t v) { le32_put(b + 0, v); }
/*@ requires room: \valid_read(b + (0 .. 111));
    assigns \nothing;
    ensures value: \result == le32_of(b + 4); */
static inline uint32_t inode_uid(const uint8_t *b) { return le32(b + 4); }
/*@ requires room: \valid(b + (0 .. 111));
    assigns b[4 .. 7];
    ensures value: le32_of(b + 4) == v; */
static inline void inode_set_uid(uint8_t *b, uint32_t v) { le32_put(b + 4, v); }
/*@ requires room: \valid_read(b + (0 .. 111));
    assigns \nothing;
    ensures value: \result == le32_of(b + 8); */
static inline uint32_t inode_gid(const uint8_t *b) { return le32(b + 8); }
/*@ requires room: \valid(b + (0 .. 111));
    assigns b[8 .. 11];
    ensures value: le32_of(b + 8) == v; */
static inline void inode_set_gid(uint8_t *b, uint32_t v) { le32_put(b + 8, v); }
/*@ requires room: \valid_read(b + (0 .. 111));
    assigns \nothing;
    ensures value: \result == le32_of(b + 12); */
static inline uint32_t inode_links(const uint8_t *b) { return le32(b + 12); }
/*@ requires room: \valid(b + (0 .. 111));
    assigns b[12 .. 15];
    ensures value: le32_of(b + 12) == v; */
static inline void inode_set_links(uint8_t *b, uint32_t v) { le32_put(b + 12, v); }
/*@ requires room: \valid_read(b + (0 .. 111));
    assigns \nothing;
    ensures value: \result == le64_of(b + 16); */
static inline uint64_t inode_size(const uint8_t *b) { return le64(b + 16); }
/*@ requires room: \valid(b + (0 .. 111));
    assigns b[16 .. 23];
    ensures value: le64_of(b + 16) == v; */
static inline void inode_set_size(uint8_t *b, uint64_t v) { le64_put(b + 16, v); }
/*@ requires room: \valid_read(b + (0 .. 111));
    assigns \nothing;
    ensures value: \result == le64_of(b + 24); */
static inline uint64_t inode_blocks(const uint8_t *b) { return le64(b + 24); }
/*@ requires room: \valid(b + (0 .. 111));
    assigns b[24 .. 31];
    ensures value: le64_of(b + 24) == v; */
static inline void inode_set_blocks(uint8_t *b, uint64_t v) { le64_put(b + 24, v); }
/*@ requires room: \valid_read(b + (0 .. 111));
    assigns \nothing;
    ensures value: \result == le64_of(b + 32); */
static inline uint64_t inode_accessed(const uint8_t *b) { return le64(b + 32); }
/*@ requires room: \valid(b + (0 .. 111));
    assigns b[32 .. 39];
    ensures value: le64_of(b + 32) == v; */
static inline void inode_set_accessed(uint8_t *b, uint64_t v) { le64_put(b + 32, v); }
/*@ requires room: \valid_read(b + (0 .. 111));
    assigns \nothing;
    ensures value: \result == le64_of(b + 40); */
static inline uint64_t inode_modified(const uint8_t *b) { return le64(b + 40); }
/*@ requires room: \valid(b + (0 .. 111));
    assigns b[40 .. 47];
    ensures value: le64_of(b + 40) == v; */
static inline void inode_set_modified(uint8_t *b, uint64_t v) { le64_put(b + 40, v); }
/*@ requires room: \valid_read(b + (0 .. 111));
    assigns \nothing;
    ensures value: \result == le64_of(b + 48); */
static inline uint64_t inode_changed(const uint8_t *b) { return le64(b + 48); }
/*@ requires room: \valid(b + (0 .. 111));
    assigns b[48 .. 55];
    ensures value: le64_of(b + 48) == v; */
static inline void inode_set_changed(uint8_t *b, uint64_t v) { le64_put(b + 48, v); }
/*@ requires room: \valid_read(b + (0 .. 111));
    assigns \nothing;
    ensures value: \result == le64_of(b + 56); */
static inline uint64_t inode_made(const uint8_t *b) { return le64(b + 56); }
/*@ requires room: \valid(b + (0 .. 111));
    assigns b[56 .. 63];
    ensures value: le64_of(b + 56) == v; */
static inline void inode_set_made(uint8_t *b, uint64_t v) { le64_put(b + 56, v); }
/*@ requires room: \valid_read(b + (0 .. 111));
    assigns \nothing;
    ensures value: \result == le64_of(b + 64); */
static inline uint64_t inode_parent(const uint8_t *b) { return le64(b + 64); }
/*@ requires room: \valid(b + (0 .. 111));
    assigns b[64 .. 71];
    ensures value: le64_of(b + 64) == v; */
static inline void inode_set_parent(uint8_t *b, uint64_t v) { le64_put(b + 64, v); }
/*@ requires room: \valid_read(b + (0 .. 111));
    assigns \nothing;
    ensures value: \result == le64_of(b + 72); */
static inline uint64_t inode_device(const uint8_t *b) { return le64(b + 72); }
/*@ requires room: \valid(b + (0 .. 111));
    assigns b[72 .. 79];
    ensures value: le64_of(b + 72) == v; */
static inline void inode_set_device(uint8_t *b, uint64_t v) { le64_put(b + 72, v); }
/*@ requires room: \valid_read(b + (0 .. 111));
    assigns \nothing;
    ensures value: \result == le64_of(b + 80); */
static inline uint64_t inode_generation(const uint8_t *b) { return le64(b + 80); }
/*@ requires room: \valid(b + (0 .. 111));
    assigns b[80 .. 87];
    ensures value: le64_of(b + 80) == v; */
static inline void inode_set_generation(uint8_t *b, uint64_t v) { le64_put(b + 80, v); }
/*@ requires room: \valid_read(b + (0 .. 111));
    assigns \nothing;
    ensures value: \result == le32_of(b + 88); */
static inline uint32_t inode_flags(const uint8_t *b) { return le32(b + 88); }
/*@ requires room: \valid(b + (0 .. 111));
    assigns b[88 .. 91];
    ensures value: le32_of(b + 88) == v; */
static inline void inode_set_flags(uint8_t *b, uint32_t v) { le32_put(b + 88, v); }
enum { INODE_RESERVED_AT = 92 };
/*@ requires room: \valid_read(b + (0 .. 111)) && \valid(out);
    requires apart: \separated(b + (0 .. 111), out);
    assigns *out;
    ensures mode: out->mode == \old(le32_of(b + 0));
    ensures uid: out->uid == \old(le32_of(b + 4));
    ensures gid: out->gid == \old(le32_of(b + 8));
    ensures links: out->links == \old(le32_of(b + 12));
    ensures size: out->size == \old(le64_of(b + 16));
    ensures blocks: out->blocks == \old(le64_of(b + 24));
    ensures accessed: out->accessed == \old(le64_of(b + 32));
    ensures modified: out->modified == \old(le64_of(b + 40));
    ensures changed: out->changed == \old(le64_of(b + 48));
    ensures made: out->made == \old(le64_of(b + 56));
    ensures parent: out->parent == \old(le64_of(b + 64));
    ensures device: out->device == \old(le64_of(b + 72));
    ensures generation: out->generation == \old(le64_of(b + 80));
    ensures flags: out->flags == \old(le32_of(b + 88));
*/
static inline void inode_decode(const uint8_t *b, struct inode *out)
{
    uint32_t mode = le32(b + 0);
    uint32_t uid = le32(b + 4);
    uint32_t gid = le32(b + 8);
    uint32_t links = le32(b + 12);
    uint64_t size = le64(b + 16);
    uint64_t blocks = le64(b + 24);
    uint64_t accessed = le64(b + 32);
    uint64_t modified = le64(b + 40);
    uint64_t changed = le64(b + 48);
    uint64_t made = le64(b + 56);
    uint64_t parent = le64(b + 64);
    uint64_t device = le64(b + 72);
    uint64_t generation = le64(b + 80);
    uint32_t flags = le32(b + 88);
    bytes_copy(out->reserved, b + 92, 20);
    out->mode = mode;
    out->uid = uid;
    out->gid = gid;
    out->links = links;
    out->size = size;
    out->blocks = blocks;
    out->accessed = accessed;
    out->modified = modified;
    out->changed = changed;
    out->made = made;
    out->parent = parent;
    out->device = device;
    out->generation = generation;
    out->flags = flags;
}
/*@ requires room: \valid(b + (0 .. 111)) && \valid_read(in);
    requires apart: \separated(b + (0 .. 111), in);
    assigns b[0 .. 111];
*/
static inline void inode_encode(const struct inode *in, uint8_t *b)
{
    bytes_copy(b + 92, in->reserved, 20);
    inode_set_mode(b, in->mode);
    inode_set_uid(b, in->uid);
    inode_set_gid(b, in->gid);
    inode_set_links(b, in->links);
    inode_set_size(b, in->size);
    inode_set_blocks(b, in->blocks);
    inode_set_accessed(b, in->accessed);
    inode_set_modified(b, in->modified);
    inode_set_changed(b, in->changed);
    inode_set_made(b, in->made);
    inode_set_parent(b, in->parent);
    inode_set_device(b, in->device);
    inode_set_generation(b, in->generation);
    inode_set_flags(b, in->flags);
}
/*@ requires room: \valid_read(b + (0 .. 111));
    assigns \nothing;
    ensures size: \result != 0 ==> le64_of(b + 16) <= 0x7fffffffffffffff;
    ensures flags: \result != 0 ==> le32_of(b + 88) <= 0xf;
*/
static inline int inode_form_ok(const uint8_t *b)
{
    return inode_size(b) <= 0x7fffffffffffffffull
        && inode_flags(b) <= 0xfu;
}

/* extent: value of an extent key; the crc32c of each block follows (4 bytes), if it is written, which bounds such an extent to 471 blocks (line 35) */
enum { EXTENT_BYTES = 16 };
struct extent {
    uint64_t first; /* 0: block of the volume */
    uint32_t count; /* 8: blocks */
    uint32_t flags; /* 12: extent_flag */
};
/*@ requires room: \valid_read(b + (0 .. 15));
    assigns \nothing;
    ensures value: \result == le64_of(b + 0); */
static inline uint64_t extent_first(const uint8_t *b) { return le64(b + 0); }
/*@ requires room: \valid(b + (0 .. 15));
    assigns b[0 .. 7];
    ensures value: le64_of(b + 0) == v; */
static inline void extent_set_first(uint8_t *b, uint64_t v) { le64_put(b + 0, v); }
/*@ requires room: \valid_read(b + (0 .. 15));
    assigns \nothing;
    ensures value: \result == le32_of(b + 8); */
static inline uint32_t extent_count(const uint8_t *b) { return le32(b + 8); }
/*@ requires room: \valid(b + (0 .. 15));
    assigns b[8 .. 11];
    ensures value: le32_of(b + 8) == v; */
static inline void extent_set_count(uint8_t *b, uint32_t v) { le32_put(b + 8, v); }
/*@ requires room: \valid_read(b + (0 .. 15));
    assigns \nothing;
    ensures value: \result == le32_of(b + 12); */
static inline uint32_t extent_flags(const uint8_t *b) { return le32(b + 12); }
/*@ requires room: \valid(b + (0 .. 15));
    assigns b[12 .. 15];
    ensures value: le32_of(b + 12) == v; */
static inline void extent_set_flags(uint8_t *b, uint32_t v) { le32_put(b + 12, v); }
/*@ requires room: \valid_read(b + (0 .. 15)) && \valid(out);
    requires apart: \separated(b + (0 .. 15), out);
    assigns *out;
    ensures first: out->first == le64_of(b + 0);
    ensures count: out->count == le32_of(b + 8);
    ensures flags: out->flags == le32_of(b + 12);
*/
static inline void extent_decode(const uint8_t *b, struct extent *out)
{
    out->first = le64(b + 0);
    out->count = le32(b + 8);
    out->flags = le32(b + 12);
}
/*@ requires room: \valid(b + (0 .. 15)) && \valid_read(in);
    requires apart: \separated(b + (0 .. 15), in);
    assigns b[0 .. 15];
    ensures first: le64_of(b + 0) == in->first;
    ensures count: le32_of(b + 8) == in->count;
    ensures flags: le32_of(b + 12) == in->flags;
*/
static inline void extent_encode(const struct extent *in, uint8_t *b)
{
    extent_set_first(b, in->first);
    extent_set_count(b, in->count);
    extent_set_flags(b, in->flags);
}
/*@ requires room: \valid_read(b + (0 .. 15));
    assigns \nothing;
    ensures count: \result != 0 ==> le32_of(b + 8) >= 0x1 && le32_of(b + 8) <= 0x100000;
    ensures flags: \result != 0 ==> le32_of(b + 12) <= 0x1;
*/
static inline int extent_form_ok(const uint8_t *b)
{
    return extent_count(b) >= 0x1u && extent_count(b) <= 0x100000u
        && extent_flags(b) <= 0x1u;
}

/* dirent: value of an entry key; the name follows (line 42) */
enum { DIRENT_BYTES = 9 };
struct dirent {
    uint64_t inode; /* 0: what it names */
    uint8_t kind; /* 8: type of the inode as st_mode >> 12 */
};
/*@ requires room: \valid_read(b + (0 .. 8));
    assigns \nothing;
    ensures value: \result == le64_of(b + 0); */
static inline uint64_t dirent_inode(const uint8_t *b) { return le64(b + 0); }
/*@ requires room: \valid(b + (0 .. 8));
    assigns b[0 .. 7];
    ensures value: le64_of(b + 0) == v; */
static inline void dirent_set_inode(uint8_t *b, uint64_t v) { le64_put(b + 0, v); }
/*@ requires room: \valid_read(b + (0 .. 8));
    assigns \nothing;
    ensures value: \result == b[8]; */
static inline uint8_t dirent_kind(const uint8_t *b) { return b[8]; }
/*@ requires room: \valid(b + (0 .. 8));
    assigns b[8 .. 8];
    ensures value: b[8] == v; */
static inline void dirent_set_kind(uint8_t *b, uint8_t v) { b[8] = v; }
/*@ requires room: \valid_read(b + (0 .. 8)) && \valid(out);
    requires apart: \separated(b + (0 .. 8), out);
    assigns *out;
    ensures inode: out->inode == le64_of(b + 0);
    ensures kind: out->kind == b[8];
*/
static inline void dirent_decode(const uint8_t *b, struct dirent *out)
{
    out->inode = le64(b + 0);
    out->kind = b[8];
}
/*@ requires room: \valid(b + (0 .. 8)) && \valid_read(in);
    requires apart: \separated(b + (0 .. 8), in);
    assigns b[0 .. 8];
    ensures inode: le64_of(b + 0) == in->inode;
    ensures kind: b[8] == in->kind;
*/
static inline void dirent_encode(const struct dirent *in, uint8_t *b)
{
    dirent_set_inode(b, in->inode);
    dirent_set_kind(b, in->kind);
}
/*@ requires room: \valid_read(b + (0 .. 8));
    assigns \nothing;
    ensures inode: \result != 0 ==> le64_of(b + 0) >= 0x1;
    ensures kind: \result != 0 ==> b[8] <= 0xf;
*/
static inline int dirent_form_ok(const uint8_t *b)
{
    return dirent_inode(b) >= 0x1ull
        && dirent_kind(b) <= 0xfu;
}

/* xattr: value of the first of the keys of an attribute; the name follows, then as much of the value as fits; the rest lies in the keys of parts 1, 2, ... (line 48) */
enum { XATTR_BYTES = 5 };
struct xattr {
    uint8_t name; /* 0: bytes of the name */
    uint32_t value; /* 1: bytes of the value */
};
/*@ requires room: \valid_read(b + (0 .. 4));
    assigns \nothing;
    ensures value: \result == b[0]; */
static inline uint8_t xattr_name(const uint8_t *b) { return b[0]; }
/*@ requires room: \valid(b + (0 .. 4));
    assigns b[0 .. 0];
    ensures value: b[0] == v; */
static inline void xattr_set_name(uint8_t *b, uint8_t v) { b[0] = v; }
/*@ requires room: \valid_read(b + (0 .. 4));
    assigns \nothing;
    ensures value: \result == le32_of(b + 1); */
static inline uint32_t xattr_value(const uint8_t *b) { return le32(b + 1); }
/*@ requires room: \valid(b + (0 .. 4));
    assigns b[1 .. 4];
    ensures value: le32_of(b + 1) == v; */
static inline void xattr_set_value(uint8_t *b, uint32_t v) { le32_put(b + 1, v); }
/*@ requires room: \valid_read(b + (0 .. 4)) && \valid(out);
    requires apart: \separated(b + (0 .. 4), out);
    assigns *out;
    ensures name: out->name == b[0];
    ensures value: out->value == le32_of(b + 1);
*/
static inline void xattr_decode(const uint8_t *b, struct xattr *out)
{
    out->name = b[0];
    out->value = le32(b + 1);
}
/*@ requires room: \valid(b + (0 .. 4)) && \valid_read(in);
    requires apart: \separated(b + (0 .. 4), in);
    assigns b[0 .. 4];
    ensures name: b[0] == in->name;
    ensures value: le32_of(b + 1) == in->value;
*/
static inline void xattr_encode(const struct xattr *in, uint8_t *b)
{
    xattr_set_name(b, in->name);
    xattr_set_value(b, in->value);
}
/*@ requires room: \valid_read(b + (0 .. 4));
    assigns \nothing;
    ensures name: \result != 0 ==> b[0] >= 0x1;
    ensures value: \result != 0 ==> le32_of(b + 1) <= 0x10000;
*/
static inline int xattr_form_ok(const uint8_t *b)
{
    return xattr_name(b) >= 0x1u
        && xattr_value(b) <= 0x10000u;
}

/* owner: value of an owner key; what is accounted to a user (line 54) */
enum { OWNER_BYTES = 16 };
struct owner {
    uint64_t inodes; /* 0: inodes */
    uint64_t blocks; /* 8: blocks of their data */
};
/*@ requires room: \valid_read(b + (0 .. 15));
    assigns \nothing;
    ensures value: \result == le64_of(b + 0); */
static inline uint64_t owner_inodes(const uint8_t *b) { return le64(b + 0); }
/*@ requires room: \valid(b + (0 .. 15));
    assigns b[0 .. 7];
    ensures value: le64_of(b + 0) == v; */
static inline void owner_set_inodes(uint8_t *b, uint64_t v) { le64_put(b + 0, v); }
/*@ requires room: \valid_read(b + (0 .. 15));
    assigns \nothing;
    ensures value: \result == le64_of(b + 8); */
static inline uint64_t owner_blocks(const uint8_t *b) { return le64(b + 8); }
/*@ requires room: \valid(b + (0 .. 15));
    assigns b[8 .. 15];
    ensures value: le64_of(b + 8) == v; */
static inline void owner_set_blocks(uint8_t *b, uint64_t v) { le64_put(b + 8, v); }
/*@ requires room: \valid_read(b + (0 .. 15)) && \valid(out);
    requires apart: \separated(b + (0 .. 15), out);
    assigns *out;
    ensures inodes: out->inodes == le64_of(b + 0);
    ensures blocks: out->blocks == le64_of(b + 8);
*/
static inline void owner_decode(const uint8_t *b, struct owner *out)
{
    out->inodes = le64(b + 0);
    out->blocks = le64(b + 8);
}
/*@ requires room: \valid(b + (0 .. 15)) && \valid_read(in);
    requires apart: \separated(b + (0 .. 15), in);
    assigns b[0 .. 15];
    ensures inodes: le64_of(b + 0) == in->inodes;
    ensures blocks: le64_of(b + 8) == in->blocks;
*/
static inline void owner_encode(const struct owner *in, uint8_t *b)
{
    owner_set_inodes(b, in->inodes);
    owner_set_blocks(b, in->blocks);
}
#endif
