/* blocks.c - blocks for file data. */
#include <txn/state.h>

/* taken - Note them; if that fails they go back. */
static lfsx_err_t taken(struct transaction *t, uint64_t first, uint32_t count)
{
    lfsx_err_t err = write_blocks(t, LOG_TYPE_TAKE, first, count);
    if (err) bitmap_untake(&t->all->store->bitmap, first, count);
    return err;
}

lfsx_err_t transaction_take(struct transaction *t, uint64_t goal, uint32_t want, uint64_t *first, uint32_t *count)
{
    struct store *s = t->all->store;
    lfsx_err_t err = transaction_enter(t);
    t->root->away = !err;
    store_unlock(s);
    if (err) return err;
    err = store_take(s, goal, want, t->root->flags & COMMIT_RESERVE, first, count);
    store_lock(s);
    t->root->away = 0;
    if (!err) err = taken(t, *first, *count);
    return transaction_leave(t, err);
}

/* givable - Committed, and not given back yet. */
static int givable(const struct bitmap *m, uint64_t first, uint32_t count)
{
    return count > 0 && bitmap_all(m, BITMAP_USED, 1, first, count) && bitmap_all(m, BITMAP_RESERVED, 0, first, count) && bitmap_all(m, BITMAP_FREED, 0, first, count);
}

lfsx_err_t transaction_give(struct transaction *t, uint64_t first, uint32_t count)
{
    const struct bitmap *m = &t->all->store->bitmap;
    lfsx_err_t err = transaction_enter(t);
    if (!err && !givable(m, first, count)) err = LFSX_ARGUMENT;
    if (!err) err = write_blocks(t, LOG_TYPE_GIVE, first, count);
    return transaction_leave(t, err);
}

lfsx_err_t transaction_fill(struct transaction *t, uint64_t first, uint32_t count)
{
    lfsx_err_t err = transaction_enter(t);
    if (!err) err = store_fill_locked(t->all->store, first, count);
    if (!err) err = write_blocks(t, LOG_TYPE_TAKE, first, count);
    return transaction_leave(t, err);
}

void transaction_wrote(struct transaction *t)
{
    store_lock(t->all->store);
    t->root->flags |= COMMIT_DATA;
    store_unlock(t->all->store);
}
