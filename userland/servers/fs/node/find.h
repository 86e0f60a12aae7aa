/* find.h - where in a node a key is. The hottest loop of the file system, in a header so that it is compiled into each walk. */
#ifndef NODE_FIND_H
#define NODE_FIND_H
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

/* Both: from the guess i on, at most FIND_NEAR entries one by one; if that was not near, the rest by halves. */
enum { FIND_NEAR = 12 };

/*@ requires range: i < n <= 190;
    requires room: \valid_read(e + (0 .. 21 * n - 1));
    assigns \nothing;
    ensures range: \result <= n; */
static inline uint32_t find_offset_near(const uint8_t *e, uint32_t n, uint64_t offset, uint32_t i)
{
    if (key_offset(e + i * ENTRY_BYTES) < offset) {
        uint32_t stop = n - i > FIND_NEAR ? i + FIND_NEAR : n;
        /*@ loop invariant range: \at(i, Pre) < i <= stop;
            loop assigns i;
            loop variant stop - i; */
        for (i++; i < stop; i++)
            if (key_offset(e + i * ENTRY_BYTES) >= offset) return i;
        return i == n ? n : i + find_by_offset(e + i * ENTRY_BYTES, n - i, offset);
    }
    uint32_t stop = i > FIND_NEAR ? i - FIND_NEAR : 0;
    /*@ loop invariant range: stop <= i <= \at(i, Pre);
        loop assigns i;
        loop variant i; */
    for (; i > stop; i--)
        if (key_offset(e + (i - 1) * ENTRY_BYTES) < offset) return i;
    return i == 0 ? 0 : find_by_offset(e, i, offset);
}

/*@ requires range: i < n <= 190;
    requires room: \valid_read(e + (0 .. 21 * n - 1));
    assigns \nothing;
    ensures range: \result <= n; */
static inline uint32_t find_key_near(const uint8_t *e, uint32_t n, struct key k, uint32_t i)
{
    if (find_less(e + i * ENTRY_BYTES, k)) {
        uint32_t stop = n - i > FIND_NEAR ? i + FIND_NEAR : n;
        /*@ loop invariant range: \at(i, Pre) < i <= stop;
            loop assigns i;
            loop variant stop - i; */
        for (i++; i < stop; i++)
            if (!find_less(e + i * ENTRY_BYTES, k)) return i;
        return i == n ? n : i + find_by_key(e + i * ENTRY_BYTES, n - i, k);
    }
    uint32_t stop = i > FIND_NEAR ? i - FIND_NEAR : 0;
    /*@ loop invariant range: stop <= i <= \at(i, Pre);
        loop assigns i;
        loop variant i; */
    for (; i > stop; i--)
        if (find_less(e + (i - 1) * ENTRY_BYTES, k)) return i;
    return i == 0 ? 0 : find_by_key(e, i, k);
}

/* find_kin - Is this key of k's inode and type? */
/*@ requires room: \valid_read(key + (0 .. 16));
    assigns \nothing;
    ensures kin: \result != 0 <==> be64_of(key) == k.inode && key[8] == k.type; */
static inline int find_kin(const uint8_t *key, struct key k) { return key_inode(key) == k.inode && key_type(key) == k.type; }

/* find_mixed - find_among for entries of several inodes or types. */
/*@ requires range: 1 <= n <= 190;
    requires room: \valid_read(e + (0 .. 21 * n - 1));
    assigns \nothing;
    ensures range: \result <= n; */
static inline uint32_t find_mixed(const uint8_t *e, uint32_t n, struct key k)
{
    uint64_t first = key_inode(e), last = key_inode(e + (n - 1) * ENTRY_BYTES);
    return first == last ? find_by_key(e, n, k) : find_key_near(e, n, k, find_guess(k.inode, first, last, n));
}

/* find_among - Among n > 0 entries from e on, all below the key at `high`: how many are less than k. */
/*@ requires range: 1 <= n <= 190;
    requires room: \valid_read(e + (0 .. 21 * n - 1)) && \valid_read(high + (0 .. 16));
    assigns \nothing;
    ensures range: \result <= n; */
static inline uint32_t find_among(const uint8_t *e, uint32_t n, const uint8_t *high, struct key k)
{
    const uint8_t *end = find_kin(high, k) ? high : e + (n - 1) * ENTRY_BYTES;
    if (!find_kin(e, k) || !find_kin(end, k)) return find_mixed(e, n, k);
    return find_offset_near(e, n, k.offset, find_guess(k.offset, key_offset(e), key_offset(end), n));
}

/* node_find - Number of the first entry whose key is not less than k (count if there is none). */
/*@ requires room: \valid_read(b + (0 .. 4095)) && node_counted(b);
    assigns \nothing;
    ensures range: \result <= le16_of(b + 40); */
static inline uint32_t node_find(const uint8_t *b, struct key k)
{
    uint32_t n = node_count(b);
    return n == 0 ? 0 : find_among(node_entry(b, 0), n, b + NODE_HIGH_AT, k);
}

/* node_guess - Where that is, roughly: for those who want to have it in the processor's cache before they search. */
/*@ requires room: \valid_read(b + (0 .. 4095)) && node_counted(b);
    assigns \nothing;
    ensures range: \result == 0 || \result < le16_of(b + 40); */
static inline uint32_t node_guess(const uint8_t *b, struct key k)
{
    const uint8_t *e = node_entry(b, 0);
    uint32_t n = node_count(b);
    if (n == 0 || !find_kin(e, k) || !find_kin(b + NODE_HIGH_AT, k)) return n / 2;
    return find_guess(k.offset, key_offset(e), key_offset(b + NODE_HIGH_AT), n);
}

/* node_find_from - node_find if the answer is probably near i. */
/*@ requires room: \valid_read(b + (0 .. 4095)) && node_counted(b);
    assigns \nothing;
    ensures range: \result <= le16_of(b + 40); */
static inline uint32_t node_find_from(const uint8_t *b, struct key k, uint32_t i)
{
    const uint8_t *e = node_entry(b, 0);
    uint32_t n = node_count(b);
    if (n == 0) return 0;
    if (i >= n) i = n - 1;
    return find_kin(e, k) && find_kin(b + NODE_HIGH_AT, k) ? find_offset_near(e, n, k.offset, i) : find_key_near(e, n, k, i);
}

/* node_child_of - Number of the entry of a branch whose child covers k, which b covers: how many of the entries are not above k, but for the first.
 * That does not count: its key is the low fence, which may be of another inode. */
/*@ requires room: \valid_read(b + (0 .. 4095)) && node_counted(b);
    assigns \nothing;
    ensures range: \result == 0 || \result < le16_of(b + 40); */
static inline uint32_t node_child_of(const uint8_t *b, struct key k)
{
    uint32_t n = node_count(b);
    return n < 2 ? 0 : find_among(node_entry(b, 1), n - 1, b + NODE_HIGH_AT, key_after(k));
}
#endif
