/* operations.c - the table of operations: what the kernel may ask. */
#include "mount.h"
#include <errno.h>
#include <host/say.h>

/* done - Nothing is to be done. */
static void done(struct request *q) { reply_number(q, 0); }
/* never - The kernel is told once that it need not ask: it makes files by mknod, keeps its pages, truncates by setattr, sends no open, flush or release. For directories too. */
static void never(struct request *q) { reply_number(q, ENOSYS); }

struct row { void (*serve)(struct request *q); uint32_t least; const char *name; }; /* least: bytes behind the header */
static const struct row ROWS[] = {
    [FUSE_LOOKUP] = {op_lookup, 1, "lookup"}, [FUSE_FORGET] = {op_forget, sizeof(struct fuse_forget_in), "forget"}, [FUSE_GETATTR] = {op_getattr, 0, "getattr"},
    [FUSE_SETATTR] = {op_setattr, sizeof(struct fuse_setattr_in), "setattr"}, [FUSE_READLINK] = {op_readlink, 0, "readlink"}, [FUSE_SYMLINK] = {op_symlink, 2, "symlink"},
    [FUSE_MKNOD] = {op_mknod, sizeof(struct fuse_mknod_in), "mknod"}, [FUSE_MKDIR] = {op_mkdir, sizeof(struct fuse_mkdir_in), "mkdir"}, [FUSE_UNLINK] = {op_unlink, 1, "unlink"},
    [FUSE_RMDIR] = {op_rmdir, 1, "rmdir"}, [FUSE_RENAME] = {op_rename, sizeof(struct fuse_rename_in), "rename"}, [FUSE_LINK] = {op_link, sizeof(struct fuse_link_in), "link"},
    [FUSE_OPEN] = {never, 0, "open"}, [FUSE_READ] = {op_read, sizeof(struct fuse_read_in), "read"}, [FUSE_WRITE] = {op_write, sizeof(struct fuse_write_in), "write"},
    [FUSE_STATFS] = {op_statfs, 0, "statfs"}, [FUSE_RELEASE] = {done, 0, "release"}, [FUSE_FSYNC] = {op_fsync, 0, "fsync"},
    [FUSE_SETXATTR] = {op_setxattr, FUSE_COMPAT_SETXATTR_IN_SIZE, "setxattr"}, [FUSE_GETXATTR] = {op_getxattr, sizeof(struct fuse_getxattr_in), "getxattr"},
    [FUSE_LISTXATTR] = {op_listxattr, sizeof(struct fuse_getxattr_in), "listxattr"}, [FUSE_REMOVEXATTR] = {op_removexattr, 1, "removexattr"}, [FUSE_FLUSH] = {never, 0, "flush"},
    [FUSE_INIT] = {op_init, 16, "init"}, [FUSE_OPENDIR] = {never, 0, "opendir"}, [FUSE_READDIR] = {op_readdir, sizeof(struct fuse_read_in), "readdir"},
    [FUSE_RELEASEDIR] = {done, 0, "releasedir"}, [FUSE_FSYNCDIR] = {op_fsync, 0, "fsyncdir"}, [FUSE_CREATE] = {never, 0, "create"}, [FUSE_DESTROY] = {done, 0, "destroy"},
    [FUSE_BATCH_FORGET] = {op_forget_many, sizeof(struct fuse_batch_forget_in), "forget many"}, [FUSE_FALLOCATE] = {op_fallocate, sizeof(struct fuse_fallocate_in), "fallocate"},
    [FUSE_READDIRPLUS] = {op_readdirplus, sizeof(struct fuse_read_in), "readdirplus"}, [FUSE_RENAME2] = {op_rename2, sizeof(struct fuse_rename2_in), "rename2"},
    [FUSE_LSEEK] = {op_lseek, sizeof(struct fuse_lseek_in), "lseek"}, [FUSE_TMPFILE] = {op_tmpfile, sizeof(struct fuse_create_in), "tmpfile"},
};

/* denied - With allow_root the kernel lets everybody in: what others ask is refused here, but for what they may have got from the owner, open files. */
static int denied(const struct request *q)
{
    const struct mount *m = q->mount;
    uint32_t uid = q->head->uid, op = q->head->opcode;
    if (!m->deny_others || uid == m->owner || uid == 0) return 0;
    return op != FUSE_INIT && op != FUSE_READ && op != FUSE_WRITE && op != FUSE_FSYNC && op != FUSE_RELEASE && op != FUSE_READDIR && op != FUSE_READDIRPLUS && op != FUSE_FSYNCDIR
        && op != FUSE_RELEASEDIR && op != FUSE_FORGET && op != FUSE_BATCH_FORGET;
}

void request_serve(struct request *q)
{
    uint32_t op = q->head->opcode;
    const struct row *r = op < sizeof ROWS / sizeof *ROWS && ROWS[op].serve ? &ROWS[op] : 0;
    if (q->mount->debug) say("%lu: %s (%u), node %lu, %u bytes, process %u", q->head->unique, r ? r->name : "unknown", op, q->head->nodeid, q->bytes, q->head->pid);
    if (!r) reply_number(q, ENOSYS);
    else if (q->bytes < r->least) reply_number(q, EINVAL);
    else if (denied(q)) reply_number(q, EACCES);
    else r->serve(q);
}
