/* bitmap_ok.h - what holds of a bitmap between two calls, for contracts and proofs alone; part of bitmap.h. */
#ifndef STORE_BITMAP_OK_H
#define STORE_BITMAP_OK_H

/*@ // the state of a block: BLOCK_FREE, BLOCK_USED, BLOCK_RESERVED, BLOCK_FREED; bitmap_states says that there are no others
    logic integer block_state{L}(struct bitmap *m, integer b) =
      mark_of(m->mark[BITMAP_USED], b) + 2 * mark_of(m->mark[BITMAP_RESERVED], b) + 4 * mark_of(m->mark[BITMAP_FREED], b);
    // the sizes are what they were, and the rows where they were
    predicate bitmap_still{A, B}(struct bitmap *m) = \at(m->blocks, B) == \at(m->blocks, A) && \at(m->words, B) == \at(m->words, A) &&
      \at(m->pages, B) == \at(m->pages, A);
    // nothing moved but the blocks of [first, end)
    predicate block_others{A, B}(struct bitmap *m, integer first, integer end) =
      \forall integer b; 0 <= b < 64 * \at(m->words, A) && !(first <= b < end) ==> block_state{B}(m, b) == block_state{A}(m, b);

    // of [first, end), what was in state x is in state y; nothing else moved
    predicate blocks_moved{A, B}(struct bitmap *m, integer first, integer end, integer x, integer y) =
      \forall integer b; 0 <= b < 64 * \at(m->words, A) ==>
        block_state{B}(m, b) == (first <= b < end && block_state{A}(m, b) == x ? y : block_state{A}(m, b));

    predicate bitmap_size{L}(struct bitmap *m) = m->blocks <= 1099511627776 && m->words == (m->blocks + 63) / 64 && m->blocks <= 64 * m->words &&
      m->pages == (m->blocks + LFSX_BITMAP_PAGE_BITS - 1) / LFSX_BITMAP_PAGE_BITS;
    predicate bitmap_room{L}(struct bitmap *m) = \valid(m) && \valid(m->mark[BITMAP_USED] + (0 .. m->words - 1)) &&
      \valid(m->mark[BITMAP_RESERVED] + (0 .. m->words - 1)) && \valid(m->mark[BITMAP_FREED] + (0 .. m->words - 1)) &&
      \valid(m->changed + (0 .. m->pages - 1)) && \valid(m->crc[0] + (0 .. m->pages - 1)) && \valid(m->crc[1] + (0 .. m->pages - 1));
    predicate bitmap_apart{L}(struct bitmap *m) = \separated(m, m->mark[BITMAP_USED] + (0 .. m->words - 1),
      m->mark[BITMAP_RESERVED] + (0 .. m->words - 1), m->mark[BITMAP_FREED] + (0 .. m->words - 1)) &&
      \separated(m, m->changed + (0 .. m->pages - 1), m->crc[0] + (0 .. m->pages - 1), m->crc[1] + (0 .. m->pages - 1));
    predicate bitmap_states{L}(struct bitmap *m) = \forall integer b; 0 <= b < 64 * m->words ==>
      block_state(m, b) == BLOCK_FREE || block_state(m, b) == BLOCK_USED || block_state(m, b) == BLOCK_RESERVED || block_state(m, b) == BLOCK_FREED;
    predicate bitmap_end{L}(struct bitmap *m) = \forall integer b; m->blocks <= b < 64 * m->words ==> block_state(m, b) == BLOCK_USED;
    predicate bitmap_sizes{L}(struct bitmap *m) = bitmap_size(m) && bitmap_room(m) && bitmap_apart(m);
    predicate bitmap_ok{L}(struct bitmap *m) = bitmap_sizes(m) && bitmap_states(m) && bitmap_end(m); */
/* The i-th word of bits of a page; a unit that defines PAGE_HIDDEN does not know where it is, and is proved for any place. */
#ifdef PAGE_HIDDEN
/*@ axiomatic PageHidden { logic integer page_word{L}(uint8_t *b, integer i) reads b[64 + 8 * i .. 71 + 8 * i]; } */
#else
/*@ logic integer page_word{L}(uint8_t *b, integer i) = le64_of(b + (64 + 8 * i)); */
#endif
/*@ // what a word of a page says of the blocks of word w
    predicate word_tells{L}(struct bitmap *m, integer v, integer w) =
      \forall integer k; 0 <= k < 64 ==> (bit_set(v, k) <==> w >= m->words || block_state(m, 64 * w + k) == BLOCK_USED);
    // a place for an answer that is no part of the bitmap
    predicate bitmap_apart_from{L}(struct bitmap *m, uint64_t *p) = \separated(p, m, m->mark[BITMAP_USED] + (0 .. m->words - 1),
      m->mark[BITMAP_RESERVED] + (0 .. m->words - 1), m->mark[BITMAP_FREED] + (0 .. m->words - 1)); */
/* What moving blocks to another state writes. */
#define BITMAP_MOVED(m) m->free, m->reserved, m->freed, m->mark[BITMAP_USED][0 .. m->words - 1], m->mark[BITMAP_RESERVED][0 .. m->words - 1], \
  m->mark[BITMAP_FREED][0 .. m->words - 1], m->changed[0 .. m->pages - 1]
#endif
