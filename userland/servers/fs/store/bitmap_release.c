/* bitmap_release.c - marks of all blocks at once, whole words at a time. See bitmap.h.
 * Contracts that begin with a question mark are not proved yet and say nothing to a prover (docs/status.md). */
#include <store/bitmap_count.h>

/* word_release - The blocks of a word. */
/*? requires ok: bitmap_size(m) && bitmap_room(m) && bitmap_apart(m) && bitmap_states(m) && w < m->words;
    assigns m->mark[BITMAP_USED][w], m->mark[BITMAP_FREED][w];
    ensures free: \forall integer b; 64 * w <= b < 64 * w + 64 ==>
      block_state(m, b) == (block_state{Pre}(m, b) == BLOCK_FREED ? BLOCK_FREE : block_state{Pre}(m, b));
    ensures others: block_others{Pre, Post}(m, 64 * w, 64 * w + 64); */
static void word_release(struct bitmap *m, uint64_t w)
{
    m->mark[BITMAP_USED][w] = marks_without(m->mark[BITMAP_USED][w], m->mark[BITMAP_FREED][w]);
    m->mark[BITMAP_FREED][w] = marks_none();
}

/* words_release - The blocks of all. */
/*? requires ok: bitmap_size(m) && bitmap_room(m) && bitmap_apart(m) && bitmap_states(m);
    assigns m->mark[BITMAP_USED][0 .. m->words - 1], m->mark[BITMAP_FREED][0 .. m->words - 1];
    ensures free: \forall integer b; 0 <= b < 64 * m->words ==>
      block_state(m, b) == (block_state{Pre}(m, b) == BLOCK_FREED ? BLOCK_FREE : block_state{Pre}(m, b)); */
static void words_release(struct bitmap *m)
{
    /*@ loop invariant inside: 0 <= w <= m->words;
        loop invariant states: bitmap_states(m);
        loop invariant free: \forall integer b; 0 <= b < 64 * w ==>
          block_state(m, b) == (block_state{Pre}(m, b) == BLOCK_FREED ? BLOCK_FREE : block_state{Pre}(m, b));
        loop invariant others: block_others{Pre, Here}(m, 0, 64 * w);
        loop assigns w, m->mark[BITMAP_USED][0 .. \at(m->words, Pre) - 1], m->mark[BITMAP_FREED][0 .. \at(m->words, Pre) - 1];
        loop variant m->words - w; */
    for (uint64_t w = 0; w < m->words; w++) word_release(m, w);
}

/* counts_release - What was freed is free. */
/*? requires ok: bitmap_size(m) && bitmap_room(m) && bitmap_apart(m) && m->free <= m->blocks && m->freed <= m->blocks;
    assigns m->free, m->freed;
    ensures free: m->free == \old(m->free) + \old(m->freed) && m->freed == 0;
    ensures same: block_others{Pre, Post}(m, 0, 0); */
static void counts_release(struct bitmap *m)
{
    m->free += m->freed;
    m->freed = 0;
}

void bitmap_release(struct bitmap *m)
{
    //@ ghost count_none(m, m->blocks);
    if (m->freed == 0) return;
    counts_release(m);
    words_release(m);
    /*@ ghost
      /@ loop invariant inside: 0 <= i <= m->blocks;
         loop invariant free: block_count(m, BLOCK_FREE, i) == block_count{Pre}(m, BLOCK_FREE, i) + block_count{Pre}(m, BLOCK_FREED, i);
         loop invariant reserved: block_count(m, BLOCK_RESERVED, i) == block_count{Pre}(m, BLOCK_RESERVED, i);
         loop invariant freed: block_count(m, BLOCK_FREED, i) == 0;
         loop assigns i;
         loop variant m->blocks - i; @/
      for (uint64_t i = 0; i < m->blocks; i++) {
        /@ assert here: block_state(m, i) == (block_state{Pre}(m, i) == BLOCK_FREED ? BLOCK_FREE : block_state{Pre}(m, i)); @/
      } */
    //@ assert sizes: bitmap_size(m) && bitmap_room(m) && bitmap_apart(m);
    //@ assert states: bitmap_states(m) && bitmap_end(m);
    //@ assert counts: bitmap_counts(m);
}

/* words_fill - Every block is used. */
/*? requires ok: bitmap_size(m) && bitmap_room(m) && bitmap_apart(m) && bitmap_states(m);
    assigns m->mark[BITMAP_USED][0 .. m->words - 1];
    ensures used: \forall integer b; 0 <= b < 64 * m->words ==>
      block_state(m, b) == (block_state{Pre}(m, b) == BLOCK_FREE ? BLOCK_USED : block_state{Pre}(m, b)); */
static void words_fill(struct bitmap *m)
{
    /*@ loop invariant inside: 0 <= w <= m->words;
        loop invariant used: \forall integer b; 0 <= b < 64 * w ==>
          block_state(m, b) == (block_state{Pre}(m, b) == BLOCK_FREE ? BLOCK_USED : block_state{Pre}(m, b));
        loop invariant others: block_others{Pre, Here}(m, 0, 64 * w);
        loop assigns w, m->mark[BITMAP_USED][0 .. \at(m->words, Pre) - 1];
        loop variant m->words - w; */
    for (uint64_t w = 0; w < m->words; w++) m->mark[BITMAP_USED][w] = marks_all();
}

void bitmap_fill(struct bitmap *m)
{
    m->free = 0;
    words_fill(m);
    /*@ ghost
      /@ loop invariant inside: 0 <= i <= m->blocks;
         loop invariant free: block_count(m, BLOCK_FREE, i) == 0;
         loop invariant reserved: block_count(m, BLOCK_RESERVED, i) == block_count{Pre}(m, BLOCK_RESERVED, i);
         loop invariant freed: block_count(m, BLOCK_FREED, i) == block_count{Pre}(m, BLOCK_FREED, i);
         loop assigns i;
         loop variant m->blocks - i; @/
      for (uint64_t i = 0; i < m->blocks; i++) {
        /@ assert here: block_state(m, i) == (block_state{Pre}(m, i) == BLOCK_FREE ? BLOCK_USED : block_state{Pre}(m, i)); @/
      } */
    //@ assert sizes: bitmap_size(m) && bitmap_room(m) && bitmap_apart(m);
    //@ assert states: bitmap_states(m) && bitmap_end(m);
    //@ assert counts: bitmap_counts(m);
}
