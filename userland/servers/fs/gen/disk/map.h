/* map.h - The copy-on-write node map, from the number of a node to the block that holds it and what must be found there. Generated from spec/disk/map.yaml.
 * b is the place of the structure in memory, at any alignment. Nothing here can fail; x_form_ok() says whether constants and limits hold. */
#ifndef DISK_MAP_H
#define DISK_MAP_H
#include <base/bytes.h>

/* reference: where something is and how to know it; all zero is nothing (line 4) */
enum { REFERENCE_BYTES = 20 };
struct reference {
    uint64_t block; /* 0: number of the block */
    uint64_t generation; /* 8: checkpoint that wrote it */
    uint32_t crc; /* 16: its crc field */
};
/*@ requires room: \valid_read(b + (0 .. 19));
    assigns \nothing;
    ensures value: \result == le64_of(b + 0); */
static inline uint64_t reference_block(const uint8_t *b) { return le64(b + 0); }
/*@ requires room: \valid(b + (0 .. 19));
    assigns b[0 .. 7];
    ensures value: le64_of(b + 0) == v; */
static inline void reference_set_block(uint8_t *b, uint64_t v) { le64_put(b + 0, v); }
/*@ requires room: \valid_read(b + (0 .. 19));
    assigns \nothing;
    ensures value: \result == le64_of(b + 8); */
static inline uint64_t reference_generation(const uint8_t *b) { return le64(b + 8); }
/*@ requires room: \valid(b + (0 .. 19));
    assigns b[8 .. 15];
    ensures value: le64_of(b + 8) == v; */
static inline void reference_set_generation(uint8_t *b, uint64_t v) { le64_put(b + 8, v); }
/*@ requires room: \valid_read(b + (0 .. 19));
    assigns \nothing;
    ensures value: \result == le32_of(b + 16); */
static inline uint32_t reference_crc(const uint8_t *b) { return le32(b + 16); }
/*@ requires room: \valid(b + (0 .. 19));
    assigns b[16 .. 19];
    ensures value: le32_of(b + 16) == v; */
static inline void reference_set_crc(uint8_t *b, uint32_t v) { le32_put(b + 16, v); }
/*@ requires room: \valid_read(b + (0 .. 19)) && \valid(out);
    requires apart: \separated(b + (0 .. 19), out);
    assigns *out;
    ensures block: out->block == le64_of(b + 0);
    ensures generation: out->generation == le64_of(b + 8);
    ensures crc: out->crc == le32_of(b + 16);
*/
static inline void reference_decode(const uint8_t *b, struct reference *out)
{
    out->block = le64(b + 0);
    out->generation = le64(b + 8);
    out->crc = le32(b + 16);
}
/*@ requires room: \valid(b + (0 .. 19)) && \valid_read(in);
    requires apart: \separated(b + (0 .. 19), in);
    assigns b[0 .. 19];
    ensures block: le64_of(b + 0) == in->block;
    ensures generation: le64_of(b + 8) == in->generation;
    ensures crc: le32_of(b + 16) == in->crc;
*/
static inline void reference_encode(const struct reference *in, uint8_t *b)
{
    reference_set_block(b, in->block);
    reference_set_generation(b, in->generation);
    reference_set_crc(b, in->crc);
}

/* map_head: head of a page of the map; 200 references follow (line 11) */
enum { MAP_HEAD_BYTES = 64 };
struct map_head {
    uint32_t magic; /* 0: LMAP */
    uint32_t crc; /* 4: crc32c of the block with this field zero */
    uint8_t uuid[16]; /* 8: of the volume */
    uint64_t generation; /* 24: checkpoint that wrote it */
    uint64_t index; /* 32: which page of its level */
    uint8_t level; /* 40: 0 refers to nodes, others to pages of the level below */
    uint8_t reserved[23]; /* 41: zero */
};
/*@ requires room: \valid_read(b + (0 .. 63));
    assigns \nothing;
    ensures value: \result == le32_of(b + 0); */
static inline uint32_t map_head_magic(const uint8_t *b) { return le32(b + 0); }
/*@ requires room: \valid(b + (0 .. 63));
    assigns b[0 .. 3];
    ensures value: le32_of(b + 0) == v; */
static inline void map_head_set_magic(uint8_t *b, uint32_t v) { le32_put(b + 0, v); }
/*@ requires room: \valid_read(b + (0 .. 63));
    assigns \nothing;
    ensures value: \result == le32_of(b + 4); */
static inline uint32_t map_head_crc(const uint8_t *b) { return le32(b + 4); }
/*@ requires room: \valid(b + (0 .. 63));
    assigns b[4 .. 7];
    ensures value: le32_of(b + 4) == v; */
static inline void map_head_set_crc(uint8_t *b, uint32_t v) { le32_put(b + 4, v); }
enum { MAP_HEAD_UUID_AT = 8 };
/*@ requires room: \valid_read(b + (0 .. 63));
    assigns \nothing;
    ensures value: \result == le64_of(b + 24); */
static inline uint64_t map_head_generation(const uint8_t *b) { return le64(b + 24); }
/*@ requires room: \valid(b + (0 .. 63));
    assigns b[24 .. 31];
    ensures value: le64_of(b + 24) == v; */
static inline void map_head_set_generation(uint8_t *b, uint64_t v) { le64_put(b + 24, v); }
/*@ requires room: \valid_read(b + (0 .. 63));
    assigns \nothing;
    ensures value: \result == le64_of(b + 32); */
static inline uint64_t map_head_index(const uint8_t *b) { return le64(b + 32); }
/*@ requires room: \valid(b + (0 .. 63));
    assigns b[32 .. 39];
    ensures value: le64_of(b + 32) == v; */
static inline void map_head_set_index(uint8_t *b, uint64_t v) { le64_put(b + 32, v); }
/*@ requires room: \valid_read(b + (0 .. 63));
    assigns \nothing;
    ensures value: \result == b[40]; */
static inline uint8_t map_head_level(const uint8_t *b) { return b[40]; }
/*@ requires room: \valid(b + (0 .. 63));
    assigns b[40 .. 40];
    ensures value: b[40] == v; */
static inline void map_head_set_level(uint8_t *b, uint8_t v) { b[40] = v; }
enum { MAP_HEAD_RESERVED_AT = 41 };
/*@ requires room: \valid_read(b + (0 .. 63)) && \valid(out);
    requires apart: \separated(b + (0 .. 63), out);
    assigns *out;
    ensures magic: out->magic == le32_of(b + 0);
    ensures crc: out->crc == le32_of(b + 4);
    ensures generation: out->generation == le64_of(b + 24);
    ensures index: out->index == le64_of(b + 32);
    ensures level: out->level == b[40];
*/
static inline void map_head_decode(const uint8_t *b, struct map_head *out)
{
    bytes_copy(out->uuid, b + 8, 16);
    bytes_copy(out->reserved, b + 41, 23);
    out->magic = le32(b + 0);
    out->crc = le32(b + 4);
    out->generation = le64(b + 24);
    out->index = le64(b + 32);
    out->level = b[40];
}
/*@ requires room: \valid(b + (0 .. 63)) && \valid_read(in);
    requires apart: \separated(b + (0 .. 63), in);
    assigns b[0 .. 63];
*/
static inline void map_head_encode(const struct map_head *in, uint8_t *b)
{
    bytes_copy(b + 8, in->uuid, 16);
    bytes_copy(b + 41, in->reserved, 23);
    map_head_set_magic(b, in->magic);
    map_head_set_crc(b, in->crc);
    map_head_set_generation(b, in->generation);
    map_head_set_index(b, in->index);
    map_head_set_level(b, in->level);
}
/*@ requires room: \valid_read(b + (0 .. 63));
    assigns \nothing;
    ensures magic: \result != 0 ==> le32_of(b + 0) == 0x50414d4c;
    ensures level: \result != 0 ==> b[40] <= 0x4;
*/
static inline int map_head_form_ok(const uint8_t *b)
{
    return map_head_magic(b) == 0x50414d4cu
        && map_head_level(b) <= 0x4u;
}
#endif
