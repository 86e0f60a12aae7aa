/* begin.c - transactions begin. */
#include <txn/state.h>

static void root_link(struct transaction *t)
{
    struct transactions *all = t->all;
    t->previous = all->last;
    *(all->last ? &all->last->next : &all->first) = t;
    all->last = t;
    all->count.begun++;
    all->count.active++;
}

static lfsx_err_t root_init(struct transaction *t, const struct transaction_options *o)
{
    struct transactions *all = t->all;
    uint64_t now = sync_now(all->sync), most = wal_bytes_max(&all->store->wal);
    if (o->log_bytes > most || o->isolation > ISOLATION_SERIALIZABLE) return o->log_bytes > most ? LFSX_LARGE : LFSX_ARGUMENT;
    t->root = t;
    t->isolation = o->isolation;
    t->id = ++all->id;
    t->begun = now;
    t->deadline = o->timeout_ns && o->timeout_ns < ~0ull - now ? now + o->timeout_ns : ~0ull;
    t->flags = o->reserve ? COMMIT_RESERVE : 0;
    t->bytes_max = (o->log_bytes ? o->log_bytes : most) - wal_bytes(0);
    if (o->log_bytes && o->log_bytes < wal_bytes(0)) t->bytes_max = 0;
    return LFSX_OK;
}

lfsx_err_t transaction_begin(struct transactions *all, const struct transaction_options *o, struct transaction **out)
{
    store_lock(all->store);
    struct transaction *t = pool_take_zero(&all->pool, sizeof *t);
    if (t) t->all = all;
    lfsx_err_t err = t ? root_init(t, o) : LFSX_MEMORY;
    if (err && t) pool_give(&all->pool, t, sizeof *t);
    if (!err) root_link(t);
    if (!err && t->isolation == ISOLATION_REPEATABLE_READ) snapshot_begin(t);
    *out = err ? 0 : t;
    store_unlock(all->store);
    return err;
}

lfsx_err_t transaction_begin_nested(struct transaction *parent, struct transaction **out)
{
    struct transaction *t = 0;
    lfsx_err_t err = transaction_enter(parent);
    if (!err) t = pool_take_zero(&parent->all->pool, sizeof *t);
    if (!err && !t) err = LFSX_MEMORY;
    *out = t;
    if (err) return transaction_leave(parent, err);
    t->all = parent->all;
    t->root = parent->root;
    t->parent = parent;
    t->base = parent->root->position;
    parent->child = t;
    return transaction_leave(parent, LFSX_OK);
}
