/* end.c - transactions end, and are ended. */
#include <txn/state.h>

/* finish - Nothing of the root is left but its handle. */
static void finish(struct transaction *root, enum transaction_state state)
{
    struct transactions *all = root->all;
    if (root->state != TRANSACTION_ACTIVE) return;
    writes_end(root, state == TRANSACTION_COMMITTED);
    locks_release(root);
    wait_end(root); /* only now: it may sleep, and is woken too */
    root->state = state;
    snapshot_end(root);
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

lfsx_err_t transaction_enter_seldom(struct transaction *t)
{
    struct transaction *root = t->root;
    wait_end(root);
    if (t->child) return LFSX_STATE;
    if (root->state == TRANSACTION_ACTIVE && transaction_expired(root)) transaction_doom(root, LFSX_TIMEOUT);
    return root->state == TRANSACTION_ACTIVE ? LFSX_OK : root->why;
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
        pool_give(&all->pool, t, sizeof *t);
    }
}

/* root_commit - To the store, which may give up the lock meanwhile. Nothing is left of the transaction, but its handle. It reads no more, so nothing that it replaces is
 * kept for its own snapshot. */
static lfsx_err_t root_commit(struct transaction *t, uint64_t *sequence)
{
    struct store *store = t->all->store;
    struct change *first = writes_chain(t);
    snapshot_end(t);
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

void transaction_drop(struct transaction *t)
{
    if (t->parent && t->root->state == TRANSACTION_ACTIVE) writes_forget(t->root, t->base);
    if (!t->parent) finish(t, TRANSACTION_ABORTED), root_unlink(t);
    handle_free(t);
}

void transaction_abort(struct transaction *t)
{
    struct store *store = t->all->store;
    store_lock(store);
    wait_end(t->root);
    transaction_drop(t);
    store_unlock(store);
}
