/* blocker.c - who is in the way of a lock. Exclusive: cell.owner, one. Shared: cell.shares. Shared ranges: a list of all. */
#include <txn/state.h>

int range_covers(const struct range_lock *r, struct key k) { return !key_less(k, r->from) && key_less(k, r->to); }

static int owner_each(const struct transaction *root, const struct cell *c, blocker_visit visit, void *self)
{
    return c && c->owner && c->owner != root ? visit(self, c->owner) : 0;
}

/* readers_each - Who reads the key under a lock, or a range that has it. */
static int readers_each(const struct transaction *root, const struct cell *c, struct key key, blocker_visit visit, void *self)
{
    int stop = 0;
    for (const struct share *s = c ? c->shares : 0; s && !stop; s = s->next)
        if (s->holder != root) stop = visit(self, s->holder);
    for (const struct range_lock *r = root->all->ranges; r && !stop; r = r->next)
        if (r->holder != root && range_covers(r, key)) stop = visit(self, r->holder);
    return stop;
}

static int owners_each(const struct transaction *root, struct key from, struct key to, blocker_visit visit, void *self)
{
    struct cells *cells = &root->all->cells;
    int stop = 0;
    for (const struct cell *c = cell_from(cells, from); c && key_less(c->node.key, to) && !stop; c = cell_after(cells, c->node.key))
        stop = owner_each(root, c, visit, self);
    return stop;
}

int blockers_each(const struct transaction *root, blocker_visit visit, void *self)
{
    const struct want *w = &root->want;
    if (w->kind == WANT_RANGE) return owners_each(root, w->from, w->to, visit, self);
    const struct cell *c = cell_find(&root->all->cells, w->from);
    int stop = owner_each(root, c, visit, self);
    return stop || w->kind == WANT_SHARE ? stop : readers_each(root, c, w->from, visit, self);
}
