/* entries.c - all names of a directory of a volume, in memory: nothing may be asked of the library during a listing. */
#include "entries.h"
#include <stdlib.h>
#include <string.h>

static int gather(void *self, struct fs_name name, uint64_t inode, uint8_t kind, uint64_t cookie)
{
    struct entries *e = self;
    const char *bytes = name.bytes;
    if ((name.length == 1 && bytes[0] == '.') || (name.length == 2 && !memcmp(bytes, "..", 2))) return 0;
    if (e->used + sizeof(struct entry) + name.length + 1 > e->room) {
        size_t room = e->room ? 2 * e->room : 65536;
        char *larger = realloc(e->bytes, room);
        if (!larger) return e->full = 1;
        e->bytes = larger;
        e->room = room;
    }
    struct entry head = {inode, name.length};
    memcpy(e->bytes + e->used, &head, sizeof head);
    memcpy(e->bytes + e->used + sizeof head, bytes, name.length);
    e->bytes[e->used + sizeof head + name.length] = 0;
    e->used += sizeof head + name.length + 1;
    return 0;
}

lfsx_err_t entries_get(struct fs *fs, uint64_t directory, struct entries *e)
{
    *e = (struct entries){0};
    lfsx_err_t err = fs_readdir(fs, 0, directory, 0, gather, e);
    return e->full ? LFSX_MEMORY : err;
}

const char *entries_next(const struct entries *e, size_t *at, struct entry *head)
{
    if (*at >= e->used) return 0;
    memcpy(head, e->bytes + *at, sizeof *head);
    const char *name = e->bytes + *at + sizeof *head;
    *at += sizeof *head + head->length + 1;
    return name;
}
void entries_free(struct entries *e) { free(e->bytes); }
