/* all.c - what is done with all transactions of a store, and what is told of them. */
#include <txn/state.h>

/* sizes_note - What the log takes of each kind of change, without the end of the transaction. */
static void sizes_note(struct transactions *all)
{
    const struct change put = {.type = LOG_TYPE_PUT}, gone = {.type = LOG_TYPE_DELETE}, range = {.type = LOG_TYPE_TAKE};
    all->put_bytes = (uint32_t)(wal_bytes(&put) - wal_bytes(0));
    all->delete_bytes = (uint32_t)(wal_bytes(&gone) - wal_bytes(0));
    all->range_bytes = (uint32_t)(wal_bytes(&range) - wal_bytes(0));
}

lfsx_err_t transactions_open(struct store *store, struct transactions **out)
{
    struct transactions *all = memory_take_zero(store->options.memory, sizeof *all);
    *out = all;
    if (!all) return LFSX_MEMORY;
    all->store = store;
    all->memory = store->options.memory;
    all->sync = &store->options.sync;
    pool_open(&all->pool, all->memory);
    cells_open(&all->cells, &all->pool, store->super.uuid, store->options.boot);
    sizes_note(all);
    store_watch(store, versions_watch, all);
    return LFSX_OK;
}

void transactions_close(struct transactions *all)
{
    struct store *store = all->store;
    store_lock(store);
    while (all->first) transaction_drop(all->first);
    store_watch(store, 0, 0);
    cells_close(&all->cells);
    pool_close(&all->pool);
    store_unlock(store);
    memory_give(all->memory, all, sizeof *all);
}

void transactions_expire(struct transactions *all)
{
    store_lock(all->store);
    for (struct transaction *t = all->first; t; t = t->next)
        if (t->state == TRANSACTION_ACTIVE && !t->away && transaction_expired(t)) transaction_doom(t, LFSX_TIMEOUT);
    store_unlock(all->store);
}

enum transaction_state transaction_state_get(const struct transaction *t)
{
    store_lock(t->all->store);
    enum transaction_state state = t->root->state;
    store_unlock(t->all->store);
    return state;
}

uint64_t transaction_id(const struct transaction *t) { return t->root->id; }

void transactions_collect(struct transactions *all)
{
    store_lock(all->store);
    versions_collect(all);
    versions_sweep(all);
    store_unlock(all->store);
}

void transactions_statistics(struct transactions *all, struct transaction_statistics *out)
{
    store_lock(all->store);
    *out = all->count;
    store_unlock(all->store);
}
