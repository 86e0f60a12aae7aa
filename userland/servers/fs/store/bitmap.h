/* bitmap.h - which blocks are free. Three marks a block: used, reserved (taken by a transaction that is not committed), freed (given back
 * since the last checkpoint).
 *
 * A block that was given back stays used until the superblock of the next checkpoint is on disk: until then the old tree still needs it.
 * What a checkpoint writes is used and not reserved and not freed: the state after exactly the committed transactions.
 * Invariant: reserved and freed are disjoint parts of used; free counts the blocks that are not used.
 * Does not know: what is in a block. */
#ifndef STORE_BITMAP_H
#define STORE_BITMAP_H
#include <base/memory.h>
#include <disk/bitmap.h>
#include <disk/error.h>
#include <disk/format.h>

enum bitmap_mark { BITMAP_USED, BITMAP_RESERVED, BITMAP_FREED, BITMAP_MARKS };
struct bitmap {
    const struct memory *memory;
    uint64_t blocks, words, pages, free, freed, next; /* next: where the search for a free block goes on */
    uint64_t *mark[BITMAP_MARKS];
    uint8_t *changed; /* per page: bit z = zone z does not have its present state */
    uint32_t *crc[2]; /* per zone and page */
};

lfsx_err_t bitmap_open(struct bitmap *m, const struct memory *memory, uint64_t blocks);
void bitmap_close(struct bitmap *m);
int bitmap_is(const struct bitmap *m, enum bitmap_mark mark, uint64_t block);
/* bitmap_fill - Every block is used, for want of better knowledge. */
void bitmap_fill(struct bitmap *m);
/* bitmap_take - Up to `want` neighbouring free blocks, if possible from goal on (0 = anywhere): used and reserved. LFSX_SPACE. */
lfsx_err_t bitmap_take(struct bitmap *m, uint64_t goal, uint32_t want, uint64_t *first, uint32_t *count);
/* bitmap_keep - They are committed: no longer reserved. Marks them used if they are not (replay). */
void bitmap_keep(struct bitmap *m, uint64_t first, uint32_t count);
/* bitmap_untake - They are not committed: free again at once. */
void bitmap_untake(struct bitmap *m, uint64_t first, uint32_t count);
/* bitmap_give - Committed blocks are given back; free after the next checkpoint. */
void bitmap_give(struct bitmap *m, uint64_t first, uint32_t count);
/* bitmap_reclaim - A block that is in use though it is marked free or freed (repair). */
void bitmap_reclaim(struct bitmap *m, uint64_t block);
/* bitmap_all - Do all of these blocks exist and have (or not have) this mark? */
int bitmap_all(const struct bitmap *m, enum bitmap_mark mark, int value, uint64_t first, uint32_t count);
/* bitmap_release - The checkpoint is on disk: what was given back is free. */
void bitmap_release(struct bitmap *m);
/* bitmap_page_make, _load - A page as it is written; from a page that was read. */
void bitmap_page_make(const struct bitmap *m, uint64_t page, const uint8_t uuid[16], uint64_t generation, uint8_t *to);
lfsx_err_t bitmap_page_load(struct bitmap *m, uint64_t page, const uint8_t uuid[16], int zone, const uint8_t *from);
/* bitmap_crc - crc32c over the checksums of all pages of a zone. */
uint32_t bitmap_crc(const struct bitmap *m, int zone);
#endif
