/* bitmap_page_word.h - a word of a page of the bitmap: told, and believed. Of store/bitmap_page.c. */
#ifndef STORE_BITMAP_PAGE_WORD_H
#define STORE_BITMAP_PAGE_WORD_H
#include <base/bits.h>
#include <base/crc32c.h>
#include <store/bitmap.h>

/* word_written - What the disk is told of the blocks of word w: used, and neither reserved nor freed; no block, used. */
/*@ requires room: w < words ==> \valid_read(used + w) && \valid_read(reserved + w) && \valid_read(freed + w);
    assigns \nothing;
    ensures tells: \forall integer k; 0 <= k < 64 ==> (bit_set(\result, k) <==> w >= words ||
      (mark_of(used, 64 * w + k) == 1 && mark_of(reserved, 64 * w + k) == 0 && mark_of(freed, 64 * w + k) == 0)); */
static inline uint64_t word_written(const uint64_t *used, const uint64_t *reserved, const uint64_t *freed, uint64_t words, uint64_t w)
{
    if (w >= words) return marks_all();
    return marks_without(marks_without(used[w], reserved[w]), freed[w]);
}

/* word_get - The i-th word of a page. */
/*@ requires room: i < BITMAP_PAGE_WORDS && \valid_read(from + (0 .. 4095));
    assigns \nothing;
    ensures value: \result == page_word(from, i); */
static inline uint64_t word_get(const uint8_t *from, uint64_t i) { return le64(from + BITMAP_HEAD_BYTES + i * 8); }

/* word_put - The i-th word of a page; all other words are what they were. */
/*@ requires room: i < BITMAP_PAGE_WORDS && \valid(to + (0 .. 4095));
    assigns to[64 + 8 * i .. 71 + 8 * i];
    ensures is: page_word(to, i) == v;
    ensures others: \forall integer k; 0 <= k < BITMAP_PAGE_WORDS && k != i ==> page_word(to, k) == page_word{Pre}(to, k); */
static inline void word_put(uint8_t *to, uint64_t i, uint64_t v) { le64_put(to + BITMAP_HEAD_BYTES + i * 8, v); }

/* page_sum - The checksum of a page; its words are what they were. */
/*@ requires room: \valid(to + (0 .. 4095));
    assigns to[0 .. 63];
    ensures words: \forall integer k; 0 <= k < BITMAP_PAGE_WORDS ==> page_word(to, k) == page_word{Pre}(to, k); */
static inline void page_sum(uint8_t *to) { bitmap_head_set_crc(to, crc32c_block(to, 4)); }

/* word_join - Marks of a word are set. */
/*@ requires room: \valid(m + w);
    assigns m[w];
    ensures set: \forall integer k; 64 * w <= k < 64 * w + 64 ==> mark_of(m, k) == (bit_of(v, k % 64) == 1 ? 1 : mark_of{Pre}(m, k)); */
static inline void word_join(uint64_t *m, uint64_t w, uint64_t v) { m[w] = marks_both(m[w], v); }

/* free_less - So many fewer are free; no block moves. */
/*@ requires ok: bitmap_ok(m);
    assigns m->free;
    ensures sizes: bitmap_sizes(m);
    ensures states: bitmap_states(m);
    ensures end: bitmap_end(m);
    ensures still: bitmap_still{Pre, Post}(m);
    ensures same: block_others{Pre, Post}(m, 0, 0); */
static inline void free_less(struct bitmap *m, uint64_t n) { m->free -= n; }

/* word_use - Free blocks of a word that were read as used are used. */
/*@ requires ok: bitmap_ok(m) && w < m->words;
    assigns m->mark[BITMAP_USED][w];
    ensures sizes: bitmap_sizes(m);
    ensures states: bitmap_states(m);
    ensures end: bitmap_end(m);
    ensures still: bitmap_still{Pre, Post}(m);
    ensures used: \forall integer b; 64 * w <= b < 64 * w + 64 ==>
      block_state(m, b) == (block_state{Pre}(m, b) == BLOCK_FREE && bit_of(v, b % 64) == 1 ? BLOCK_USED : block_state{Pre}(m, b));
    ensures others: block_others{Pre, Post}(m, 64 * w, 64 * w + 64); */
static inline void word_use(struct bitmap *m, uint64_t w, uint64_t v) { word_join(m->mark[BITMAP_USED], w, v); }

/* word_load - The same, counted. */
/*@ requires ok: bitmap_ok(m) && w < m->words;
    assigns m->free, m->mark[BITMAP_USED][0 .. m->words - 1];
    ensures sizes: bitmap_sizes(m);
    ensures states: bitmap_states(m);
    ensures end: bitmap_end(m);
    ensures still: bitmap_still{Pre, Post}(m);
    ensures used: \forall integer b; 64 * w <= b < 64 * w + 64 ==>
      block_state(m, b) == (block_state{Pre}(m, b) == BLOCK_FREE && bit_of(v, b % 64) == 1 ? BLOCK_USED : block_state{Pre}(m, b));
    ensures others: block_others{Pre, Post}(m, 64 * w, 64 * w + 64); */
static inline void word_load(struct bitmap *m, uint64_t w, uint64_t v)
{
    uint64_t more = marks_without(v, m->mark[BITMAP_USED][w]);
    free_less(m, bits_count(more));
    word_use(m, w, v);
}

/* page_note - The zone has this page in its present state, the other has not. */
/*@ requires ok: bitmap_ok(m) && page < m->pages && 0 <= zone <= 1;
    assigns m->crc[zone][page], m->changed[page];
    ensures sizes: bitmap_sizes(m);
    ensures states: bitmap_states(m);
    ensures end: bitmap_end(m);
    ensures still: bitmap_still{Pre, Post}(m);
    ensures same: block_others{Pre, Post}(m, 0, 0); */
static inline void page_note(struct bitmap *m, uint64_t page, int zone, uint32_t crc)
{
    m->crc[zone][page] = crc;
    m->changed[page] = zone ? 1 : 2;
}
#endif
