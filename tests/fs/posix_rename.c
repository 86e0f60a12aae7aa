/* posix_rename.c - a name moves in the model, or two change places. */
#include "posix_node.h"

/* below - Is d the directory n, or under it? */
static int below(const struct posix_node *d, const struct posix_node *n)
{
    while (d != n && d->parent != d) d = d->parent;
    return d == n;
}

static lfsx_err_t may_leave(const struct fs_who *who, const struct posix_node *from, const struct posix_node *to, const struct posix_node *n)
{
    lfsx_err_t err = posix_may_take(who, from, n);
    return err || from == to || !is_dir(n) ? err : posix_access(who, n, FS_ACCESS_WRITE);
}

static void adopt(struct posix *p, struct posix_node *n, struct posix_node *from, struct posix_node *to)
{
    n->changed = p->now;
    if (!is_dir(n)) return;
    from->links--;
    to->links++;
    n->parent = to;
}

lfsx_err_t posix_rename(struct posix *p, const struct fs_who *who, struct posix_node *a, const char *old, struct posix_node *b, const char *name, int flags)
{
    lfsx_err_t err = posix_may_change(who, a);
    lfsx_err_t other = posix_may_change(who, b);
    if (err || other) return err ? err : other;
    struct posix_node *n = posix_find(a, old), *v = posix_find(b, name);
    if (!n) return LFSX_ABSENT;
    if (v && flags & FS_RENAME_NO_REPLACE) return LFSX_EXISTS;
    if (!v && flags & FS_RENAME_EXCHANGE) return LFSX_ABSENT;
    if (n == v) return LFSX_OK;
    if (n == b || (v == a && flags & FS_RENAME_EXCHANGE)) return LFSX_ARGUMENT;
    if (v == a) return LFSX_NOT_EMPTY;
    if ((err = may_leave(who, a, b, n))) return err;
    if (v && flags & FS_RENAME_EXCHANGE) {
        if ((err = may_leave(who, b, a, v))) return err;
    } else if (v) {
        if ((err = posix_may_take(who, b, v))) return err;
        if (is_dir(v) != is_dir(n)) return is_dir(v) ? LFSX_IS_DIRECTORY : LFSX_NOT_DIRECTORY;
        if (is_dir(v) && v->names) return LFSX_NOT_EMPTY;
    }
    if (is_dir(n) && below(b, n)) return LFSX_ARGUMENT;
    if (v && flags & FS_RENAME_EXCHANGE && is_dir(v) && below(a, v)) return LFSX_ARGUMENT;
    if (flags & FS_RENAME_EXCHANGE) {
        posix_slot(a, old)->node = v;
        posix_slot(b, name)->node = n;
        a->modified = a->changed = b->modified = b->changed = p->now;
        adopt(p, n, a, b);
        adopt(p, v, b, a);
        return LFSX_OK;
    }
    if (v) posix_name_drop(p, b, name), posix_lost(p, b, v);
    posix_name_drop(p, a, old);
    posix_name_add(p, b, name, n);
    adopt(p, n, a, b);
    return LFSX_OK;
}
