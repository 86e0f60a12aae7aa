/* find.h - where in a node a key is. The hottest loop of the file system, in a header so that it is compiled into each walk. */
#ifndef NODE_FIND_H
#define NODE_FIND_H
#include <node/node.h>

/* find_less - Is the key of this entry less than k? Only the offset counts if the whole node is of one inode and type. */
static inline int find_less(const uint8_t *entry, struct key k)
{
    uint64_t inode = key_inode(entry);
    if (inode != k.inode) return inode < k.inode;
    if (key_type(entry) != k.type) return key_type(entry) < k.type;
    return key_offset(entry) < k.offset;
}

/* Both searches: n > 0 entries from e on, how many are less? With p the largest power of two <= n, the first comparison leaves p candidates; each further
 * one halves them, without a branch that could be mispredicted and without looking at bounds. `before` is the entry before the candidates. */
static inline uint32_t find_power(uint32_t n)
{
    n |= n >> 1; /* n <= 190 */
    n |= n >> 2;
    n |= n >> 4;
    return (n + 1) / 2;
}

static inline uint32_t find_by_offset(const uint8_t *e, uint32_t n, uint64_t offset)
{
    uint32_t p = find_power(n), skip = n + 1 - p;
    size_t stride = (size_t)p * ENTRY_BYTES;
    const uint8_t *before = e - ENTRY_BYTES;
    if (key_offset(before + stride) < offset) before += skip * ENTRY_BYTES;
    while (stride > ENTRY_BYTES) {
        stride /= 2;
        before = key_offset(before + stride) < offset ? before + stride : before;
    }
    return (uint32_t)(before + ENTRY_BYTES - e) / ENTRY_BYTES;
}

static inline uint32_t find_by_key(const uint8_t *e, uint32_t n, struct key k)
{
    uint32_t p = find_power(n), skip = n + 1 - p;
    size_t stride = (size_t)p * ENTRY_BYTES;
    const uint8_t *before = e - ENTRY_BYTES;
    if (find_less(before + stride, k)) before += skip * ENTRY_BYTES;
    while (stride > ENTRY_BYTES) {
        stride /= 2;
        before = find_less(before + stride, k) ? before + stride : before;
    }
    return (uint32_t)(before + ENTRY_BYTES - e) / ENTRY_BYTES;
}

/* find_among - Among n > 0 entries from e on: how many are less than k. */
static inline uint32_t find_among(const uint8_t *e, uint32_t n, struct key k)
{
    const uint8_t *last = e + (n - 1) * ENTRY_BYTES;
    if (key_inode(e) == k.inode && key_inode(last) == k.inode && key_type(e) == k.type && key_type(last) == k.type) return find_by_offset(e, n, k.offset);
    return find_by_key(e, n, k);
}

/* node_find - Number of the first entry whose key is not less than k (count if there is none). */
static inline uint32_t node_find(const uint8_t *b, struct key k)
{
    uint32_t n = node_count(b);
    return n == 0 ? 0 : find_among(node_entry(b, 0), n, k);
}

/* node_child_of - Number of the entry of a branch whose child covers k; k is covered by b.
 * The first entry does not count: its key is the low fence, which may be of another inode. */
static inline uint32_t node_child_of(const uint8_t *b, struct key k)
{
    uint32_t n = node_count(b);
    if (n < 2) return 0;
    uint32_t i = 1 + find_among(node_entry(b, 1), n - 1, k);
    return node_has(b, i, k) ? i : i - 1;
}
#endif
