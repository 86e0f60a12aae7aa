/* directory.c - listing: names are gathered first, for nothing may be asked of the library during a listing; then their attributes. */
#include "mount.h"
#include <string.h>

/* Gathered entries: each an item and its name, one after the other in the request's room behind the answer. */
struct item { uint64_t inode, cookie; uint32_t length; uint8_t kind; };
struct listing { const struct request *q; uint8_t *items; size_t used, room, answer, answer_room; int plus; };
enum { ANSWER_MOST = BUFFER_BYTES / 4 };

static size_t entry_bytes(const struct listing *l, uint32_t length)
{
    return FUSE_DIRENT_ALIGN((l->plus ? (size_t)FUSE_NAME_OFFSET_DIRENTPLUS : (size_t)FUSE_NAME_OFFSET) + length);
}

static int gather(void *self, struct fs_name name, uint64_t inode, uint8_t kind, uint64_t cookie)
{
    struct listing *l = self;
    struct item i = {inode, cookie, name.length, kind};
    size_t bytes = entry_bytes(l, name.length);
    if (l->answer + bytes > l->answer_room || l->used + sizeof i + name.length > l->room) return 1;
    memcpy(l->items + l->used, &i, sizeof i);
    memcpy(l->items + l->used + sizeof i, name.bytes, name.length);
    l->used += sizeof i + name.length;
    l->answer += bytes;
    return 0;
}

static int is_dots(const struct item *i, const uint8_t *name) { return i->length <= 2 && name[0] == '.' && name[i->length - 1] == '.'; }

/* entry_fill - What the kernel learns of an entry besides its name; node number 0: nothing that it would have to forget. */
static void entry_fill(const struct listing *l, const struct item *i, const uint8_t *name, struct fuse_entry_out *e)
{
    struct fs_attributes a;
    *e = (struct fuse_entry_out){.attr = {.ino = i->inode, .mode = (uint32_t)i->kind << 12}};
    if (is_dots(i, name) || fs_getattr(fs_of(l->q), i->inode, &a) || fs_open(fs_of(l->q), i->inode)) return;
    entry_make(&a, e);
}

/* entry_put - One entry of the answer; what fills it up to a multiple of 8 bytes is zero. */
static void entry_put(const struct listing *l, const struct item *i, const uint8_t *name, uint8_t *to)
{
    size_t head = l->plus ? offsetof(struct fuse_direntplus, dirent) : 0, bytes = entry_bytes(l, i->length);
    struct fuse_dirent *d = (void *)(to + head);
    memset(to + bytes - 8, 0, 8);
    if (l->plus) entry_fill(l, i, name, (void *)to);
    d->ino = i->inode;
    d->off = i->cookie;
    d->namelen = i->length;
    d->type = i->kind;
    memcpy(d->name, name, i->length);
}

static uint32_t entries_put(const struct listing *l, uint8_t *to)
{
    size_t used = 0;
    for (size_t at = 0; at < l->used;) {
        struct item i;
        memcpy(&i, l->items + at, sizeof i);
        entry_put(l, &i, l->items + at + sizeof i, to + used);
        used += entry_bytes(l, i.length);
        at += sizeof i + i.length;
    }
    return (uint32_t)used;
}

static void list(struct request *q, int plus)
{
    const struct fuse_read_in *in = (const void *)q->body;
    uint32_t room = in->size < ANSWER_MOST ? in->size : ANSWER_MOST;
    struct listing l = {.q = q, .items = q->room + ANSWER_MOST, .room = BUFFER_BYTES - ANSWER_MOST, .answer_room = room, .plus = plus};
    lfsx_err_t err = fs_readdir(fs_of(q), caller_kernel, q->head->nodeid, in->offset, gather, &l);
    if (err) reply_error(q, err);
    else reply_bytes(q, entries_put(&l, q->room));
}

void op_readdir(struct request *q) { list(q, 0); }
void op_readdirplus(struct request *q) { list(q, 1); }
