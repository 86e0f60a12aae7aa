/* find_near.h - where a key is among entries, near a guess; the halves of find_half.h if the guess was far off. */
#ifndef NODE_FIND_NEAR_H
#define NODE_FIND_NEAR_H
#include <node/find_half.h>

/* find_guess - Where `at` would be among n values if they were spread evenly from first to last: names are hashes and blocks of a file come in runs, so it
 * is seldom far off, and the search touches two or three lines of the cache. A wrong guess costs steps, never the answer. */
/*@ requires range: 1 <= n <= 190;
    assigns \nothing;
    ensures range: \result < n; */
static inline uint32_t find_guess(uint64_t at, uint64_t first, uint64_t last, uint32_t n)
{
    uint64_t part = at - first, whole = last - first;
    if (part >= whole) return n - 1; /* behind the last; or, seldom, before the first */
    if (whole >= 1ull << 56) { /* part * n must fit */
        part = part / 256;
        whole = whole / 256 + 1;
    }
    //@ assert part: 0 <= part < whole && part * n < n * whole;
    //@ assert small: part * n < 18446744073709551616;
    return (uint32_t)(part * n / whole);
}

/* Both: of the entries i..end-1 the first that is not less. From the guess `at` on, at most FIND_NEAR entries one by one; if that was not near, the rest by halves. */
enum { FIND_NEAR = 12 };

/*@ requires range: i <= at < end <= 190;
    requires room: \valid_read(b + (0 .. 4095));
    requires ascend: offsets_ascend(b, i, end);
    assigns \nothing;
    ensures range: i <= \result <= end;
    ensures less: offsets_less(b, i, \result, offset);
    ensures reach: offsets_reach(b, \result, end, offset); */
static inline uint32_t find_offset_near(const uint8_t *b, uint32_t i, uint32_t end, uint64_t offset, uint32_t at)
{
    if (entry_offset_at(b, NODE_BYTES + at * ENTRY_BYTES) /*@ ghost (at) */ < offset) {
        uint32_t stop = end - at > FIND_NEAR ? at + FIND_NEAR : end;
        /*@ loop invariant range: \at(at, Pre) < at <= stop <= end;
            loop invariant less: offsets_less(b, i, at, offset);
            loop assigns at;
            loop variant stop - at; */
        for (at++; at < stop; at++)
            if (!(entry_offset_at(b, NODE_BYTES + at * ENTRY_BYTES) /*@ ghost (at) */ < offset)) return at;
        return at == end ? end : find_by_offset(b, at, end, offset);
    }
    uint32_t stop = at - i > FIND_NEAR ? at - FIND_NEAR : i;
    /*@ loop invariant range: i <= stop <= at <= \at(at, Pre);
        loop invariant reach: offsets_reach(b, at, end, offset);
        loop assigns at;
        loop variant at; */
    for (; at > stop; at--)
        if (entry_offset_at(b, NODE_BYTES + (at - 1) * ENTRY_BYTES) /*@ ghost (at - 1) */ < offset) return at;
    return at == i ? i : find_by_offset(b, i, at, offset);
}

/*@ requires range: i <= at < end <= 190;
    requires room: \valid_read(b + (0 .. 4095));
    requires ascend: keys_ascend(b, i, end);
    assigns \nothing;
    ensures range: i <= \result <= end;
    ensures less: keys_less(b, i, \result, key_number(k));
    ensures reach: keys_reach(b, \result, end, key_number(k)); */
static inline uint32_t find_key_near(const uint8_t *b, uint32_t i, uint32_t end, struct key k, uint32_t at)
{
    if (entry_less(b, NODE_BYTES + at * ENTRY_BYTES, k) /*@ ghost (at) */) {
        uint32_t stop = end - at > FIND_NEAR ? at + FIND_NEAR : end;
        /*@ loop invariant range: \at(at, Pre) < at <= stop <= end;
            loop invariant less: keys_less(b, i, at, key_number(k));
            loop assigns at;
            loop variant stop - at; */
        for (at++; at < stop; at++)
            if (!(entry_less(b, NODE_BYTES + at * ENTRY_BYTES, k) /*@ ghost (at) */)) return at;
        return at == end ? end : find_by_key(b, at, end, k);
    }
    uint32_t stop = at - i > FIND_NEAR ? at - FIND_NEAR : i;
    /*@ loop invariant range: i <= stop <= at <= \at(at, Pre);
        loop invariant reach: keys_reach(b, at, end, key_number(k));
        loop assigns at;
        loop variant at; */
    for (; at > stop; at--)
        if (entry_less(b, NODE_BYTES + (at - 1) * ENTRY_BYTES, k) /*@ ghost (at - 1) */) return at;
    return at == i ? i : find_by_key(b, i, at, k);
}
#endif
