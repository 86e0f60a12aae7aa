/* data.c - the bytes of files. Whether setuid and setgid go is the kernel's decision: it sends a setattr. */
#define _GNU_SOURCE
#include "mount.h"
#include <errno.h>
#include <fcntl.h>
#include <host/say.h>
#include <linux/falloc.h>
#include <unistd.h>

/* op_open - The kernel is told once that it need not ask: it keeps its pages, truncates by setattr, and sends no release. For directories too. */
void op_open(fuse_req_t req, fuse_ino_t ino, struct fuse_file_info *fi) { fuse_reply_err(req, ENOSYS); }

void op_read(fuse_req_t req, fuse_ino_t ino, size_t bytes, off_t at, struct fuse_file_info *fi)
{
    uint8_t *to = buffer_get();
    uint32_t done = 0;
    lfsx_err_t err = fs_read(fs_of(req), ino, (uint64_t)at, to, (uint32_t)(bytes < BUFFER_BYTES ? bytes : BUFFER_BYTES), &done);
    if (err) reply_error(req, err);
    else fuse_reply_buf(req, (char *)to, done);
}

void op_write(fuse_req_t req, fuse_ino_t ino, const char *from, size_t bytes, off_t at, struct fuse_file_info *fi)
{
    uint32_t done = 0;
    lfsx_err_t err = fs_write(fs_of(req), caller_kernel, ino, (uint64_t)at, from, (uint32_t)bytes, &done);
    int late = fi->writepage; /* from the kernel's cache: it knows size and times better, but not how many blocks there are now */
    struct fuse_session *session = mount_of(req)->session;
    if (err && done == 0) return reply_error(req, err);
    fuse_reply_write(req, done);
    if (late) fuse_lowlevel_notify_inval_inode(session, ino, -1, 0); /* after the answer: whoever waits for it may hold the inode */
}

void op_fallocate(fuse_req_t req, fuse_ino_t ino, int mode, off_t at, off_t bytes, struct fuse_file_info *fi)
{
    int how = (mode & FALLOC_FL_KEEP_SIZE ? FS_ALLOCATE_KEEP_SIZE : 0) | (mode & FALLOC_FL_PUNCH_HOLE ? FS_ALLOCATE_PUNCH : 0)
        | (mode & FALLOC_FL_ZERO_RANGE ? FS_ALLOCATE_ZERO : 0);
    if (mode & ~(FALLOC_FL_KEEP_SIZE | FALLOC_FL_PUNCH_HOLE | FALLOC_FL_ZERO_RANGE)) fuse_reply_err(req, EOPNOTSUPP);
    else reply_error(req, fs_fallocate(fs_of(req), caller_kernel, ino, (uint64_t)at, (uint64_t)bytes, how));
}

void op_lseek(fuse_req_t req, fuse_ino_t ino, off_t at, int whence, struct fuse_file_info *fi)
{
    uint64_t found = 0;
    if (whence != SEEK_DATA && whence != SEEK_HOLE) return (void)fuse_reply_err(req, EINVAL);
    lfsx_err_t err = fs_seek(fs_of(req), ino, (uint64_t)at, whence == SEEK_HOLE, &found);
    if (err) reply_errno(req, err, LFSX_RANGE, ENXIO);
    else fuse_reply_lseek(req, (off_t)found);
}

void op_fsync(fuse_req_t req, fuse_ino_t ino, int data_only, struct fuse_file_info *fi) { reply_error(req, fs_sync(fs_of(req), ino)); }
