/* bitmap_word.h - what a block is, what a word of blocks is; and an answer is told. Of store/bitmap*.c.
 * Contracts that begin with a question mark are not proved yet and say nothing to a prover (docs/status.md). */
#ifndef STORE_BITMAP_WORD_H
#define STORE_BITMAP_WORD_H
#include <store/bitmap.h>

/* block_is_used, block_is_reserved, block_is_freed - Its marks. */
/*? requires ok: bitmap_ok(m) && b < m->blocks;
    assigns \nothing;
    ensures value: \result != 0 <==> block_state(m, b) != BLOCK_FREE;
    ensures state: is_state(block_state(m, b)); */
static inline int block_is_used(const struct bitmap *m, uint64_t b) { return mark_get(m->mark[BITMAP_USED], b); }
/*? requires ok: bitmap_ok(m) && b < m->blocks;
    assigns \nothing;
    ensures value: \result != 0 <==> block_state(m, b) == BLOCK_RESERVED;
    ensures state: is_state(block_state(m, b)); */
static inline int block_is_reserved(const struct bitmap *m, uint64_t b) { return mark_get(m->mark[BITMAP_RESERVED], b); }
/*? requires ok: bitmap_ok(m) && b < m->blocks;
    assigns \nothing;
    ensures value: \result != 0 <==> block_state(m, b) == BLOCK_FREED;
    ensures state: is_state(block_state(m, b)); */
static inline int block_is_freed(const struct bitmap *m, uint64_t b) { return mark_get(m->mark[BITMAP_FREED], b); }
/* word_is_used - All blocks of a word. */
/*? requires ok: bitmap_ok(m) && w < m->words;
    assigns \nothing;
    ensures used: \result != 0 ==> \forall integer b; 64 * w <= b < 64 * w + 64 ==> block_state(m, b) != BLOCK_FREE; */
static inline int word_is_used(const struct bitmap *m, uint64_t w) { return word_full(m->mark[BITMAP_USED], w); }

/* taken_tell - Where they are, and where the next search begins. */
/*? requires ok: bitmap_ok(m) && \valid(first) && \valid(count) && bitmap_apart_from(m, first) && \separated(first, count);
    assigns m->next, *first, *count;
    ensures ok: bitmap_ok(m);
    ensures still: bitmap_still{Pre, Post}(m);
    ensures answer: *first == at && *count == n;
    ensures others: block_others{Pre, Post}(m, 0, 0); */
static inline void taken_tell(struct bitmap *m, uint64_t at, uint32_t n, uint64_t *first, uint32_t *count)
{
    m->next = at + n;
    *first = at;
    *count = n;
    /*@ ghost
      /@ loop invariant inside: 0 <= i <= m->blocks;
         loop invariant same: block_count(m, BLOCK_FREE, i) == block_count{Pre}(m, BLOCK_FREE, i) &&
           block_count(m, BLOCK_RESERVED, i) == block_count{Pre}(m, BLOCK_RESERVED, i) &&
           block_count(m, BLOCK_FREED, i) == block_count{Pre}(m, BLOCK_FREED, i);
         loop assigns i;
         loop variant m->blocks - i; @/
      for (uint64_t i = 0; i < m->blocks; i++) ; */
    //@ assert same: block_others{Pre, Here}(m, 0, 0);
    //@ assert sizes: bitmap_size(m) && bitmap_room(m) && bitmap_apart(m);
    //@ assert states: bitmap_states(m);
    //@ assert end: bitmap_end(m);
    //@ assert counts: bitmap_counts(m);
}
#endif
