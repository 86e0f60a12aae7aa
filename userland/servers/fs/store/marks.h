/* marks.h - marks of many neighbouring blocks, [first, end), in one row of words. Nothing here reads a structure.
 * Does not know: what a mark means; which rows there are. */
#ifndef STORE_MARKS_H
#define STORE_MARKS_H
#include <store/mark.h>

/*@ // the marks of [first, end) are v, all others are what they were
    predicate marks_range{A, B}(uint64_t *m, integer first, integer end, integer v) =
      \forall integer k; 0 <= k ==> mark_of{B}(m, k) == (first <= k < end ? v : mark_of{A}(m, k)); */

/* marks_set, marks_clear - How many were not what they are now. */
/*@ requires room: first <= end < 1152921504606846976 && \valid(m + (0 .. (end + 63) / 64 - 1));
    assigns m[0 .. (end + 63) / 64 - 1];
    ensures set: marks_range{Pre, Post}(m, first, end, 1);
    ensures many: \result <= end - first; */
static inline uint64_t marks_set(uint64_t *m, uint64_t first, uint64_t end)
{
    uint64_t n = 0;
    /*@ loop invariant inside: first <= b <= end && 0 <= n <= b - first;
        loop invariant set: marks_range{Pre, Here}(m, first, b, 1);
        loop assigns b, n, m[0 .. (end + 63) / 64 - 1];
        loop variant end - b; */
    for (uint64_t b = first; b < end; b++) {
        n += !mark_get(m, b);
        mark_set(m, b);
    }
    return n;
}
/*@ requires room: first <= end < 1152921504606846976 && \valid(m + (0 .. (end + 63) / 64 - 1));
    assigns m[0 .. (end + 63) / 64 - 1];
    ensures clear: marks_range{Pre, Post}(m, first, end, 0);
    ensures many: \result <= end - first; */
static inline uint64_t marks_clear(uint64_t *m, uint64_t first, uint64_t end)
{
    uint64_t n = 0;
    /*@ loop invariant inside: first <= b <= end && 0 <= n <= b - first;
        loop invariant clear: marks_range{Pre, Here}(m, first, b, 0);
        loop assigns b, n, m[0 .. (end + 63) / 64 - 1];
        loop variant end - b; */
    for (uint64_t b = first; b < end; b++) {
        n += (uint64_t)mark_get(m, b);
        mark_clear(m, b);
    }
    return n;
}
/* marks_run - Where the blocks without a mark from first on end. */
/*@ requires room: first <= end < 1152921504606846976 && \valid_read(m + (0 .. (end + 63) / 64 - 1));
    assigns \nothing;
    ensures inside: first <= \result <= end && (first < end && mark_of(m, first) == 0 ==> first < \result);
    ensures clear: \forall integer k; first <= k < \result ==> mark_of(m, k) == 0; */
static inline uint64_t marks_run(const uint64_t *m, uint64_t first, uint64_t end)
{
    uint64_t b = first;
    /*@ loop invariant inside: first <= b <= end;
        loop invariant clear: \forall integer k; first <= k < b ==> mark_of(m, k) == 0;
        loop assigns b;
        loop variant end - b; */
    while (b < end && !mark_get(m, b)) b++;
    return b;
}
/* marks_find - The first block of [first, end) without a mark; end if there is none. */
/*@ requires room: first <= end < 1152921504606846976 && \valid_read(m + (0 .. (end + 63) / 64 - 1));
    assigns \nothing;
    ensures inside: first <= \result <= end;
    ensures clear: \result < end ==> mark_of(m, \result) == 0;
    ensures none: \forall integer k; first <= k < \result ==> mark_of(m, k) == 1; */
static inline uint64_t marks_find(const uint64_t *m, uint64_t first, uint64_t end)
{
    uint64_t b = first;
    /*@ loop invariant inside: first <= b <= end + 63;
        loop invariant none: \forall integer k; first <= k < b && k < end ==> mark_of(m, k) == 1;
        loop assigns b;
        loop variant end - b; */
    while (b < end) {
        if (b % 64 == 0 && word_full(m, b / 64)) b += 64;
        else if (mark_get(m, b)) b++;
        else return b;
    }
    return end;
}
#endif
