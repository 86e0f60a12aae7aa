/* release.c - at its end a transaction's locks go, and who waits looks again. */
#include <txn/state.h>

static void share_drop(struct transactions *all, struct share *s)
{
    struct share **p = &s->cell->shares;
    while (*p != s) p = &(*p)->next;
    *p = s->next;
    cell_release(&all->cells, s->cell);
    pool_give(&all->pool, s, sizeof *s);
}

static void range_drop(struct transactions *all, struct range_lock *r)
{
    struct range_lock **p = &all->ranges;
    while (*p != r) p = &(*p)->next;
    *p = r->next;
    pool_give(&all->pool, r, sizeof *r);
}

/* owns_all - Every cell there is is this root's, and nothing else needs one. */
static int owns_all(const struct transaction *root)
{
    return root->owned_cells == root->all->cells.now && !root->shares && root->all->count.versions_now == 0;
}

/* owned_release - Their writes are given back already. */
static void owned_release(struct transaction *root)
{
    struct cells *cells = &root->all->cells;
    if (owns_all(root)) cells_drop(cells, root->owned, root->owned_first);
    else
        for (struct cell *c = root->owned, *next; c; c = next) {
            next = cell_next_owned(c);
            c->owner = 0;
            c->write = 0;
            cell_release(cells, c);
        }
    root->owned = 0;
    root->owned_cells = 0;
}

/* locks_release - The writes are forgotten already. */
void locks_release(struct transaction *root)
{
    struct transactions *all = root->all;
    owned_release(root);
    for (struct share *s = root->shares, *next; s; s = next) next = s->next_of_holder, share_drop(all, s);
    for (struct range_lock *r = root->ranges, *next; r; r = next) next = r->next_of_holder, range_drop(all, r);
    root->shares = 0;
    root->ranges = 0;
    if (all->waiting > 0) sync_wake(all->sync);
}
