/* change.c - a transaction locks, writes and deletes keys. */
#include <txn/write.h>

/* write_lock - The key is ours, and nobody has committed it since our snapshot. If nobody knows the key, nobody is in the way. */
static inline __attribute__((always_inline)) lfsx_err_t write_lock(struct transaction *root, struct key key, struct cell **out)
{
    struct cells *cells = &root->all->cells;
    uint64_t hash = cell_hash(cells, key);
    if (!cell_at(cells, key, hash) && !root->all->ranges) return lock_own(root, *out = cell_make(cells, key, hash));
    lfsx_err_t err = lock_meet(root, key, out);
    if (err || root->isolation != ISOLATION_REPEATABLE_READ || (*out)->last <= root->snapshot) return err;
    transaction_doom(root, LFSX_CONFLICT);
    return LFSX_CONFLICT;
}

lfsx_err_t transaction_lock(struct transaction *t, struct key key)
{
    struct cell *c;
    lfsx_err_t err = transaction_enter(t);
    if (!err) err = write_lock(t->root, key, &c);
    return transaction_leave(t, err);
}

lfsx_err_t transaction_write(struct transaction *t, struct key key, const void *value, uint32_t length)
{
    struct cell *c;
    lfsx_err_t err = transaction_enter(t);
    if (!err && length > LFSX_VALUE_MAX) err = LFSX_LARGE;
    if (!err && !key_less(key, KEY_HIGHEST)) err = LFSX_ARGUMENT;
    if (!err) err = write_lock(t->root, key, &c);
    if (!err) err = write_add(t, c, value ? value : "", length, (struct btree_hint){0});
    return transaction_leave(t, err);
}

/* visible - Does the transaction see the key, whose lock it has? *where: of the search in the tree, if there was one; the plan of the commit begins there. */
static lfsx_err_t visible(const struct transaction *root, const struct cell *c, struct key key, struct btree_hint *where)
{
    const void *value;
    uint32_t length;
    enum see what = c->write || c->versions ? see(root, c, &value, &length) : SEE_TREE;
    if (what == SEE_TREE) return store_find_locked(root->all->store, key, where);
    return what == SEE_VALUE ? LFSX_OK : LFSX_ABSENT;
}

lfsx_err_t transaction_delete(struct transaction *t, struct key key)
{
    struct cell *c;
    struct btree_hint where = {0};
    lfsx_err_t err = transaction_enter(t);
    if (!err && !key_less(key, KEY_HIGHEST)) err = LFSX_ARGUMENT;
    if (!err) err = write_lock(t->root, key, &c);
    if (!err) err = visible(t->root, c, key, &where);
    if (!err) err = write_add(t, c, 0, 0, where);
    return transaction_leave(t, err);
}
