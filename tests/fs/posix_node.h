/* posix_node.h - what the sources posix*.c share: who asks, and what a node is. */
#ifndef FS_POSIX_NODE_H
#define FS_POSIX_NODE_H
#include "posix.h"
#include <file/state.h>

static inline int root(const struct fs_who *who) { return !who || who->uid == 0; }
static inline int member(const struct fs_who *who, uint32_t gid)
{
    int is = !who || who->gid == gid;
    for (uint32_t i = 0; who && i < who->group_count; i++) is |= who->groups[i] == gid;
    return is;
}
static inline int is_dir(const struct posix_node *n) { return (n->mode & MODE_TYPE) == MODE_DIRECTORY; }
static inline int is_reg(const struct posix_node *n) { return (n->mode & MODE_TYPE) == MODE_FILE; }
static inline lfsx_err_t regular(const struct posix_node *n) { return is_reg(n) ? LFSX_OK : is_dir(n) ? LFSX_IS_DIRECTORY : LFSX_ARGUMENT; }

/* posix_settle - Nothing leads to it any more: it is gone. */
void posix_settle(struct posix_node *n);
/* posix_strip - Its bytes change: setuid and setgid go. */
void posix_strip(const struct fs_who *who, struct posix_node *n);
/* posix_name.c - posix_slot: where a directory has a name, or 0. posix_may_change: names of d; posix_may_take: that of n from it. posix_lost: n has one name less. */
struct posix_name *posix_slot(struct posix_node *d, const char *name);
lfsx_err_t posix_may_change(const struct fs_who *who, const struct posix_node *d);
lfsx_err_t posix_may_take(const struct fs_who *who, const struct posix_node *d, const struct posix_node *n);
void posix_name_add(struct posix *p, struct posix_node *d, const char *name, struct posix_node *n);
void posix_name_drop(struct posix *p, struct posix_node *d, const char *name);
void posix_lost(struct posix *p, struct posix_node *d, struct posix_node *n);
#endif
