/* find_half.h - where a key is among entries, by halves: what find.h falls back on when its guess was far off. */
#ifndef NODE_FIND_HALF_H
#define NODE_FIND_HALF_H
#include <node/node.h>
#include <stddef.h>

/*@ predicate find_before(uint8_t *e, struct key k) =
        be64_of(e) < k.inode || (be64_of(e) == k.inode && (e[8] < k.type || (e[8] == k.type && be64_of(e + 9) < k.offset)));
    logic integer power_of(integer n) =
        n >= 128 ? 128 : n >= 64 ? 64 : n >= 32 ? 32 : n >= 16 ? 16 : n >= 8 ? 8 : n >= 4 ? 4 : n >= 2 ? 2 : 1;
    predicate power(integer p) = p == 1 || p == 2 || p == 4 || p == 8 || p == 16 || p == 32 || p == 64 || p == 128;
*/

/* find_less - Is the key of this entry less than k? Only the offset counts if the whole node is of one inode and type. */
/*@ requires room: \valid_read(entry + (0 .. 16));
    assigns \nothing;
    ensures order: \result != 0 <==> find_before(entry, k); */
static inline int find_less(const uint8_t *entry, struct key k)
{
    uint64_t inode = key_inode(entry);
    if (inode != k.inode) return inode < k.inode;
    if (key_type(entry) != k.type) return key_type(entry) < k.type;
    return key_offset(entry) < k.offset;
}

/* Both searches: n > 0 entries from e on, how many are less? With p the largest power of two <= n, the first comparison leaves p candidates; each further
 * one halves them, without a branch that could be mispredicted and without looking at bounds. `before` is the entry before the candidates. */
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

/*@ requires range: 1 <= n <= 190;
    requires room: \valid_read(e + (0 .. 21 * n - 1));
    assigns \nothing;
    ensures range: \result <= n; */
static inline uint32_t find_by_offset(const uint8_t *e, uint32_t n, uint64_t offset)
{
    uint32_t p = find_power(n), skip = n + 1 - p;
    size_t stride = (size_t)p * ENTRY_BYTES;
    const uint8_t *before = e - ENTRY_BYTES;
    //@ ghost uint32_t passed = 0, step = p;
    if (key_offset(before + stride) < offset) {
        before += skip * ENTRY_BYTES;
        //@ ghost passed = skip;
    }
    /*@ loop invariant step: power(step) && stride == 21 * step;
        loop invariant place: before == e - 21 + 21 * passed;
        loop invariant inside: passed + step - 1 <= n;
        loop assigns stride, before, passed, step;
        loop variant stride; */
    while (stride > ENTRY_BYTES) {
        stride /= 2;
        int less = key_offset(before + stride) < offset;
        before = less ? before + stride : before;
        //@ ghost step = step / 2;
        //@ ghost passed = less ? passed + step : passed;
    }
    return (uint32_t)(before + ENTRY_BYTES - e) / ENTRY_BYTES;
}

/*@ requires range: 1 <= n <= 190;
    requires room: \valid_read(e + (0 .. 21 * n - 1));
    assigns \nothing;
    ensures range: \result <= n; */
static inline uint32_t find_by_key(const uint8_t *e, uint32_t n, struct key k)
{
    uint32_t p = find_power(n), skip = n + 1 - p;
    size_t stride = (size_t)p * ENTRY_BYTES;
    const uint8_t *before = e - ENTRY_BYTES;
    //@ ghost uint32_t passed = 0, step = p;
    if (find_less(before + stride, k)) {
        before += skip * ENTRY_BYTES;
        //@ ghost passed = skip;
    }
    /*@ loop invariant step: power(step) && stride == 21 * step;
        loop invariant place: before == e - 21 + 21 * passed;
        loop invariant inside: passed + step - 1 <= n;
        loop assigns stride, before, passed, step;
        loop variant stride; */
    while (stride > ENTRY_BYTES) {
        stride /= 2;
        int less = find_less(before + stride, k);
        before = less ? before + stride : before;
        //@ ghost step = step / 2;
        //@ ghost passed = less ? passed + step : passed;
    }
    return (uint32_t)(before + ENTRY_BYTES - e) / ENTRY_BYTES;
}
#endif
