/* data.c - the bytes of files. */
#define _GNU_SOURCE
#include "mount.h"
#include <errno.h>
#include <fcntl.h>
#include <linux/falloc.h>
#include <sys/stat.h>
#include <unistd.h>

static uint32_t least(uint32_t a, uint32_t b) { return a < b ? a : b; }

void op_read(struct request *q)
{
    const struct fuse_read_in *in = (const void *)q->body;
    uint32_t done = 0;
    lfsx_err_t err = fs_read(fs_of(q), q->head->nodeid, in->offset, q->room, least(in->size, BUFFER_BYTES), &done);
    if (err) reply_error(q, err);
    else reply_bytes(q, done);
}

/* killer - Who it is that changes bytes: the kernel, but if setuid or setgid has to go, somebody. */
static const struct fs_who *killer(const struct request *q, int may_kill)
{
    static const struct fs_who SOMEBODY = {.uid = 65534, .gid = 65534};
    struct fs_attributes a;
    return may_kill && !fs_getattr(fs_of(q), q->head->nodeid, &a) && a.mode & (S_ISUID | S_ISGID) ? &SOMEBODY : caller_kernel;
}

static uint64_t blocks_now(const struct request *q)
{
    struct fs_attributes a;
    return fs_getattr(fs_of(q), q->head->nodeid, &a) ? 0 : a.blocks;
}

/* Of what comes from its cache the kernel knows size and times better, but not how many blocks there are now. Only after the answer is it told so: who waits for it may
 * hold the inode. Of a mode that changes it is told before, lest somebody sees the old one; the writer has the file open. */
void op_write(struct request *q)
{
    const struct fuse_write_in *in = (const void *)q->body;
    struct fuse_write_out *out = (void *)q->room;
    uint32_t done = 0;
    int late = (in->write_flags & FUSE_WRITE_CACHE) != 0;
    uint64_t before = late ? blocks_now(q) : 0;
    const struct fs_who *who = killer(q, (in->write_flags & FUSE_WRITE_KILL_SUIDGID) != 0);
    lfsx_err_t err = fs_write(fs_of(q), who, q->head->nodeid, in->offset, q->body + sizeof *in, least(in->size, q->bytes - (uint32_t)sizeof *in), &done);
    if (who) attributes_stale(q);
    int stale = late && blocks_now(q) != before;
    if (err && done == 0) return reply_error(q, err);
    *out = (struct fuse_write_out){.size = done};
    reply_bytes(q, sizeof *out);
    if (stale) attributes_stale(q);
}

void op_fallocate(struct request *q)
{
    const struct fuse_fallocate_in *in = (const void *)q->body;
    uint32_t known = FALLOC_FL_KEEP_SIZE | FALLOC_FL_PUNCH_HOLE | FALLOC_FL_ZERO_RANGE;
    int how = (in->mode & FALLOC_FL_KEEP_SIZE ? FS_ALLOCATE_KEEP_SIZE : 0) | (in->mode & FALLOC_FL_PUNCH_HOLE ? FS_ALLOCATE_PUNCH : 0)
        | (in->mode & FALLOC_FL_ZERO_RANGE ? FS_ALLOCATE_ZERO : 0);
    if (in->mode & ~known) return (void)reply_number(q, EOPNOTSUPP);
    const struct fs_who *who = killer(q, q->head->uid != 0);
    lfsx_err_t err = fs_fallocate(fs_of(q), who, q->head->nodeid, in->offset, in->length, how);
    if (who) attributes_stale(q);
    reply_error(q, err);
}

void op_lseek(struct request *q)
{
    const struct fuse_lseek_in *in = (const void *)q->body;
    struct fuse_lseek_out *out = (void *)q->room;
    uint64_t found = 0;
    if (in->whence != SEEK_DATA && in->whence != SEEK_HOLE) return (void)reply_number(q, EINVAL);
    lfsx_err_t err = fs_seek(fs_of(q), q->head->nodeid, in->offset, in->whence == SEEK_HOLE, &found);
    if (err) return reply_errno(q, err, LFSX_RANGE, ENXIO);
    out->offset = found;
    reply_bytes(q, sizeof *out);
}

void op_fsync(struct request *q) { reply_error(q, fs_sync(fs_of(q), q->head->nodeid)); }
