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
static inline uint64_t superblock_magic(const uint8_t *b) { return le64(b + 0); }
static inline void superblock_set_magic(uint8_t *b, uint64_t v) { le64_put(b + 0, v); }
static inline uint32_t superblock_crc(const uint8_t *b) { return le32(b + 8); }
static inline void superblock_set_crc(uint8_t *b, uint32_t v) { le32_put(b + 8, v); }
static inline uint32_t superblock_version(const uint8_t *b) { return le32(b + 12); }
static inline void superblock_set_version(uint8_t *b, uint32_t v) { le32_put(b + 12, v); }
enum { SUPERBLOCK_UUID_AT = 16 };
static inline uint64_t superblock_generation(const uint8_t *b) { return le64(b + 32); }
static inline void superblock_set_generation(uint8_t *b, uint64_t v) { le64_put(b + 32, v); }
static inline uint64_t superblock_blocks(const uint8_t *b) { return le64(b + 40); }
static inline void superblock_set_blocks(uint8_t *b, uint64_t v) { le64_put(b + 40, v); }
static inline uint64_t superblock_features(const uint8_t *b) { return le64(b + 48); }
static inline void superblock_set_features(uint8_t *b, uint64_t v) { le64_put(b + 48, v); }
static inline uint64_t superblock_made(const uint8_t *b) { return le64(b + 56); }
static inline void superblock_set_made(uint8_t *b, uint64_t v) { le64_put(b + 56, v); }
static inline uint64_t superblock_written(const uint8_t *b) { return le64(b + 64); }
static inline void superblock_set_written(uint8_t *b, uint64_t v) { le64_put(b + 64, v); }
static inline uint64_t superblock_sequence(const uint8_t *b) { return le64(b + 72); }
static inline void superblock_set_sequence(uint8_t *b, uint64_t v) { le64_put(b + 72, v); }
static inline uint64_t superblock_log_first(const uint8_t *b) { return le64(b + 80); }
static inline void superblock_set_log_first(uint8_t *b, uint64_t v) { le64_put(b + 80, v); }
static inline uint64_t superblock_log_blocks(const uint8_t *b) { return le64(b + 88); }
static inline void superblock_set_log_blocks(uint8_t *b, uint64_t v) { le64_put(b + 88, v); }
static inline uint64_t superblock_log_segment(const uint8_t *b) { return le64(b + 96); }
static inline void superblock_set_log_segment(uint8_t *b, uint64_t v) { le64_put(b + 96, v); }
static inline uint64_t superblock_log_position(const uint8_t *b) { return le64(b + 104); }
static inline void superblock_set_log_position(uint8_t *b, uint64_t v) { le64_put(b + 104, v); }
static inline uint32_t superblock_log_chain(const uint8_t *b) { return le32(b + 112); }
static inline void superblock_set_log_chain(uint8_t *b, uint32_t v) { le32_put(b + 112, v); }
static inline uint8_t superblock_map_levels(const uint8_t *b) { return b[116]; }
static inline void superblock_set_map_levels(uint8_t *b, uint8_t v) { b[116] = v; }
static inline uint8_t superblock_bitmap_zone(const uint8_t *b) { return b[117]; }
static inline void superblock_set_bitmap_zone(uint8_t *b, uint8_t v) { b[117] = v; }
static inline uint16_t superblock_reserved0(const uint8_t *b) { return le16(b + 118); }
static inline void superblock_set_reserved0(uint8_t *b, uint16_t v) { le16_put(b + 118, v); }
enum { SUPERBLOCK_BITMAP_FIRST_AT = 120 };
static inline uint64_t superblock_bitmap_pages(const uint8_t *b) { return le64(b + 136); }
static inline void superblock_set_bitmap_pages(uint8_t *b, uint64_t v) { le64_put(b + 136, v); }
static inline uint32_t superblock_bitmap_crc(const uint8_t *b) { return le32(b + 144); }
static inline void superblock_set_bitmap_crc(uint8_t *b, uint32_t v) { le32_put(b + 144, v); }
static inline uint32_t superblock_root(const uint8_t *b) { return le32(b + 148); }
static inline void superblock_set_root(uint8_t *b, uint32_t v) { le32_put(b + 148, v); }
static inline uint32_t superblock_nodes(const uint8_t *b) { return le32(b + 152); }
static inline void superblock_set_nodes(uint8_t *b, uint32_t v) { le32_put(b + 152, v); }
static inline uint32_t superblock_nodes_high(const uint8_t *b) { return le32(b + 156); }
static inline void superblock_set_nodes_high(uint8_t *b, uint32_t v) { le32_put(b + 156, v); }
static inline uint64_t superblock_free(const uint8_t *b) { return le64(b + 160); }
static inline void superblock_set_free(uint8_t *b, uint64_t v) { le64_put(b + 160, v); }
enum { SUPERBLOCK_MAP_AT = 168 };
enum { SUPERBLOCK_LABEL_AT = 188 };
enum { SUPERBLOCK_RESERVED_AT = 220 };
static inline void superblock_decode(const uint8_t *b, struct superblock *out)
{
    out->magic = le64(b + 0);
    out->crc = le32(b + 8);
    out->version = le32(b + 12);
    for (int i = 0; i < 16; i++) out->uuid[i] = b[16 + i];
    out->generation = le64(b + 32);
    out->blocks = le64(b + 40);
    out->features = le64(b + 48);
    out->made = le64(b + 56);
    out->written = le64(b + 64);
    out->sequence = le64(b + 72);
    out->log_first = le64(b + 80);
    out->log_blocks = le64(b + 88);
    out->log_segment = le64(b + 96);
    out->log_position = le64(b + 104);
    out->log_chain = le32(b + 112);
    out->map_levels = b[116];
    out->bitmap_zone = b[117];
    out->reserved0 = le16(b + 118);
    for (int i = 0; i < 2; i++) out->bitmap_first[i] = le64(b + 120 + i * 8);
    out->bitmap_pages = le64(b + 136);
    out->bitmap_crc = le32(b + 144);
    out->root = le32(b + 148);
    out->nodes = le32(b + 152);
    out->nodes_high = le32(b + 156);
    out->free = le64(b + 160);
    reference_decode(b + 168, &out->map);
    for (int i = 0; i < 32; i++) out->label[i] = b[188 + i];
    for (int i = 0; i < 292; i++) out->reserved[i] = b[220 + i];
}
static inline void superblock_encode(const struct superblock *in, uint8_t *b)
{
    superblock_set_magic(b, in->magic);
    superblock_set_crc(b, in->crc);
    superblock_set_version(b, in->version);
    for (int i = 0; i < 16; i++) b[16 + i] = in->uuid[i];
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
    for (int i = 0; i < 2; i++) le64_put(b + 120 + i * 8, in->bitmap_first[i]);
    superblock_set_bitmap_pages(b, in->bitmap_pages);
    superblock_set_bitmap_crc(b, in->bitmap_crc);
    superblock_set_root(b, in->root);
    superblock_set_nodes(b, in->nodes);
    superblock_set_nodes_high(b, in->nodes_high);
    superblock_set_free(b, in->free);
    reference_encode(&in->map, b + 168);
    for (int i = 0; i < 32; i++) b[188 + i] = in->label[i];
    for (int i = 0; i < 292; i++) b[220 + i] = in->reserved[i];
}
static inline int superblock_form_ok(const uint8_t *b)
{
    return superblock_magic(b) == 0x5853464c53534554ull
        && superblock_version(b) == 0x1u
        && superblock_generation(b) >= 0x1ull
        && superblock_blocks(b) >= 0x40ull && superblock_blocks(b) <= 0x10000000000ull
        && superblock_features(b) <= 0x0ull
        && superblock_log_blocks(b) >= 0x8ull
        && superblock_log_segment(b) >= 0x2ull
        && superblock_map_levels(b) >= 0x1u && superblock_map_levels(b) <= 0x5u
        && superblock_bitmap_zone(b) <= 0x1u
        && superblock_bitmap_pages(b) >= 0x1ull
        && superblock_root(b) >= 0x1u;
}
#endif
