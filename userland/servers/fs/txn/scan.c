/* scan.c - a range as a transaction sees it. */
#include <txn/state.h>

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
        m->next = cell_after(&m->root->all->cells, c->node.key);
        if (see(m->root, c, &value, &length) == SEE_VALUE) stop = m->visit(m->self, c->node.key, value, length);
    }
    return stop;
}

static int merge_visit(void *self, struct key key, const void *value, uint32_t length)
{
    struct merge *m = self;
    enum see what = SEE_TREE;
    int stop = cells_visit(m, key);
    if (!stop && m->next && key_equal(m->next->node.key, key)) {
        what = see(m->root, m->next, &value, &length);
        m->next = cell_after(&m->root->all->cells, key);
    }
    return stop || what == SEE_ABSENT ? stop : m->visit(m->self, key, value, length);
}

static lfsx_err_t scan_locked(const struct transaction *root, struct key from, struct key to, btree_visit visit, void *self)
{
    struct merge m = {root, 0, visit, self};
    if (!see_matters(root)) return store_scan_locked(root->all->store, from, to, visit, self);
    m.next = cell_from(&root->all->cells, from);
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
