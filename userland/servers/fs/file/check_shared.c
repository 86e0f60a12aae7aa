/* check_shared.c - blocks that two claim. Every written block has a checksum where it is claimed: who has the right one keeps it; of two that both have, the second gets
 * a copy; what was never written has nothing to lose. What belongs to the volume itself is nobody else's. */
#include <base/crc32c.h>
#include <base/integrity.h>
#include <file/check_state.h>

int shared_note(struct check *c, const struct extent *e)
{
    if (c->shared_count == SHARED) return 0;
    c->shared[c->shared_count++] = *e;
    return 1;
}

static int concerned(const struct check *c, const struct extent *e)
{
    for (uint32_t i = 0; i < c->shared_count; i++)
        if (e->first < c->shared[i].first + c->shared[i].count && c->shared[i].first < e->first + e->count) return 1;
    return 0;
}

int check_bytes(const struct check *c, const struct mapping *m, uint32_t i)
{
    uint8_t b[LFSX_BLOCK_BYTES];
    lfsx_err_t err = block_read(c->fs->options.store.device, m->e.first + i, 1, b);
    return !err && integrity_matches(CRC_DATA, crc32c_extend(0, b, sizeof b), le32(m->crc + 4 * (size_t)i));
}

static int owned(const struct check *c, const struct extent *e)
{
    for (uint32_t i = 0; i < e->count; i++)
        if (c->owned[(e->first + i) / 64] >> (e->first + i) % 64 & 1) return 1;
    return 0;
}

/* rightful - Are all its bytes what it says? */
static int rightful(const struct check *c, const struct mapping *m)
{
    uint32_t i = 0;
    while (i < m->e.count && check_bytes(c, m, i)) i++;
    return i == m->e.count && !(m->e.flags & EXTENT_FLAG_UNWRITTEN);
}

static int shared_visit(void *self, struct key key, const void *value, uint32_t length)
{
    struct check *c = self;
    struct view v = {c->fs, 0};
    struct mapping m;
    if (key.inode == 0 || key.type != KEY_TYPE_EXTENT || mapping_set(&v, key, value, length, &m) || !concerned(c, &m.e)) return 0;
    if (!rightful(c, &m)) return found_delete(c, CHECK_EXTENT_SHARED, key), 0;
    if (owned(c, &m.e)) return found_fix(c, CHECK_EXTENT_SHARED, key, 0, 0, (struct fix){.kind = FIX_COPY, .key = key}), 0;
    for (uint32_t i = 0; i < m.e.count; i++) c->owned[(m.e.first + i) / 64] |= 1ull << (m.e.first + i) % 64;
    return 0;
}

lfsx_err_t check_shared(struct check *c)
{
    if (c->shared_count == 0) return LFSX_OK;
    c->owned = memory_take_zero(c->memory, c->words * 8);
    lfsx_err_t err = c->owned ? store_check_own(&c->fs->store, c->owned) : LFSX_MEMORY;
    if (!err) err = store_scan_locked(&c->fs->store, inode_key(LFSX_ROOT_INODE), KEY_HIGHEST, shared_visit, c);
    memory_give(c->memory, c->owned, c->words * 8);
    c->owned = 0;
    return err;
}
