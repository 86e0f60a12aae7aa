/* read.c - what a transaction sees of a key: its family's writes, then what its snapshot sees, then the newest commit. */
#include <txn/state.h>

/* read_known - Where a cell may know more than the tree. */
static __attribute__((noinline)) lfsx_err_t read_known(const struct transaction *root, struct key key, void *value, uint32_t room, uint32_t *length)
{
    const void *from = 0;
    enum see what = see(root, cell_find(&root->all->cells, key), &from, length);
    return what == SEE_TREE ? store_get_locked(root->all->store, key, value, room, length) : see_give(what, from, value, room, *length);
}

lfsx_err_t transaction_read(struct transaction *t, struct key key, void *value, uint32_t room, uint32_t *length)
{
    lfsx_err_t err = transaction_enter(t);
    if (!err && t->root->isolation == ISOLATION_SERIALIZABLE) err = lock_share(t->root, key);
    if (!err) err = see_matters(t->root) ? read_known(t->root, key, value, room, length) : store_get_locked(t->all->store, key, value, room, length);
    return transaction_leave(t, err);
}

/* version_at - What was newest at that commit, if it is certain: no snapshot older than it means that it may be gone. */
static lfsx_err_t version_at(const struct transactions *all, struct key key, uint64_t sequence, const struct version **out)
{
    uint64_t now = all->store->wal.sequence;
    const struct cell *c = cell_find(&all->cells, key);
    *out = 0;
    if (sequence == now) return LFSX_OK;
    if (sequence > now || !all->snapshot_first || sequence < all->snapshot_first->snapshot) return LFSX_RANGE;
    if (!c || c->last <= sequence) return LFSX_OK;
    *out = version_seen(c, sequence);
    return *out && (*out)->made <= sequence ? LFSX_OK : LFSX_RANGE;
}

lfsx_err_t transaction_get_version(struct transactions *all, struct key key, uint64_t sequence, void *value, uint32_t room, uint32_t *length)
{
    const struct version *v;
    store_lock(all->store);
    lfsx_err_t err = version_at(all, key, sequence, &v);
    if (!err && v) *length = v->length;
    if (!err && v) err = see_give(v->present ? SEE_VALUE : SEE_ABSENT, v->value, value, room, v->length);
    else if (!err) err = store_get_locked(all->store, key, value, room, length);
    store_unlock(all->store);
    return err;
}
