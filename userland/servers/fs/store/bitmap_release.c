/* bitmap_release.c - marks of all blocks at once, whole words at a time. See bitmap.h. */
#include <store/bitmap_move.h>

/* freed_release - Freed blocks are free. */
/*@ requires ok: bitmap_ok(m);
    assigns m->mark[BITMAP_USED][0 .. m->words - 1], m->mark[BITMAP_FREED][0 .. m->words - 1];
    ensures sizes: bitmap_sizes(m);
    ensures states: bitmap_states(m);
    ensures end: bitmap_end(m);
    ensures still: bitmap_still{Pre, Post}(m);
    ensures moved: blocks_moved{Pre, Post}(m, 0, 64 * m->words, BLOCK_FREED, BLOCK_FREE); */
static void freed_release(struct bitmap *m) { marks_release(m->mark[BITMAP_USED], m->mark[BITMAP_FREED], m->words); }

void bitmap_release(struct bitmap *m)
{
    freed_release(m);
    counts_set(m, m->free + m->freed, m->reserved, 0);
}

/* used_fill - Free blocks are used. */
/*@ requires ok: bitmap_ok(m);
    assigns m->mark[BITMAP_USED][0 .. m->words - 1];
    ensures sizes: bitmap_sizes(m);
    ensures states: bitmap_states(m);
    ensures end: bitmap_end(m);
    ensures still: bitmap_still{Pre, Post}(m);
    ensures moved: blocks_moved{Pre, Post}(m, 0, 64 * m->words, BLOCK_FREE, BLOCK_USED); */
static void used_fill(struct bitmap *m) { marks_fill(m->mark[BITMAP_USED], m->words); }

void bitmap_fill(struct bitmap *m)
{
    used_fill(m);
    counts_set(m, 0, m->reserved, m->freed);
}
