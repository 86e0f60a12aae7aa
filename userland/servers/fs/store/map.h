/* map.h - the node map: number of a node -> block, generation and checksum. A radix tree of pages with 200 references each, copied on write.
 *
 * Pages are loaded when they are first needed and stay in memory (5,700 bytes for 200 nodes, that is 0.7 % of the metadata).
 * Every reference says what must be found behind it, so a write that the device lost or misdirected is found on the way down.
 * Invariant: high is above every number in use; nodes counts the numbers in use (written or taken).
 * Does not know: what is in a node. */
#ifndef STORE_MAP_H
#define STORE_MAP_H
#include <base/memory.h>
#include <block/block.h>
#include <disk/map.h>
#include <store/bitmap.h>
#include <store/page.h>

struct map_page {
    uint8_t b[LFSX_BLOCK_BYTES];
    uint64_t index;
    uint32_t level, live;                  /* live: references in use */
    uint8_t changed, taken[LFSX_MAP_FANOUT]; /* taken: in use, though perhaps not written yet */
    struct map_page *child[LFSX_MAP_FANOUT];
};
struct map {
    const struct memory *memory;
    const struct block_device *device;
    struct bitmap *bitmap;
    const uint8_t *uuid;
    uint32_t levels, nodes, high, hint, pages;
    struct map_page *top;
};

/* map_open - The map with this top page; reference block 0 is an empty one. */
lfsx_err_t map_open(struct map *m, const struct reference *top);
void map_close(struct map *m);
/* map_find - What is known of a node: LFSX_ABSENT, or what loading a page can answer. */
lfsx_err_t map_find(struct map *m, uint32_t id, struct reference *out);
/* map_page_child - The page that a reference of a page leads to, loaded; 0 if it leads nowhere. */
lfsx_err_t map_page_child(struct map *m, struct map_page *p, uint32_t slot, struct map_page **out);
/* map_take, map_give - A number that is not in use; it is unused again, and its block given back. */
lfsx_err_t map_take(struct map *m, uint32_t *id);
void map_give(struct map *m, uint32_t id);
/* map_set - The node is in another block now; its page is in memory (it was found or taken before). Gives the old block back. */
void map_set(struct map *m, uint32_t id, const struct reference *to);
/* map_write - Write every changed page to a fresh block; what the superblock must say. Pages stay changed until map_clean. */
lfsx_err_t map_write(struct map *m, uint64_t generation, struct reference *top);
void map_clean(struct map *m);
/* map_pages_bound - At most so many pages does a checkpoint write that has `nodes` changed nodes. */
uint64_t map_pages_bound(const struct map *m, uint64_t nodes);
#endif
