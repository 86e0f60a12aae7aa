/* play_attribute.c - steps of a play about attributes and extended attributes. */
#include "play_step.h"

static const char *const XATTRS[] = {"user.a", "user.b", "user.some.long", "user.c"};

lfsx_err_t play_setattr(struct play *g)
{
    static const int sets[] = {FS_SET_MODE, FS_SET_MODE, FS_SET_UID, FS_SET_GID, FS_SET_UID | FS_SET_GID, FS_SET_SIZE, FS_SET_SIZE, FS_SET_SIZE | FS_SET_OPEN, FS_SET_ACCESSED,
        FS_SET_MODIFIED | FS_SET_ACCESSED, FS_SET_ACCESSED | FS_SET_MODIFIED | FS_SET_NOW, FS_SET_MODE | FS_SET_UID | FS_SET_SIZE};
    int set = sets[below(g, 12)];
    struct posix_node *n = set & FS_SET_SIZE ? pick_file(g) : pick(g, 0);
    const struct fs_who *w = who(g);
    struct fs_attributes out, to = {.mode = MODES[below(g, 10)], .uid = WHO[below(g, 3)].uid, .gid = WHO[below(g, 3)].gid, .size = below(g, 3) ? place(g, n) : below(g, 3000),
        .accessed = g->p.now - below(g, 5), .modified = g->p.now + below(g, 5)};
    DO(g, "setattr", fs_setattr(g->fs, w, n->inode, &to, set, &out), posix_setattr(&g->p, w, n, &to, set));
}
lfsx_err_t play_xattr(struct play *g)
{
    static uint8_t value[600];
    struct posix_node *n = pick(g, below(g, 3) ? MODE_FILE : 0);
    const struct fs_who *w = who(g);
    const char *s = XATTRS[below(g, 4)];
    uint32_t length = below(g, 3) ? below(g, 30) : below(g, 600), flags = 0;
    int remove = below(g, 4) == 0;
    if (!remove && below(g, 2)) flags = 1 + below(g, 2);
    memset(value, (int)below(g, 256), sizeof value);
    DO(g, "xattr", remove ? fs_xattr_remove(g->fs, w, n->inode, N(s)) : fs_xattr_set(g->fs, w, n->inode, N(s), value, length, (int)flags),
        posix_xattr(&g->p, w, n, s, value, length, (int)flags, remove));
}
