/* map.c - the node map and the bitmap. */
#include "dump.h"
#include <string.h>
#include <base/bits.h>
#include <base/crc32c.h>
#include <disk/bitmap.h>
#include <host/say.h>
#include <stdio.h>
#include <stdlib.h>

static int node_line(struct view *v, uint32_t id, const uint8_t *reference)
{
    uint8_t b[LFSX_BLOCK_BYTES];
    enum node_fault fault = NODE_GOOD;
    struct reference r;
    reference_decode(reference, &r);
    printf("    node %-8u block %-10lu generation %-8lu crc %08x  ", id, r.block, r.generation, r.crc);
    lfsx_err_t err = view_node(v, id, &r, b, &fault);
    if (err || fault) return printf("WRONG: %s\n", err ? lfsx_error_text(err) : node_fault_text(fault)), 1;
    printf("level %u, %u entries\n", node_level(b), node_count(b));
    return 0;
}

static int page_print(struct view *v, uint32_t level, uint64_t index)
{
    uint8_t page[LFSX_BLOCK_BYTES];
    const uint8_t *found;
    int damaged = 0;
    lfsx_err_t err = view_page(v, level, index, &found);
    if (err) return printf("  page %lu of level %u WRONG: %s\n", index, level, lfsx_error_text(err)), 1;
    memcpy(page, found, sizeof page);
    printf("  page %lu of level %u, generation %lu\n", index, level, map_head_generation(page));
    for (uint32_t i = 0; i < LFSX_MAP_FANOUT; i++) {
        const uint8_t *r = page + MAP_HEAD_BYTES + i * REFERENCE_BYTES;
        if (reference_block(r) == 0) continue;
        /* as deep as the map: at most LFSX_MAP_LEVELS_MAX */
        damaged += level == 0 ? node_line(v, (uint32_t)(index * LFSX_MAP_FANOUT + i), r) : page_print(v, level - 1, index * LFSX_MAP_FANOUT + i);
    }
    return damaged;
}

int map_print(struct view *v)
{
    printf("node map\n");
    return page_print(v, v->super.map_levels - 1u, 0);
}

/* page_used - Bits of a page that are set. */
static uint32_t page_used(const uint8_t *b)
{
    uint32_t used = 0;
    for (uint32_t w = 0; w < LFSX_BITMAP_PAGE_BITS / 64; w++) used += bits_count(le64(b + BITMAP_HEAD_BYTES + 8 * w));
    return used;
}

int bitmap_print(struct view *v)
{
    uint8_t b[LFSX_BLOCK_BYTES];
    int damaged = 0;
    printf("bitmap, zone %u\n", v->super.bitmap_zone);
    for (uint64_t p = 0; p < v->super.bitmap_pages; p++) {
        uint64_t block = v->super.bitmap_first[v->super.bitmap_zone] + p;
        lfsx_err_t err = block_read(&v->image->device, block, 1, b);
        uint64_t rest = v->super.blocks - p * LFSX_BITMAP_PAGE_BITS, bits = rest < LFSX_BITMAP_PAGE_BITS ? rest : LFSX_BITMAP_PAGE_BITS; /* bits behind the end are set */
        int good = !err && bitmap_head_form_ok(b) && bitmap_head_index(b) == p && crc32c_block(b, 4) == bitmap_head_crc(b);
        printf("  page %-6lu block %-10lu ", p, block);
        if (good) printf("generation %lu, %lu of %lu blocks in use\n", bitmap_head_generation(b), (page_used(b) - (LFSX_BITMAP_PAGE_BITS - bits)), bits);
        else printf("WRONG: %s\n", err ? lfsx_error_text(err) : "its checksum or its place");
        damaged += !good;
    }
    return damaged;
}
