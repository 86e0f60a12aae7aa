/* find_half.h - where a key is among entries, by halves: what find.h falls back on when its guess was far off. */
#ifndef NODE_FIND_HALF_H
#define NODE_FIND_HALF_H
#define KEY_HIDDEN
#include <node/find_entry.h>

/*@ logic integer power_of(integer n) =
        n >= 128 ? 128 : n >= 64 ? 64 : n >= 32 ? 32 : n >= 16 ? 16 : n >= 8 ? 8 : n >= 4 ? 4 : n >= 2 ? 2 : 1;
    predicate power(integer p) = p == 1 || p == 2 || p == 4 || p == 8 || p == 16 || p == 32 || p == 64 || p == 128;
*/

/* find_smear_K - The K highest ones of n, which are known to be ones, become 2 K. Each in a function so that its proof sees only its bits. */
/*@ requires range: 1 <= n <= 255;
    assigns \nothing;
    ensures power: power_of(\result) == power_of(n) && \result <= 255;
    ensures ones: 2 * \result >= 3 * power_of(n) - 1; */
static inline uint32_t find_smear_1(uint32_t n) { return n | n >> 1; }
/*@ requires range: 1 <= n <= 255;
    requires ones: 2 * n >= 3 * power_of(n) - 1;
    assigns \nothing;
    ensures power: power_of(\result) == power_of(n) && \result <= 255;
    ensures ones: 8 * \result >= 15 * power_of(n) - 7; */
static inline uint32_t find_smear_2(uint32_t n) { return n | n >> 2; }
/*@ requires range: 1 <= n <= 255;
    requires ones: 8 * n >= 15 * power_of(n) - 7;
    assigns \nothing;
    ensures ones: \result == 2 * power_of(n) - 1; */
static inline uint32_t find_smear_4(uint32_t n) { return n | n >> 4; }

/*@ requires range: 1 <= n <= 190;
    assigns \nothing;
    ensures power: power(\result);
    ensures largest: \result <= n < 2 * \result; */
static inline uint32_t find_power(uint32_t n) { return (find_smear_4(find_smear_2(find_smear_1(n))) + 1) / 2; }

/* Both searches: of the entries i..end-1, which ascend, the first that is not less; end if there is none. With p the largest power of two <= end - i, the first
 * comparison leaves p candidates; each further one halves them, without a branch that could be mispredicted and without looking at bounds. `before` is the
 * byte of the entry before the candidates, and `passed` their first. */
/*@ requires range: i < end <= 190;
    requires room: \valid_read(b + (0 .. 4095));
    requires ascend: offsets_ascend(b, i, end);
    assigns \nothing;
    ensures range: i <= \result <= end;
    ensures less: offsets_less(b, i, \result, offset);
    ensures reach: offsets_reach(b, \result, end, offset); */
static inline uint32_t find_by_offset(const uint8_t *b, uint32_t i, uint32_t end, uint64_t offset)
{
    uint32_t n = end - i, p = find_power(n), skip = n + 1 - p;
    size_t stride = (size_t)p * ENTRY_BYTES, before = NODE_BYTES - ENTRY_BYTES + (size_t)i * ENTRY_BYTES;
    //@ ghost uint32_t passed = i, step = p;
    if (entry_offset_at(b, before + stride) /*@ ghost (i + p - 1) */ < offset) {
        before += skip * ENTRY_BYTES;
        //@ ghost passed = i + skip;
    }
    /*@ loop invariant step: power(step) && stride == 21 * step;
        loop invariant place: before == 75 + 21 * passed;
        loop invariant inside: i <= passed && passed + step - 1 <= end;
        loop invariant less: offsets_less(b, i, passed, offset);
        loop invariant reach: offsets_reach(b, passed + step - 1, end, offset);
        loop assigns stride, before, passed, step;
        loop variant stride; */
    while (stride > ENTRY_BYTES) {
        stride /= 2;
        //@ ghost step = step / 2;
        int less = entry_offset_at(b, before + stride) /*@ ghost (passed + step - 1) */ < offset;
        before = less ? before + stride : before;
        //@ ghost passed = less ? passed + step : passed;
    }
    return (uint32_t)(before + ENTRY_BYTES - NODE_BYTES) / ENTRY_BYTES;
}

/*@ requires range: i < end <= 190;
    requires room: \valid_read(b + (0 .. 4095));
    requires ascend: keys_ascend(b, i, end);
    assigns \nothing;
    ensures range: i <= \result <= end;
    ensures less: keys_less(b, i, \result, key_number(k));
    ensures reach: keys_reach(b, \result, end, key_number(k)); */
static inline uint32_t find_by_key(const uint8_t *b, uint32_t i, uint32_t end, struct key k)
{
    uint32_t n = end - i, p = find_power(n), skip = n + 1 - p;
    size_t stride = (size_t)p * ENTRY_BYTES, before = NODE_BYTES - ENTRY_BYTES + (size_t)i * ENTRY_BYTES;
    //@ ghost uint32_t passed = i, step = p;
    if (entry_less(b, before + stride, k) /*@ ghost (i + p - 1) */) {
        before += skip * ENTRY_BYTES;
        //@ ghost passed = i + skip;
    }
    /*@ loop invariant step: power(step) && stride == 21 * step;
        loop invariant place: before == 75 + 21 * passed;
        loop invariant inside: i <= passed && passed + step - 1 <= end;
        loop invariant less: keys_less(b, i, passed, key_number(k));
        loop invariant reach: keys_reach(b, passed + step - 1, end, key_number(k));
        loop assigns stride, before, passed, step;
        loop variant stride; */
    while (stride > ENTRY_BYTES) {
        stride /= 2;
        //@ ghost step = step / 2;
        int less = entry_less(b, before + stride, k) /*@ ghost (passed + step - 1) */;
        before = less ? before + stride : before;
        //@ ghost passed = less ? passed + step : passed;
    }
    return (uint32_t)(before + ENTRY_BYTES - NODE_BYTES) / ENTRY_BYTES;
}
#endif
