/* store.c - locks, syncs, blocks for data. Commits are in commit.c. */
#include <store/store.h>

enum { RESERVE_LEAST = 8, RESERVE_SHARE = 256 };

void store_lock(struct store *s) { sync_lock(&s->options.sync); }
void store_unlock(struct store *s) { sync_unlock(&s->options.sync); }

uint64_t store_need(const struct store *s, uint64_t more, int flags)
{
    uint64_t nodes = s->cache.changed_count + more, share = s->super.blocks / RESERVE_SHARE;
    uint64_t reserve = flags & COMMIT_RESERVE ? 0 : share < RESERVE_LEAST ? RESERVE_LEAST : share;
    return nodes + map_pages_bound(&s->map, nodes) + reserve;
}

int store_committed(const struct store *s, uint64_t first, uint32_t count)
{
    return count && bitmap_all(&s->bitmap, BITMAP_USED, 1, first, count) && bitmap_all(&s->bitmap, BITMAP_FREED, 0, first, count)
        && bitmap_all(&s->bitmap, BITMAP_RESERVED, 0, first, count);
}

lfsx_err_t store_sync(struct store *s, uint64_t sequence)
{
    store_lock(s);
    lfsx_err_t err = s->failed ? LFSX_FAILED : wal_sync(&s->wal, sequence ? sequence : s->wal.sequence);
    store_unlock(s);
    return err;
}

lfsx_err_t store_take(struct store *s, uint64_t goal, uint32_t want, int flags, uint64_t *first, uint32_t *count)
{
    lfsx_err_t err = s->read_only ? LFSX_READ_ONLY : LFSX_OK;
    store_lock(s);
    if (!err) err = wal_mend(&s->wal);
    uint64_t need = store_need(s, LFSX_LEVEL_MAX, flags);
    if (!err && s->bitmap.free < need + want && s->bitmap.freed > 0) err = store_checkpoint_locked(s);
    if (!err && s->bitmap.free <= need) err = LFSX_SPACE;
    if (!err && s->bitmap.free - need < want) want = (uint32_t)(s->bitmap.free - need);
    if (!err) err = bitmap_take(&s->bitmap, goal, want, first, count);
    store_unlock(s);
    return err;
}

void store_untake(struct store *s, uint64_t first, uint32_t count)
{
    store_lock(s);
    bitmap_untake(&s->bitmap, first, count);
    store_unlock(s);
}

lfsx_err_t store_fill_locked(struct store *s, uint64_t first, uint32_t count)
{
    if (s->read_only) return LFSX_READ_ONLY;
    return store_committed(s, first, count) ? wal_mend(&s->wal) : LFSX_ARGUMENT;
}
