/* reply.c - answers to the kernel. */
#include "mount.h"
#include <host/say.h>
#include <string.h>
#include <sys/sysmacros.h>

static const double FOR_EVER = 1e6; /* seconds: nobody else changes the volume */

struct fs_name name_of(const char *text) { return (struct fs_name){text, (uint32_t)strlen(text)}; }

/* error_log - What the one who asked cannot mend. */
static void error_log(const struct mount *m, lfsx_err_t err)
{
    if (err != LFSX_IO && err != LFSX_CORRUPT && err != LFSX_FAILED && err != LFSX_LOST) return;
    say("%s: %s", m->volume.image.path, lfsx_error_text(err));
}

void reply_errno(fuse_req_t req, lfsx_err_t err, lfsx_err_t special, int number)
{
    error_log(mount_of(req), err);
    fuse_reply_err(req, err == LFSX_OK ? 0 : err == special ? number : lfsx_errno(err));
}
void reply_error(fuse_req_t req, lfsx_err_t err) { reply_errno(req, err, LFSX_OK, 0); }

static struct timespec time_make(uint64_t ns) { return (struct timespec){(time_t)(ns / 1000000000u), (long)(ns % 1000000000u)}; }

void stat_make(const struct fs_attributes *a, struct stat *st)
{
    *st = (struct stat){.st_ino = a->inode, .st_mode = a->mode, .st_nlink = a->links, .st_uid = a->uid, .st_gid = a->gid, .st_rdev = (dev_t)a->device,
        .st_size = (off_t)a->size, .st_blksize = LFSX_BLOCK_BYTES, .st_blocks = (blkcnt_t)(a->blocks * (LFSX_BLOCK_BYTES / 512)),
        .st_atim = time_make(a->accessed), .st_mtim = time_make(a->modified), .st_ctim = time_make(a->changed)};
}

void entry_make(const struct fs_attributes *a, struct fuse_entry_param *e)
{
    *e = (struct fuse_entry_param){.ino = a->inode, .generation = a->generation, .attr_timeout = FOR_EVER, .entry_timeout = FOR_EVER};
    stat_make(a, &e->attr);
}

void reply_entry(fuse_req_t req, lfsx_err_t err, const struct fs_attributes *a)
{
    struct fuse_entry_param e;
    if (!err) err = fs_open(fs_of(req), a->inode);
    if (err) return reply_error(req, err);
    entry_make(a, &e);
    if (fuse_reply_entry(req, &e)) fs_close(fs_of(req), a->inode);
}

void reply_attributes(fuse_req_t req, lfsx_err_t err, const struct fs_attributes *a)
{
    struct stat st;
    if (err) return reply_error(req, err);
    stat_make(a, &st);
    fuse_reply_attr(req, &st, FOR_EVER);
}
