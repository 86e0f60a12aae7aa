/* open.c - who uses an inode. In memory only, under the store's lock. A record exists while the inode is open, locked or about to be freed. */
#include <file/state.h>

struct user *user_find(const struct fs *fs, uint64_t number) { return (struct user *)keymap_find(&fs->users, inode_key(number)); }

struct user *user_get(struct fs *fs, uint64_t number)
{
    struct user *u = user_find(fs, number);
    if (u) return u;
    u = memory_take_zero(fs->options.store.memory, sizeof *u);
    if (!u) return 0;
    u->node.key = inode_key(number);
    keymap_insert(&fs->users, &u->node);
    return u;
}

void user_release(struct fs *fs, struct user *u)
{
    if (u->count || u->leaving || u->ranges) return;
    keymap_remove(&fs->users, &u->node);
    memory_give(fs->options.store.memory, u, sizeof *u);
}

/* leaving_wait - Until nobody is about to free it. */
static void leaving_wait(struct fs *fs, uint64_t number)
{
    const struct sync *s = &fs->options.store.sync;
    for (const struct user *u = user_find(fs, number); u && u->leaving && s->wait; u = user_find(fs, number)) s->wait(s->self, ~0ull);
}

lfsx_err_t fs_open(struct fs *fs, uint64_t inode)
{
    uint32_t length;
    uint8_t none;
    store_lock(&fs->store);
    leaving_wait(fs, inode);
    lfsx_err_t err = inode ? store_get_locked(&fs->store, inode_key(inode), &none, 0, &length) : LFSX_ABSENT;
    struct user *u = err ? 0 : user_get(fs, inode);
    if (!err && !u) err = LFSX_MEMORY;
    if (!err) u->count++;
    store_unlock(&fs->store);
    return err;
}

/* unnamed - Has it no name any more? */
static int unnamed(struct fs *fs, uint64_t number)
{
    struct file f;
    struct view v = {fs, 0};
    return !file_load(&v, number, &f) && f.i.links == 0;
}

lfsx_err_t fs_close(struct fs *fs, uint64_t inode)
{
    int last = 0;
    store_lock(&fs->store);
    struct user *u = user_find(fs, inode);
    lfsx_err_t err = u && u->count > 0 ? LFSX_OK : LFSX_STATE;
    if (!err && --u->count == 0) last = unnamed(fs, inode);
    if (!err) user_release(fs, u);
    store_unlock(&fs->store);
    if (last && !fs->store.read_only) reap(fs, inode); /* what it cannot free now the next mount does */
    return err;
}

int user_is_linkable(struct fs *fs, uint64_t number)
{
    store_lock(&fs->store);
    const struct user *u = user_find(fs, number);
    int linkable = u && u->linkable;
    store_unlock(&fs->store);
    return linkable;
}

int user_leave(struct operation *op, uint64_t number)
{
    struct fs *fs = op->view.fs;
    store_lock(&fs->store);
    struct user *u = user_get(fs, number);
    int alone = u && u->count == 0 && !u->leaving;
    if (alone) u->leaving = 1, op->leaving = number;
    store_unlock(&fs->store);
    return alone;
}

void user_stay(struct fs *fs, uint64_t number)
{
    store_lock(&fs->store);
    struct user *u = user_find(fs, number);
    u->leaving = 0;
    user_release(fs, u);
    sync_wake(&fs->options.store.sync);
    store_unlock(&fs->store);
}

void users_drop(struct fs *fs)
{
    wishes_drop(fs);
    for (struct user *u = (struct user *)fs->users.root; u; u = (struct user *)fs->users.root) {
        u->count = u->leaving = 0;
        ranges_drop(fs, u);
        user_release(fs, u);
    }
}
