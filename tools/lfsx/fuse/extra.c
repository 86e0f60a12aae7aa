/* extra.c - extended attributes, POSIX access lists among them. The kernel has checked who may. */
#include "mount.h"
#include <errno.h>
#include <host/say.h>
#include <string.h>
#include <sys/xattr.h>

void op_getxattr(fuse_req_t req, fuse_ino_t ino, const char *name, size_t room)
{
    uint8_t *value = buffer_get();
    uint32_t length = 0;
    lfsx_err_t err = fs_xattr_get(fs_of(req), caller_kernel, ino, name_of(name), value, BUFFER_BYTES, &length);
    if (err) reply_errno(req, err, LFSX_ABSENT, ENODATA);
    else if (room == 0) fuse_reply_xattr(req, length);
    else if (length > room) fuse_reply_err(req, ERANGE);
    else fuse_reply_buf(req, (char *)value, length);
}

void op_setxattr(fuse_req_t req, fuse_ino_t ino, const char *name, const char *value, size_t bytes, int flags)
{
    int how = (flags & XATTR_CREATE ? FS_XATTR_CREATE : 0) | (flags & XATTR_REPLACE ? FS_XATTR_REPLACE : 0);
    lfsx_err_t err = fs_xattr_set(fs_of(req), caller_kernel, ino, name_of(name), value, (uint32_t)bytes, how);
    reply_errno(req, err, LFSX_ABSENT, ENODATA);
}

void op_removexattr(fuse_req_t req, fuse_ino_t ino, const char *name)
{
    reply_errno(req, fs_xattr_remove(fs_of(req), caller_kernel, ino, name_of(name)), LFSX_ABSENT, ENODATA);
}

struct names { char *to; size_t used; };
static int name_add(void *self, struct fs_name name)
{
    struct names *n = self;
    if (n->used + name.length + 1 > BUFFER_BYTES) return 1;
    memcpy(n->to + n->used, name.bytes, name.length);
    n->to[n->used + name.length] = 0;
    n->used += name.length + 1;
    return 0;
}

void op_listxattr(fuse_req_t req, fuse_ino_t ino, size_t room)
{
    struct names n = {(char *)buffer_get(), 0};
    lfsx_err_t err = fs_xattr_list(fs_of(req), ino, name_add, &n);
    if (err) reply_error(req, err);
    else if (room == 0) fuse_reply_xattr(req, n.used);
    else if (n.used > room) fuse_reply_err(req, ERANGE);
    else fuse_reply_buf(req, n.to, n.used);
}
