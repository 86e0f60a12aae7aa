/* reply.c - answers to the kernel. */
#include "mount.h"
#include <errno.h>
#include <host/say.h>
#include <string.h>
#include <sys/sysmacros.h>
#include <unistd.h>

enum { FOR_EVER = 1000000 /* seconds: nobody else changes the volume */, SHORT_BYTES = 1024 };

struct fs_name name_of(const char *text) { return (struct fs_name){text, (uint32_t)strlen(text)}; }

const char *text_next(const struct request *q, const char *text)
{
    size_t at = (size_t)(text - (const char *)q->body) + strlen(text) + 1;
    return text_at(q, at < q->bytes ? (uint32_t)at : q->bytes);
}

/* head_place - Header and answer lie one behind the other, for one write. Short ones are moved to where both are in one page, which is what the kernel copies at once. */
static struct fuse_out_header *head_place(const struct request *q, uint32_t bytes)
{
    struct fuse_out_header *near = (void *)(q->room - sizeof *near), *together = (void *)(q->room - PAGE_BYTES);
    if (bytes > SHORT_BYTES) return near;
    memcpy(together + 1, q->room, bytes);
    return together;
}

static int send(const struct request *q, uint32_t bytes, int error)
{
    struct fuse_out_header *h = head_place(q, bytes);
    *h = (struct fuse_out_header){.len = (uint32_t)sizeof *h + bytes, .error = error, .unique = q->head->unique};
    if (q->mount->debug) say("%lu: answer %d, %u bytes", h->unique, error, bytes);
    return write(q->device, h, h->len) == (ssize_t)h->len ? 0 : -1;
}
int reply_bytes(const struct request *q, uint32_t bytes) { return send(q, bytes, 0); }
int reply_number(const struct request *q, int number) { return send(q, 0, -number); }

/* error_log - What the one who asked cannot mend. */
static void error_log(const struct mount *m, lfsx_err_t err)
{
    if (err != LFSX_IO && err != LFSX_CORRUPT && err != LFSX_FAILED && err != LFSX_LOST) return;
    say("%s: %s", m->volume.image.path, lfsx_error_text(err));
}

void reply_errno(const struct request *q, lfsx_err_t err, lfsx_err_t special, int number)
{
    error_log(q->mount, err);
    reply_number(q, err == LFSX_OK ? 0 : err == special ? number : lfsx_errno(err));
}
void reply_error(const struct request *q, lfsx_err_t err) { reply_errno(q, err, LFSX_OK, 0); }

static void attributes_make(const struct fs_attributes *a, struct fuse_attr *to)
{
    const uint64_t second = 1000000000;
    *to = (struct fuse_attr){.ino = a->inode, .size = a->size, .blocks = a->blocks * (LFSX_BLOCK_BYTES / 512), .atime = a->accessed / second, .mtime = a->modified / second,
        .ctime = a->changed / second, .atimensec = (uint32_t)(a->accessed % second), .mtimensec = (uint32_t)(a->modified % second), .ctimensec = (uint32_t)(a->changed % second),
        .mode = a->mode, .nlink = a->links, .uid = a->uid, .gid = a->gid, .rdev = (uint32_t)a->device, .blksize = LFSX_BLOCK_BYTES};
}

void entry_make(const struct fs_attributes *a, struct fuse_entry_out *e)
{
    *e = (struct fuse_entry_out){.nodeid = a->inode, .generation = a->generation, .attr_valid = FOR_EVER, .entry_valid = FOR_EVER};
    attributes_make(a, &e->attr);
}

void reply_entry(const struct request *q, lfsx_err_t err, const struct fs_attributes *a)
{
    if (!err) err = fs_open(fs_of(q), a->inode);
    if (err) return reply_error(q, err);
    entry_make(a, (void *)q->room);
    if (reply_bytes(q, sizeof(struct fuse_entry_out))) fs_close(fs_of(q), a->inode);
}

void reply_attributes(const struct request *q, lfsx_err_t err, const struct fs_attributes *a)
{
    struct fuse_attr_out *out = (void *)q->room;
    if (err) return reply_error(q, err);
    *out = (struct fuse_attr_out){.attr_valid = FOR_EVER};
    attributes_make(a, &out->attr);
    reply_bytes(q, sizeof *out);
}

void attributes_stale(const struct request *q)
{
    struct { struct fuse_out_header head; struct fuse_notify_inval_inode_out what; } n = {.head = {.len = sizeof n, .error = FUSE_NOTIFY_INVAL_INODE},
        .what = {.ino = q->head->nodeid, .off = -1}};
    if (write(q->device, &n, sizeof n) < 0 && errno != ENOENT) say_system("%s: cannot tell the kernel of a change", q->mount->volume.image.path);
}
