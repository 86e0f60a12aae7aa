/* lock.c - strict two-phase locks of keys and ranges: taken as needed, all given back at the end.
 *
 * Exclusive: cell.owner, one. Shared: cell.shares. Shared ranges: a list of all. Who waits holds no place in a queue: it looks again after every release. */
#include <txn/state.h>

static int covers(const struct range_lock *r, struct key k) { return !key_less(k, r->from) && key_less(k, r->to); }

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
        if (r->holder != root && covers(r, key)) stop = visit(self, r->holder);
    return stop;
}

static int owners_each(const struct transaction *root, struct key from, struct key to, blocker_visit visit, void *self)
{
    int stop = 0;
    for (const struct cell *c = cell_from(root->all, from); c && key_less(c->node.key, to) && !stop; c = cell_after(root->all, c->node.key))
        stop = owner_each(root, c, visit, self);
    return stop;
}

int blockers_each(const struct transaction *root, blocker_visit visit, void *self)
{
    const struct want *w = &root->want;
    if (w->kind == WANT_RANGE) return owners_each(root, w->from, w->to, visit, self);
    const struct cell *c = cell_find(root->all, w->from);
    int stop = owner_each(root, c, visit, self);
    return stop || w->kind == WANT_SHARE ? stop : readers_each(root, c, w->from, visit, self);
}

static int blocker_found(void *self, struct transaction *blocker)
{
    *(struct transaction **)self = blocker;
    return 1;
}
static int blocked(const struct transaction *root)
{
    struct transaction *any;
    return blockers_each(root, blocker_found, &any);
}

static void wait_begin(struct transaction *root)
{
    if (!root->waiting) root->all->waiting++, root->all->count.waits++;
    root->waiting = 1;
}
void wait_end(struct transaction *root)
{
    if (root->waiting) root->all->waiting--;
    root->waiting = 0;
}

/* cycles_break - Every cycle through this transaction, until it or nobody is the victim. */
static void cycles_break(struct transaction *root)
{
    struct transaction *victim;
    while (root->state == TRANSACTION_ACTIVE && (victim = deadlock_victim(root))) transaction_doom(victim, LFSX_DEADLOCK);
}

/* lock_wait - Until nobody is in the way of root->want. */
static lfsx_err_t lock_wait(struct transaction *root)
{
    const struct sync *sync = root->all->sync;
    while (root->state == TRANSACTION_ACTIVE && blocked(root)) {
        wait_begin(root);
        cycles_break(root);
        if (root->state != TRANSACTION_ACTIVE || !blocked(root)) continue;
        if (!sync->wait) return LFSX_BUSY;
        sync->wait(sync->self, root->deadline);
        if (root->state == TRANSACTION_ACTIVE && transaction_expired(root)) transaction_doom(root, LFSX_TIMEOUT);
    }
    wait_end(root);
    return root->state == TRANSACTION_ACTIVE ? LFSX_OK : root->why;
}

static int shares_already(const struct transaction *root, const struct cell *c, struct key key)
{
    if (c && c->owner == root) return 1;
    for (const struct share *s = c ? c->shares : 0; s; s = s->next)
        if (s->holder == root) return 1;
    for (const struct range_lock *r = root->ranges; r; r = r->next_of_holder)
        if (covers(r, key)) return 1;
    return 0;
}

lfsx_err_t lock_share(struct transaction *root, struct key key)
{
    if (shares_already(root, cell_find(root->all, key), key)) return LFSX_OK;
    root->want = (struct want){WANT_SHARE, key, key};
    lfsx_err_t err = lock_wait(root);
    if (err) return err;
    struct share *s = memory_take(root->all->memory, sizeof *s);
    struct cell *c = s ? cell_get(root->all, key) : 0;
    if (!c) return memory_give(root->all->memory, s, sizeof *s), LFSX_MEMORY;
    *s = (struct share){c->shares, root->shares, c, root};
    c->shares = root->shares = s;
    return LFSX_OK;
}

lfsx_err_t lock_exclusive(struct transaction *root, struct key key, struct cell **out)
{
    struct cell *c = cell_find(root->all, key);
    *out = c;
    if (c && c->owner == root) return LFSX_OK;
    if (c || root->all->ranges) {
        root->want = (struct want){WANT_EXCLUSIVE, key, key};
        lfsx_err_t err = lock_wait(root);
        if (err) return err;
        c = cell_get(root->all, key);
    } else c = cell_make(root->all, key); /* nobody knows the key, so nobody is in the way */
    *out = c;
    if (!c) return LFSX_MEMORY;
    c->owner = root;
    root->owned_cells++;
    c->next_owned = root->owned;
    root->owned = c;
    return LFSX_OK;
}

lfsx_err_t lock_range(struct transaction *root, struct key from, struct key to)
{
    for (const struct range_lock *r = root->ranges; r; r = r->next_of_holder)
        if (!key_less(from, r->from) && !key_less(r->to, to)) return LFSX_OK;
    root->want = (struct want){WANT_RANGE, from, to};
    lfsx_err_t err = lock_wait(root);
    if (err) return err;
    struct range_lock *r = memory_take(root->all->memory, sizeof *r);
    if (!r) return LFSX_MEMORY;
    *r = (struct range_lock){root->all->ranges, root->ranges, from, to, root};
    root->all->ranges = root->ranges = r;
    return LFSX_OK;
}

static void share_drop(struct transactions *all, struct share *s)
{
    struct share **p = &s->cell->shares;
    while (*p != s) p = &(*p)->next;
    *p = s->next;
    cell_release(all, s->cell);
    memory_give(all->memory, s, sizeof *s);
}

static void range_drop(struct transactions *all, struct range_lock *r)
{
    struct range_lock **p = &all->ranges;
    while (*p != r) p = &(*p)->next;
    *p = r->next;
    memory_give(all->memory, r, sizeof *r);
}

/* owns_all - Every cell there is is this root's, and nothing else needs one. */
static int owns_all(const struct transaction *root)
{
    return root->owned_cells == root->all->cells_now && !root->shares && root->all->count.versions_now == 0;
}

/* owned_release - If there are no other cells the map is emptied at once instead of key by key. */
static void owned_release(struct transaction *root)
{
    struct transactions *all = root->all;
    int at_once = owns_all(root);
    if (at_once) all->cells = (struct keymap){0}, all->cells_now = 0;
    for (struct cell *c = root->owned, *next; c; c = next) {
        next = c->next_owned;
        c->owner = 0;
        if (at_once) memory_give(all->memory, c, sizeof *c);
        else cell_release(all, c);
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
