/* posix_make.c - names in the model: made, linked, removed. */
#include "posix_node.h"
#include <stdlib.h>

static struct posix_node *fresh(struct posix *p)
{
    for (int i = 0; i < POSIX_NODES; i++)
        if (!p->node[i].live) return &p->node[i];
    abort();
}

lfsx_err_t posix_make(struct posix *p, const struct fs_who *who, struct posix_node *d, const char *name, uint32_t mode, uint64_t device, const char *target,
    struct posix_node **out)
{
    uint32_t type = mode & MODE_TYPE;
    if ((type == MODE_BLOCK || type == MODE_CHARACTER) && !root(who)) return LFSX_OWNER;
    lfsx_err_t err = posix_may_change(who, d);
    if (err) return err;
    if (posix_slot(d, name)) return LFSX_EXISTS;
    struct posix_node *n = *out = fresh(p);
    n->live = 1;
    n->mode = type == MODE_LINK ? mode : mode & ~(uint32_t)(who ? who->umask : 0);
    n->uid = who ? who->uid : 0;
    n->gid = who ? who->gid : 0;
    if (d->mode & MODE_SETGID) {
        n->gid = d->gid;
        if (type == MODE_DIRECTORY) n->mode |= MODE_SETGID;
        else if (mode & 0010 && !root(who) && !member(who, d->gid)) n->mode &= ~(uint32_t)MODE_SETGID;
    }
    n->links = type == MODE_DIRECTORY ? 2 : 1;
    n->parent = type == MODE_DIRECTORY ? d : 0;
    n->device = type == MODE_BLOCK || type == MODE_CHARACTER ? device : 0;
    n->accessed = n->modified = n->changed = p->now;
    if (type == MODE_FILE || type == MODE_LINK) n->data = calloc(1, POSIX_DATA);
    if (target) memcpy(n->data, target, n->size = strlen(target));
    if (type == MODE_DIRECTORY) d->links++;
    posix_name_add(p, d, name, n);
    return LFSX_OK;
}

lfsx_err_t posix_link(struct posix *p, const struct fs_who *who, struct posix_node *n, struct posix_node *d, const char *name)
{
    lfsx_err_t err = posix_may_change(who, d);
    if (err) return err;
    if (posix_slot(d, name)) return LFSX_EXISTS;
    if (is_dir(n)) return LFSX_IS_DIRECTORY;
    if (n->links == 0) return LFSX_ABSENT;
    n->links++;
    n->changed = p->now;
    posix_name_add(p, d, name, n);
    return LFSX_OK;
}

lfsx_err_t posix_remove(struct posix *p, const struct fs_who *who, struct posix_node *d, const char *name, int directory)
{
    lfsx_err_t err = posix_may_change(who, d);
    if (err) return err;
    struct posix_node *n = posix_find(d, name);
    if (!n) return LFSX_ABSENT;
    if ((err = posix_may_take(who, d, n))) return err;
    if (is_dir(n) != directory) return directory ? LFSX_NOT_DIRECTORY : LFSX_IS_DIRECTORY;
    if (directory && n->names) return LFSX_NOT_EMPTY;
    posix_name_drop(p, d, name);
    posix_lost(p, d, n);
    return LFSX_OK;
}
