/* posix_name.c - the names of a directory of the model, and who may change them. */
#include "posix_node.h"
#include <stdlib.h>

struct posix_name *posix_slot(struct posix_node *d, const char *name)
{
    for (uint32_t i = 0; i < d->names; i++)
        if (!strcmp(d->name[i].text, name)) return &d->name[i];
    return 0;
}
struct posix_node *posix_find(struct posix_node *d, const char *name) { return posix_slot(d, name) ? posix_slot(d, name)->node : 0; }

lfsx_err_t posix_may_change(const struct fs_who *who, const struct posix_node *d)
{
    if (!is_dir(d)) return LFSX_NOT_DIRECTORY;
    lfsx_err_t err = posix_access(who, d, FS_ACCESS_WRITE | FS_ACCESS_EXECUTE);
    return err ? err : d->links == 0 ? LFSX_ABSENT : LFSX_OK;
}
lfsx_err_t posix_may_take(const struct fs_who *who, const struct posix_node *d, const struct posix_node *n)
{
    return d->mode & MODE_STICKY && !root(who) && who->uid != n->uid && who->uid != d->uid ? LFSX_OWNER : LFSX_OK;
}

void posix_name_add(struct posix *p, struct posix_node *d, const char *name, struct posix_node *n)
{
    if (d->names == POSIX_NAMES) abort();
    strcpy(d->name[d->names].text, name);
    d->name[d->names++].node = n;
    d->modified = d->changed = p->now;
}
void posix_name_drop(struct posix *p, struct posix_node *d, const char *name)
{
    struct posix_name *s = posix_slot(d, name);
    *s = d->name[--d->names];
    d->modified = d->changed = p->now;
}

/* posix_lost - One name less. */
void posix_lost(struct posix *p, struct posix_node *d, struct posix_node *n)
{
    n->changed = p->now;
    if (is_dir(n)) d->links--, n->links = 0;
    else n->links--;
    posix_settle(n);
}

lfsx_err_t posix_lookup(const struct fs_who *who, struct posix_node *d, const char *name, struct posix_node **out)
{
    if (!is_dir(d)) return LFSX_NOT_DIRECTORY;
    lfsx_err_t err = posix_access(who, d, FS_ACCESS_EXECUTE);
    *out = !strcmp(name, "..") ? d->parent : !strcmp(name, ".") ? d : posix_find(d, name);
    return err ? err : *out ? LFSX_OK : LFSX_ABSENT;
}
