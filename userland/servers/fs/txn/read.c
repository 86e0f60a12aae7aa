/* read.c - what a transaction sees: its family's writes, then what its snapshot sees, then the newest commit. */
#include <txn/state.h>

/* What memory says of a key for a reader; SEE_TREE: nothing, look in the tree. */
enum see { SEE_TREE, SEE_ABSENT, SEE_VALUE };

static enum see seen(const struct transaction *root, const struct cell *c, const void **value, uint32_t *length)
{
    const struct version *v = c && root->isolation == ISOLATION_REPEATABLE_READ ? version_seen(c, root->snapshot) : 0;
    if (c && c->owner == root && c->write) {
        *value = c->write->value;
        *length = c->write->change.length;
        return c->write->change.type == LOG_TYPE_PUT ? SEE_VALUE : SEE_ABSENT;
    }
    if (!v) return SEE_TREE;
    *value = v->value;
    *length = v->length;
    return v->present ? SEE_VALUE : SEE_ABSENT;
}

/* memory_matters - Can a cell say anything to this reader? */
static int memory_matters(const struct transaction *root)
{
    return root->owned || (root->isolation == ISOLATION_REPEATABLE_READ && root->all->count.versions_now > 0);
}

static lfsx_err_t give(enum see see, const void *from, void *value, uint32_t room, uint32_t length)
{
    if (see == SEE_VALUE && length > 0) memcpy(value, from, length < room ? length : room);
    return see == SEE_VALUE ? LFSX_OK : LFSX_ABSENT;
}

/* read_known - c: the key's cell, or 0 if there is none or it cannot matter. */
static lfsx_err_t read_known(const struct transaction *root, const struct cell *c, struct key key, void *value, uint32_t room, uint32_t *length)
{
    const void *from = 0;
    enum see see = seen(root, c, &from, length);
    return see == SEE_TREE ? store_get_locked(root->all->store, key, value, room, length) : give(see, from, value, room, *length);
}
static lfsx_err_t read_locked(const struct transaction *root, struct key key, void *value, uint32_t room, uint32_t *length)
{
    return read_known(root, memory_matters(root) ? cell_find(root->all, key) : 0, key, value, room, length);
}

lfsx_err_t transaction_read(struct transaction *t, struct key key, void *value, uint32_t room, uint32_t *length)
{
    lfsx_err_t err = transaction_enter(t);
    if (!err && t->root->isolation == ISOLATION_SERIALIZABLE) err = lock_share(t->root, key);
    if (!err) err = read_locked(t->root, key, value, room, length);
    return transaction_leave(t, err);
}

/* write_lock - The key is ours, and nobody has committed it since our snapshot. */
static lfsx_err_t write_lock(struct transaction *root, struct key key, struct cell **c)
{
    lfsx_err_t err = lock_exclusive(root, key, c);
    if (err || root->isolation != ISOLATION_REPEATABLE_READ || (*c)->last <= root->snapshot) return err;
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
    if (!err) err = write_add(t, c, value ? value : "", length);
    return transaction_leave(t, err);
}

lfsx_err_t transaction_delete(struct transaction *t, struct key key)
{
    struct cell *c;
    uint32_t length;
    uint8_t none;
    lfsx_err_t err = transaction_enter(t);
    if (!err && !key_less(key, KEY_HIGHEST)) err = LFSX_ARGUMENT;
    if (!err) err = write_lock(t->root, key, &c);
    if (!err) err = read_known(t->root, c, key, &none, 0, &length);
    if (!err) err = write_add(t, c, 0, 0);
    return transaction_leave(t, err);
}

/* Two ascending sequences become one: the tree's entries, and the cells that say something. */
struct merge { const struct transaction *root; struct cell *next; btree_visit visit; void *self; };

/* cells_visit - Those below `to`. */
static int cells_visit(struct merge *m, struct key to)
{
    const void *value;
    uint32_t length;
    int stop = 0;
    while (m->next && key_less(m->next->node.key, to) && !stop) {
        const struct cell *c = m->next;
        m->next = cell_after(m->root->all, c->node.key);
        if (seen(m->root, c, &value, &length) == SEE_VALUE) stop = m->visit(m->self, c->node.key, value, length);
    }
    return stop;
}

static int merge_visit(void *self, struct key key, const void *value, uint32_t length)
{
    struct merge *m = self;
    enum see see = SEE_TREE;
    int stop = cells_visit(m, key);
    if (!stop && m->next && key_equal(m->next->node.key, key)) {
        see = seen(m->root, m->next, &value, &length);
        m->next = cell_after(m->root->all, key);
    }
    return stop || see == SEE_ABSENT ? stop : m->visit(m->self, key, value, length);
}

static lfsx_err_t scan_locked(const struct transaction *root, struct key from, struct key to, btree_visit visit, void *self)
{
    struct merge m = {root, 0, visit, self};
    if (!memory_matters(root)) return store_scan_locked(root->all->store, from, to, visit, self);
    m.next = cell_from(root->all, from);
    int stop = store_scan_locked(root->all->store, from, to, merge_visit, &m);
    return stop ? stop : cells_visit(&m, to);
}

lfsx_err_t transaction_scan(struct transaction *t, struct key from, struct key to, btree_visit visit, void *self)
{
    lfsx_err_t err = transaction_enter(t);
    if (!key_less(from, to)) return transaction_leave(t, err);
    if (!err && t->root->isolation == ISOLATION_SERIALIZABLE) err = lock_range(t->root, from, to);
    if (!err) err = scan_locked(t->root, from, to, visit, self);
    return transaction_leave(t, err);
}

/* What a search for the highest key has found: in the tree, and the cell that may say otherwise. */
struct last { const struct transaction *root; struct key from, key; void *value; uint32_t room, length; lfsx_err_t err; };

static void last_in_tree(struct last *l, struct key to)
{
    l->err = store_last_locked(l->root->all->store, l->from, to, &l->key, l->value, l->room, &l->length);
}

/* last_cell - One cell at or above what was found; 1 if it is the answer. A key that the reader sees deleted sends the tree's search further down. */
static int last_cell(struct last *l, const struct cell *c)
{
    const void *value;
    uint32_t length = 0;
    enum see see = seen(l->root, c, &value, &length);
    int same = !l->err && key_equal(c->node.key, l->key);
    if (see == SEE_ABSENT && same) last_in_tree(l, c->node.key);
    if (see != SEE_VALUE) return see == SEE_TREE && same;
    l->key = c->node.key;
    l->length = length;
    l->err = give(see, value, l->value, l->room, length);
    return 1;
}

static void last_locked(struct last *l, struct key to)
{
    const struct cell *c = memory_matters(l->root) ? cell_before(l->root->all, to) : 0;
    last_in_tree(l, to);
    while (c && !key_less(c->node.key, l->from) && (l->err ? l->err == LFSX_ABSENT : !key_less(c->node.key, l->key))) {
        if (last_cell(l, c)) return;
        c = cell_before(l->root->all, c->node.key);
    }
}

lfsx_err_t transaction_last(struct transaction *t, struct key from, struct key to, struct key *key, void *value, uint32_t room, uint32_t *length)
{
    struct last l = {.root = t->root, .from = from, .value = value, .room = room};
    lfsx_err_t err = transaction_enter(t);
    if (!err && t->root->isolation == ISOLATION_SERIALIZABLE && key_less(from, to)) err = lock_range(t->root, from, to);
    if (!err) last_locked(&l, to), err = l.err;
    *key = l.key;
    *length = l.length;
    return transaction_leave(t, err);
}

/* version_at - What was newest at that commit, if it is certain: no snapshot older than it means that it may be gone. */
static lfsx_err_t version_at(const struct transactions *all, struct key key, uint64_t sequence, const struct version **out)
{
    uint64_t now = all->store->wal.sequence;
    const struct cell *c = cell_find(all, key);
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
    if (!err && v) err = give(v->present ? SEE_VALUE : SEE_ABSENT, v->value, value, room, v->length);
    else if (!err) err = store_get_locked(all->store, key, value, room, length);
    store_unlock(all->store);
    return err;
}
