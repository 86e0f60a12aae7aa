/* attribute.c - attributes, the targets of symbolic links, the state of the volume. */
#include "mount.h"
#include <host/say.h>
#include <sys/stat.h>

void op_getattr(struct request *q)
{
    struct fs_attributes a;
    lfsx_err_t err = fs_getattr(fs_of(q), q->head->nodeid, &a);
    reply_attributes(q, err, &a);
}

static uint64_t time_take(uint64_t seconds, uint32_t ns) { return (int64_t)seconds < 0 ? 0 : seconds * 1000000000u + ns; }

/* wish_make - What the kernel wants set, in the library's words. */
static int wish_make(const struct fuse_setattr_in *in, struct fs_attributes *to)
{
    static const struct { uint32_t theirs; int ours; } WORD[] = {{FATTR_MODE, FS_SET_MODE}, {FATTR_UID, FS_SET_UID}, {FATTR_GID, FS_SET_GID}, {FATTR_SIZE, FS_SET_SIZE},
        {FATTR_ATIME, FS_SET_ACCESSED}, {FATTR_MTIME, FS_SET_MODIFIED}, {FATTR_CTIME, FS_SET_CHANGED}, {FATTR_KILL_SUIDGID, FS_SET_PLAIN}};
    uint64_t now = host_now(0);
    int ours = 0;
    for (size_t i = 0; i < sizeof WORD / sizeof *WORD; i++)
        if (in->valid & WORD[i].theirs) ours |= WORD[i].ours;
    *to = (struct fs_attributes){.mode = in->mode, .uid = in->uid, .gid = in->gid, .size = in->size, .changed = time_take(in->ctime, in->ctimensec),
        .accessed = in->valid & FATTR_ATIME_NOW ? now : time_take(in->atime, in->atimensec), .modified = in->valid & FATTR_MTIME_NOW ? now : time_take(in->mtime, in->mtimensec)};
    return ours;
}

static int in_group(const struct fs_who *w, uint32_t gid)
{
    for (uint32_t i = 0; i < w->group_count; i++)
        if (w->groups[i] == gid) return 1;
    return w->gid == gid;
}

/* setgid_lost - An owner gives the file away: setgid without the group's execute goes too, unless the owner is in that group. The rest of what goes is the library's to know. */
static int setgid_lost(const struct request *q, struct fs_attributes *to)
{
    struct fs_attributes a;
    struct caller c;
    if (fs_getattr(fs_of(q), q->head->nodeid, &a) || S_ISDIR(a.mode) || (a.mode & (S_ISGID | S_IXGRP)) != S_ISGID) return 0;
    caller_get(&c, q, 0);
    caller_groups(&c);
    if (in_group(&c.who, a.gid)) return 0;
    to->mode = a.mode & 07777 & ~(uint32_t)(S_ISUID | S_ISGID);
    return FS_SET_MODE;
}

/* idle - The kernel notes the times of a file that has no name any more, as it does after each unlink: nobody will ask for them. */
static int idle(const struct request *q, const struct fs_attributes *to, int ours, struct fs_attributes *a)
{
    if (ours != (FS_SET_MODIFIED | FS_SET_CHANGED) || fs_getattr(fs_of(q), q->head->nodeid, a) || a->links > 0) return 0;
    a->modified = to->modified;
    a->changed = to->changed;
    return 1;
}

/* privileges_taken - What a change of owner takes away and the kernel does not say (FUSE_HANDLE_KILLPRIV_V2). One that changes neither user nor group, chown(-1, -1), says
 * nothing at all but perhaps a time of change. */
static int privileges_taken(const struct request *q, int ours, struct fs_attributes *to)
{
    int how = ours & ~FS_SET_CHANGED ? 0 : FS_SET_PLAIN;
    if (!q->mount->kills || ours & FS_SET_MODE || !(how || ours & (FS_SET_UID | FS_SET_GID))) return 0;
    return how | (q->head->uid != 0 ? setgid_lost(q, to) : 0);
}

void op_setattr(struct request *q)
{
    const struct fuse_setattr_in *in = (const void *)q->body;
    struct fs_attributes to, a;
    lfsx_err_t err = LFSX_OK;
    int ours = wish_make(in, &to);
    ours |= privileges_taken(q, ours, &to);
    if (!ours) err = fs_getattr(fs_of(q), q->head->nodeid, &a);
    else if (!idle(q, &to, ours, &a)) err = fs_setattr(fs_of(q), caller_kernel, q->head->nodeid, &to, ours, &a);
    reply_attributes(q, err, &a);
}

void op_readlink(struct request *q)
{
    uint32_t length = 0;
    lfsx_err_t err = fs_readlink(fs_of(q), q->head->nodeid, q->room, LFSX_BLOCK_BYTES, &length);
    if (err) reply_error(q, err);
    else reply_bytes(q, length);
}

void op_statfs(struct request *q)
{
    struct fs_info i;
    struct fuse_statfs_out *out = (void *)q->room;
    lfsx_err_t err = fs_statfs(fs_of(q), &i);
    if (err) return reply_error(q, err);
    /* Inodes need no table: there is room for more while there are blocks. */
    *out = (struct fuse_statfs_out){{.bsize = (uint32_t)i.block_bytes, .frsize = (uint32_t)i.block_bytes, .blocks = i.blocks, .bfree = i.free, .bavail = i.available,
        .files = i.inodes + i.free, .ffree = i.free, .namelen = (uint32_t)i.name_max}};
    reply_bytes(q, sizeof *out);
}
