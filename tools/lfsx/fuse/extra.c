/* extra.c - extended attributes, POSIX access lists among them. The kernel has checked who may. */
#include "mount.h"
#include <errno.h>
#include <string.h>
#include <sys/xattr.h>

/* reply_value - The first `length` bytes of q->room, or, to one who has no room, how many they are. */
static void reply_value(const struct request *q, uint32_t length)
{
    const struct fuse_getxattr_in *in = (const void *)q->body;
    if (in->size == 0) {
        *(struct fuse_getxattr_out *)(void *)q->room = (struct fuse_getxattr_out){.size = length};
        reply_bytes(q, sizeof(struct fuse_getxattr_out));
    } else if (length > in->size) {
        reply_number(q, ERANGE);
    } else {
        reply_bytes(q, length);
    }
}

void op_getxattr(struct request *q)
{
    uint32_t length = 0;
    struct fs_name name = name_of(text_at(q, sizeof(struct fuse_getxattr_in)));
    lfsx_err_t err = fs_xattr_get(fs_of(q), caller_kernel, q->head->nodeid, name, q->room, BUFFER_BYTES, &length);
    if (err) reply_errno(q, err, LFSX_ABSENT, ENODATA);
    else reply_value(q, length);
}

void op_setxattr(struct request *q)
{
    const struct fuse_setxattr_in *in = (const void *)q->body; /* its first half: FUSE_SETXATTR_EXT is not agreed */
    int how = (in->flags & XATTR_CREATE ? FS_XATTR_CREATE : 0) | (in->flags & XATTR_REPLACE ? FS_XATTR_REPLACE : 0);
    const char *name = text_at(q, FUSE_COMPAT_SETXATTR_IN_SIZE), *value = text_next(q, name);
    if (in->size > q->bytes - (uint32_t)(value - (const char *)q->body)) return (void)reply_number(q, EINVAL);
    lfsx_err_t err = fs_xattr_set(fs_of(q), caller_kernel, q->head->nodeid, name_of(name), value, in->size, how);
    reply_errno(q, err, LFSX_ABSENT, ENODATA);
}

void op_removexattr(struct request *q)
{
    reply_errno(q, fs_xattr_remove(fs_of(q), caller_kernel, q->head->nodeid, name_of(text_at(q, 0))), LFSX_ABSENT, ENODATA);
}

struct names { uint8_t *to; uint32_t used; };
static int name_add(void *self, struct fs_name name)
{
    struct names *n = self;
    if (n->used + name.length + 1 > BUFFER_BYTES) return 1;
    memcpy(n->to + n->used, name.bytes, name.length);
    n->to[n->used + name.length] = 0;
    n->used += name.length + 1;
    return 0;
}

void op_listxattr(struct request *q)
{
    struct names n = {q->room, 0};
    lfsx_err_t err = fs_xattr_list(fs_of(q), q->head->nodeid, name_add, &n);
    if (err) reply_error(q, err);
    else reply_value(q, n.used);
}
