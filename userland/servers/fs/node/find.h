/* find.h - where in a node a key is. The hottest loop of the file system, in a header so that it is compiled into each walk. */
#ifndef NODE_FIND_H
#define NODE_FIND_H
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
