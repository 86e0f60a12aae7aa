/* play_name.c - steps of a play about names: made, linked, moved, removed, looked up, listed. */
#include "play_step.h"

static const char *const NAMES[] = {"a", "b", "c", "d", "name", "x.y", "\xff\xfe\x01", "longer name here"};

static const char *name(struct play *g) { return NAMES[below(g, 8)]; }

static uint32_t live(const struct play *g)
{
    uint32_t n = 0;
    for (int i = 0; i < POSIX_NODES; i++) n += (uint32_t)g->p.node[i].live;
    return n;
}

lfsx_err_t play_make(struct play *g)
{
    static const uint32_t types[] = {MODE_FILE, MODE_FILE, MODE_FILE, MODE_DIRECTORY, MODE_DIRECTORY, MODE_FIFO, MODE_SOCKET, MODE_CHARACTER, MODE_BLOCK};
    struct posix_node *d = pick_dir(g), *n = 0;
    struct fs_attributes a = {0};
    const struct fs_who *w = who(g);
    const char *s = name(g);
    uint32_t mode = types[below(g, 9)] | MODES[below(g, 10)];
    if (live(g) > g->nodes_max) return LFSX_OK;
    lfsx_err_t is = fs_make(g->fs, w, d->inode, N(s), mode, 0x1234, &a);
    if (play_environment(is)) return is;
    lfsx_err_t wanted = posix_make(&g->p, w, d, s, mode, 0x1234, 0, &n);
    if (!is && !wanted) n->inode = a.inode;
    return answer(g, "make", is, wanted);
}
lfsx_err_t play_symlink(struct play *g)
{
    static char target[4096];
    struct posix_node *d = pick_dir(g), *n = 0;
    struct fs_attributes a = {0};
    const struct fs_who *w = who(g);
    const char *s = name(g);
    uint32_t length = below(g, 5) ? 1 + below(g, 40) : 1 + below(g, 4095);
    if (live(g) > g->nodes_max) return LFSX_OK;
    memset(target, 'a' + (int)below(g, 26), length);
    target[length] = 0;
    lfsx_err_t is = fs_symlink(g->fs, w, d->inode, N(s), N(target), &a);
    if (play_environment(is)) return is;
    lfsx_err_t wanted = posix_make(&g->p, w, d, s, MODE_LINK | 0777, 0, target, &n);
    if (!is && !wanted) n->inode = a.inode;
    return answer(g, "symlink", is, wanted);
}
lfsx_err_t play_link(struct play *g)
{
    struct posix_node *n = pick(g, 0), *d = pick_dir(g);
    struct fs_attributes a;
    const struct fs_who *w = who(g);
    const char *s = name(g);
    DO(g, "link", fs_link(g->fs, w, n->inode, d->inode, N(s), &a), posix_link(&g->p, w, n, d, s));
}
lfsx_err_t play_unlink(struct play *g)
{
    struct posix_node *d = pick_dir(g);
    const struct fs_who *w = who(g);
    const char *s = name(g);
    DO(g, "unlink", fs_unlink(g->fs, w, d->inode, N(s)), posix_remove(&g->p, w, d, s, 0));
}
lfsx_err_t play_rmdir(struct play *g)
{
    struct posix_node *d = pick_dir(g);
    const struct fs_who *w = who(g);
    const char *s = name(g);
    DO(g, "rmdir", fs_rmdir(g->fs, w, d->inode, N(s)), posix_remove(&g->p, w, d, s, 1));
}
lfsx_err_t play_rename(struct play *g)
{
    static const int flags[] = {0, 0, 0, FS_RENAME_NO_REPLACE, FS_RENAME_EXCHANGE, FS_RENAME_EXCHANGE};
    struct posix_node *a = pick_dir(g), *b = below(g, 3) ? pick_dir(g) : a;
    const struct fs_who *w = who(g);
    const char *old = name(g), *s = name(g);
    int f = flags[below(g, 6)];
    DO(g, "rename", fs_rename(g->fs, w, a->inode, N(old), b->inode, N(s), f), posix_rename(&g->p, w, a, old, b, s, f));
}

lfsx_err_t play_lookup(struct play *g)
{
    struct posix_node *d = pick_dir(g), *n = 0;
    struct fs_attributes a = {0};
    const struct fs_who *w = who(g);
    const char *s = below(g, 8) ? name(g) : below(g, 2) ? ".." : ".";
    if (d->links == 0) return LFSX_OK;
    lfsx_err_t is = fs_lookup(g->fs, w, d->inode, N(s), &a);
    if (play_environment(is)) return is;
    lfsx_err_t wanted = posix_lookup(w, d, s, &n);
    if (!is && !wanted && n->inode != a.inode) fail(g->run, "step %lu: lookup of %s finds another file", g->steps + 1, s);
    return answer(g, "lookup", is, wanted);
}
static int nothing(void *self, struct fs_name name, uint64_t inode, uint8_t kind, uint64_t cookie) { return 0; }
lfsx_err_t play_readdir(struct play *g)
{
    struct posix_node *d = pick(g, MODE_DIRECTORY);
    lfsx_err_t is = fs_readdir(g->fs, 0, d->inode, 0, nothing, 0);
    if (play_environment(is)) return is;
    posix_seen(&g->p, d);
    return answer(g, "readdir", is, LFSX_OK);
}
