/* directory.c - listing: names are gathered first, for nothing may be asked of the library during a listing; then their attributes. */
#include "mount.h"
#include <errno.h>
#include <string.h>

/* Gathered entries: each an item and its name, one after the other in the thread's buffer behind the answer's room. */
struct item { uint64_t inode, cookie; uint32_t length; uint8_t kind; };
struct listing { fuse_req_t req; uint8_t *items; size_t used, room, answer, answer_room; int plus; };
enum { ANSWER_MOST = BUFFER_BYTES / 4 };

static int gather(void *self, struct fs_name name, uint64_t inode, uint8_t kind, uint64_t cookie)
{
    struct listing *l = self;
    char text[LFSX_NAME_MAX + 1];
    struct item i = {inode, cookie, name.length, kind};
    memcpy(text, name.bytes, name.length);
    text[name.length] = 0;
    size_t bytes = l->plus ? fuse_add_direntry_plus(l->req, 0, 0, text, 0, 0) : fuse_add_direntry(l->req, 0, 0, text, 0, 0);
    if (l->answer + bytes > l->answer_room || l->used + sizeof i + name.length + 1 > l->room) return 1;
    memcpy(l->items + l->used, &i, sizeof i);
    memcpy(l->items + l->used + sizeof i, text, name.length + 1);
    l->used += sizeof i + name.length + 1;
    l->answer += bytes;
    return 0;
}

static int is_dots(const char *name) { return !strcmp(name, ".") || !strcmp(name, ".."); }

/* entry_fill - What the kernel learns of an entry besides its name; node number 0: nothing that it would have to forget. */
static void entry_fill(struct listing *l, const struct item *i, const char *name, struct fuse_entry_param *e)
{
    struct fs_attributes a;
    *e = (struct fuse_entry_param){.attr = {.st_ino = i->inode, .st_mode = (mode_t)i->kind << 12}};
    if (!l->plus || is_dots(name) || fs_getattr(fs_of(l->req), i->inode, &a) || fs_open(fs_of(l->req), i->inode)) return;
    entry_make(&a, e);
}

static size_t entries_answer(struct listing *l, char *to, size_t room)
{
    size_t used = 0;
    for (size_t at = 0; at < l->used;) {
        struct item i;
        struct fuse_entry_param e;
        memcpy(&i, l->items + at, sizeof i);
        const char *name = (char *)l->items + at + sizeof i;
        entry_fill(l, &i, name, &e);
        used += l->plus ? fuse_add_direntry_plus(l->req, to + used, room - used, name, &e, (off_t)i.cookie)
                        : fuse_add_direntry(l->req, to + used, room - used, name, &e.attr, (off_t)i.cookie);
        at += sizeof i + i.length + 1;
    }
    return used;
}

static void list(fuse_req_t req, fuse_ino_t ino, size_t room, off_t cookie, int plus)
{
    char *to = (char *)buffer_get();
    if (room > ANSWER_MOST) room = ANSWER_MOST;
    struct listing l = {.req = req, .items = buffer_get() + ANSWER_MOST, .room = BUFFER_BYTES - ANSWER_MOST, .answer_room = room, .plus = plus};
    lfsx_err_t err = fs_readdir(fs_of(req), caller_kernel, ino, (uint64_t)cookie, gather, &l);
    if (err) reply_error(req, err);
    else fuse_reply_buf(req, to, entries_answer(&l, to, room));
}

void op_readdir(fuse_req_t req, fuse_ino_t ino, size_t room, off_t cookie, struct fuse_file_info *fi) { list(req, ino, room, cookie, 0); }
void op_readdirplus(fuse_req_t req, fuse_ino_t ino, size_t room, off_t cookie, struct fuse_file_info *fi) { list(req, ino, room, cookie, 1); }
