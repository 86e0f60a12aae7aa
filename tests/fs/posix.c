/* posix.c - see posix.h. Nodes come and go, who may what; the operations are in posix_*.c. */
#include "posix_node.h"
#include <stdlib.h>

void posix_init(struct posix *p)
{
    memset(p, 0, sizeof *p);
    struct posix_node *r = &p->node[0];
    r->live = 1;
    r->mode = MODE_DIRECTORY | 0755;
    r->links = 2;
    r->inode = LFSX_ROOT_INODE;
    r->parent = r;
    r->accessed = r->modified = r->changed = 1;
}
static void drop(struct posix_node *n)
{
    free(n->data);
    memset(n, 0, sizeof *n);
}
void posix_free(struct posix *p)
{
    for (int i = 0; i < POSIX_NODES; i++) drop(&p->node[i]);
}
struct posix_node *posix_root(struct posix *p) { return &p->node[0]; }

lfsx_err_t posix_access(const struct fs_who *who, const struct posix_node *n, int access)
{
    uint32_t bits = n->mode & 7;
    if (root(who)) return access & FS_ACCESS_EXECUTE && !is_dir(n) && !(n->mode & 0111) ? LFSX_PERMISSION : LFSX_OK;
    if (member(who, n->gid)) bits = n->mode >> 3 & 7;
    if (who->uid == n->uid) bits = n->mode >> 6 & 7;
    return ((uint32_t)access & bits) == (uint32_t)access ? LFSX_OK : LFSX_PERMISSION;
}

void posix_settle(struct posix_node *n)
{
    if (n->links == 0 && n->opens == 0) drop(n);
}

void posix_close(struct posix *p, struct posix_node *n)
{
    n->opens--;
    posix_settle(n);
}
static int due(const struct posix_node *n) { return n->accessed <= n->modified || n->accessed <= n->changed; }
void posix_seen(struct posix *p, struct posix_node *n)
{
    if (due(n)) n->accessed = p->now;
}

void posix_strip(const struct fs_who *who, struct posix_node *n)
{
    if (root(who)) return;
    n->mode &= ~(uint32_t)MODE_SETUID;
    if (n->mode & 0010) n->mode &= ~(uint32_t)MODE_SETGID;
}
