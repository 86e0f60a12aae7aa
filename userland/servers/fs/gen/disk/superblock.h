/* superblock.h - The root of everything. Two slots (blocks 0 and 1) that checkpoints write in turn, each with a copy (the last two blocks). Generated from spec/disk/superblock.yaml.
 * b is the place of the structure in memory, at any alignment. Nothing here can fail; x_form_ok() says whether constants and limits hold. */
#ifndef DISK_SUPERBLOCK_H
#define DISK_SUPERBLOCK_H
#include <base/bytes.h>
#include <disk/map.h>

/* superblock: the first sector of its block; the rest of the block is zero (line 4) */
enum { SUPERBLOCK_BYTES = 512 };
struct superblock {
    uint64_t magic; /* 0: TESSLFSX */
    uint32_t crc; /* 8: crc32c of the 512 bytes with this field zero */
    uint32_t version; /* 12: format */
    uint8_t uuid[16]; /* 16: of the volume; in every block of metadata */
    uint64_t generation; /* 32: number of the checkpoint */
    uint64_t blocks; /* 40: of the volume */
    uint64_t features; /* 48: a reader that does not know one of these bits refuses the volume */
    uint64_t made; /* 56: ns since 1970 */
    uint64_t written; /* 64: ns since 1970 */
    uint64_t sequence; /* 72: last transaction that the checkpoint contains */
    uint64_t log_first; /* 80: first block of the log */
    uint64_t log_blocks; /* 88: a multiple of log_segment */
    uint64_t log_segment; /* 96: blocks of a segment; no frame crosses its end */
    uint64_t log_position; /* 104: where replay begins */
    uint32_t log_chain; /* 112: crc of the frame before that */
    uint8_t map_levels; /* 116: of the node map */
    uint8_t bitmap_zone; /* 117: which zone is valid */
    uint16_t reserved0; /* 118: zero */
    uint64_t bitmap_first[2]; /* 120: first block of each zone */
    uint64_t bitmap_pages; /* 136: blocks of each zone */
    uint32_t bitmap_crc; /* 144: crc32c of the crc fields of all pages; a page that was not written is found */
    uint32_t root; /* 148: number of the root node */
    uint32_t nodes; /* 152: nodes that exist */
    uint32_t nodes_high; /* 156: every node has a lower number */
    uint64_t free; /* 160: free blocks */
    struct reference map; /* 168: top page of the node map */
    uint8_t label[32]; /* 188: a name for people */
    uint8_t reserved[292]; /* 220: zero */
};
/*@ requires room: \valid_read(b + (0 .. 511));
    assigns \nothing;
    ensures value: \result == le64_of(b + 0); */
static inline uint64_t superblock_magic(const uint8_t *b) { return le64(b + 0); }
/*@ requires room: \valid(b + (0 .. 511));
    assigns b[0 .. 7];
    ensures value: le64_of(b + 0) == v; */
static inline void superblock_set_magic(uint8_t *b, uint64_t v) { le64_put(b + 0, v); }
/*@ requires room: \valid_read(b + (0 .. 511));
    assigns \nothing;
    ensures value: \result == le32_of(b + 8); */
static inline uint32_t superblock_crc(const uint8_t *b) { return le32(b + 8); }
/*@ requires room: \valid(b + (0 .. 511));
    assigns b[8 .. 11];
    ensures value: le32_of(b + 8) == v; */
static inline void superblock_set_crc(uint8_t *b, uint32_t v) { le32_put(b + 8, v); }
/*@ requires room: \valid_read(b + (0 .. 511));
    assigns \nothing;
    ensures value: \result == le32_of(b + 12); */
static inline uint32_t superblock_version(const uint8_t *b) { return le32(b + 12); }
/*@ requires room: \valid(b + (0 .. 511));
    assigns b[12 .. 15];
    ensures value: le32_of(b + 12) == v; */
static inline void superblock_set_version(uint8_t *b, uint32_t v) { le32_put(b + 12, v); }
enum { SUPERBLOCK_UUID_AT = 16 };
/*@ requires room: \valid_read(b + (0 .. 511));
    assigns \nothing;
    ensures value: \result == le64_of(b + 32); */
static inline uint64_t superblock_generation(const uint8_t *b) { return le64(b + 32); }
/*@ requires room: \valid(b + (0 .. 511));
    assigns b[32 .. 39];
    ensures value: le64_of(b + 32) == v; */
static inline void superblock_set_generation(uint8_t *b, uint64_t v) { le64_put(b + 32, v); }
/*@ requires room: \valid_read(b + (0 .. 511));
    assigns \nothing;
    ensures value: \result == le64_of(b + 40); */
static inline uint64_t superblock_blocks(const uint8_t *b) { return le64(b + 40); }
/*@ requires room: \valid(b + (0 .. 511));
    assigns b[40 .. 47];
    ensures value: le64_of(b + 40) == v; */
static inline void superblock_set_blocks(uint8_t *b, uint64_t v) { le64_put(b + 40, v); }
/*@ requires room: \valid_read(b + (0 .. 511));
    assigns \nothing;
    ensures value: \result == le64_of(b + 48); */
static inline uint64_t superblock_features(const uint8_t *b) { return le64(b + 48); }
/*@ requires room: \valid(b + (0 .. 511));
    assigns b[48 .. 55];
    ensures value: le64_of(b + 48) == v; */
static inline void superblock_set_features(uint8_t *b, uint64_t v) { le64_put(b + 48, v); }
/*@ requires room: \valid_read(b + (0 .. 511));
    assigns \nothing;
    ensures value: \result == le64_of(b + 56); */
static inline uint64_t superblock_made(const uint8_t *b) { return le64(b + 56); }
/*@ requires room: \valid(b + (0 .. 511));
    assigns b[56 .. 63];
    ensures value: le64_of(b + 56) == v; */
static inline void superblock_set_made(uint8_t *b, uint64_t v) { le64_put(b + 56, v); }
/*@ requires room: \valid_read(b + (0 .. 511));
    assigns \nothing;
    ensures value: \result == le64_of(b + 64); */
static inline uint64_t superblock_written(const uint8_t *b) { return le64(b + 64); }
/*@ requires room: \valid(b + (0 .. 511));
    assigns b[64 .. 71];
    ensures value: le64_of(b + 64) == v; */
static inline void superblock_set_written(uint8_t *b, uint64_t v) { le64_put(b + 64, v); }
/*@ requires room: \valid_read(b + (0 .. 511));
    assigns \nothing;
    ensures value: \result == le64_of(b + 72); */
static inline uint64_t superblock_sequence(const uint8_t *b) { return le64(b + 72); }
/*@ requires room: \valid(b + (0 .. 511));
    assigns b[72 .. 79];
    ensures value: le64_of(b + 72) == v; */
static inline void superblock_set_sequence(uint8_t *b, uint64_t v) { le64_put(b + 72, v); }
/*@ requires room: \valid_read(b + (0 .. 511));
    assigns \nothing;
    ensures value: \result == le64_of(b + 80); */
static inline uint64_t superblock_log_first(const uint8_t *b) { return le64(b + 80); }
/*@ requires room: \valid(b + (0 .. 511));
    assigns b[80 .. 87];
    ensures value: le64_of(b + 80) == v; */
static inline void superblock_set_log_first(uint8_t *b, uint64_t v) { le64_put(b + 80, v); }
/*@ requires room: \valid_read(b + (0 .. 511));
    assigns \nothing;
    ensures value: \result == le64_of(b + 88); */
static inline uint64_t superblock_log_blocks(const uint8_t *b) { return le64(b + 88); }
/*@ requires room: \valid(b + (0 .. 511));
    assigns b[88 .. 95];
    ensures value: le64_of(b + 88) == v; */
static inline void superblock_set_log_blocks(uint8_t *b, uint64_t v) { le64_put(b + 88, v); }
/*@ requires room: \valid_read(b + (0 .. 511));
    assigns \nothing;
    ensures value: \result == le64_of(b + 96); */
static inline uint64_t superblock_log_segment(const uint8_t *b) { return le64(b + 96); }
/*@ requires room: \valid(b + (0 .. 511));
    assigns b[96 .. 103];
    ensures value: le64_of(b + 96) == v; */
static inline void superblock_set_log_segment(uint8_t *b, uint64_t v) { le64_put(b + 96, v); }
/*@ requires room: \valid_read(b + (0 .. 511));
    assigns \nothing;
    ensures value: \result == le64_of(b + 104); */
static inline uint64_t superblock_log_position(const uint8_t *b) { return le64(b + 104); }
/*@ requires room: \valid(b + (0 .. 511));
    assigns b[104 .. 111];
    ensures value: le64_of(b + 104) == v; */
static inline void superblock_set_log_position(uint8_t *b, uint64_t v) { le64_put(b + 104, v); }
/*@ requires room: \valid_read(b + (0 .. 511));
    assigns \nothing;
    ensures value: \result == le32_of(b + 112); */
static inline uint32_t superblock_log_chain(const uint8_t *b) { return le32(b + 112); }
/*@ requires room: \valid(b + (0 .. 511));
    assigns b[112 .. 115];
    ensures value: le32_of(b + 112) == v; */
static inline void superblock_set_log_chain(uint8_t *b, uint32_t v) { le32_put(b + 112, v); }
/*@ requires room: \valid_read(b + (0 .. 511));
    assigns \nothing;
    ensures value: \result == b[116]; */
static inline uint8_t superblock_map_levels(const uint8_t *b) { return b[116]; }
/*@ requires room: \valid(b + (0 .. 511));
    assigns b[116 .. 116];
    ensures value: b[116] == v; */
static inline void superblock_set_map_levels(uint8_t *b, uint8_t v) { b[116] = v; }
/*@ requires room: \valid_read(b + (0 .. 511));
    assigns \nothing;
    ensures value: \result == b[117]; */
static inline uint8_t superblock_bitmap_zone(const uint8_t *b) { return b[117]; }
/*@ requires room: \valid(b + (0 .. 511));
    assigns b[117 .. 117];
    ensures value: b[117] == v; */
static inline void superblock_set_bitmap_zone(uint8_t *b, uint8_t v) { b[117] = v; }
/*@ requires room: \valid_read(b + (0 .. 511));
    assigns \nothing;
    ensures value: \result == le16_of(b + 118); */
static inline uint16_t superblock_reserved0(const uint8_t *b) { return le16(b + 118); }
/*@ requires room: \valid(b + (0 .. 511));
    assigns b[118 .. 119];
    ensures value: le16_of(b + 118) == v; */
static inline void superblock_set_reserved0(uint8_t *b, uint16_t v) { le16_put(b + 118, v); }
enum { SUPERBLOCK_BITMAP_FIRST_AT = 120 };
/*@ requires room: \valid_read(b + (0 .. 511));
    assigns \nothing;
    ensures value: \result == le64_of(b + 136); */
static inline uint64_t superblock_bitmap_pages(const uint8_t *b) { return le64(b + 136); }
/*@ requires room: \valid(b + (0 .. 511));
    assigns b[136 .. 143];
    ensures value: le64_of(b + 136) == v; */
static inline void superblock_set_bitmap_pages(uint8_t *b, uint64_t v) { le64_put(b + 136, v); }
/*@ requires room: \valid_read(b + (0 .. 511));
    assigns \nothing;
    ensures value: \result == le32_of(b + 144); */
static inline uint32_t superblock_bitmap_crc(const uint8_t *b) { return le32(b + 144); }
/*@ requires room: \valid(b + (0 .. 511));
    assigns b[144 .. 147];
    ensures value: le32_of(b + 144) == v; */
static inline void superblock_set_bitmap_crc(uint8_t *b, uint32_t v) { le32_put(b + 144, v); }
/*@ requires room: \valid_read(b + (0 .. 511));
    assigns \nothing;
    ensures value: \result == le32_of(b + 148); */
static inline uint32_t superblock_root(const uint8_t *b) { return le32(b + 148); }
/*@ requires room: \valid(b + (0 .. 511));
    assigns b[148 .. 151];
    ensures value: le32_of(b + 148) == v; */
static inline void superblock_set_root(uint8_t *b, uint32_t v) { le32_put(b + 148, v); }
/*@ requires room: \valid_read(b + (0 .. 511));
    assigns \nothing;
    ensures value: \result == le32_of(b + 152); */
static inline uint32_t superblock_nodes(const uint8_t *b) { return le32(b + 152); }
/*@ requires room: \valid(b + (0 .. 511));
    assigns b[152 .. 155];
    ensures value: le32_of(b + 152) == v; */
static inline void superblock_set_nodes(uint8_t *b, uint32_t v) { le32_put(b + 152, v); }
/*@ requires room: \valid_read(b + (0 .. 511));
    assigns \nothing;
    ensures value: \result == le32_of(b + 156); */
static inline uint32_t superblock_nodes_high(const uint8_t *b) { return le32(b + 156); }
/*@ requires room: \valid(b + (0 .. 511));
    assigns b[156 .. 159];
    ensures value: le32_of(b + 156) == v; */
static inline void superblock_set_nodes_high(uint8_t *b, uint32_t v) { le32_put(b + 156, v); }
/*@ requires room: \valid_read(b + (0 .. 511));
    assigns \nothing;
    ensures value: \result == le64_of(b + 160); */
static inline uint64_t superblock_free(const uint8_t *b) { return le64(b + 160); }
/*@ requires room: \valid(b + (0 .. 511));
    assigns b[160 .. 167];
    ensures value: le64_of(b + 160) == v; */
static inline void superblock_set_free(uint8_t *b, uint64_t v) { le64_put(b + 160, v); }
enum { SUPERBLOCK_MAP_AT = 168 };
enum { SUPERBLOCK_LABEL_AT = 188 };
enum { SUPERBLOCK_RESERVED_AT = 220 };
/*@ requires room: \valid_read(b + (0 .. 511)) && \valid(out);
    requires apart: \separated(b + (0 .. 511), out);
    assigns *out;
    ensures magic: out->magic == \old(le64_of(b + 0));
    ensures crc: out->crc == \old(le32_of(b + 8));
    ensures version: out->version == \old(le32_of(b + 12));
    ensures generation: out->generation == \old(le64_of(b + 32));
    ensures blocks: out->blocks == \old(le64_of(b + 40));
    ensures features: out->features == \old(le64_of(b + 48));
    ensures made: out->made == \old(le64_of(b + 56));
    ensures written: out->written == \old(le64_of(b + 64));
    ensures sequence: out->sequence == \old(le64_of(b + 72));
    ensures log_first: out->log_first == \old(le64_of(b + 80));
    ensures log_blocks: out->log_blocks == \old(le64_of(b + 88));
    ensures log_segment: out->log_segment == \old(le64_of(b + 96));
    ensures log_position: out->log_position == \old(le64_of(b + 104));
    ensures log_chain: out->log_chain == \old(le32_of(b + 112));
    ensures map_levels: out->map_levels == \old(b[116]);
    ensures bitmap_zone: out->bitmap_zone == \old(b[117]);
    ensures reserved0: out->reserved0 == \old(le16_of(b + 118));
    ensures bitmap_pages: out->bitmap_pages == \old(le64_of(b + 136));
    ensures bitmap_crc: out->bitmap_crc == \old(le32_of(b + 144));
    ensures root: out->root == \old(le32_of(b + 148));
    ensures nodes: out->nodes == \old(le32_of(b + 152));
    ensures nodes_high: out->nodes_high == \old(le32_of(b + 156));
    ensures free: out->free == \old(le64_of(b + 160));
*/
static inline void superblock_decode(const uint8_t *b, struct superblock *out)
{
    uint64_t magic = le64(b + 0);
    uint32_t crc = le32(b + 8);
    uint32_t version = le32(b + 12);
    uint64_t generation = le64(b + 32);
    uint64_t blocks = le64(b + 40);
    uint64_t features = le64(b + 48);
    uint64_t made = le64(b + 56);
    uint64_t written = le64(b + 64);
    uint64_t sequence = le64(b + 72);
    uint64_t log_first = le64(b + 80);
    uint64_t log_blocks = le64(b + 88);
    uint64_t log_segment = le64(b + 96);
    uint64_t log_position = le64(b + 104);
    uint32_t log_chain = le32(b + 112);
    uint8_t map_levels = b[116];
    uint8_t bitmap_zone = b[117];
    uint16_t reserved0 = le16(b + 118);
    uint64_t bitmap_pages = le64(b + 136);
    uint32_t bitmap_crc = le32(b + 144);
    uint32_t root = le32(b + 148);
    uint32_t nodes = le32(b + 152);
    uint32_t nodes_high = le32(b + 156);
    uint64_t free = le64(b + 160);
    bytes_copy(out->uuid, b + 16, 16);
    bytes_copy(out->label, b + 188, 32);
    bytes_copy(out->reserved, b + 220, 292);
    /*@ loop invariant inside: 0 <= i <= 2;
        loop assigns i, out->bitmap_first[0 .. 1];
        loop variant 2 - i; */
    for (int i = 0; i < 2; i++) out->bitmap_first[i] = le64(b + 120 + i * 8);
    reference_decode(b + 168, &out->map);
    out->magic = magic;
    out->crc = crc;
    out->version = version;
    out->generation = generation;
    out->blocks = blocks;
    out->features = features;
    out->made = made;
    out->written = written;
    out->sequence = sequence;
    out->log_first = log_first;
    out->log_blocks = log_blocks;
    out->log_segment = log_segment;
    out->log_position = log_position;
    out->log_chain = log_chain;
    out->map_levels = map_levels;
    out->bitmap_zone = bitmap_zone;
    out->reserved0 = reserved0;
    out->bitmap_pages = bitmap_pages;
    out->bitmap_crc = bitmap_crc;
    out->root = root;
    out->nodes = nodes;
    out->nodes_high = nodes_high;
    out->free = free;
}
/*@ requires room: \valid(b + (0 .. 511)) && \valid_read(in);
    requires apart: \separated(b + (0 .. 511), in);
    assigns b[0 .. 511];
*/
static inline void superblock_encode(const struct superblock *in, uint8_t *b)
{
    bytes_copy(b + 16, in->uuid, 16);
    bytes_copy(b + 188, in->label, 32);
    bytes_copy(b + 220, in->reserved, 292);
    /*@ loop invariant inside: 0 <= i <= 2;
        loop assigns i, b[120 .. 135];
        loop variant 2 - i; */
    for (int i = 0; i < 2; i++) le64_put(b + 120 + i * 8, in->bitmap_first[i]);
    reference_encode(&in->map, b + 168);
    superblock_set_magic(b, in->magic);
    superblock_set_crc(b, in->crc);
    superblock_set_version(b, in->version);
    superblock_set_generation(b, in->generation);
    superblock_set_blocks(b, in->blocks);
    superblock_set_features(b, in->features);
    superblock_set_made(b, in->made);
    superblock_set_written(b, in->written);
    superblock_set_sequence(b, in->sequence);
    superblock_set_log_first(b, in->log_first);
    superblock_set_log_blocks(b, in->log_blocks);
    superblock_set_log_segment(b, in->log_segment);
    superblock_set_log_position(b, in->log_position);
    superblock_set_log_chain(b, in->log_chain);
    superblock_set_map_levels(b, in->map_levels);
    superblock_set_bitmap_zone(b, in->bitmap_zone);
    superblock_set_reserved0(b, in->reserved0);
    superblock_set_bitmap_pages(b, in->bitmap_pages);
    superblock_set_bitmap_crc(b, in->bitmap_crc);
    superblock_set_root(b, in->root);
    superblock_set_nodes(b, in->nodes);
    superblock_set_nodes_high(b, in->nodes_high);
    superblock_set_free(b, in->free);
}
/*@ requires room: \valid_read(b + (0 .. 511));
    assigns \nothing;
    ensures magic: \result != 0 ==> le64_of(b + 0) == 0x5853464c53534554;
    ensures version: \result != 0 ==> le32_of(b + 12) == 0x1;
    ensures generation: \result != 0 ==> le64_of(b + 32) >= 0x1;
    ensures blocks: \result != 0 ==> le64_of(b + 40) >= 0x40 && le64_of(b + 40) <= 0x10000000000;
    ensures features: \result != 0 ==> le64_of(b + 48) <= 0x0;
    ensures log_blocks: \result != 0 ==> le64_of(b + 88) >= 0x8;
    ensures log_segment: \result != 0 ==> le64_of(b + 96) >= 0x2;
    ensures log_position: \result != 0 ==> le64_of(b + 104) <= 0x4000000000000000;
    ensures map_levels: \result != 0 ==> b[116] >= 0x1 && b[116] <= 0x5;
    ensures bitmap_zone: \result != 0 ==> b[117] <= 0x1;
    ensures bitmap_pages: \result != 0 ==> le64_of(b + 136) >= 0x1;
    ensures root: \result != 0 ==> le32_of(b + 148) >= 0x1;
*/
static inline int superblock_form_ok(const uint8_t *b)
{
    return superblock_magic(b) == 0x5853464c53534554ull
        && superblock_version(b) == 0x1u
        && superblock_generation(b) >= 0x1ull
        && superblock_blocks(b) >= 0x40ull && superblock_blocks(b) <= 0x10000000000ull
        && superblock_features(b) <= 0x0ull
        && superblock_log_blocks(b) >= 0x8ull
        && superblock_log_segment(b) >= 0x2ull
        && superblock_log_position(b) <= 0x4000000000000000ull
        && superblock_map_levels(b) >= 0x1u && superblock_map_levels(b) <= 0x5u
        && superblock_bitmap_zone(b) <= 0x1u
        && superblock_bitmap_pages(b) >= 0x1ull
        && superblock_root(b) >= 0x1u;
}
#endif
