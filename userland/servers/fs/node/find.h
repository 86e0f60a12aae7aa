/* find.h - where in a node a key is. The hottest loop of the file system, in a header so that it is compiled into each walk. */
#ifndef NODE_FIND_H
#define NODE_FIND_H
#include <node/find_half.h>

/* find_sorted - What the searches ask of a node; node_good says it. find_split - Before entry r all keys are less than `key`, from there on none is. */
/*@ predicate find_sorted(uint8_t *b) = entries_ascend(b, le16_of(b + 40))
        && (le16_of(b + 40) > 0 ==> entry_key(b, le16_of(b + 40) - 1) < key_of(b, 64));
    predicate find_split(uint8_t *b, integer i, integer r, integer end, integer key) = i <= r <= end && keys_less(b, i, r, key) && keys_reach(b, r, end, key);
*/

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

/* offsets_told - For proofs: entries between two of kin are kin, and only their offsets differ. */
/*@ ghost
    /@ requires range: i < end <= 190;
       requires room: \valid_read(b + (0 .. 4095));
       requires ascend: keys_ascend(b, i, end);
       requires kin: kin(entry_key(b, i), k) && kin(entry_key(b, end - 1), k);
       assigns \nothing;
       ensures tell: offsets_tell(b, i, end, k);
       ensures ascend: offsets_ascend(b, i, end); @/
    static void offsets_told(const uint8_t *b, uint32_t i, uint32_t end, struct key k)
    {
        /@ loop invariant range: i <= j <= end;
           loop invariant tell: offsets_tell(b, i, j, k);
           loop assigns j;
           loop variant end - j; @/
        for (uint32_t j = i; j < end; j++) entry_tells(b, j, k);
    }
*/

/* find_kin - find_key_near for entries that are all of k's inode and type. */
/*@ requires range: i <= at < end <= 190;
    requires room: \valid_read(b + (0 .. 4095));
    requires ascend: keys_ascend(b, i, end);
    requires kin: kin(entry_key(b, i), k) && kin(entry_key(b, end - 1), k);
    assigns \nothing;
    ensures split: find_split(b, i, \result, end, key_number(k)); */
static inline uint32_t find_kin(const uint8_t *b, uint32_t i, uint32_t end, struct key k, uint32_t at)
{
    //@ ghost offsets_told(b, i, end, k);
    return find_offset_near(b, i, end, k.offset, at);
}

/* find_mixed - The same for entries of several inodes or types, without a guess. */
/*@ requires range: i < end <= 190;
    requires room: \valid_read(b + (0 .. 4095));
    requires ascend: keys_ascend(b, i, end);
    assigns \nothing;
    ensures split: find_split(b, i, \result, end, key_number(k)); */
static inline uint32_t find_mixed(const uint8_t *b, uint32_t i, uint32_t end, struct key k)
{
    uint64_t first = key_inode(node_entry(b, i)), last = key_inode(node_entry(b, end - 1));
    return first == last ? find_by_key(b, i, end, k) : find_key_near(b, i, end, k, i + find_guess(k.inode, first, last, end - i));
}

/* find_bound - If the entries i..end-1 are all of k's inode and type: byte of the key that they end with, or the fence behind them; else 0. */
/*@ requires range: i < end <= 190;
    requires room: \valid_read(b + (0 .. 4095));
    requires ascend: keys_ascend(b, i, end) && entry_key(b, end - 1) < key_of(b, 64);
    assigns \nothing;
    ensures place: \result <= 4079;
    ensures kin: \result != 0 ==> kin(entry_key(b, i), k) && kin(entry_key(b, end - 1), k); */
static inline uint32_t find_bound(const uint8_t *b, uint32_t i, uint32_t end, struct key k)
{
    if (!entry_kin(b, i, k)) return 0;
    if (key_kin(b, NODE_HIGH_AT, k)) return NODE_HIGH_AT;
    return entry_kin(b, end - 1, k) ? NODE_BYTES + (end - 1) * ENTRY_BYTES : 0;
}

/* find_among - Of the entries i..end-1, all below the high fence: the first that is not less than k; end if there is none. */
/*@ requires range: i < end <= 190;
    requires room: \valid_read(b + (0 .. 4095));
    requires ascend: keys_ascend(b, i, end) && entry_key(b, end - 1) < key_of(b, 64);
    assigns \nothing;
    ensures split: find_split(b, i, \result, end, key_number(k)); */
static inline uint32_t find_among(const uint8_t *b, uint32_t i, uint32_t end, struct key k)
{
    uint32_t bound = find_bound(b, i, end, k);
    if (bound == 0) return find_mixed(b, i, end, k);
    return find_kin(b, i, end, k, i + find_guess(k.offset, key_offset(node_entry(b, i)), key_offset(b + bound), end - i));
}

/* node_find - Number of the first entry whose key is not less than k (count if there is none). */
/*@ requires room: \valid_read(b + (0 .. 4095)) && node_counted(b);
    requires ascend: find_sorted(b);
    assigns \nothing;
    ensures range: \result <= le16_of(b + 40);
    ensures split: find_split(b, 0, \result, le16_of(b + 40), key_number(k)); */
static inline uint32_t node_find(const uint8_t *b, struct key k)
{
    uint32_t n = node_count(b);
    return n == 0 ? 0 : find_among(b, 0, n, k);
}

/* node_found - For proofs: what node_has says of node_find's answer is true of the node. */
/*@ ghost
    /@ requires ascend: entries_ascend(b, le16_of(b + 40));
       requires split: find_split(b, 0, i, le16_of(b + 40), key_number(k));
       assigns \nothing;
       ensures has: (i < le16_of(b + 40) && entry_key(b, i) == key_number(k))
           <==> (\exists integer j; 0 <= j < le16_of(b + 40) && entry_key(b, j) == key_number(k)); @/
    static void node_found(const uint8_t *b, uint32_t i, struct key k) { }
*/

/* node_guess - Where that is, roughly: for those who want to have it in the processor's cache before they search. */
/*@ requires room: \valid_read(b + (0 .. 4095)) && node_counted(b);
    assigns \nothing;
    ensures range: \result == 0 || \result < le16_of(b + 40); */
static inline uint32_t node_guess(const uint8_t *b, struct key k)
{
    uint32_t n = node_count(b);
    if (n == 0 || !entry_kin(b, 0, k) || !key_kin(b, NODE_HIGH_AT, k)) return n / 2;
    return find_guess(k.offset, key_offset(node_entry(b, 0)), key_offset(b + NODE_HIGH_AT), n);
}

/* node_find_from - node_find if the answer is probably near i. */
/*@ requires room: \valid_read(b + (0 .. 4095)) && node_counted(b);
    requires ascend: find_sorted(b);
    assigns \nothing;
    ensures range: \result <= le16_of(b + 40);
    ensures split: find_split(b, 0, \result, le16_of(b + 40), key_number(k)); */
static inline uint32_t node_find_from(const uint8_t *b, struct key k, uint32_t i)
{
    uint32_t n = node_count(b);
    if (n == 0) return 0;
    if (i >= n) i = n - 1;
    return entry_kin(b, 0, k) && key_kin(b, NODE_HIGH_AT, k) ? find_kin(b, 0, n, k, i) : find_key_near(b, 0, n, k, i);
}

/* node_child_of - Number of the entry of a branch whose child covers k, which b covers: how many of the entries are not above k, but for the first.
 * That does not count: its key is the low fence, which may be of another inode. */
/*@ requires room: \valid_read(b + (0 .. 4095)) && node_counted(b);
    requires ascend: find_sorted(b);
    requires lower: key_number(k) < 87112285931760246646623899502532662132735;
    assigns \nothing;
    ensures range: \result == 0 || \result < le16_of(b + 40);
    ensures child: \result == 0 || entry_key(b, \result) <= key_number(k);
    ensures before: \forall integer j; 1 <= j <= \result ==> entry_key(b, j) <= key_number(k);
    ensures behind: \forall integer j; \result < j < le16_of(b + 40) ==> key_number(k) < entry_key(b, j); */
static inline uint32_t node_child_of(const uint8_t *b, struct key k)
{
    uint32_t n = node_count(b);
    return n < 2 ? 0 : find_among(b, 1, n, find_after(k)) - 1;
}
#endif
