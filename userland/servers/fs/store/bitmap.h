/* bitmap.h - which blocks are free. Three marks a block: used, reserved (taken by a transaction that is not committed), freed (given back
 * since the last checkpoint).
 *
 * A block that was given back stays used until the superblock of the next checkpoint is on disk: until then the old tree still needs it.
 * What a checkpoint writes is used and not reserved and not freed: the state after exactly the committed transactions.
 * Invariant (bitmap_ok): reserved and freed are disjoint parts of used, so a block is in one of four states; what is behind the last block is
 * used. Every contract below is proved (modules fs-bitmap*, fs-mark*), for all blocks of all sizes. Not proved: that bitmap_open makes such a
 * bitmap, and that free, reserved and freed count the blocks in these states; a mount
 * compares what the checkpoint said is free with the bits (open.c).
 * Does not know: what is in a block. */
#ifndef STORE_BITMAP_H
#define STORE_BITMAP_H
#include <disk/bitmap.h>
#include <disk/error.h>
#include <disk/format.h>
#include <store/mark.h>

struct memory;
enum bitmap_mark { BITMAP_USED, BITMAP_RESERVED, BITMAP_FREED, BITMAP_MARKS };
enum { BITMAP_PAGE_WORDS = LFSX_BITMAP_PAGE_BITS / 64 };
enum { BLOCK_FREE = 0, BLOCK_USED = 1, BLOCK_RESERVED = 3, BLOCK_FREED = 5 }; /* states of a block: 1 << mark, summed */
struct bitmap {
    const struct memory *memory;
    uint64_t blocks, words, pages, free, reserved, freed, next; /* next: where the search for a free block goes on */
    uint64_t *mark[BITMAP_MARKS];
    uint8_t *changed; /* per page: bit z = zone z does not have its present state */
    uint32_t *crc[2]; /* per zone and page */
};
#include <store/bitmap_ok.h>

lfsx_err_t bitmap_open(struct bitmap *m, const struct memory *memory, uint64_t blocks);
void bitmap_close(struct bitmap *m);
/*@ requires ok: bitmap_ok(m) && mark < BITMAP_MARKS;
    assigns \nothing;
    ensures value: \result == (block < m->blocks ? mark_of(m->mark[mark], block) : 0); */
int bitmap_is(const struct bitmap *m, enum bitmap_mark mark, uint64_t block);
/* bitmap_take - Up to `want` neighbouring free blocks, if possible from goal on (0 = anywhere): used and reserved. LFSX_SPACE. */
/*@ requires ok: bitmap_ok(m) && \valid(first) && \valid(count) && bitmap_apart_from(m, first) && \separated(first, count);
    assigns BITMAP_MOVED(m), m->next, *first, *count;
    ensures ok: bitmap_ok(m);
    ensures still: bitmap_still{Pre, Post}(m);
    ensures answer: \result == LFSX_OK || \result == LFSX_SPACE;
    ensures inside: \result == LFSX_OK ==> 1 <= *count <= want && *first + *count <= m->blocks;
    ensures were: \result == LFSX_OK ==> \forall integer b; *first <= b < *first + *count ==> block_state{Pre}(m, b) == BLOCK_FREE;
    ensures taken: \result == LFSX_OK ==> \forall integer b; *first <= b < *first + *count ==> block_state(m, b) == BLOCK_RESERVED;
    ensures others: \result == LFSX_OK ==> block_others{Pre, Post}(m, *first, *first + *count);
    ensures nothing: \result != LFSX_OK ==> block_others{Pre, Post}(m, 0, 0);
    ensures space: \result == LFSX_SPACE && want > 0 ==> \forall integer b; 0 <= b < m->blocks ==> block_state(m, b) != BLOCK_FREE; */
lfsx_err_t bitmap_take(struct bitmap *m, uint64_t goal, uint32_t want, uint64_t *first, uint32_t *count);
/* bitmap_keep - They are committed: no longer reserved. Marks them used if they are not (replay). */
/*@ requires ok: bitmap_ok(m) && first + count <= m->blocks;
    requires were: \forall integer b; first <= b < first + count ==> block_state(m, b) != BLOCK_FREED;
    assigns BITMAP_MOVED(m);
    ensures ok: bitmap_ok(m);
    ensures still: bitmap_still{Pre, Post}(m);
    ensures kept: \forall integer b; first <= b < first + count ==> block_state(m, b) == BLOCK_USED;
    ensures others: block_others{Pre, Post}(m, first, first + count); */
void bitmap_keep(struct bitmap *m, uint64_t first, uint32_t count);
/* bitmap_untake - They are not committed: free again at once. */
/*@ requires ok: bitmap_ok(m) && first + count <= m->blocks;
    requires were: \forall integer b; first <= b < first + count ==> block_state(m, b) == BLOCK_RESERVED || block_state(m, b) == BLOCK_USED;
    assigns BITMAP_MOVED(m);
    ensures ok: bitmap_ok(m);
    ensures still: bitmap_still{Pre, Post}(m);
    ensures free: \forall integer b; first <= b < first + count ==> block_state(m, b) == BLOCK_FREE;
    ensures others: block_others{Pre, Post}(m, first, first + count); */
void bitmap_untake(struct bitmap *m, uint64_t first, uint32_t count);
/* bitmap_give - Committed blocks are given back; free after the next checkpoint. What is not committed, given back already or no block at all
 * stays as it is: only a wrong image asks for it. */
/*@ requires ok: bitmap_ok(m);
    assigns BITMAP_MOVED(m);
    ensures ok: bitmap_ok(m);
    ensures still: bitmap_still{Pre, Post}(m);
    ensures freed: \forall integer b; first <= b < first + count && b < m->blocks ==>
        block_state(m, b) == (block_state{Pre}(m, b) == BLOCK_USED ? BLOCK_FREED : block_state{Pre}(m, b));
    ensures others: block_others{Pre, Post}(m, first, first + count); */
void bitmap_give(struct bitmap *m, uint64_t first, uint32_t count);
/* bitmap_reclaim - A block that is in use though it is marked free or freed (repair). */
/*@ requires ok: bitmap_ok(m) && block < m->blocks;
    assigns BITMAP_MOVED(m);
    ensures ok: bitmap_ok(m);
    ensures still: bitmap_still{Pre, Post}(m);
    ensures used: block_state(m, block) == (block_state{Pre}(m, block) == BLOCK_RESERVED ? BLOCK_RESERVED : BLOCK_USED);
    ensures others: block_others{Pre, Post}(m, block, block + 1); */
void bitmap_reclaim(struct bitmap *m, uint64_t block);
/* bitmap_all - Do all of these blocks exist and have (or not have) this mark? */
/*@ requires ok: bitmap_ok(m) && mark < BITMAP_MARKS;
    assigns \nothing;
    ensures value: \result != 0 <==> first + count <= m->blocks && first < m->blocks
        && \forall integer b; first <= b < first + count ==> mark_of(m->mark[mark], b) == value; */
int bitmap_all(const struct bitmap *m, enum bitmap_mark mark, int value, uint64_t first, uint32_t count);
/* bitmap_release - The checkpoint is on disk: what was given back is free. */
/*@ requires ok: bitmap_ok(m);
    assigns BITMAP_MOVED(m);
    ensures ok: bitmap_ok(m);
    ensures still: bitmap_still{Pre, Post}(m);
    ensures free: \forall integer b; 0 <= b < 64 * m->words ==>
        block_state(m, b) == (block_state{Pre}(m, b) == BLOCK_FREED ? BLOCK_FREE : block_state{Pre}(m, b));
    ensures none: m->freed == 0; */
void bitmap_release(struct bitmap *m);
/* bitmap_fill - Every block is used, for want of better knowledge. */
/*@ requires ok: bitmap_ok(m);
    assigns BITMAP_MOVED(m);
    ensures ok: bitmap_ok(m);
    ensures still: bitmap_still{Pre, Post}(m);
    ensures used: \forall integer b; 0 <= b < 64 * m->words ==>
        block_state(m, b) == (block_state{Pre}(m, b) == BLOCK_FREE ? BLOCK_USED : block_state{Pre}(m, b)); */
void bitmap_fill(struct bitmap *m);
/* bitmap_page_make - A page as it is written: a bit for each of its blocks that is used and neither reserved nor freed, and for what is no block. */
/*@ requires ok: bitmap_ok(m) && page < m->pages && \valid(to + (0 .. 4095)) && \valid_read(uuid + (0 .. 15));
    requires apart: \separated(to + (0 .. 4095), uuid + (0 .. 15), m);
    assigns to[0 .. 4095];
    ensures tells: \forall integer i; 0 <= i < BITMAP_PAGE_WORDS ==> word_tells(m, page_word(to, i), page * BITMAP_PAGE_WORDS + i); */
void bitmap_page_make(const struct bitmap *m, uint64_t page, const uint8_t uuid[16], uint64_t generation, uint8_t *to);
/* bitmap_page_load - From a page that was read (any bytes): what it says is used, is. LFSX_CORRUPT: it is no such page. */
/*@ requires ok: bitmap_ok(m) && page < m->pages && \valid_read(from + (0 .. 4095)) && \valid_read(uuid + (0 .. 15)) && 0 <= zone <= 1;
    requires apart: \separated(from + (0 .. 4095), m, m->changed + (0 .. m->pages - 1));
    assigns m->free, m->mark[BITMAP_USED][0 .. m->words - 1], m->crc[zone][page], m->changed[page];
    ensures ok: bitmap_ok(m);
    ensures used: \forall integer b; 0 <= b < 64 * m->words ==> block_state(m, b) == block_state{Pre}(m, b) ||
      (block_state{Pre}(m, b) == BLOCK_FREE && block_state(m, b) == BLOCK_USED);
    ensures told: \result == LFSX_OK ==> \forall integer b; page * LFSX_BITMAP_PAGE_BITS <= b < (page + 1) * LFSX_BITMAP_PAGE_BITS &&
      b < m->blocks && bit_set(page_word(from, b / 64 - page * BITMAP_PAGE_WORDS), b % 64) ==> block_state(m, b) != BLOCK_FREE;
    ensures others: block_others{Pre, Post}(m, page * LFSX_BITMAP_PAGE_BITS, (page + 1) * LFSX_BITMAP_PAGE_BITS);
    ensures nothing: \result != LFSX_OK ==> block_others{Pre, Post}(m, 0, 0); */
lfsx_err_t bitmap_page_load(struct bitmap *m, uint64_t page, const uint8_t uuid[16], int zone, const uint8_t *from);
/* bitmap_crc - crc32c over the checksums of all pages of a zone. */
/*@ requires ok: bitmap_ok(m) && 0 <= zone <= 1;
    assigns \nothing; */
uint32_t bitmap_crc(const struct bitmap *m, int zone);
#endif
