/* bitmap_give.c - committed blocks are given back; they stay used until the next checkpoint. See bitmap.h. */
#include <store/bitmap_move.h>

/* range_give - Blocks of [first, end) are given back. */
/*@ requires ok: bitmap_ok(m) && first <= end <= m->blocks;
    assigns BITMAP_MOVED(m);
    ensures ok: bitmap_ok(m);
    ensures still: bitmap_still{Pre, Post}(m);
    ensures moved: blocks_moved{Pre, Post}(m, first, end, BLOCK_USED, BLOCK_FREED); */
static inline void range_give(struct bitmap *m, uint64_t first, uint64_t end)
{
    uint64_t n = freed_set(m, first, end);
    counts_set(m, m->free, m->reserved, m->freed + n);
    pages_note(m->changed, first, end);
}

/* range_give_many - The same, apart from the path of one block. */
/*@ requires ok: bitmap_ok(m) && first <= end <= m->blocks;
    assigns BITMAP_MOVED(m);
    ensures ok: bitmap_ok(m);
    ensures still: bitmap_still{Pre, Post}(m);
    ensures moved: blocks_moved{Pre, Post}(m, first, end, BLOCK_USED, BLOCK_FREED); */
static __attribute__((noinline)) void range_give_many(struct bitmap *m, uint64_t first, uint64_t end) { range_give(m, first, end); }

/* run_give - The same. */
/*@ requires ok: bitmap_ok(m) && first <= end <= m->blocks;
    assigns BITMAP_MOVED(m);
    ensures ok: bitmap_ok(m);
    ensures still: bitmap_still{Pre, Post}(m);
    ensures moved: blocks_moved{Pre, Post}(m, first, end, BLOCK_USED, BLOCK_FREED); */
static inline void run_give(struct bitmap *m, uint64_t first, uint64_t end)
{
    if (end - first == 1) range_give(m, first, first + 1);
    else range_give_many(m, first, end);
}

/* blocks_end - Where the blocks from first on end, of which there may be fewer than count. */
/*@ requires inside: first < blocks;
    assigns \nothing;
    ensures end: \result == (first + count < blocks ? first + count : blocks); */
static inline uint64_t blocks_end(uint64_t first, uint32_t count, uint64_t blocks) { return count < blocks - first ? first + count : blocks; }

void bitmap_give(struct bitmap *m, uint64_t first, uint32_t count)
{
    if (first < m->blocks) run_give(m, first, blocks_end(first, count, m->blocks));
}
