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
static inline uint32_t inode_mode(const uint8_t *b) { return le32(b + 0); }
static inline void inode_set_mode(uint8_t *b, uint32_t v) { le32_put(b + 0, v); }
static inline uint32_t inode_uid(const uint8_t *b) { return le32(b + 4); }
static inline void inode_set_uid(uint8_t *b, uint32_t v) { le32_put(b + 4, v); }
static inline uint32_t inode_gid(const uint8_t *b) { return le32(b + 8); }
static inline void inode_set_gid(uint8_t *b, uint32_t v) { le32_put(b + 8, v); }
static inline uint32_t inode_links(const uint8_t *b) { return le32(b + 12); }
static inline void inode_set_links(uint8_t *b, uint32_t v) { le32_put(b + 12, v); }
static inline uint64_t inode_size(const uint8_t *b) { return le64(b + 16); }
static inline void inode_set_size(uint8_t *b, uint64_t v) { le64_put(b + 16, v); }
static inline uint64_t inode_blocks(const uint8_t *b) { return le64(b + 24); }
static inline void inode_set_blocks(uint8_t *b, uint64_t v) { le64_put(b + 24, v); }
static inline uint64_t inode_accessed(const uint8_t *b) { return le64(b + 32); }
static inline void inode_set_accessed(uint8_t *b, uint64_t v) { le64_put(b + 32, v); }
static inline uint64_t inode_modified(const uint8_t *b) { return le64(b + 40); }
static inline void inode_set_modified(uint8_t *b, uint64_t v) { le64_put(b + 40, v); }
static inline uint64_t inode_changed(const uint8_t *b) { return le64(b + 48); }
static inline void inode_set_changed(uint8_t *b, uint64_t v) { le64_put(b + 48, v); }
static inline uint64_t inode_made(const uint8_t *b) { return le64(b + 56); }
static inline void inode_set_made(uint8_t *b, uint64_t v) { le64_put(b + 56, v); }
static inline uint64_t inode_parent(const uint8_t *b) { return le64(b + 64); }
static inline void inode_set_parent(uint8_t *b, uint64_t v) { le64_put(b + 64, v); }
static inline uint64_t inode_device(const uint8_t *b) { return le64(b + 72); }
static inline void inode_set_device(uint8_t *b, uint64_t v) { le64_put(b + 72, v); }
static inline uint64_t inode_generation(const uint8_t *b) { return le64(b + 80); }
static inline void inode_set_generation(uint8_t *b, uint64_t v) { le64_put(b + 80, v); }
static inline uint32_t inode_flags(const uint8_t *b) { return le32(b + 88); }
static inline void inode_set_flags(uint8_t *b, uint32_t v) { le32_put(b + 88, v); }
enum { INODE_RESERVED_AT = 92 };
static inline void inode_decode(const uint8_t *b, struct inode *out)
{
    out->mode = le32(b + 0);
    out->uid = le32(b + 4);
    out->gid = le32(b + 8);
    out->links = le32(b + 12);
    out->size = le64(b + 16);
    out->blocks = le64(b + 24);
    out->accessed = le64(b + 32);
    out->modified = le64(b + 40);
    out->changed = le64(b + 48);
    out->made = le64(b + 56);
    out->parent = le64(b + 64);
    out->device = le64(b + 72);
    out->generation = le64(b + 80);
    out->flags = le32(b + 88);
    for (int i = 0; i < 20; i++) out->reserved[i] = b[92 + i];
}
static inline void inode_encode(const struct inode *in, uint8_t *b)
{
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
    for (int i = 0; i < 20; i++) b[92 + i] = in->reserved[i];
}
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
static inline uint64_t extent_first(const uint8_t *b) { return le64(b + 0); }
static inline void extent_set_first(uint8_t *b, uint64_t v) { le64_put(b + 0, v); }
static inline uint32_t extent_count(const uint8_t *b) { return le32(b + 8); }
static inline void extent_set_count(uint8_t *b, uint32_t v) { le32_put(b + 8, v); }
static inline uint32_t extent_flags(const uint8_t *b) { return le32(b + 12); }
static inline void extent_set_flags(uint8_t *b, uint32_t v) { le32_put(b + 12, v); }
static inline void extent_decode(const uint8_t *b, struct extent *out)
{
    out->first = le64(b + 0);
    out->count = le32(b + 8);
    out->flags = le32(b + 12);
}
static inline void extent_encode(const struct extent *in, uint8_t *b)
{
    extent_set_first(b, in->first);
    extent_set_count(b, in->count);
    extent_set_flags(b, in->flags);
}
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
static inline uint64_t dirent_inode(const uint8_t *b) { return le64(b + 0); }
static inline void dirent_set_inode(uint8_t *b, uint64_t v) { le64_put(b + 0, v); }
static inline uint8_t dirent_kind(const uint8_t *b) { return b[8]; }
static inline void dirent_set_kind(uint8_t *b, uint8_t v) { b[8] = v; }
static inline void dirent_decode(const uint8_t *b, struct dirent *out)
{
    out->inode = le64(b + 0);
    out->kind = b[8];
}
static inline void dirent_encode(const struct dirent *in, uint8_t *b)
{
    dirent_set_inode(b, in->inode);
    dirent_set_kind(b, in->kind);
}
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
static inline uint8_t xattr_name(const uint8_t *b) { return b[0]; }
static inline void xattr_set_name(uint8_t *b, uint8_t v) { b[0] = v; }
static inline uint32_t xattr_value(const uint8_t *b) { return le32(b + 1); }
static inline void xattr_set_value(uint8_t *b, uint32_t v) { le32_put(b + 1, v); }
static inline void xattr_decode(const uint8_t *b, struct xattr *out)
{
    out->name = b[0];
    out->value = le32(b + 1);
}
static inline void xattr_encode(const struct xattr *in, uint8_t *b)
{
    xattr_set_name(b, in->name);
    xattr_set_value(b, in->value);
}
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
static inline uint64_t owner_inodes(const uint8_t *b) { return le64(b + 0); }
static inline void owner_set_inodes(uint8_t *b, uint64_t v) { le64_put(b + 0, v); }
static inline uint64_t owner_blocks(const uint8_t *b) { return le64(b + 8); }
static inline void owner_set_blocks(uint8_t *b, uint64_t v) { le64_put(b + 8, v); }
static inline void owner_decode(const uint8_t *b, struct owner *out)
{
    out->inodes = le64(b + 0);
    out->blocks = le64(b + 8);
}
static inline void owner_encode(const struct owner *in, uint8_t *b)
{
    owner_set_inodes(b, in->inodes);
    owner_set_blocks(b, in->blocks);
}
#endif
