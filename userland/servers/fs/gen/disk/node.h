/* node.h - A node of the tree. Entries of 21 bytes ascend from the head; values lie at the end of the block, in any order. Generated from spec/disk/node.yaml.
 * b is the place of the structure in memory, at any alignment. Nothing here can fail; x_form_ok() says whether constants and limits hold. */
#ifndef DISK_NODE_H
#define DISK_NODE_H
#include <base/bytes.h>
#include <disk/key.h>

/* node: head of a node (line 4) */
enum { NODE_BYTES = 96 };
struct node {
    uint32_t magic; /* 0: LNOD */
    uint32_t crc; /* 4: crc32c of the block with this field zero */
    uint8_t uuid[16]; /* 8: of the volume */
    uint64_t generation; /* 24: checkpoint that wrote it */
    uint32_t id; /* 32: logical number; the node map knows the block */
    uint32_t next; /* 36: leaf to the right or 0 */
    uint16_t count; /* 40: entries */
    uint16_t heap; /* 42: lowest byte of a value; 4096 without values */
    uint16_t live; /* 44: bytes of all values */
    uint8_t level; /* 46: 0 is a leaf */
    struct key low; /* 47: no key here is less */
    struct key high; /* 64: every key here is less */
    uint8_t reserved[15]; /* 81: zero */
};
/*@ requires room: \valid_read(b + (0 .. 95));
    assigns \nothing;
    ensures value: \result == le32_of(b + 0); */
static inline uint32_t node_magic(const uint8_t *b) { return le32(b + 0); }
/*@ requires room: \valid(b + (0 .. 95));
    assigns b[0 .. 3];
    ensures value: le32_of(b + 0) == v; */
static inline void node_set_magic(uint8_t *b, uint32_t v) { le32_put(b + 0, v); }
/*@ requires room: \valid_read(b + (0 .. 95));
    assigns \nothing;
    ensures value: \result == le32_of(b + 4); */
static inline uint32_t node_crc(const uint8_t *b) { return le32(b + 4); }
/*@ requires room: \valid(b + (0 .. 95));
    assigns b[4 .. 7];
    ensures value: le32_of(b + 4) == v; */
static inline void node_set_crc(uint8_t *b, uint32_t v) { le32_put(b + 4, v); }
enum { NODE_UUID_AT = 8 };
/*@ requires room: \valid_read(b + (0 .. 95));
    assigns \nothing;
    ensures value: \result == le64_of(b + 24); */
static inline uint64_t node_generation(const uint8_t *b) { return le64(b + 24); }
/*@ requires room: \valid(b + (0 .. 95));
    assigns b[24 .. 31];
    ensures value: le64_of(b + 24) == v; */
static inline void node_set_generation(uint8_t *b, uint64_t v) { le64_put(b + 24, v); }
/*@ requires room: \valid_read(b + (0 .. 95));
    assigns \nothing;
    ensures value: \result == le32_of(b + 32); */
static inline uint32_t node_id(const uint8_t *b) { return le32(b + 32); }
/*@ requires room: \valid(b + (0 .. 95));
    assigns b[32 .. 35];
    ensures value: le32_of(b + 32) == v; */
static inline void node_set_id(uint8_t *b, uint32_t v) { le32_put(b + 32, v); }
/*@ requires room: \valid_read(b + (0 .. 95));
    assigns \nothing;
    ensures value: \result == le32_of(b + 36); */
static inline uint32_t node_next(const uint8_t *b) { return le32(b + 36); }
/*@ requires room: \valid(b + (0 .. 95));
    assigns b[36 .. 39];
    ensures value: le32_of(b + 36) == v; */
static inline void node_set_next(uint8_t *b, uint32_t v) { le32_put(b + 36, v); }
/*@ requires room: \valid_read(b + (0 .. 95));
    assigns \nothing;
    ensures value: \result == le16_of(b + 40); */
static inline uint16_t node_count(const uint8_t *b) { return le16(b + 40); }
/*@ requires room: \valid(b + (0 .. 95));
    assigns b[40 .. 41];
    ensures value: le16_of(b + 40) == v; */
static inline void node_set_count(uint8_t *b, uint16_t v) { le16_put(b + 40, v); }
/*@ requires room: \valid_read(b + (0 .. 95));
    assigns \nothing;
    ensures value: \result == le16_of(b + 42); */
static inline uint16_t node_heap(const uint8_t *b) { return le16(b + 42); }
/*@ requires room: \valid(b + (0 .. 95));
    assigns b[42 .. 43];
    ensures value: le16_of(b + 42) == v; */
static inline void node_set_heap(uint8_t *b, uint16_t v) { le16_put(b + 42, v); }
/*@ requires room: \valid_read(b + (0 .. 95));
    assigns \nothing;
    ensures value: \result == le16_of(b + 44); */
static inline uint16_t node_live(const uint8_t *b) { return le16(b + 44); }
/*@ requires room: \valid(b + (0 .. 95));
    assigns b[44 .. 45];
    ensures value: le16_of(b + 44) == v; */
static inline void node_set_live(uint8_t *b, uint16_t v) { le16_put(b + 44, v); }
/*@ requires room: \valid_read(b + (0 .. 95));
    assigns \nothing;
    ensures value: \result == b[46]; */
static inline uint8_t node_level(const uint8_t *b) { return b[46]; }
/*@ requires room: \valid(b + (0 .. 95));
    assigns b[46 .. 46];
    ensures value: b[46] == v; */
static inline void node_set_level(uint8_t *b, uint8_t v) { b[46] = v; }
enum { NODE_LOW_AT = 47 };
enum { NODE_HIGH_AT = 64 };
enum { NODE_RESERVED_AT = 81 };
/*@ requires room: \valid_read(b + (0 .. 95)) && \valid(out);
    requires apart: \separated(b + (0 .. 95), out);
    assigns *out;
    ensures magic: out->magic == le32_of(b + 0);
    ensures crc: out->crc == le32_of(b + 4);
    ensures generation: out->generation == le64_of(b + 24);
    ensures id: out->id == le32_of(b + 32);
    ensures next: out->next == le32_of(b + 36);
    ensures count: out->count == le16_of(b + 40);
    ensures heap: out->heap == le16_of(b + 42);
    ensures live: out->live == le16_of(b + 44);
    ensures level: out->level == b[46];
*/
static inline void node_decode(const uint8_t *b, struct node *out)
{
    bytes_copy(out->uuid, b + 8, 16);
    bytes_copy(out->reserved, b + 81, 15);
    key_decode(b + 47, &out->low);
    key_decode(b + 64, &out->high);
    out->magic = le32(b + 0);
    out->crc = le32(b + 4);
    out->generation = le64(b + 24);
    out->id = le32(b + 32);
    out->next = le32(b + 36);
    out->count = le16(b + 40);
    out->heap = le16(b + 42);
    out->live = le16(b + 44);
    out->level = b[46];
}
/*@ requires room: \valid(b + (0 .. 95)) && \valid_read(in);
    requires apart: \separated(b + (0 .. 95), in);
    assigns b[0 .. 95];
*/
static inline void node_encode(const struct node *in, uint8_t *b)
{
    bytes_copy(b + 8, in->uuid, 16);
    bytes_copy(b + 81, in->reserved, 15);
    key_encode(&in->low, b + 47);
    key_encode(&in->high, b + 64);
    node_set_magic(b, in->magic);
    node_set_crc(b, in->crc);
    node_set_generation(b, in->generation);
    node_set_id(b, in->id);
    node_set_next(b, in->next);
    node_set_count(b, in->count);
    node_set_heap(b, in->heap);
    node_set_live(b, in->live);
    node_set_level(b, in->level);
}
/*@ requires room: \valid_read(b + (0 .. 95));
    assigns \nothing;
    ensures magic: \result != 0 ==> le32_of(b + 0) == 0x444f4e4c;
    ensures id: \result != 0 ==> le32_of(b + 32) >= 0x1;
    ensures count: \result != 0 ==> le16_of(b + 40) <= 0xbe;
    ensures heap: \result != 0 ==> le16_of(b + 42) >= 0x60 && le16_of(b + 42) <= 0x1000;
    ensures live: \result != 0 ==> le16_of(b + 44) <= 0xfa0;
    ensures level: \result != 0 ==> b[46] <= 0xc;
*/
static inline int node_form_ok(const uint8_t *b)
{
    return node_magic(b) == 0x444f4e4cu
        && node_id(b) >= 0x1u
        && node_count(b) <= 0xbeu
        && node_heap(b) >= 0x60u && node_heap(b) <= 0x1000u
        && node_live(b) <= 0xfa0u
        && node_level(b) <= 0xcu;
}

/* leaf_entry: a key and where its value is (line 21) */
enum { LEAF_ENTRY_BYTES = 21 };
struct leaf_entry {
    struct key key; /* 0: ascending */
    uint16_t at; /* 17: first byte of the value in the block */
    uint16_t length; /* 19: its bytes */
};
enum { LEAF_ENTRY_KEY_AT = 0 };
/*@ requires room: \valid_read(b + (0 .. 20));
    assigns \nothing;
    ensures value: \result == le16_of(b + 17); */
static inline uint16_t leaf_entry_at(const uint8_t *b) { return le16(b + 17); }
/*@ requires room: \valid(b + (0 .. 20));
    assigns b[17 .. 18];
    ensures value: le16_of(b + 17) == v; */
static inline void leaf_entry_set_at(uint8_t *b, uint16_t v) { le16_put(b + 17, v); }
/*@ requires room: \valid_read(b + (0 .. 20));
    assigns \nothing;
    ensures value: \result == le16_of(b + 19); */
static inline uint16_t leaf_entry_length(const uint8_t *b) { return le16(b + 19); }
/*@ requires room: \valid(b + (0 .. 20));
    assigns b[19 .. 20];
    ensures value: le16_of(b + 19) == v; */
static inline void leaf_entry_set_length(uint8_t *b, uint16_t v) { le16_put(b + 19, v); }
/*@ requires room: \valid_read(b + (0 .. 20)) && \valid(out);
    requires apart: \separated(b + (0 .. 20), out);
    assigns *out;
    ensures at: out->at == le16_of(b + 17);
    ensures length: out->length == le16_of(b + 19);
*/
static inline void leaf_entry_decode(const uint8_t *b, struct leaf_entry *out)
{
    key_decode(b + 0, &out->key);
    out->at = le16(b + 17);
    out->length = le16(b + 19);
}
/*@ requires room: \valid(b + (0 .. 20)) && \valid_read(in);
    requires apart: \separated(b + (0 .. 20), in);
    assigns b[0 .. 20];
    ensures at: le16_of(b + 17) == in->at;
    ensures length: le16_of(b + 19) == in->length;
*/
static inline void leaf_entry_encode(const struct leaf_entry *in, uint8_t *b)
{
    key_encode(&in->key, b + 0);
    leaf_entry_set_at(b, in->at);
    leaf_entry_set_length(b, in->length);
}
/*@ requires room: \valid_read(b + (0 .. 20));
    assigns \nothing;
    ensures length: \result != 0 ==> le16_of(b + 19) <= 0x76c;
*/
static inline int leaf_entry_form_ok(const uint8_t *b)
{
    return leaf_entry_length(b) <= 0x76cu;
}

/* branch_entry: a child; keys from here to the next entry's are in it (line 28) */
enum { BRANCH_ENTRY_BYTES = 21 };
struct branch_entry {
    struct key key; /* 0: low fence of the child; that of the first child is the node's own */
    uint32_t child; /* 17: its number */
};
enum { BRANCH_ENTRY_KEY_AT = 0 };
/*@ requires room: \valid_read(b + (0 .. 20));
    assigns \nothing;
    ensures value: \result == le32_of(b + 17); */
static inline uint32_t branch_entry_child(const uint8_t *b) { return le32(b + 17); }
/*@ requires room: \valid(b + (0 .. 20));
    assigns b[17 .. 20];
    ensures value: le32_of(b + 17) == v; */
static inline void branch_entry_set_child(uint8_t *b, uint32_t v) { le32_put(b + 17, v); }
/*@ requires room: \valid_read(b + (0 .. 20)) && \valid(out);
    requires apart: \separated(b + (0 .. 20), out);
    assigns *out;
    ensures child: out->child == le32_of(b + 17);
*/
static inline void branch_entry_decode(const uint8_t *b, struct branch_entry *out)
{
    key_decode(b + 0, &out->key);
    out->child = le32(b + 17);
}
/*@ requires room: \valid(b + (0 .. 20)) && \valid_read(in);
    requires apart: \separated(b + (0 .. 20), in);
    assigns b[0 .. 20];
    ensures child: le32_of(b + 17) == in->child;
*/
static inline void branch_entry_encode(const struct branch_entry *in, uint8_t *b)
{
    key_encode(&in->key, b + 0);
    branch_entry_set_child(b, in->child);
}
/*@ requires room: \valid_read(b + (0 .. 20));
    assigns \nothing;
    ensures child: \result != 0 ==> le32_of(b + 17) >= 0x1;
*/
static inline int branch_entry_form_ok(const uint8_t *b)
{
    return branch_entry_child(b) >= 0x1u;
}
#endif
