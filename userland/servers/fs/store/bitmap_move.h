/* bitmap_move.h - neighbouring blocks go from one state to another, a row of marks at a time; and the counts beside them. Of store/bitmap*.c.
 * Each answers how many blocks moved. Does not know: which moves make a change that anyone asked for. */
#ifndef STORE_BITMAP_MOVE_H
#define STORE_BITMAP_MOVE_H
#include <store/bitmap.h>
#include <store/marks_free.h>

/* used_set - Free blocks are used. */
/*@ requires ok: bitmap_ok(m) && first <= end <= m->blocks;
    assigns m->mark[BITMAP_USED][0 .. m->words - 1];
    ensures sizes: bitmap_sizes(m);
    ensures states: bitmap_states(m);
    ensures end: bitmap_end(m);
    ensures still: bitmap_still{Pre, Post}(m);
    ensures moved: blocks_moved{Pre, Post}(m, first, end, BLOCK_FREE, BLOCK_USED); */
static inline uint64_t used_set(struct bitmap *m, uint64_t first, uint64_t end)
{
    uint64_t n = marks_set(m->mark[BITMAP_USED], first, end);
    //@ assert moved: blocks_moved{Pre, Here}(m, first, end, BLOCK_FREE, BLOCK_USED);
    return n;
}
/* used_clear - Used blocks are free. */
/*@ requires ok: bitmap_ok(m) && first <= end <= m->blocks;
    requires were: \forall integer b; first <= b < end ==> block_state(m, b) == BLOCK_USED;
    assigns m->mark[BITMAP_USED][0 .. m->words - 1];
    ensures sizes: bitmap_sizes(m);
    ensures states: bitmap_states(m);
    ensures end: bitmap_end(m);
    ensures still: bitmap_still{Pre, Post}(m);
    ensures moved: blocks_moved{Pre, Post}(m, first, end, BLOCK_USED, BLOCK_FREE); */
static inline uint64_t used_clear(struct bitmap *m, uint64_t first, uint64_t end)
{
    uint64_t n = marks_clear(m->mark[BITMAP_USED], first, end);
    //@ assert moved: blocks_moved{Pre, Here}(m, first, end, BLOCK_USED, BLOCK_FREE);
    return n;
}
/* reserved_set - Used blocks are reserved. */
/*@ requires ok: bitmap_ok(m) && first <= end <= m->blocks;
    requires were: \forall integer b; first <= b < end ==> block_state(m, b) == BLOCK_USED;
    assigns m->mark[BITMAP_RESERVED][0 .. m->words - 1];
    ensures sizes: bitmap_sizes(m);
    ensures states: bitmap_states(m);
    ensures end: bitmap_end(m);
    ensures still: bitmap_still{Pre, Post}(m);
    ensures moved: blocks_moved{Pre, Post}(m, first, end, BLOCK_USED, BLOCK_RESERVED); */
static inline uint64_t reserved_set(struct bitmap *m, uint64_t first, uint64_t end)
{
    uint64_t n = marks_set(m->mark[BITMAP_RESERVED], first, end);
    //@ assert moved: blocks_moved{Pre, Here}(m, first, end, BLOCK_USED, BLOCK_RESERVED);
    return n;
}
/* reserved_clear - Reserved blocks are used. */
/*@ requires ok: bitmap_ok(m) && first <= end <= m->blocks;
    assigns m->mark[BITMAP_RESERVED][0 .. m->words - 1];
    ensures sizes: bitmap_sizes(m);
    ensures states: bitmap_states(m);
    ensures end: bitmap_end(m);
    ensures still: bitmap_still{Pre, Post}(m);
    ensures moved: blocks_moved{Pre, Post}(m, first, end, BLOCK_RESERVED, BLOCK_USED); */
static inline uint64_t reserved_clear(struct bitmap *m, uint64_t first, uint64_t end)
{
    uint64_t n = marks_clear(m->mark[BITMAP_RESERVED], first, end);
    //@ assert moved: blocks_moved{Pre, Here}(m, first, end, BLOCK_RESERVED, BLOCK_USED);
    return n;
}
/* freed_set - Used blocks are freed. */
/*@ requires ok: bitmap_ok(m) && first <= end <= m->blocks;
    assigns m->mark[BITMAP_FREED][0 .. m->words - 1];
    ensures sizes: bitmap_sizes(m);
    ensures states: bitmap_states(m);
    ensures end: bitmap_end(m);
    ensures still: bitmap_still{Pre, Post}(m);
    ensures moved: blocks_moved{Pre, Post}(m, first, end, BLOCK_USED, BLOCK_FREED); */
static inline uint64_t freed_set(struct bitmap *m, uint64_t first, uint64_t end)
{
    uint64_t n = marks_give(m->mark[BITMAP_USED], m->mark[BITMAP_RESERVED], m->mark[BITMAP_FREED], first, end);
    //@ assert moved: blocks_moved{Pre, Here}(m, first, end, BLOCK_USED, BLOCK_FREED);
    return n;
}
/* freed_clear - Freed blocks are used. */
/*@ requires ok: bitmap_ok(m) && first <= end <= m->blocks;
    assigns m->mark[BITMAP_FREED][0 .. m->words - 1];
    ensures sizes: bitmap_sizes(m);
    ensures states: bitmap_states(m);
    ensures end: bitmap_end(m);
    ensures still: bitmap_still{Pre, Post}(m);
    ensures moved: blocks_moved{Pre, Post}(m, first, end, BLOCK_FREED, BLOCK_USED); */
static inline uint64_t freed_clear(struct bitmap *m, uint64_t first, uint64_t end)
{
    uint64_t n = marks_clear(m->mark[BITMAP_FREED], first, end);
    //@ assert moved: blocks_moved{Pre, Here}(m, first, end, BLOCK_FREED, BLOCK_USED);
    return n;
}

/* counts_set - Other counts; no block moves. */
/*@ requires ok: bitmap_ok(m);
    assigns m->free, m->reserved, m->freed;
    ensures sizes: bitmap_sizes(m);
    ensures states: bitmap_states(m);
    ensures end: bitmap_end(m);
    ensures still: bitmap_still{Pre, Post}(m);
    ensures counts: m->free == free && m->reserved == reserved && m->freed == freed;
    ensures same: block_others{Pre, Post}(m, 0, 0); */
static inline void counts_set(struct bitmap *m, uint64_t free, uint64_t reserved, uint64_t freed)
{
    m->free = free;
    m->reserved = reserved;
    m->freed = freed;
    //@ assert same: block_others{Pre, Here}(m, 0, 0);
}

/* pages_note - The pages that tell of these blocks are no longer what the disk has. */
/*@ requires room: first <= end <= 1099511627776 && \valid(changed + (0 .. (end + LFSX_BITMAP_PAGE_BITS - 1) / LFSX_BITMAP_PAGE_BITS - 1));
    assigns changed[0 .. (end + LFSX_BITMAP_PAGE_BITS - 1) / LFSX_BITMAP_PAGE_BITS - 1];
    ensures changed: \forall integer p; first < end && first / LFSX_BITMAP_PAGE_BITS <= p <= (end - 1) / LFSX_BITMAP_PAGE_BITS ==> changed[p] == 3; */
static inline void pages_note(uint8_t *changed, uint64_t first, uint64_t end)
{
    if (first == end) return;
    uint64_t last = (end - 1) / LFSX_BITMAP_PAGE_BITS;
    /*@ loop invariant inside: first / LFSX_BITMAP_PAGE_BITS <= p <= last + 1;
        loop invariant changed: \forall integer k; first / LFSX_BITMAP_PAGE_BITS <= k < p ==> changed[k] == 3;
        loop assigns p, changed[0 .. last];
        loop variant last + 1 - p; */
    for (uint64_t p = first / LFSX_BITMAP_PAGE_BITS; p <= last; p++) changed[p] = 3;
}
#endif
