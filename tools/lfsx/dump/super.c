/* super.c - the four places of a superblock, and what the one that counts says. */
#include "dump.h"
#include <host/number.h>
#include <stdio.h>
#include <store/store.h>

static void place_print(const struct view *v, uint64_t block, const char *what)
{
    uint8_t b[LFSX_BLOCK_BYTES];
    char when[TEXT_BYTES];
    printf("  block %-10lu %-12s ", block, what);
    lfsx_err_t err = block_read(&v->image->device, block, 1, b);
    if (!err) err = superblock_check(b, v->image->device.blocks);
    if (err) printf("%s\n", err == LFSX_VERSION ? "no superblock" : lfsx_error_text(err));
    else printf("good, generation %lu, written %s\n", superblock_generation(b), time_text(superblock_written(b), when));
}

static void fields_print(const struct superblock *s)
{
    char t[TEXT_BYTES];
    printf("  label       %.32s\n  uuid        %s\n", (const char *)s->label, uuid_text(s->uuid, t));
    printf("  format      version %u, features %lx\n", s->version, s->features);
    printf("  generation  %lu, sequence %lu\n", s->generation, s->sequence);
    printf("  blocks      %lu (%s), free %lu\n", s->blocks, size_text(s->blocks * LFSX_BLOCK_BYTES, t), s->free);
    printf("  made        %s\n", time_text(s->made, t));
    printf("  written     %s\n", time_text(s->written, t));
    printf("  log         blocks %lu..%lu, segments of %lu, replay from position %lu, chain %08x\n", s->log_first,
        (s->log_first + s->log_blocks - 1), s->log_segment, s->log_position, s->log_chain);
    printf("  bitmap      zones at %lu and %lu of %lu pages, zone %u counts, crc %08x\n", s->bitmap_first[0],
        s->bitmap_first[1], s->bitmap_pages, s->bitmap_zone, s->bitmap_crc);
    printf("  node map    %u levels, top in block %lu of generation %lu, crc %08x\n", s->map_levels, s->map.block,
        s->map.generation, s->map.crc);
    printf("  tree        root is node %u; %u nodes, numbers below %u\n", s->root, s->nodes, s->nodes_high);
}

int super_print(struct view *v)
{
    printf("superblocks\n");
    place_print(v, 0, "slot 0");
    place_print(v, 1, "slot 1");
    place_print(v, v->super.blocks - 2, "slot 0 copy");
    place_print(v, v->super.blocks - 1, "slot 1 copy");
    printf("volume, from slot %d\n", v->slot);
    fields_print(&v->super);
    return 0;
}
