/* check_extent.c - an extent must be one, lie behind those before it and within its file, and have its blocks for itself. */
#include <file/check_state.h>

static int claim(struct check *c, uint64_t block)
{
    if (c->seen[block / 64] >> block % 64 & 1) return 0;
    c->seen[block / 64] |= 1ull << block % 64;
    return 1;
}

/* claim_all - All of them or none. */
static int claim_all(struct check *c, const struct extent *e)
{
    uint32_t n = 0;
    while (n < e->count && claim(c, e->first + n)) n++;
    if (n == e->count) return 1;
    while (n-- > 0) c->seen[(e->first + n) / 64] &= ~(1ull << (e->first + n) % 64);
    return 0;
}

int check_extent(struct check *c, struct key key, const uint8_t *b, uint32_t length)
{
    struct mapping m;
    struct view v = {c->fs, 0};
    c->out->extents++;
    if (mapping_set(&v, key, b, length, &m)) return found_delete(c, CHECK_EXTENT_FORM, key), 0;
    if (key.offset < c->extent_end) return found_delete(c, CHECK_EXTENT_OVERLAP, key), 0;
    uint64_t end = (c->now->size + LFSX_BLOCK_BYTES - 1) / LFSX_BLOCK_BYTES;
    int behind = m.logical + m.e.count > end && !(m.e.flags & EXTENT_FLAG_UNWRITTEN) && !(c->now->flags & INODE_FLAG_TRIM) && c->now->links > 0;
    if (behind) return found_delete(c, CHECK_EXTENT_BEHIND, key), 0;
    if (!claim_all(c, &m.e)) {
        if (!shared_note(c, &m.e)) found_delete(c, CHECK_EXTENT_SHARED, key);
        return 0;
    }
    c->extent_end = m.logical + m.e.count;
    c->now->blocks_found += m.e.count;
    c->out->blocks += m.e.count;
    return 0;
}
