/* apart.c - see apart.h. One mark for each byte of the node; a value claims its own. */
#define KEY_HIDDEN
#include <base/span.h>
#include <node/apart.h>

/* value_claim - The bytes of value i, if nobody has them yet. */
/*@ requires room: \valid_read(b + (0 .. 4095)) && i < 190 && values_inside(b, i + 1);
    requires table: \valid_read(below + (0 .. 64)) && span_below(below, 64);
    requires marks: \valid(m + (0 .. SPAN_WORDS - 1)) && \separated(m + (0 .. SPAN_WORDS - 1), below + (0 .. 64), b + (0 .. 4095));
    assigns m[0 .. SPAN_WORDS - 1];
    ensures free: \result != 0 ==> \forall integer p; value_covers(b, i, p) ==> mark_of{Pre}(m, p) == 0;
    ensures set: \result != 0 ==> \forall integer p; value_covers(b, i, p) ==> mark_of(m, p) == 1;
    ensures kept: \result != 0 ==> span_kept{Pre, Post}(m); */
static int value_claim(const uint8_t *b, uint32_t i, uint64_t *m, const uint64_t *below)
{
    uint32_t at = node_value_at(b, i), length = node_length(b, i);
    return length == 0 || span_claim(m, below, at, at + length);
}

/* marks_clean - No mark is set. */
/*@ requires room: \valid(m + (0 .. SPAN_WORDS - 1));
    assigns m[0 .. SPAN_WORDS - 1];
    ensures none: \forall integer p; 0 <= p < SPAN_MARKS ==> mark_of(m, p) == 0; */
static void marks_clean(uint64_t *m)
{
    /*@ loop invariant inside: 0 <= w <= SPAN_WORDS;
        loop invariant none: \forall integer p; 0 <= p < 64 * w ==> mark_of(m, p) == 0;
        loop assigns w, m[0 .. SPAN_WORDS - 1];
        loop variant SPAN_WORDS - w; */
    for (uint32_t w = 0; w < SPAN_WORDS; w++) m[w] = marks_none();
}

int node_values_apart(const uint8_t *b)
{
    uint64_t below[65], m[SPAN_WORDS];
    uint32_t count = node_count(b);
    span_begin(below);
    marks_clean(m);
    /*@ loop invariant inside: 0 <= i <= count;
        loop invariant marked: \forall integer k, p; 0 <= k < i && value_covers(b, k, p) ==> mark_of((uint64_t *)m, p) == 1;
        loop invariant apart: values_disjoint(b, i);
        loop assigns i, m[0 .. SPAN_WORDS - 1];
        loop variant count - i; */
    for (uint32_t i = 0; i < count; i++)
        if (!value_claim(b, i, m, below)) return 0;
    return 1;
}
