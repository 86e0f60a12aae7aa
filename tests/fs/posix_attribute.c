/* posix_attribute.c - attributes and extended attributes in the model. */
#include "posix_node.h"
#include <stdlib.h>

lfsx_err_t posix_setattr(struct posix *p, const struct fs_who *who, struct posix_node *n, const struct fs_attributes *to, int set)
{
    lfsx_err_t err = set & FS_SET_SIZE ? regular(n) : LFSX_OK;
    int owner = root(who) || who->uid == n->uid;
    struct posix_node was = *n;
    if (!err && set & (FS_SET_UID | FS_SET_GID)) {
        uint32_t uid = set & FS_SET_UID ? to->uid : n->uid, gid = set & FS_SET_GID ? to->gid : n->gid;
        if (!root(who) && !(who->uid == n->uid && uid == n->uid && (gid == n->gid || member(who, gid)))) err = LFSX_OWNER;
        if (!err) {
            n->uid = uid;
            n->gid = gid;
            if (!is_dir(n)) n->mode &= ~(uint32_t)(MODE_SETUID | (n->mode & 0010 ? MODE_SETGID : 0));
            owner = root(who) || who->uid == n->uid;
        }
    }
    if (!err && set & FS_SET_MODE) {
        if (!owner) err = LFSX_OWNER;
        else n->mode = (n->mode & MODE_TYPE) | (to->mode & MODE_ALL & ~(uint32_t)(!root(who) && !member(who, n->gid) ? MODE_SETGID : 0));
    }
    if (!err && set & FS_SET_SIZE) {
        err = set & FS_SET_OPEN ? LFSX_OK : posix_access(who, n, FS_ACCESS_WRITE);
        if (!err) {
            if (to->size < n->size) memset(n->data + to->size, 0, n->size - to->size);
            n->size = to->size;
            n->modified = p->now;
            posix_strip(who, n);
        }
    }
    if (!err && set & (FS_SET_ACCESSED | FS_SET_MODIFIED)) {
        err = owner ? LFSX_OK : set & FS_SET_NOW ? posix_access(who, n, FS_ACCESS_WRITE) : LFSX_OWNER;
        if (!err && set & FS_SET_ACCESSED) n->accessed = set & FS_SET_NOW ? p->now : to->accessed;
        if (!err && set & FS_SET_MODIFIED) n->modified = set & FS_SET_NOW ? p->now : to->modified;
    }
    if (err) *n = was;
    else n->changed = p->now;
    return err;
}

lfsx_err_t posix_xattr(struct posix *p, const struct fs_who *who, struct posix_node *n, const char *name, const uint8_t *value, uint32_t length, int flags, int remove)
{
    uint32_t i = 0;
    if (!is_reg(n) && !is_dir(n)) return LFSX_OWNER;
    if (is_dir(n) && n->mode & MODE_STICKY && !root(who) && who->uid != n->uid) return LFSX_OWNER;
    lfsx_err_t err = posix_access(who, n, FS_ACCESS_WRITE);
    if (err) return err;
    while (i < n->xattrs && strcmp(n->xattr[i].name, name)) i++;
    if (i < n->xattrs && flags & FS_XATTR_CREATE) return LFSX_EXISTS;
    if (i == n->xattrs && (flags & FS_XATTR_REPLACE || remove)) return LFSX_ABSENT;
    n->changed = p->now;
    if (remove) return n->xattr[i] = n->xattr[--n->xattrs], LFSX_OK;
    if (i == n->xattrs && n->xattrs++ == POSIX_XATTRS) abort();
    strcpy(n->xattr[i].name, name);
    memcpy(n->xattr[i].value, value, n->xattr[i].length = length);
    return LFSX_OK;
}
