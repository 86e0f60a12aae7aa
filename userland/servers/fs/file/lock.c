/* lock.c - byte ranges that owners have locked, of each inode in one list; in memory only. An owner's ranges do not overlap and are cut and joined as POSIX says. */
#include <file/state.h>

static int overlap(const struct fs_lock *a, const struct fs_lock *b) { return a->table == b->table && a->from < b->to && b->from < a->to; }

const struct range *range_in_the_way(const struct range *r, const struct fs_lock *l)
{
    for (; r && l->kind != FS_LOCK_NONE; r = r->next)
        if (r->lock.owner != l->owner && overlap(&r->lock, l) && (l->kind == FS_LOCK_EXCLUSIVE || r->lock.kind == FS_LOCK_EXCLUSIVE)) return r;
    return 0;
}

static void range_add(struct user *u, struct range *r, struct fs_lock lock)
{
    *r = (struct range){u->ranges, lock};
    u->ranges = r;
}

static void range_drop(struct fs *fs, struct range **p)
{
    struct range *r = *p;
    *p = r->next;
    memory_give(fs->options.store.memory, r, sizeof *r);
}

/* ranges_cut - The owner has nothing in [from, to) any more. What is on both sides needs one record more: *spare, which then is 0. */
static void ranges_cut(struct fs *fs, struct user *u, const struct fs_lock *l, struct range **spare)
{
    for (struct range **p = &u->ranges, *r; (r = *p);) {
        struct fs_lock old = r->lock;
        if (old.owner != l->owner || !overlap(&old, l)) { p = &r->next; continue; }
        int left = old.from < l->from, right = old.to > l->to;
        if (left) r->lock.to = l->from;
        if (left && right) range_add(u, *spare, (struct fs_lock){old.kind, old.owner, l->to, old.to, old.table}), *spare = 0;
        else if (right) r->lock.from = l->to;
        if (left || right) p = &r->next;
        else range_drop(fs, p);
    }
}

/* ranges_join - Neighbours of the same kind become one with it. */
static void ranges_join(struct fs *fs, struct user *u, struct fs_lock *l)
{
    for (struct range **p = &u->ranges, *r; (r = *p);) {
        int joins = r->lock.owner == l->owner && r->lock.kind == l->kind && r->lock.table == l->table && (r->lock.to == l->from || r->lock.from == l->to);
        if (!joins) { p = &r->next; continue; }
        if (r->lock.from < l->from) l->from = r->lock.from;
        if (r->lock.to > l->to) l->to = r->lock.to;
        range_drop(fs, p);
    }
}

/* set - Everything that can fail before: two records, for the range itself and for what is on both sides of a cut. */
static lfsx_err_t set(struct fs *fs, struct user *u, struct fs_lock l)
{
    const struct memory *m = fs->options.store.memory;
    struct range *own = memory_take(m, sizeof *own), *spare = memory_take(m, sizeof *spare);
    lfsx_err_t err = own && spare ? LFSX_OK : LFSX_MEMORY;
    if (!err) ranges_cut(fs, u, &l, &spare);
    if (!err && l.kind != FS_LOCK_NONE) {
        ranges_join(fs, u, &l);
        range_add(u, own, l);
        own = 0;
    }
    memory_give(m, own, sizeof *own);
    memory_give(m, spare, sizeof *spare);
    return err;
}

lfsx_err_t lock_ok(const struct fs_lock *l)
{
    return l->from < l->to && l->kind <= FS_LOCK_EXCLUSIVE && l->table <= FS_LOCK_FILES ? LFSX_OK : LFSX_ARGUMENT;
}

lfsx_err_t lock_try(struct fs *fs, uint64_t inode, const struct fs_lock *lock, struct fs_lock *other)
{
    struct user *u = user_get(fs, inode);
    const struct range *r = u ? range_in_the_way(u->ranges, lock) : 0;
    lfsx_err_t err = !u ? LFSX_MEMORY : r ? LFSX_LOCKED : set(fs, u, *lock);
    if (r) *other = r->lock;
    if (u) user_release(fs, u);
    if (!err) sync_wake(&fs->options.store.sync);
    return err;
}

lfsx_err_t fs_lock_set(struct fs *fs, uint64_t inode, const struct fs_lock *lock, struct fs_lock *other)
{
    lfsx_err_t err = lock_ok(lock);
    if (err) return err;
    store_lock(&fs->store);
    err = lock_try(fs, inode, lock, other);
    store_unlock(&fs->store);
    return err;
}

lfsx_err_t fs_lock_test(struct fs *fs, uint64_t inode, const struct fs_lock *lock, struct fs_lock *other)
{
    lfsx_err_t err = lock_ok(lock);
    if (err) return err;
    store_lock(&fs->store);
    const struct user *u = user_find(fs, inode);
    const struct range *r = u ? range_in_the_way(u->ranges, lock) : 0;
    if (r) *other = r->lock;
    store_unlock(&fs->store);
    return r ? LFSX_LOCKED : LFSX_OK;
}

static void owner_drop(struct fs *fs, struct user *u, uint64_t owner, int all)
{
    for (struct range **p = &u->ranges; *p;) {
        if (all || (*p)->lock.owner == owner) range_drop(fs, p);
        else p = &(*p)->next;
    }
}

void ranges_drop(struct fs *fs, struct user *u) { owner_drop(fs, u, 0, 1); }

void fs_lock_drop(struct fs *fs, uint64_t inode, uint64_t owner)
{
    store_lock(&fs->store);
    struct user *u = user_find(fs, inode);
    if (u) {
        owner_drop(fs, u, owner, 0);
        user_release(fs, u);
    }
    sync_wake(&fs->options.store.sync);
    store_unlock(&fs->store);
}
