/* link.c - the map of inodes, see img.h: open addressing, grows at three quarters. */
#include "img.h"
#include <stdlib.h>
#include <string.h>

static size_t place_of(const struct link_map *m, uint64_t device, uint64_t inode)
{
    size_t at = (size_t)((device * 31 + inode) * 0x9e3779b97f4a7c15ull >> 20) % m->slots;
    while (m->slot[at].inode && (m->slot[at].inode != inode || m->slot[at].device != device)) at = (at + 1) % m->slots;
    return at;
}

struct link *link_find(const struct link_map *m, uint64_t device, uint64_t inode)
{
    if (m->slots == 0) return 0;
    struct link *l = &m->slot[place_of(m, device, inode)];
    return l->inode ? l : 0;
}

static int grow(struct link_map *m)
{
    struct link_map larger = {.slots = m->slots ? 2 * m->slots : 256, .used = m->used};
    larger.slot = calloc(larger.slots, sizeof *larger.slot);
    if (!larger.slot) return 0;
    for (size_t i = 0; i < m->slots; i++)
        if (m->slot[i].inode) larger.slot[place_of(&larger, m->slot[i].device, m->slot[i].inode)] = m->slot[i];
    free(m->slot);
    *m = larger;
    return 1;
}

struct link *link_add(struct link_map *m, uint64_t device, uint64_t inode, uint64_t to, const char *path)
{
    if (4 * (m->used + 1) > 3 * m->slots && !grow(m)) return 0;
    char *copy = path ? strdup(path) : 0;
    if (path && !copy) return 0;
    struct link *l = &m->slot[place_of(m, device, inode)];
    *l = (struct link){device, inode, to, copy};
    m->used++;
    return l;
}

void link_map_free(struct link_map *m)
{
    for (size_t i = 0; i < m->slots; i++) free(m->slot[i].path);
    free(m->slot);
    *m = (struct link_map){0};
}
