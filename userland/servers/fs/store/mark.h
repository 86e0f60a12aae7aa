/* mark.h - bits in words, one for each block: block b is bit b % 64 of word b / 64. The only place that knows; everyone else says mark_of(m, b).
 * Does not know: how many blocks there are, what a mark means. */
#ifndef STORE_MARK_H
#define STORE_MARK_H
#include <base/bits.h>

/*@ logic integer mark_of{L}(uint64_t *m, integer b) = bit_of(m[b / 64], b % 64);
    // marks of all other blocks are as they were
    predicate marks_but{A, B}(uint64_t *m, integer b) = \forall integer k; 0 <= k && k != b ==> mark_of{B}(m, k) == mark_of{A}(m, k); */

/*@ requires room: \valid_read(m + b / 64);
    assigns \nothing;
    ensures value: \result == mark_of(m, b); */
static inline int mark_get(const uint64_t *m, uint64_t b) { return (int)(m[b / 64] >> b % 64 & 1); }
/*@ requires room: \valid(m + b / 64);
    assigns m[b / 64];
    ensures set: mark_of(m, b) == 1;
    ensures others: marks_but{Pre, Post}(m, b); */
static inline void mark_set(uint64_t *m, uint64_t b) { m[b / 64] |= 1ull << b % 64; }
/*@ requires room: \valid(m + b / 64);
    assigns m[b / 64];
    ensures clear: mark_of(m, b) == 0;
    ensures others: marks_but{Pre, Post}(m, b); */
static inline void mark_clear(uint64_t *m, uint64_t b) { m[b / 64] &= ~(1ull << b % 64); }
/* marks_without - A word of marks less those of another; marks_both - those of either. */
/*@ assigns \nothing;
    ensures value: \forall integer k; 0 <= k < 64 ==> (bit_set(\result, k) <==> bit_set(a, k) && !bit_set(b, k)); */
static inline uint64_t marks_without(uint64_t a, uint64_t b) { return a & ~b; }
/*@ assigns \nothing;
    ensures value: \forall integer k; 0 <= k < 64 ==> (bit_set(\result, k) <==> bit_set(a, k) || bit_set(b, k)); */
static inline uint64_t marks_both(uint64_t a, uint64_t b) { return a | b; }
/* marks_none, marks_all - A word of nothing else. */
/*@ assigns \nothing;
    ensures value: \forall integer k; 0 <= k < 64 ==> !bit_set(\result, k); */
static inline uint64_t marks_none(void) { return 0; }
/*@ assigns \nothing;
    ensures value: \forall integer k; 0 <= k < 64 ==> bit_set(\result, k); */
static inline uint64_t marks_all(void) { return ~marks_none(); }
/*@ assigns \nothing;
    ensures none: \result != 0 ==> \forall integer k; 0 <= k < 64 ==> !bit_set(v, k); */
static inline int marks_empty(uint64_t v) { return v == 0; }
/* marks_full - Is every bit of the word set? word_full - Of word w of these, so every block that it tells of? */
/*@ assigns \nothing;
    ensures full: \result != 0 ==> \forall integer k; 0 <= k < 64 ==> bit_set(v, k); */
static inline int marks_full(uint64_t v) { return marks_empty(marks_without(marks_all(), v)); }
/*@ requires room: \valid_read(m + w);
    assigns \nothing;
    ensures full: \result != 0 ==> \forall integer b; 64 * w <= b < 64 * w + 64 ==> mark_of(m, b) == 1; */
static inline int word_full(const uint64_t *m, uint64_t w) { return marks_full(m[w]); }
#endif
