/* lock.c - strict two-phase locks of keys and ranges: taken as needed, all given back at the end. */
#include <txn/state.h>

static int shares_already(const struct transaction *root, const struct cell *c, struct key key)
{
    if (c && c->owner == root) return 1;
    for (const struct share *s = c ? c->shares : 0; s; s = s->next)
        if (s->holder == root) return 1;
    for (const struct range_lock *r = root->ranges; r; r = r->next_of_holder)
        if (range_covers(r, key)) return 1;
    return 0;
}

lfsx_err_t lock_share(struct transaction *root, struct key key)
{
    struct transactions *all = root->all;
    if (shares_already(root, cell_find(&all->cells, key), key)) return LFSX_OK;
    lfsx_err_t err = wait_for(root, WANT_SHARE, key, key);
    if (err) return err;
    struct share *s = pool_take(&all->pool, sizeof *s);
    struct cell *c = s ? cell_get(&all->cells, key) : 0;
    if (!c && s) pool_give(&all->pool, s, sizeof *s);
    if (!c) return LFSX_MEMORY;
    *s = (struct share){c->shares, root->shares, c, root};
    c->shares = root->shares = s;
    return LFSX_OK;
}

lfsx_err_t lock_meet(struct transaction *root, struct key key, struct cell **out)
{
    struct cells *cells = &root->all->cells;
    struct cell *c = *out = cell_find(cells, key);
    if (c && c->owner == root) return LFSX_OK;
    lfsx_err_t err = wait_for(root, WANT_EXCLUSIVE, key, key);
    return err ? err : lock_own(root, *out = cell_get(cells, key));
}

lfsx_err_t lock_range(struct transaction *root, struct key from, struct key to)
{
    for (const struct range_lock *r = root->ranges; r; r = r->next_of_holder)
        if (!key_less(from, r->from) && !key_less(r->to, to)) return LFSX_OK;
    lfsx_err_t err = wait_for(root, WANT_RANGE, from, to);
    if (err) return err;
    struct range_lock *r = pool_take(&root->all->pool, sizeof *r);
    if (!r) return LFSX_MEMORY;
    *r = (struct range_lock){root->all->ranges, root->ranges, from, to, root};
    root->all->ranges = root->ranges = r;
    return LFSX_OK;
}
