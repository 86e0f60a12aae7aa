/* operations.c - the table of operations, and what is agreed with the kernel at the start. */
#include "mount.h"

static void want(struct fuse_conn_info *c, unsigned what)
{
    if (c->capable & what) c->want |= what;
}

static void op_init(void *self, struct fuse_conn_info *c)
{
    const struct mount *m = self;
    want(c, FUSE_CAP_POSIX_ACL);
    want(c, FUSE_CAP_DONT_MASK); /* a default access list stands in the umask's place; the library knows it */
    want(c, FUSE_CAP_PARALLEL_DIROPS);
    want(c, FUSE_CAP_READDIRPLUS | FUSE_CAP_READDIRPLUS_AUTO);
    want(c, FUSE_CAP_CACHE_SYMLINKS);
    want(c, FUSE_CAP_NO_OPEN_SUPPORT | FUSE_CAP_NO_OPENDIR_SUPPORT);
    if (m->writeback) want(c, FUSE_CAP_WRITEBACK_CACHE);
    c->want &= ~(unsigned)(FUSE_CAP_ATOMIC_O_TRUNC | FUSE_CAP_AUTO_INVAL_DATA);
    c->max_background = 64;
    c->congestion_threshold = 48;
}

const struct fuse_lowlevel_ops mount_operations = {.init = op_init, .lookup = op_lookup, .forget = op_forget, .forget_multi = op_forget_multi, .mknod = op_mknod,
    .mkdir = op_mkdir, .create = op_create, .symlink = op_symlink, .link = op_link, .unlink = op_unlink, .rmdir = op_rmdir, .rename = op_rename,
    .getattr = op_getattr, .setattr = op_setattr, .readlink = op_readlink, .statfs = op_statfs, .open = op_open, .opendir = op_open, .read = op_read, .write = op_write,
    .fallocate = op_fallocate, .lseek = op_lseek, .fsync = op_fsync, .fsyncdir = op_fsync, .readdir = op_readdir, .readdirplus = op_readdirplus,
    .getxattr = op_getxattr, .setxattr = op_setxattr, .listxattr = op_listxattr, .removexattr = op_removexattr};
