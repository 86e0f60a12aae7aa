/* operation.c - every change is one transaction, every look one hold of the lock. */
#include <file/state.h>

struct view look_begin(struct fs *fs)
{
    store_lock(&fs->store);
    return (struct view){fs, 0};
}

lfsx_err_t look_end(struct fs *fs, lfsx_err_t err)
{
    store_unlock(&fs->store);
    return err;
}

void *scratch_take(struct fs *fs, size_t bytes)
{
    store_lock(&fs->store);
    void *p = memory_take(fs->options.store.memory, bytes);
    store_unlock(&fs->store);
    return p;
}

void scratch_give(struct fs *fs, void *place, size_t bytes)
{
    store_lock(&fs->store);
    memory_give(fs->options.store.memory, place, bytes);
    store_unlock(&fs->store);
}

lfsx_err_t view_read(const struct view *v, struct key key, void *value, uint32_t room, uint32_t *length)
{
    return v->t ? transaction_read(v->t, key, value, room, length) : store_get_locked(&v->fs->store, key, value, room, length);
}

lfsx_err_t view_scan(const struct view *v, struct key from, struct key to, btree_visit visit, void *self)
{
    return v->t ? transaction_scan(v->t, from, to, visit, self) : store_scan_locked(&v->fs->store, from, to, visit, self);
}

lfsx_err_t view_last(const struct view *v, struct key from, struct key to, struct key *key, void *value, uint32_t room, uint32_t *length)
{
    return v->t ? transaction_last(v->t, from, to, key, value, room, length) : store_last_locked(&v->fs->store, from, to, key, value, room, length);
}

/* try_once - An error has changed nothing. */
static lfsx_err_t try_once(struct operation *op, int reserve, attempt try, void *self)
{
    struct transaction_options o = {.isolation = ISOLATION_READ_COMMITTED, .reserve = (uint8_t)reserve};
    lfsx_err_t err = transaction_begin(op->view.fs->all, &o, &op->view.t);
    if (err) return err;
    err = try(op, self);
    if (!err) err = owners_apply(op);
    if (!err) return transaction_commit(op->view.t, 0);
    transaction_abort(op->view.t);
    return err;
}

lfsx_err_t operation_run(struct fs *fs, const struct fs_who *who, int reserve, attempt try, void *self)
{
    lfsx_err_t err = fs->store.read_only ? LFSX_READ_ONLY : LFSX_DEADLOCK;
    struct operation op;
    while (err == LFSX_DEADLOCK) {
        op = (struct operation){.view = {fs, 0}, .who = who, .now = sync_now(&fs->options.store.sync)};
        err = try_once(&op, reserve, try, self);
        if (op.leaving) user_stay(fs, op.leaving);
        if (err == TRY_AFTER_TRIM) err = (err = reap(fs, op.reap)) ? err : LFSX_DEADLOCK;
    }
    if (!err && op.reap) reap(fs, op.reap); /* what it cannot free now the next mount does */
    return err;
}
