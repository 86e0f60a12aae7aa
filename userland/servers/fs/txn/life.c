/* life.c - transactions begin, end, and are ended. */
#include <txn/state.h>

int transaction_expired(const struct transaction *root) { return root->deadline != ~0ull && sync_now(root->all->sync) >= root->deadline; }

/* finish - Nothing of the root is left but its handle. */
static void finish(struct transaction *root, enum transaction_state state)
{
    struct transactions *all = root->all;
    if (root->state != TRANSACTION_ACTIVE) return;
    writes_forget(root, 0, state == TRANSACTION_COMMITTED);
    locks_release(root);
    wait_end(root); /* only now: it may sleep, and is woken too */
    root->state = state;
    if (root->isolation == ISOLATION_REPEATABLE_READ) snapshot_end(root);
    all->count.active--;
    if (state == TRANSACTION_COMMITTED) all->count.committed++;
    else all->count.aborted++;
}

void transaction_doom(struct transaction *root, lfsx_err_t why)
{
    struct transactions *all = root->all;
    if (why == LFSX_DEADLOCK) all->count.deadlocks++;
    if (why == LFSX_TIMEOUT) all->count.timeouts++;
    if (why == LFSX_CONFLICT) all->count.conflicts++;
    root->why = why;
    finish(root, TRANSACTION_ABORTED);
}

lfsx_err_t transaction_enter(struct transaction *t)
{
    struct transaction *root = t->root;
    store_lock(t->all->store);
    wait_end(root);
    if (t->child) return LFSX_STATE;
    if (root->state == TRANSACTION_ACTIVE && transaction_expired(root)) transaction_doom(root, LFSX_TIMEOUT);
    return root->state == TRANSACTION_ACTIVE ? LFSX_OK : root->why;
}

lfsx_err_t transaction_leave(struct transaction *t, lfsx_err_t err)
{
    store_unlock(t->all->store);
    return err;
}

static void root_link(struct transaction *t)
{
    struct transactions *all = t->all;
    t->previous = all->last;
    *(all->last ? &all->last->next : &all->first) = t;
    all->last = t;
    all->count.begun++;
    all->count.active++;
}

static void root_unlink(struct transaction *t)
{
    *(t->previous ? &t->previous->next : &t->all->first) = t->next;
    *(t->next ? &t->next->previous : &t->all->last) = t->previous;
}

/* handle_free - And those of its nested ones. */
static void handle_free(struct transaction *t)
{
    struct transactions *all = t->all;
    struct transaction *end = t->parent;
    if (end) end->child = 0;
    while (t->child) t = t->child;
    for (struct transaction *parent; t != end; t = parent) {
        parent = t->parent;
        savepoints_drop(t, 0);
        memory_give(all->memory, t, sizeof *t);
    }
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
    struct transaction *t = memory_take_zero(all->memory, sizeof *t);
    if (t) t->all = all;
    lfsx_err_t err = t ? root_init(t, o) : LFSX_MEMORY;
    if (err) memory_give(all->memory, t, sizeof *t);
    else root_link(t);
    if (!err && t->isolation == ISOLATION_REPEATABLE_READ) snapshot_begin(t);
    *out = err ? 0 : t;
    store_unlock(all->store);
    return err;
}

lfsx_err_t transaction_begin_nested(struct transaction *parent, struct transaction **out)
{
    struct transaction *t = 0;
    lfsx_err_t err = transaction_enter(parent);
    if (!err) t = memory_take_zero(parent->all->memory, sizeof *t);
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

/* root_commit - To the store, which may give up the lock meanwhile. Nothing is left of the transaction, but its handle. */
static lfsx_err_t root_commit(struct transaction *t, uint64_t *sequence)
{
    struct store *store = t->all->store;
    struct change *first = writes_chain(t);
    t->away = 1;
    lfsx_err_t err = first ? store_commit_locked(store, first, t->id, t->flags, sequence) : LFSX_OK;
    t->away = 0;
    finish(t, err ? TRANSACTION_ABORTED : TRANSACTION_COMMITTED);
    return err;
}

lfsx_err_t transaction_commit(struct transaction *t, int durable)
{
    struct store *store = t->all->store;
    uint64_t sequence = 0;
    lfsx_err_t err = transaction_enter(t);
    if (err == LFSX_STATE) return transaction_leave(t, err);
    if (!err && !t->parent) err = root_commit(t, &sequence);
    if (!t->parent) root_unlink(t);
    handle_free(t);
    store_unlock(store);
    return err || !durable || sequence == 0 ? err : store_sync(store, sequence);
}

static void abort_locked(struct transaction *t)
{
    if (t->parent && t->root->state == TRANSACTION_ACTIVE) writes_forget(t->root, t->base, 0);
    if (!t->parent) finish(t, TRANSACTION_ABORTED), root_unlink(t);
    handle_free(t);
}

void transaction_abort(struct transaction *t)
{
    struct store *store = t->all->store;
    store_lock(store);
    wait_end(t->root);
    abort_locked(t);
    store_unlock(store);
}

void transactions_expire(struct transactions *all)
{
    store_lock(all->store);
    for (struct transaction *t = all->first; t; t = t->next)
        if (t->state == TRANSACTION_ACTIVE && !t->away && transaction_expired(t)) transaction_doom(t, LFSX_TIMEOUT);
    store_unlock(all->store);
}

lfsx_err_t transactions_open(struct store *store, struct transactions **out)
{
    struct transactions *all = memory_take_zero(store->options.memory, sizeof *all);
    *out = all;
    if (!all) return LFSX_MEMORY;
    all->store = store;
    all->memory = store->options.memory;
    all->sync = &store->options.sync;
    store_watch(store, versions_watch, all);
    return LFSX_OK;
}

void transactions_close(struct transactions *all)
{
    struct store *store = all->store;
    store_lock(store);
    while (all->first) abort_locked(all->first);
    store_watch(store, 0, 0);
    store_unlock(store);
    memory_give(all->memory, all, sizeof *all);
}
