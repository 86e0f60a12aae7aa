/* bitmap_page_word.h - a word of a page of the bitmap: told, and believed. Of store/bitmap_page.c.
 * Contracts that begin with a question mark are not proved yet and say nothing to a prover (docs/status.md). */
#ifndef STORE_BITMAP_PAGE_WORD_H
#define STORE_BITMAP_PAGE_WORD_H
#include <store/bitmap_count.h>

/* word_written - What the disk is told of the blocks of a word: used, and neither reserved nor freed. */
/*? requires ok: bitmap_ok(m);
    assigns \nothing;
    ensures tells: word_tells(m, \result, w); */
static inline uint64_t word_written(const struct bitmap *m, uint64_t w)
{
    if (w >= m->words) return marks_all();
    return marks_without(marks_without(m->mark[BITMAP_USED][w], m->mark[BITMAP_RESERVED][w]), m->mark[BITMAP_FREED][w]);
}

/* word_load - Blocks of a word that were read as used are used; the others are what they were. */
/*? requires ok: bitmap_ok(m) && w < m->words;
    assigns m->free, m->mark[BITMAP_USED][0 .. m->words - 1];
    ensures ok: bitmap_ok(m) && bitmap_still{Pre, Post}(m);
    ensures used: \forall integer b; 64 * w <= b < 64 * w + 64 ==>
      block_state(m, b) == (block_state{Pre}(m, b) == BLOCK_FREE && bit_set(v, b % 64) ? BLOCK_USED : block_state{Pre}(m, b));
    ensures others: block_others{Pre, Post}(m, 64 * w, 64 * w + 64); */
static inline void word_load(struct bitmap *m, uint64_t w, uint64_t v)
{
    uint64_t more = marks_without(v, m->mark[BITMAP_USED][w]);
    //@ ghost count_none(m, m->blocks);
    m->free -= bits_count(more);
    m->mark[BITMAP_USED][w] = marks_both(m->mark[BITMAP_USED][w], v);
    /*@ ghost
      /@ loop invariant inside: 0 <= i <= m->blocks;
         loop invariant free: block_count(m, BLOCK_FREE, i) == block_count{Pre}(m, BLOCK_FREE, i) - bits_of(more, i - 64 * w);
         loop invariant reserved: block_count(m, BLOCK_RESERVED, i) == block_count{Pre}(m, BLOCK_RESERVED, i);
         loop invariant freed: block_count(m, BLOCK_FREED, i) == block_count{Pre}(m, BLOCK_FREED, i);
         loop invariant range: 0 <= block_count(m, BLOCK_FREE, i);
         loop assigns i;
         loop variant m->blocks - i; @/
      for (uint64_t i = 0; i < m->blocks && i < 64 * w + 64; i++) ; */
    /*@ ghost
      /@ loop invariant inside: m->blocks <= i <= 64 * w + 64;
         loop invariant none: bits_of(more, i - 64 * w) == bits_of(more, m->blocks - 64 * w);
         loop assigns i;
         loop variant 64 * w + 64 - i; @/
      for (uint64_t i = m->blocks; i < 64 * w + 64; i++) ; */
    //@ assert sizes: bitmap_size(m) && bitmap_room(m) && bitmap_apart(m);
    //@ assert states: bitmap_states(m) && bitmap_end(m);
    //@ assert counts: bitmap_counts(m);
}

/* page_note - The zone has this page in its present state, the other has not. */
/*? requires ok: bitmap_ok(m) && page < m->pages && 0 <= zone <= 1;
    assigns m->crc[zone][page], m->changed[page];
    ensures ok: bitmap_ok(m);
    ensures note: m->crc[zone][page] == crc && m->changed[page] == (zone == 1 ? 1 : 2); */
static inline void page_note(struct bitmap *m, uint64_t page, int zone, uint32_t crc)
{
    m->crc[zone][page] = crc;
    m->changed[page] = zone ? 1 : 2;
}
#endif
