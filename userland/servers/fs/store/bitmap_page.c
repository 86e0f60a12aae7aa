/* bitmap_page.c - pages of the bitmap as they are on disk: made and loaded. See bitmap.h. */
#include <base/uuid.h>
#define PAGE_HIDDEN
#include <store/bitmap_page_word.h>
#include <store/page.h>

/* words_make - The bits of a page. */
/*@ requires ok: bitmap_ok(m) && page < m->pages && \valid(to + (0 .. 4095));
    assigns to[64 .. 4095];
    ensures tells: \forall integer i; 0 <= i < BITMAP_PAGE_WORDS ==> word_tells(m, page_word(to, i), page * BITMAP_PAGE_WORDS + i); */
static void words_make(const struct bitmap *m, uint64_t page, uint8_t *to)
{
    const uint64_t *used = m->mark[BITMAP_USED], *reserved = m->mark[BITMAP_RESERVED], *freed = m->mark[BITMAP_FREED];
    uint64_t words = m->words, first = page * BITMAP_PAGE_WORDS;
    /*@ loop invariant inside: 0 <= i <= BITMAP_PAGE_WORDS;
        loop invariant tells: \forall integer k; 0 <= k < i ==> word_tells(m, page_word(to, k), first + k);
        loop assigns i, to[64 .. 4095];
        loop variant BITMAP_PAGE_WORDS - i; */
    for (uint64_t i = 0; i < BITMAP_PAGE_WORDS; i++) {
        uint64_t v = word_written(used, reserved, freed, words, first + i);
        //@ assert tells: word_tells(m, v, first + i);
        word_put(to, i, v);
    }
}

/* head_make - All before the bits, but for the checksum. */
/*@ requires room: \valid(to + (0 .. 63)) && \valid_read(uuid + (0 .. 15)) && \separated(to + (0 .. 63), uuid + (0 .. 15));
    assigns to[0 .. 63];
    ensures index: le64_of(to + 32) == page;
    ensures generation: le64_of(to + 24) == generation; */
static void head_make(uint64_t page, const uint8_t *uuid, uint64_t generation, uint8_t *to)
{
    /*@ loop invariant inside: 0 <= i <= 64;
        loop assigns i, to[0 .. 63];
        loop variant 64 - i; */
    for (uint32_t i = 0; i < BITMAP_HEAD_BYTES; i++) to[i] = 0;
    bitmap_head_set_magic(to, 0x504d424cu);
    uuid_copy(to + BITMAP_HEAD_UUID_AT, uuid);
    bitmap_head_set_generation(to, generation);
    bitmap_head_set_index(to, page);
}

void bitmap_page_make(const struct bitmap *m, uint64_t page, const uint8_t uuid[16], uint64_t generation, uint8_t *to)
{
    head_make(page, uuid, generation, to);
    words_make(m, page, to);
    page_sum(to);
}

/* words_load - The bits of a page. */
/*@ requires ok: bitmap_ok(m) && page < m->pages && \valid_read(from + (0 .. 4095));
    assigns m->free, m->mark[BITMAP_USED][0 .. m->words - 1];
    ensures sizes: bitmap_sizes(m);
    ensures states: bitmap_states(m);
    ensures end: bitmap_end(m);
    ensures still: bitmap_still{Pre, Post}(m);
    ensures used: \forall integer b; 0 <= b < 64 * m->words ==> block_state(m, b) == block_state{Pre}(m, b) ||
      (block_state{Pre}(m, b) == BLOCK_FREE && block_state(m, b) == BLOCK_USED);
    ensures told: \forall integer b; page * LFSX_BITMAP_PAGE_BITS <= b < (page + 1) * LFSX_BITMAP_PAGE_BITS && b < m->blocks &&
      bit_set(page_word(from, b / 64 - page * BITMAP_PAGE_WORDS), b % 64) ==> block_state(m, b) != BLOCK_FREE;
    ensures others: block_others{Pre, Post}(m, page * LFSX_BITMAP_PAGE_BITS, (page + 1) * LFSX_BITMAP_PAGE_BITS); */
static void words_load(struct bitmap *m, uint64_t page, const uint8_t *from)
{
    uint64_t first = page * BITMAP_PAGE_WORDS;
    /*@ loop invariant sizes: bitmap_sizes(m);
        loop invariant states: bitmap_states(m);
        loop invariant end: bitmap_end(m);
        loop invariant inside: 0 <= i <= BITMAP_PAGE_WORDS;
        loop invariant still: bitmap_still{Pre, Here}(m);
        loop invariant used: \forall integer b; 0 <= b < 64 * m->words ==> block_state(m, b) == block_state{Pre}(m, b) ||
          (block_state{Pre}(m, b) == BLOCK_FREE && block_state(m, b) == BLOCK_USED);
        loop invariant told: \forall integer b; 64 * first <= b < 64 * (first + i) &&
          bit_set(page_word(from, b / 64 - first), b % 64) ==> block_state(m, b) != BLOCK_FREE;
        loop invariant others: block_others{Pre, Here}(m, 64 * first, 64 * (first + i));
        loop assigns i, m->free, m->mark[BITMAP_USED][0 .. \at(m->words, Pre) - 1];
        loop variant BITMAP_PAGE_WORDS - i; */
    for (uint64_t i = 0; i < BITMAP_PAGE_WORDS && first + i < m->words; i++) word_load(m, first + i, word_get(from, i));
}

lfsx_err_t bitmap_page_load(struct bitmap *m, uint64_t page, const uint8_t uuid[16], int zone, const uint8_t *from)
{
    if (!bitmap_page_check(from, page, uuid)) return LFSX_CORRUPT;
    page_note(m, page, zone, bitmap_head_crc(from));
    words_load(m, page, from);
    return LFSX_OK;
}
