/* attribute.c - attributes, the targets of symbolic links, the state of the volume. */
#include "mount.h"
#include <host/say.h>
#include <sys/statvfs.h>

void op_getattr(fuse_req_t req, fuse_ino_t ino, struct fuse_file_info *fi)
{
    struct fs_attributes a;
    lfsx_err_t err = fs_getattr(fs_of(req), ino, &a);
    reply_attributes(req, err, &a);
}

static uint64_t time_take(struct timespec t) { return t.tv_sec < 0 ? 0 : (uint64_t)t.tv_sec * 1000000000u + (uint64_t)t.tv_nsec; }

/* wish_make - What the kernel wants set, in the library's words. */
static int wish_make(const struct stat *st, int set, struct fs_attributes *to)
{
    static const struct { int theirs, ours; } WORD[] = {{FUSE_SET_ATTR_MODE, FS_SET_MODE}, {FUSE_SET_ATTR_UID, FS_SET_UID}, {FUSE_SET_ATTR_GID, FS_SET_GID},
        {FUSE_SET_ATTR_SIZE, FS_SET_SIZE}, {FUSE_SET_ATTR_ATIME, FS_SET_ACCESSED}, {FUSE_SET_ATTR_MTIME, FS_SET_MODIFIED}};
    uint64_t now = host_now(0);
    int ours = 0;
    for (size_t i = 0; i < sizeof WORD / sizeof *WORD; i++)
        if (set & WORD[i].theirs) ours |= WORD[i].ours;
    *to = (struct fs_attributes){.mode = st->st_mode, .uid = st->st_uid, .gid = st->st_gid, .size = (uint64_t)st->st_size,
        .accessed = set & FUSE_SET_ATTR_ATIME_NOW ? now : time_take(st->st_atim), .modified = set & FUSE_SET_ATTR_MTIME_NOW ? now : time_take(st->st_mtim)};
    return ours;
}

void op_setattr(fuse_req_t req, fuse_ino_t ino, struct stat *st, int set, struct fuse_file_info *fi)
{
    struct fs_attributes to, a;
    int ours = wish_make(st, set, &to);
    lfsx_err_t err = ours ? fs_setattr(fs_of(req), caller_kernel, ino, &to, ours, &a) : fs_getattr(fs_of(req), ino, &a);
    reply_attributes(req, err, &a);
}

void op_readlink(fuse_req_t req, fuse_ino_t ino)
{
    char *target = (char *)buffer_get();
    uint32_t length = 0;
    lfsx_err_t err = fs_readlink(fs_of(req), ino, target, BUFFER_BYTES - 1, &length);
    if (err) return reply_error(req, err);
    target[length] = 0;
    fuse_reply_readlink(req, target);
}

void op_statfs(fuse_req_t req, fuse_ino_t ino)
{
    struct fs_info i;
    lfsx_err_t err = fs_statfs(fs_of(req), &i);
    if (err) return reply_error(req, err);
    /* Inodes need no table: there is room for more while there are blocks. */
    struct statvfs v = {.f_bsize = i.block_bytes, .f_frsize = i.block_bytes, .f_blocks = i.blocks, .f_bfree = i.free, .f_bavail = i.available,
        .f_files = i.inodes + i.free, .f_ffree = i.free, .f_favail = i.available, .f_namemax = i.name_max};
    fuse_reply_statfs(req, &v);
}
