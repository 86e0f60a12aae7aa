/* lock_wait.c - waiting for byte ranges. Who waits has its wish in a list, and looks again whenever anything was given up. The graph of who waits for whom is not kept but found: an
 * owner waits for the owners of what is in the way of its wishes. A cycle is closed by a new wish, or by a range that one of its owners gets while another thread of it waits; in both cases
 * somebody of the cycle looks afterwards and finds it: the wish that finds it is refused. */
#include <file/state.h>

/* wish_take - Without threads the wish may be there from the last time. */
static struct wish *wish_take(struct fs *fs, uint64_t inode, const struct fs_lock *l)
{
    for (struct wish *w = fs->options.store.sync.wait ? 0 : fs->wishes; w; w = w->next)
        if (w->inode == inode && w->lock.owner == l->owner && w->lock.from == l->from && w->lock.to == l->to && w->lock.kind == l->kind && w->lock.table == l->table) return w;
    struct wish *w = memory_take_zero(fs->options.store.memory, sizeof *w);
    if (!w) return 0;
    *w = (struct wish){.next = fs->wishes, .inode = inode, .lock = *l};
    fs->wishes = w;
    return w;
}

static void wish_give(struct fs *fs, struct wish *w)
{
    struct wish **p = &fs->wishes;
    while (*p != w) p = &(*p)->next;
    *p = w->next;
    memory_give(fs->options.store.memory, w, sizeof *w);
}

enum { UNSEEN, TO_DO, DONE };
/* owner_mark - The wishes of who is in the way are to be looked at too. */
static void owner_mark(struct fs *fs, uint64_t owner)
{
    for (struct wish *w = fs->wishes; w; w = w->next)
        if (w->seen == UNSEEN && w->lock.owner == owner && w->lock.table == FS_LOCK_RANGES && !w->interrupted) w->seen = TO_DO;
}

static struct wish *to_do(struct fs *fs)
{
    struct wish *w = fs->wishes;
    while (w && w->seen != TO_DO) w = w->next;
    return w;
}

/* leads_back - Does what is in the way of one wish belong to `owner`? If not, its owners are marked. */
static int leads_back(struct fs *fs, const struct wish *w, uint64_t owner)
{
    const struct user *u = user_find(fs, w->inode);
    const struct range *r = u ? range_in_the_way(u->ranges, &w->lock) : 0;
    for (; r; r = range_in_the_way(r->next, &w->lock)) {
        if (r->lock.owner == owner) return 1;
        owner_mark(fs, r->lock.owner);
    }
    return 0;
}

/* deadlock - Does the owner of this wish wait for itself? A search over the wishes, each once. */
static int deadlock(struct fs *fs, struct wish *from)
{
    int found = 0;
    if (from->lock.table != FS_LOCK_RANGES) return 0;
    for (struct wish *w = fs->wishes; w; w = w->next) w->seen = UNSEEN;
    from->seen = TO_DO;
    for (struct wish *w; !found && (w = to_do(fs));) {
        w->seen = DONE;
        found = leads_back(fs, w, from->lock.owner);
    }
    return found;
}

/* wish_wait - LFSX_LOCKED: something was given up, look again. */
static lfsx_err_t wish_wait(struct fs *fs, struct wish *w, uint64_t until)
{
    const struct sync *s = &fs->options.store.sync;
    if (w->interrupted) return LFSX_TIMEOUT;
    if (deadlock(fs, w)) return LFSX_DEADLOCK;
    if (sync_now(s) >= until) return LFSX_TIMEOUT;
    if (!s->wait) return LFSX_BUSY;
    s->wait(s->self, until);
    return LFSX_LOCKED;
}

lfsx_err_t fs_lock_wait(struct fs *fs, uint64_t inode, const struct fs_lock *lock, uint64_t until, struct fs_lock *other)
{
    lfsx_err_t err = lock_ok(lock);
    if (err) return err;
    store_lock(&fs->store);
    struct wish *w = wish_take(fs, inode, lock);
    err = w ? LFSX_LOCKED : LFSX_MEMORY;
    while (err == LFSX_LOCKED) {
        err = lock_try(fs, inode, lock, other);
        if (err == LFSX_LOCKED) err = wish_wait(fs, w, until);
    }
    if (w && err != LFSX_BUSY) wish_give(fs, w);
    store_unlock(&fs->store);
    return err;
}

void fs_lock_interrupt(struct fs *fs, uint64_t inode, uint64_t owner)
{
    const struct sync *s = &fs->options.store.sync;
    store_lock(&fs->store);
    for (struct wish *w = fs->wishes, *next; w; w = next) {
        next = w->next;
        if (w->inode != inode || w->lock.owner != owner) continue;
        if (s->wait) w->interrupted = 1;
        else wish_give(fs, w);
    }
    sync_wake(s);
    store_unlock(&fs->store);
}

void wishes_drop(struct fs *fs)
{
    while (fs->wishes) wish_give(fs, fs->wishes);
}
