/* savepoint.c - positions in the writes, to come back to. */
#include <txn/state.h>

void savepoints_drop(struct transaction *t, uint32_t above)
{
    for (struct savepoint *s = t->savepoints; s && s->id > above; s = t->savepoints) {
        t->savepoints = s->older;
        pool_give(&t->all->pool, s, sizeof *s);
    }
}

lfsx_err_t transaction_set_savepoint(struct transaction *t, uint32_t *savepoint)
{
    struct savepoint *s = 0;
    lfsx_err_t err = transaction_enter(t);
    if (!err && t->root->savepoint_last == ~0u) err = LFSX_LARGE;
    if (!err) s = pool_take(&t->all->pool, sizeof *s);
    if (!err && !s) err = LFSX_MEMORY;
    if (err) return transaction_leave(t, err);
    *s = (struct savepoint){t->savepoints, ++t->root->savepoint_last, t->root->position};
    t->savepoints = s;
    *savepoint = s->id;
    return transaction_leave(t, LFSX_OK);
}

lfsx_err_t transaction_rollback_to_savepoint(struct transaction *t, uint32_t savepoint)
{
    lfsx_err_t err = transaction_enter(t);
    const struct savepoint *s = t->savepoints;
    while (!err && s && s->id != savepoint) s = s->older;
    if (!err && !s) err = LFSX_ARGUMENT;
    if (!err) {
        writes_forget(t->root, s->position);
        savepoints_drop(t, savepoint);
    }
    return transaction_leave(t, err);
}
