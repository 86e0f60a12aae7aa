/* find.c - where in a node a key is. The hottest loop of the file system. */
#include <node/node.h>

/* entry_less - Is the key of this entry less than k? Only the offset counts if the whole node is of one inode and type. */
static inline int entry_less(const uint8_t *entry, struct key k)
{
    uint64_t inode = key_inode(entry);
    if (inode != k.inode) return inode < k.inode;
    if (key_type(entry) != k.type) return key_type(entry) < k.type;
    return key_offset(entry) < k.offset;
}

static uint32_t find_by_offset(const uint8_t *e, uint32_t n, uint64_t offset)
{
    const uint8_t *base = e;
    while (n > 1) {
        uint32_t half = n / 2;
        const uint8_t *middle = base + (size_t)half * ENTRY_BYTES;
        base = key_offset(middle - ENTRY_BYTES) < offset ? middle : base;
        n -= half;
    }
    return (uint32_t)(base - e) / ENTRY_BYTES + (key_offset(base) < offset);
}

static uint32_t find_by_key(const uint8_t *e, uint32_t n, struct key k)
{
    const uint8_t *base = e;
    while (n > 1) {
        uint32_t half = n / 2;
        base += entry_less(base + (half - 1) * ENTRY_BYTES, k) ? half * ENTRY_BYTES : 0;
        n -= half;
    }
    return (uint32_t)(base - e) / ENTRY_BYTES + (uint32_t)entry_less(base, k);
}

/* find - Among n > 0 entries from e on: how many are less than k. */
static uint32_t find(const uint8_t *e, uint32_t n, struct key k)
{
    const uint8_t *last = e + (n - 1) * ENTRY_BYTES;
    if (key_inode(e) == k.inode && key_inode(last) == k.inode && key_type(e) == k.type && key_type(last) == k.type) return find_by_offset(e, n, k.offset);
    return find_by_key(e, n, k);
}

uint32_t node_find(const uint8_t *b, struct key k)
{
    uint32_t n = node_count(b);
    return n == 0 ? 0 : find(node_entry(b, 0), n, k);
}

/* The first entry does not count: its key is the low fence, which may be of another inode. */
uint32_t node_child_of(const uint8_t *b, struct key k)
{
    uint32_t n = node_count(b);
    if (n < 2) return 0;
    uint32_t i = 1 + find(node_entry(b, 1), n - 1, k);
    return node_has(b, i, k) ? i : i - 1;
}
