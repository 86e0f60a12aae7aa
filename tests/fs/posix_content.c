/* posix_content.c - bytes of files in the model. */
#include "posix_node.h"

lfsx_err_t posix_write(struct posix *p, const struct fs_who *who, struct posix_node *n, uint64_t at, const uint8_t *from, uint32_t bytes)
{
    lfsx_err_t err = regular(n);
    if (err) return err;
    memcpy(n->data + at, from, bytes);
    if (at + bytes > n->size) n->size = at + bytes;
    n->modified = n->changed = p->now;
    posix_strip(who, n);
    return LFSX_OK;
}

lfsx_err_t posix_read(struct posix *p, struct posix_node *n, uint64_t at, uint8_t *to, uint32_t bytes, uint32_t *done)
{
    lfsx_err_t err = regular(n);
    *done = 0;
    if (err) return err;
    *done = at >= n->size ? 0 : n->size - at < bytes ? (uint32_t)(n->size - at) : bytes;
    memcpy(to, n->data + at, *done);
    if (*done) posix_seen(p, n);
    return LFSX_OK;
}

lfsx_err_t posix_fallocate(struct posix *p, const struct fs_who *who, struct posix_node *n, uint64_t at, uint64_t bytes, int mode)
{
    lfsx_err_t err = regular(n);
    if (err) return err;
    uint64_t end = at + bytes, high = end < n->size ? end : n->size;
    if (mode & (FS_ALLOCATE_PUNCH | FS_ALLOCATE_ZERO) && at < high) memset(n->data + at, 0, high - at);
    if (!(mode & FS_ALLOCATE_KEEP_SIZE) && end > n->size) n->size = end;
    n->modified = n->changed = p->now;
    posix_strip(who, n);
    return LFSX_OK;
}
