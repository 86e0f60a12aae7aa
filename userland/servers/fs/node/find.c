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
        base += key_offset(base + (half - 1) * ENTRY_BYTES) < offset ? half * ENTRY_BYTES : 0;
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

uint32_t node_find(const uint8_t *b, struct key k)
{
    uint32_t n = node_count(b);
    if (n == 0) return 0;
    const uint8_t *first = node_entry(b, 0), *last = node_entry(b, n - 1);
    if (key_inode(first) == k.inode && key_inode(last) == k.inode && key_type(first) == k.type && key_type(last) == k.type)
        return find_by_offset(first, n, k.offset);
    return find_by_key(first, n, k);
}

uint32_t node_child_of(const uint8_t *b, struct key k)
{
    uint32_t i = node_find(b, k);
    if (node_has(b, i, k) || i == 0) return i;
    return i - 1;
}
