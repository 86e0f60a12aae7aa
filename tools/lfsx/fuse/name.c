/* name.c - operations on names. The kernel has checked permissions; what is made belongs to the caller. */
#include "mount.h"
#include <errno.h>
#include <fcntl.h>
#include <linux/fs.h>
#include <sys/stat.h>

static struct fs_name name_at(const struct request *q, uint32_t at) { return name_of(text_at(q, at)); }

void op_lookup(struct request *q)
{
    struct fs_attributes a;
    lfsx_err_t err = fs_lookup(fs_of(q), caller_kernel, q->head->nodeid, name_at(q, 0), &a);
    if (err != LFSX_ABSENT) return reply_entry(q, err, &a);
    entry_make(&(struct fs_attributes){.inode = 0}, (void *)q->room); /* the kernel remembers that too */
    reply_bytes(q, sizeof(struct fuse_entry_out));
}

static void forget(struct fs *fs, uint64_t node, uint64_t lookups)
{
    while (node != FUSE_ROOT_ID && lookups-- > 0) fs_close(fs, node);
}
void op_forget(struct request *q) { forget(fs_of(q), q->head->nodeid, ((const struct fuse_forget_in *)(const void *)q->body)->nlookup); }
void op_forget_many(struct request *q)
{
    const struct fuse_batch_forget_in *in = (const void *)q->body;
    const struct fuse_forget_one *one = (const void *)(q->body + sizeof *in);
    uint64_t most = (q->bytes - sizeof *in) / sizeof *one;
    for (uint32_t i = 0; i < in->count && i < most; i++) forget(fs_of(q), one[i].nodeid, one[i].nlookup);
}

static void make(struct request *q, struct fs_name name, uint32_t mode, uint64_t device, uint32_t umask)
{
    struct caller c;
    struct fs_attributes a;
    lfsx_err_t err;
    caller_get(&c, q, umask);
    do err = fs_make(fs_of(q), &c.who, q->head->nodeid, name, mode, device, &a);
    while (caller_again(&c, err));
    reply_entry(q, err, &a);
}
void op_mknod(struct request *q)
{
    const struct fuse_mknod_in *in = (const void *)q->body;
    make(q, name_at(q, sizeof *in), in->mode, in->rdev, in->umask);
}
void op_mkdir(struct request *q)
{
    const struct fuse_mkdir_in *in = (const void *)q->body;
    make(q, name_at(q, sizeof *in), S_IFDIR | (in->mode & 07777), 0, in->umask);
}

/* op_tmpfile - A file without a name, open: the entry, and what would be its handle. */
void op_tmpfile(struct request *q)
{
    const struct fuse_create_in *in = (const void *)q->body;
    struct { struct fuse_entry_out entry; struct fuse_open_out open; } *out = (void *)q->room;
    struct caller c;
    struct fs_attributes a;
    lfsx_err_t err;
    caller_get(&c, q, in->umask);
    do err = fs_make_unnamed(fs_of(q), &c.who, q->head->nodeid, in->mode, !(in->flags & O_EXCL), &a);
    while (caller_again(&c, err));
    if (err) return reply_error(q, err);
    entry_make(&a, &out->entry);
    out->open = (struct fuse_open_out){.open_flags = FOPEN_KEEP_CACHE};
    if (reply_bytes(q, sizeof *out)) fs_close(fs_of(q), a.inode);
}

void op_symlink(struct request *q)
{
    struct caller c;
    struct fs_attributes a;
    lfsx_err_t err;
    const char *name = text_at(q, 0);
    caller_get(&c, q, 0);
    do err = fs_symlink(fs_of(q), &c.who, q->head->nodeid, name_of(name), name_of(text_next(q, name)), &a);
    while (caller_again(&c, err));
    if (err == LFSX_LARGE) reply_errno(q, err, LFSX_LARGE, ENAMETOOLONG);
    else reply_entry(q, err, &a);
}

void op_link(struct request *q)
{
    const struct fuse_link_in *in = (const void *)q->body;
    struct fs_attributes a;
    lfsx_err_t err = fs_link(fs_of(q), caller_kernel, in->oldnodeid, q->head->nodeid, name_at(q, sizeof *in), &a);
    reply_entry(q, err, &a);
}
void op_unlink(struct request *q) { reply_error(q, fs_unlink(fs_of(q), caller_kernel, q->head->nodeid, name_at(q, 0))); }
void op_rmdir(struct request *q) { reply_error(q, fs_rmdir(fs_of(q), caller_kernel, q->head->nodeid, name_at(q, 0))); }

static void move(struct request *q, uint64_t to, const char *old, uint32_t flags)
{
    int how = (flags & RENAME_NOREPLACE ? FS_RENAME_NO_REPLACE : 0) | (flags & RENAME_EXCHANGE ? FS_RENAME_EXCHANGE : 0);
    if (flags & ~(uint32_t)(RENAME_NOREPLACE | RENAME_EXCHANGE)) reply_number(q, EINVAL);
    else reply_error(q, fs_rename(fs_of(q), caller_kernel, q->head->nodeid, name_of(old), to, name_of(text_next(q, old)), how));
}
void op_rename(struct request *q) { move(q, ((const struct fuse_rename_in *)(const void *)q->body)->newdir, text_at(q, sizeof(struct fuse_rename_in)), 0); }
void op_rename2(struct request *q)
{
    const struct fuse_rename2_in *in = (const void *)q->body;
    move(q, in->newdir, text_at(q, sizeof *in), in->flags);
}
