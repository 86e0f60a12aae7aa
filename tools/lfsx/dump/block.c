/* block.c - one block by its number: what its magic says it is, whether its checksum is right, and its bytes. */
#include "dump.h"
#include <host/text.h>
#include <base/crc32c.h>
#include <disk/bitmap.h>
#include <disk/log.h>
#include <disk/map.h>
#include <stdio.h>
#include <store/store.h>

static void hex_print(const uint8_t *b)
{
    for (uint32_t at = 0; at < LFSX_BLOCK_BYTES; at += 16) {
        int zero = 1;
        for (int i = 0; i < 16; i++) zero &= b[at + i] == 0;
        if (zero) continue;
        printf("  %03x ", at);
        for (int i = 0; i < 16; i++) printf(i == 8 ? "  %02x" : " %02x", b[at + i]);
        printf("  ");
        for (int i = 0; i < 16; i++) putchar(b[at + i] >= 0x20 && b[at + i] <= 0x7e ? b[at + i] : '.');
        printf("\n");
    }
}

static const char *crc_text(const uint8_t *b) { return crc32c_block(b, 4) == le32(b + 4) ? "checksum good" : "checksum WRONG"; }

/* kind_print - By the first four bytes. */
static void kind_print(const uint8_t *b, uint64_t blocks)
{
    const struct dump_options o = {.entries = 1};
    if (superblock_magic(b) == 0x5853464c53534554ull) printf("superblock, %s\n", superblock_check(b, blocks) ? "WRONG" : "good");
    else if (log_frame_form_ok(b)) printf("log frame, position %lu, %u bytes, to sequence %lu\n", log_frame_position(b), log_frame_bytes(b), log_frame_sequence(b));
    else if (map_head_form_ok(b)) printf("page %lu of level %u of the node map, generation %lu, %s\n", map_head_index(b), map_head_level(b), map_head_generation(b), crc_text(b));
    else if (bitmap_head_form_ok(b)) printf("page %lu of the bitmap, generation %lu, %s\n", bitmap_head_index(b), bitmap_head_generation(b), crc_text(b));
    else if (node_form_ok(b) && !node_check(b)) printf("%s; ", crc_text(b)), node_print(b, &o, 0);
    else if (node_form_ok(b)) printf("node WRONG: %s\n", node_fault_text(node_check(b)));
    else printf("file data or nothing\n");
}

int block_print(struct view *v, uint64_t block)
{
    uint8_t b[LFSX_BLOCK_BYTES];
    lfsx_err_t err = block_read(&v->image->device, block, 1, b);
    printf("block %lu: ", block);
    if (err) return printf("%s\n", err == LFSX_RANGE ? "the image has no such block" : lfsx_error_text(err)), 1;
    kind_print(b, v->image->device.blocks);
    hex_print(b);
    return 0;
}
