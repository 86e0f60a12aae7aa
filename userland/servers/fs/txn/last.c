/* last.c - the highest key of a range as a transaction sees it. */
#include <txn/state.h>

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
    enum see what = see(l->root, c, &value, &length);
    int same = !l->err && key_equal(c->node.key, l->key);
    if (what == SEE_ABSENT && same) last_in_tree(l, c->node.key);
    if (what != SEE_VALUE) return what == SEE_TREE && same;
    l->key = c->node.key;
    l->length = length;
    l->err = see_give(what, value, l->value, l->room, length);
    return 1;
}

static void last_locked(struct last *l, struct key to)
{
    const struct cell *c = see_matters(l->root) ? cell_before(&l->root->all->cells, to) : 0;
    last_in_tree(l, to);
    while (c && !key_less(c->node.key, l->from) && (l->err ? l->err == LFSX_ABSENT : !key_less(c->node.key, l->key))) {
        if (last_cell(l, c)) return;
        c = cell_before(&l->root->all->cells, c->node.key);
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
