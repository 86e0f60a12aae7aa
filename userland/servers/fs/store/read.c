/* read.c - looking at a store. */
#include <store/store.h>

lfsx_err_t store_get_locked(struct store *s, struct key key, void *value, uint32_t room, uint32_t *length)
{
    return btree_search(&s->tree, key, value, room, length);
}
lfsx_err_t store_peek_locked(struct store *s, struct key key, const uint8_t **value, uint32_t *length) { return btree_peek(&s->tree, key, value, length); }
lfsx_err_t store_find_locked(struct store *s, struct key key, struct btree_hint *where) { return btree_find(&s->tree, key, where); }
lfsx_err_t store_scan_locked(struct store *s, struct key from, struct key to, btree_visit visit, void *self)
{
    return btree_range_query(&s->tree, from, to, visit, self);
}
lfsx_err_t store_last_locked(struct store *s, struct key from, struct key to, struct key *key, void *value, uint32_t room, uint32_t *length)
{
    const uint8_t *at;
    lfsx_err_t err = btree_last(&s->tree, to, key, &at, length);
    if (!err && key_less(*key, from)) err = LFSX_ABSENT;
    if (!err && *length > 0) memcpy(value, at, *length < room ? *length : room);
    return err;
}

lfsx_err_t store_get(struct store *s, struct key key, void *value, uint32_t room, uint32_t *length)
{
    store_lock(s);
    lfsx_err_t err = store_get_locked(s, key, value, room, length);
    store_unlock(s);
    return err;
}

lfsx_err_t store_scan(struct store *s, struct key from, struct key to, btree_visit visit, void *self)
{
    store_lock(s);
    lfsx_err_t err = store_scan_locked(s, from, to, visit, self);
    store_unlock(s);
    return err;
}

void store_info_get(struct store *s, struct store_info *out)
{
    store_lock(s);
    *out = (struct store_info){.blocks = s->super.blocks, .free = s->bitmap.free, .freed = s->bitmap.freed, .generation = s->super.generation,
        .sequence = s->wal.sequence, .durable = s->wal.durable, .nodes = s->map.nodes - s->tree.spares, .nodes_changed = s->cache.changed_count,
        .frames = s->cache.frames, .hits = s->cache.hits, .misses = s->cache.misses, .evictions = s->cache.evictions, .splits = s->tree.splits,
        .merges = s->tree.merges, .borrows = s->tree.borrows};
    wal_statistics_get(&s->wal, &out->log);
    store_unlock(s);
}

void store_watch(struct store *s, store_look look, void *self)
{
    s->look = look;
    s->looker = self;
}

const uint8_t *store_planned_value(const struct change *c, uint32_t *length)
{
    const uint8_t *b = c->hint.leaf->b;
    return node_has(b, c->hint.at, c->key) ? node_value(b, c->hint.at, length) : 0;
}
