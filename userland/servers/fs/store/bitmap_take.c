/* bitmap_take.c - free blocks are found and taken, and what was taken in vain is free again. See bitmap.h. */
#include <store/bitmap_move.h>

/* free_find - The first free block from `from` on, going round; blocks if there is none. */
/*@ requires ok: bitmap_ok(m) && from <= m->blocks;
    assigns \nothing;
    ensures range: \result <= m->blocks;
    ensures free: \result < m->blocks ==> block_state(m, \result) == BLOCK_FREE;
    ensures none: \result == m->blocks ==> \forall integer b; 0 <= b < m->blocks ==> block_state(m, b) != BLOCK_FREE; */
static uint64_t free_find(const struct bitmap *m, uint64_t from)
{
    uint64_t at = marks_find(m->mark[BITMAP_USED], from, m->blocks);
    if (at < m->blocks) return at;
    at = marks_find(m->mark[BITMAP_USED], 0, from);
    return at < from ? at : m->blocks;
}

/* free_end - Where the free blocks from first on end; at most `want` of them. */
/*@ requires ok: bitmap_ok(m) && first < m->blocks && want > 0;
    requires free: block_state(m, first) == BLOCK_FREE;
    assigns \nothing;
    ensures range: first < \result <= m->blocks && \result - first <= want;
    ensures free: \forall integer b; first <= b < \result ==> block_state(m, b) == BLOCK_FREE; */
static uint64_t free_end(const struct bitmap *m, uint64_t first, uint32_t want)
{
    uint64_t end = want < m->blocks - first ? first + want : m->blocks;
    return marks_run(m->mark[BITMAP_USED], first, end);
}

/* range_take - Free blocks are reserved. */
/*@ requires ok: bitmap_ok(m) && first <= end <= m->blocks;
    requires free: \forall integer b; first <= b < end ==> block_state(m, b) == BLOCK_FREE;
    assigns BITMAP_MOVED(m);
    ensures sizes: bitmap_sizes(m);
    ensures states: bitmap_states(m);
    ensures end: bitmap_end(m);
    ensures still: bitmap_still{Pre, Post}(m);
    ensures moved: blocks_moved{Pre, Post}(m, first, end, BLOCK_FREE, BLOCK_RESERVED); */
static inline void range_take(struct bitmap *m, uint64_t first, uint64_t end)
{
    used_set(m, first, end);
    reserved_set(m, first, end);
    counts_set(m, m->free - (end - first), m->reserved + (end - first), m->freed);
}

/* range_take_many, run_take - The same, apart from the path of one block, as most are: that needs no registers saved. */
/*@ requires ok: bitmap_ok(m) && first <= end <= m->blocks;
    requires free: \forall integer b; first <= b < end ==> block_state(m, b) == BLOCK_FREE;
    assigns BITMAP_MOVED(m);
    ensures sizes: bitmap_sizes(m);
    ensures states: bitmap_states(m);
    ensures end: bitmap_end(m);
    ensures still: bitmap_still{Pre, Post}(m);
    ensures moved: blocks_moved{Pre, Post}(m, first, end, BLOCK_FREE, BLOCK_RESERVED); */
static __attribute__((noinline)) void range_take_many(struct bitmap *m, uint64_t first, uint64_t end) { range_take(m, first, end); }
/*@ requires ok: bitmap_ok(m) && first <= end <= m->blocks;
    requires free: \forall integer b; first <= b < end ==> block_state(m, b) == BLOCK_FREE;
    assigns BITMAP_MOVED(m);
    ensures sizes: bitmap_sizes(m);
    ensures states: bitmap_states(m);
    ensures end: bitmap_end(m);
    ensures still: bitmap_still{Pre, Post}(m);
    ensures moved: blocks_moved{Pre, Post}(m, first, end, BLOCK_FREE, BLOCK_RESERVED); */
static inline void run_take(struct bitmap *m, uint64_t first, uint64_t end)
{
    if (end - first == 1) range_take(m, first, first + 1);
    else range_take_many(m, first, end);
}

/* taken_tell - Where they are, and where the next search begins. */
/*@ requires ok: bitmap_ok(m) && \valid(first) && \valid(count) && bitmap_apart_from(m, first) && \separated(first, count);
    assigns m->next, *first, *count;
    ensures sizes: bitmap_sizes(m);
    ensures states: bitmap_states(m);
    ensures end: bitmap_end(m);
    ensures still: bitmap_still{Pre, Post}(m);
    ensures answer: *first == at && *count == n;
    ensures same: block_others{Pre, Post}(m, 0, 0); */
static void taken_tell(struct bitmap *m, uint64_t at, uint32_t n, uint64_t *first, uint32_t *count)
{
    m->next = at + n;
    *first = at;
    *count = n;
}

lfsx_err_t bitmap_take(struct bitmap *m, uint64_t goal, uint32_t want, uint64_t *first, uint32_t *count)
{
    uint64_t at = free_find(m, goal > 0 && goal < m->blocks ? goal : m->next < m->blocks ? m->next : 0);
    if (at >= m->blocks || want == 0) return LFSX_SPACE;
    uint64_t end = free_end(m, at, want);
    taken_tell(m, at, (uint32_t)(end - at), first, count);
    run_take(m, at, end);
    return LFSX_OK;
}

void bitmap_untake(struct bitmap *m, uint64_t first, uint32_t count)
{
    uint64_t were = reserved_clear(m, first, first + count);
    used_clear(m, first, first + count);
    counts_set(m, m->free + count, m->reserved - were, m->freed);
    pages_note(m->changed, first, first + count);
}
