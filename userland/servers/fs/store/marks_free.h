/* marks_free.h - deferred free, over three rows of words: a used block becomes freed too, and one day what is freed is neither.
 * Does not know: when. */
#ifndef STORE_MARKS_FREE_H
#define STORE_MARKS_FREE_H
#include <store/marks.h>

/* marks_give - Those of [first, end) that are used alone are freed too; how many. */
/*@ requires room: first <= end <= 1099511627776 && \valid_read(used + (0 .. (end + 63) / 64 - 1)) &&
      \valid_read(reserved + (0 .. (end + 63) / 64 - 1)) && \valid(freed + (0 .. (end + 63) / 64 - 1));
    requires apart: \separated(freed + (0 .. (end + 63) / 64 - 1), used + (0 .. (end + 63) / 64 - 1), reserved + (0 .. (end + 63) / 64 - 1));
    assigns freed[0 .. (end + 63) / 64 - 1];
    ensures freed: \forall integer k; 0 <= k ==> mark_of(freed, k) ==
      (first <= k < end && mark_of(used, k) == 1 && mark_of(reserved, k) == 0 ? 1 : mark_of{Pre}(freed, k));
    ensures many: \result <= end - first; */
static inline uint64_t marks_give(const uint64_t *used, const uint64_t *reserved, uint64_t *freed, uint64_t first, uint64_t end)
{
    uint64_t n = 0;
    /*@ loop invariant inside: first <= b <= end && 0 <= n <= b - first;
        loop invariant freed: \forall integer k; 0 <= k ==> mark_of(freed, k) ==
          (first <= k < b && mark_of(used, k) == 1 && mark_of(reserved, k) == 0 ? 1 : mark_of{Pre}(freed, k));
        loop assigns b, n, freed[0 .. (end + 63) / 64 - 1];
        loop variant end - b; */
    for (uint64_t b = first; b < end; b++) {
        if (!mark_get(used, b) || mark_get(reserved, b) || mark_get(freed, b)) continue;
        mark_set(freed, b);
        n++;
    }
    return n;
}

/* word_release - What is freed in word w is no longer used, and no longer freed. */
/*@ requires room: \valid(used + w) && \valid(freed + w) && \separated(used + w, freed + w);
    assigns used[w], freed[w];
    ensures used: \forall integer k; 64 * w <= k < 64 * w + 64 ==> mark_of(used, k) == (mark_of{Pre}(freed, k) == 1 ? 0 : mark_of{Pre}(used, k));
    ensures freed: \forall integer k; 64 * w <= k < 64 * w + 64 ==> mark_of(freed, k) == 0; */
static inline void word_release(uint64_t *used, uint64_t *freed, uint64_t w)
{
    used[w] = marks_without(used[w], freed[w]);
    freed[w] = marks_none();
}

/* marks_release - The same of all words. */
/*@ requires room: words <= 17179869184 && \valid(used + (0 .. words - 1)) && \valid(freed + (0 .. words - 1));
    requires apart: \separated(used + (0 .. words - 1), freed + (0 .. words - 1));
    assigns used[0 .. words - 1], freed[0 .. words - 1];
    ensures used: \forall integer k; 0 <= k < 64 * words ==> mark_of(used, k) == (mark_of{Pre}(freed, k) == 1 ? 0 : mark_of{Pre}(used, k));
    ensures freed: \forall integer k; 0 <= k < 64 * words ==> mark_of(freed, k) == 0; */
static inline void marks_release(uint64_t *used, uint64_t *freed, uint64_t words)
{
    /*@ loop invariant inside: 0 <= w <= words;
        loop invariant used: \forall integer k; 0 <= k < 64 * words ==>
          mark_of(used, k) == (k < 64 * w && mark_of{Pre}(freed, k) == 1 ? 0 : mark_of{Pre}(used, k));
        loop invariant freed: \forall integer k; 0 <= k < 64 * words ==> mark_of(freed, k) == (k < 64 * w ? 0 : mark_of{Pre}(freed, k));
        loop assigns w, used[0 .. words - 1], freed[0 .. words - 1];
        loop variant words - w; */
    for (uint64_t w = 0; w < words; w++) word_release(used, freed, w);
}

/* marks_fill - Every mark of the row is set. */
/*@ requires room: words <= 17179869184 && \valid(m + (0 .. words - 1));
    assigns m[0 .. words - 1];
    ensures set: \forall integer k; 0 <= k < 64 * words ==> mark_of(m, k) == 1; */
static inline void marks_fill(uint64_t *m, uint64_t words)
{
    /*@ loop invariant inside: 0 <= w <= words;
        loop invariant set: \forall integer k; 0 <= k < 64 * w ==> mark_of(m, k) == 1;
        loop assigns w, m[0 .. words - 1];
        loop variant words - w; */
    for (uint64_t w = 0; w < words; w++) m[w] = marks_all();
}
#endif
