/* file.h - Values of the tree that files are made of. Generated from spec/disk/file.yaml.
 * b is the place of the structure in memory, at any alignment. Nothing here can fail; x_form_ok() says whether constants and limits hold. */
#ifndef DISK_FILE_H
#define DISK_FILE_H
#include <base/bytes.h>

/* bits of an inode's flags */
enum inode_flag {
    INODE_FLAG_INLINE = 1, /* the bytes of the file follow the attributes */
};

/* bits of an extent's flags */
enum extent_flag {
    EXTENT_FLAG_UNWRITTEN = 1, /* the blocks are the file's but read as zero; no checksums follow */
};

/* inode: value of an inode key; the bytes of a small file or of a symbolic link follow (line 13) */
enum { INODE_BYTES = 112 };
struct inode {
    uint32_t mode; /* 0: type and permission as st_mode */
    uint32_t uid; /* 4: owner */
    uint32_t gid; /* 8: group */
    uint32_t links; /* 12: names; 0 is an orphan */
    uint64_t size; /* 16: bytes; of a directory the number of entries */
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
        && inode_flags(b) <= 0x1u;
}

/* extent: value of an extent key; the crc32c of each block follows (4 bytes) (line 32) */
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
    return extent_count(b) >= 0x1u && extent_count(b) <= 0x1d7u
        && extent_flags(b) <= 0x1u;
}

/* dirent: one name in the value of an entry key; the name follows; names of one hash follow each other (line 39) */
enum { DIRENT_BYTES = 11 };
struct dirent {
    uint64_t inode; /* 0: what it names */
    uint8_t kind; /* 8: type of the inode as st_mode >> 12 */
    uint16_t length; /* 9: bytes of the name */
};
static inline uint64_t dirent_inode(const uint8_t *b) { return le64(b + 0); }
static inline void dirent_set_inode(uint8_t *b, uint64_t v) { le64_put(b + 0, v); }
static inline uint8_t dirent_kind(const uint8_t *b) { return b[8]; }
static inline void dirent_set_kind(uint8_t *b, uint8_t v) { b[8] = v; }
static inline uint16_t dirent_length(const uint8_t *b) { return le16(b + 9); }
static inline void dirent_set_length(uint8_t *b, uint16_t v) { le16_put(b + 9, v); }
static inline void dirent_decode(const uint8_t *b, struct dirent *out)
{
    out->inode = le64(b + 0);
    out->kind = b[8];
    out->length = le16(b + 9);
}
static inline void dirent_encode(const struct dirent *in, uint8_t *b)
{
    dirent_set_inode(b, in->inode);
    dirent_set_kind(b, in->kind);
    dirent_set_length(b, in->length);
}
static inline int dirent_form_ok(const uint8_t *b)
{
    return dirent_inode(b) >= 0x1ull
        && dirent_kind(b) <= 0xfu
        && dirent_length(b) >= 0x1u && dirent_length(b) <= 0xffu;
}

/* xattr: one attribute in the value of an xattr key; name and value follow; attributes of one hash follow each other (line 46) */
enum { XATTR_BYTES = 4 };
struct xattr {
    uint16_t name; /* 0: bytes of the name */
    uint16_t value; /* 2: bytes of the value */
};
static inline uint16_t xattr_name(const uint8_t *b) { return le16(b + 0); }
static inline void xattr_set_name(uint8_t *b, uint16_t v) { le16_put(b + 0, v); }
static inline uint16_t xattr_value(const uint8_t *b) { return le16(b + 2); }
static inline void xattr_set_value(uint8_t *b, uint16_t v) { le16_put(b + 2, v); }
static inline void xattr_decode(const uint8_t *b, struct xattr *out)
{
    out->name = le16(b + 0);
    out->value = le16(b + 2);
}
static inline void xattr_encode(const struct xattr *in, uint8_t *b)
{
    xattr_set_name(b, in->name);
    xattr_set_value(b, in->value);
}
static inline int xattr_form_ok(const uint8_t *b)
{
    return xattr_name(b) >= 0x1u && xattr_name(b) <= 0xffu
        && xattr_value(b) <= 0x76cu;
}
#endif
