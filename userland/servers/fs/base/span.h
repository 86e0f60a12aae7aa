/* span.h - claims: ranges of marks in a row of SPAN_WORDS words are taken one after the other, a word at a time, and whoever claims what is taken is told so.
 * Does not know: what is claimed. */
#ifndef BASE_SPAN_H
#define BASE_SPAN_H
#include <base/mark.h>

enum { SPAN_WORDS = 64, SPAN_MARKS = 64 * SPAN_WORDS };

/*@ // below[n] has the lowest n bits
    predicate span_below(uint64_t *below, integer n) = \forall integer h, k; 0 <= h <= n && 0 <= k < 64 ==> (bit_set(below[h], k) <==> k < h);
    // what was marked still is
    predicate span_kept{A, B}(uint64_t *m) = \forall integer p; 0 <= p < 4096 && mark_of{A}(m, p) == 1 ==> mark_of{B}(m, p) == 1; */

/* span_begin - The table that words of a claim are made from. */
/*@ requires room: \valid(below + (0 .. 64));
    assigns below[0 .. 64];
    ensures below: span_below(below, 64); */
static inline void span_begin(uint64_t *below)
{
    below[0] = marks_none();
    /*@ loop invariant inside: 0 <= h <= 64;
        loop invariant below: span_below(below, h);
        loop assigns h, below[1 .. 64];
        loop variant 64 - h; */
    for (uint32_t h = 0; h < 64; h++) below[h + 1] = marks_with(below[h], h);
}

/* span_word - The bits [lo, hi) of a word. */
/*@ requires table: \valid_read(below + (0 .. 64)) && span_below(below, 64);
    requires range: lo <= hi <= 64;
    assigns \nothing;
    ensures value: \forall integer k; 0 <= k < 64 ==> (bit_set(\result, k) <==> lo <= k < hi); */
static inline uint64_t span_word(const uint64_t *below, uint32_t lo, uint32_t hi) { return marks_without(below[hi], below[lo]); }

/* word_claim - The marks [first, end) of word w are set if none was; 0 if one was. */
/*@ requires table: \valid_read(below + (0 .. 64)) && span_below(below, 64);
    requires room: w < SPAN_WORDS && \valid(m + w) && \separated(m + w, below + (0 .. 64));
    requires range: 64 * w <= first <= end <= 64 * w + 64;
    assigns m[w];
    ensures free: \result != 0 ==> \forall integer p; first <= p < end ==> mark_of{Pre}(m, p) == 0;
    ensures set: \result != 0 ==> \forall integer p; 64 * w <= p < 64 * w + 64 ==>
      mark_of(m, p) == (first <= p < end ? 1 : mark_of{Pre}(m, p)); */
static inline int word_claim(uint64_t *m, const uint64_t *below, uint32_t w, uint32_t first, uint32_t end)
{
    uint64_t span = span_word(below, first - 64 * w, end - 64 * w);
    if (!marks_empty(marks_common(m[w], span))) return 0;
    m[w] = marks_both(m[w], span);
    return 1;
}

/* span_claim - The marks [first, end) are set if none was; 0 if one was, and then some may be set. */
/*@ requires table: \valid_read(below + (0 .. 64)) && span_below(below, 64);
    requires room: \valid(m + (0 .. SPAN_WORDS - 1)) && \separated(m + (0 .. SPAN_WORDS - 1), below + (0 .. 64));
    requires range: first < end <= SPAN_MARKS;
    assigns m[0 .. SPAN_WORDS - 1];
    ensures free: \result != 0 ==> \forall integer p; first <= p < end ==> mark_of{Pre}(m, p) == 0;
    ensures set: \result != 0 ==> \forall integer p; first <= p < end ==> mark_of(m, p) == 1;
    ensures kept: \result != 0 ==> span_kept{Pre, Post}(m); */
static inline int span_claim(uint64_t *m, const uint64_t *below, uint32_t first, uint32_t end)
{
    uint32_t at = first;
    /*@ loop invariant inside: first <= at <= end;
        loop invariant begun: at == first || at == end || at % 64 == 0;
        loop invariant free: \forall integer p; first <= p < at ==> mark_of{Pre}(m, p) == 0;
        loop invariant marks: \forall integer p; 0 <= p < 4096 ==> mark_of(m, p) == (first <= p < at ? 1 : mark_of{Pre}(m, p));
        loop assigns at, m[0 .. SPAN_WORDS - 1];
        loop variant end - at; */
    while (at < end) {
        uint32_t w = at / 64, to = end - 64 * w < 64 ? end : 64 * w + 64;
        if (!word_claim(m, below, w, at, to)) return 0;
        at = to;
    }
    return 1;
}
#endif
