/* bitmap.h - Which blocks are in use. Two zones hold the whole map; a checkpoint writes the zone that the last one did not. Generated from spec/disk/bitmap.yaml.
 * b is the place of the structure in memory, at any alignment. Nothing here can fail; x_form_ok() says whether constants and limits hold. */
#ifndef DISK_BITMAP_H
#define DISK_BITMAP_H
#include <base/bytes.h>

/* bitmap_head: head of a page; 4032 bytes of bits follow, a set bit is a block in use, bit 0 of byte 0 is the first (line 4) */
enum { BITMAP_HEAD_BYTES = 64 };
struct bitmap_head {
    uint32_t magic; /* 0: LBMP */
    uint32_t crc; /* 4: crc32c of the block with this field zero */
    uint8_t uuid[16]; /* 8: of the volume */
    uint64_t generation; /* 24: checkpoint that wrote it */
    uint64_t index; /* 32: which page */
    uint8_t reserved[24]; /* 40: zero */
};
/*@ requires room: \valid_read(b + (0 .. 63));
    assigns \nothing;
    ensures value: \result == le32_of(b + 0); */
static inline uint32_t bitmap_head_magic(const uint8_t *b) { return le32(b + 0); }
/*@ requires room: \valid(b + (0 .. 63));
    assigns b[0 .. 3];
    ensures value: le32_of(b + 0) == v; */
static inline void bitmap_head_set_magic(uint8_t *b, uint32_t v) { le32_put(b + 0, v); }
/*@ requires room: \valid_read(b + (0 .. 63));
    assigns \nothing;
    ensures value: \result == le32_of(b + 4); */
static inline uint32_t bitmap_head_crc(const uint8_t *b) { return le32(b + 4); }
/*@ requires room: \valid(b + (0 .. 63));
    assigns b[4 .. 7];
    ensures value: le32_of(b + 4) == v; */
static inline void bitmap_head_set_crc(uint8_t *b, uint32_t v) { le32_put(b + 4, v); }
enum { BITMAP_HEAD_UUID_AT = 8 };
/*@ requires room: \valid_read(b + (0 .. 63));
    assigns \nothing;
    ensures value: \result == le64_of(b + 24); */
static inline uint64_t bitmap_head_generation(const uint8_t *b) { return le64(b + 24); }
/*@ requires room: \valid(b + (0 .. 63));
    assigns b[24 .. 31];
    ensures value: le64_of(b + 24) == v; */
static inline void bitmap_head_set_generation(uint8_t *b, uint64_t v) { le64_put(b + 24, v); }
/*@ requires room: \valid_read(b + (0 .. 63));
    assigns \nothing;
    ensures value: \result == le64_of(b + 32); */
static inline uint64_t bitmap_head_index(const uint8_t *b) { return le64(b + 32); }
/*@ requires room: \valid(b + (0 .. 63));
    assigns b[32 .. 39];
    ensures value: le64_of(b + 32) == v; */
static inline void bitmap_head_set_index(uint8_t *b, uint64_t v) { le64_put(b + 32, v); }
enum { BITMAP_HEAD_RESERVED_AT = 40 };
/*@ requires room: \valid_read(b + (0 .. 63)) && \valid(out);
    requires apart: \separated(b + (0 .. 63), out);
    assigns *out;
    ensures magic: out->magic == le32_of(b + 0);
    ensures crc: out->crc == le32_of(b + 4);
    ensures generation: out->generation == le64_of(b + 24);
    ensures index: out->index == le64_of(b + 32);
*/
static inline void bitmap_head_decode(const uint8_t *b, struct bitmap_head *out)
{
    bytes_copy(out->uuid, b + 8, 16);
    bytes_copy(out->reserved, b + 40, 24);
    out->magic = le32(b + 0);
    out->crc = le32(b + 4);
    out->generation = le64(b + 24);
    out->index = le64(b + 32);
}
/*@ requires room: \valid(b + (0 .. 63)) && \valid_read(in);
    requires apart: \separated(b + (0 .. 63), in);
    assigns b[0 .. 63];
*/
static inline void bitmap_head_encode(const struct bitmap_head *in, uint8_t *b)
{
    bytes_copy(b + 8, in->uuid, 16);
    bytes_copy(b + 40, in->reserved, 24);
    bitmap_head_set_magic(b, in->magic);
    bitmap_head_set_crc(b, in->crc);
    bitmap_head_set_generation(b, in->generation);
    bitmap_head_set_index(b, in->index);
}
/*@ requires room: \valid_read(b + (0 .. 63));
    assigns \nothing;
    ensures magic: \result != 0 ==> le32_of(b + 0) == 0x504d424c;
*/
static inline int bitmap_head_form_ok(const uint8_t *b)
{
    return bitmap_head_magic(b) == 0x504d424cu;
}
#endif
