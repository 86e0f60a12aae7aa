/* name.c - operations on names. The kernel has checked permissions; what is made belongs to the caller. */
#include "mount.h"
#include <errno.h>
#include <fcntl.h>
#include <host/say.h>
#include <linux/fs.h>

void op_lookup(fuse_req_t req, fuse_ino_t parent, const char *name)
{
    struct fs_attributes a;
    struct fuse_entry_param none = {.entry_timeout = 1e6};
    lfsx_err_t err = fs_lookup(fs_of(req), caller_kernel, parent, name_of(name), &a);
    if (err == LFSX_ABSENT) fuse_reply_entry(req, &none); /* the kernel remembers that too */
    else reply_entry(req, err, &a);
}

static void forget(struct fs *fs, fuse_ino_t ino, uint64_t lookups)
{
    while (lookups-- > 0) fs_close(fs, ino);
}
void op_forget(fuse_req_t req, fuse_ino_t ino, uint64_t lookups)
{
    if (ino != FUSE_ROOT_ID) forget(fs_of(req), ino, lookups);
    fuse_reply_none(req);
}
void op_forget_multi(fuse_req_t req, size_t count, struct fuse_forget_data *forgets)
{
    for (size_t i = 0; i < count; i++)
        if (forgets[i].ino != FUSE_ROOT_ID) forget(fs_of(req), forgets[i].ino, forgets[i].nlookup);
    fuse_reply_none(req);
}

static lfsx_err_t make(fuse_req_t req, fuse_ino_t parent, const char *name, uint32_t mode, uint64_t device, struct fs_attributes *a)
{
    struct caller c;
    lfsx_err_t err;
    caller_get(&c, req);
    do err = fs_make(fs_of(req), &c.who, parent, name_of(name), mode, device, a);
    while (caller_again(&c, err));
    return err;
}

void op_mknod(fuse_req_t req, fuse_ino_t parent, const char *name, mode_t mode, dev_t device)
{
    struct fs_attributes a;
    reply_entry(req, make(req, parent, name, mode, device, &a), &a);
}
void op_mkdir(fuse_req_t req, fuse_ino_t parent, const char *name, mode_t mode)
{
    struct fs_attributes a;
    reply_entry(req, make(req, parent, name, S_IFDIR | (mode & 07777), 0, &a), &a);
}

void op_create(fuse_req_t req, fuse_ino_t parent, const char *name, mode_t mode, struct fuse_file_info *fi)
{
    struct fs_attributes a;
    struct fuse_entry_param e;
    lfsx_err_t err = make(req, parent, name, S_IFREG | (mode & 07777), 0, &a);
    if (err == LFSX_EXISTS && !(fi->flags & O_EXCL)) err = fs_lookup(fs_of(req), caller_kernel, parent, name_of(name), &a);
    if (!err) err = fs_open(fs_of(req), a.inode);
    if (err) return reply_error(req, err);
    entry_make(&a, &e);
    fi->keep_cache = 1;
    if (fuse_reply_create(req, &e, fi)) fs_close(fs_of(req), a.inode);
}

void op_symlink(fuse_req_t req, const char *target, fuse_ino_t parent, const char *name)
{
    struct caller c;
    struct fs_attributes a;
    lfsx_err_t err;
    caller_get(&c, req);
    do err = fs_symlink(fs_of(req), &c.who, parent, name_of(name), name_of(target), &a);
    while (caller_again(&c, err));
    if (err == LFSX_LARGE) reply_errno(req, err, LFSX_LARGE, ENAMETOOLONG);
    else reply_entry(req, err, &a);
}

void op_link(fuse_req_t req, fuse_ino_t ino, fuse_ino_t parent, const char *name)
{
    struct fs_attributes a;
    reply_entry(req, fs_link(fs_of(req), caller_kernel, ino, parent, name_of(name), &a), &a);
}
void op_unlink(fuse_req_t req, fuse_ino_t parent, const char *name) { reply_error(req, fs_unlink(fs_of(req), caller_kernel, parent, name_of(name))); }
void op_rmdir(fuse_req_t req, fuse_ino_t parent, const char *name) { reply_error(req, fs_rmdir(fs_of(req), caller_kernel, parent, name_of(name))); }

void op_rename(fuse_req_t req, fuse_ino_t from, const char *old, fuse_ino_t to, const char *name, unsigned flags)
{
    int how = (flags & RENAME_NOREPLACE ? FS_RENAME_NO_REPLACE : 0) | (flags & RENAME_EXCHANGE ? FS_RENAME_EXCHANGE : 0);
    if (flags & ~(unsigned)(RENAME_NOREPLACE | RENAME_EXCHANGE)) fuse_reply_err(req, EINVAL);
    else reply_error(req, fs_rename(fs_of(req), caller_kernel, from, name_of(old), to, name_of(name), how));
}
