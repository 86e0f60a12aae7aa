/* bitmap_keep.c - blocks that were taken are committed, or found in use. See bitmap.h. */
#include <store/bitmap_move.h>

/* range_keep - Blocks of [first, end) are committed. */
/*@ requires ok: bitmap_ok(m) && first <= end <= m->blocks;
    requires were: \forall integer b; first <= b < end ==> block_state(m, b) != BLOCK_FREED;
    assigns BITMAP_MOVED(m);
    ensures ok: bitmap_ok(m);
    ensures still: bitmap_still{Pre, Post}(m);
    ensures kept: \forall integer b; first <= b < end ==> block_state(m, b) == BLOCK_USED;
    ensures others: block_others{Pre, Post}(m, first, end); */
static inline void range_keep(struct bitmap *m, uint64_t first, uint64_t end)
{
    uint64_t were = reserved_clear(m, first, end);
    uint64_t more = used_set(m, first, end);
    counts_set(m, m->free - more, m->reserved - were, m->freed);
    pages_note(m->changed, first, end);
}

/* range_keep_many - The same, apart from the path of one block. */
/*@ requires ok: bitmap_ok(m) && first <= end <= m->blocks;
    requires were: \forall integer b; first <= b < end ==> block_state(m, b) != BLOCK_FREED;
    assigns BITMAP_MOVED(m);
    ensures ok: bitmap_ok(m);
    ensures still: bitmap_still{Pre, Post}(m);
    ensures kept: \forall integer b; first <= b < end ==> block_state(m, b) == BLOCK_USED;
    ensures others: block_others{Pre, Post}(m, first, end); */
static __attribute__((noinline)) void range_keep_many(struct bitmap *m, uint64_t first, uint64_t end) { range_keep(m, first, end); }

void bitmap_keep(struct bitmap *m, uint64_t first, uint32_t count)
{
    if (count == 1) range_keep(m, first, first + 1);
    else range_keep_many(m, first, first + count);
}

void bitmap_reclaim(struct bitmap *m, uint64_t block)
{
    uint64_t more = used_set(m, block, block + 1);
    uint64_t were = freed_clear(m, block, block + 1);
    counts_set(m, m->free - more, m->reserved, m->freed - were);
    pages_note(m->changed, block, block + 1);
}
