/* operations_extra.c - attributes by name, access lists, byte ranges, listings, users of inodes. */
#include "fuzz.h"
#include <file/state.h>

static struct fs_name attribute(struct life *l)
{
    static const char *const SOME[] = {"user.small", "user.large", "user.a", "system.posix_acl_access", "system.posix_acl_default", "trusted.x", "security.capability", "user.", "system.other"};
    uint32_t kind = input_byte(l->in);
    if (kind >= 180) return life_name(l);
    return (struct fs_name){SOME[kind % 9], (uint32_t)strlen(SOME[kind % 9])};
}

/* list - An access list that is nearly one. */
static uint32_t list(struct life *l, uint8_t *to)
{
    uint32_t n = input_pick(l->in, 8);
    le32_put(to, input_pick(l->in, 16) == 1 ? 3 : 2);
    for (uint32_t i = 0; i < n; i++) {
        uint32_t tag = input_byte(l->in), may = input_byte(l->in) % 9;
        le32_put(to + 4 + 8 * i, (tag < 192 ? 1u << tag % 6 : tag) | may << 16);
        le32_put(to + 8 + 8 * i, input_byte(l->in) - 1u);
    }
    return 4 + 8 * n;
}

static lfsx_err_t attribute_set(struct life *l, uint64_t inode)
{
    uint8_t b[128];
    struct fs_name name = attribute(l);
    int as_list = name.length > 7 && !memcmp(name.bytes, "system.", 7) && input_pick(l->in, 8);
    uint32_t length = as_list ? list(l, b) : life_length(l) % 70000;
    const struct fs_who *who = life_who(l);
    return fs_xattr_set(l->fs, who, inode, name, as_list ? b : life_buffer, length, (int)input_pick(l->in, 4));
}

static lfsx_err_t attribute_get(struct life *l, uint64_t inode)
{
    struct fs_name name = attribute(l);
    uint32_t room = life_length(l) % 70000, length = 0;
    uint8_t *to = malloc(room + 1);
    lfsx_err_t err = fs_xattr_get(l->fs, life_who(l), inode, name, to, room, &length);
    free(to);
    return err;
}

static int any_name(void *self, struct fs_name name)
{
    HOLDS(name.length >= 1 && name.length <= LFSX_NAME_MAX);
    return (*(uint32_t *)self)++ > 100;
}
static int any_entry(void *self, struct fs_name name, uint64_t inode, uint8_t kind, uint64_t cookie)
{
    uint64_t *last = self;
    (void)inode;
    HOLDS(name.length >= 1 && name.length <= LFSX_NAME_MAX && kind < 16 && cookie > *last);
    *last = cookie;
    return 0;
}

static lfsx_err_t listing(struct life *l, uint64_t inode)
{
    uint64_t from = input_pick(l->in, 2) ? input_wide(l->in) : 0, last = from;
    return fs_readdir(l->fs, life_who(l), inode, from, any_entry, &last);
}

static lfsx_err_t ranges(struct life *l, uint64_t inode, int test)
{
    struct fs_lock other = {0}, lock = {.kind = (enum fs_lock_kind)input_pick(l->in, 4)};
    lock.owner = input_pick(l->in, 3);
    lock.from = input_wide(l->in);
    lock.to = input_wide(l->in);
    lock.table = lock.from % 2 ? FS_LOCK_FILES : FS_LOCK_RANGES;
    lfsx_err_t err = test ? fs_lock_test(l->fs, inode, &lock, &other)
        : lock.to % 2     ? fs_lock_wait(l->fs, inode, &lock, ~0ull, &other)
                          : fs_lock_set(l->fs, inode, &lock, &other);
    HOLDS((err != LFSX_LOCKED && err != LFSX_BUSY && err != LFSX_DEADLOCK) || (other.owner != lock.owner && other.from < lock.to && lock.from < other.to));
    return err;
}

static lfsx_err_t unnamed(struct life *l, uint64_t directory)
{
    struct fs_attributes a;
    const struct fs_who *who = life_who(l);
    lfsx_err_t err = fs_make_unnamed(l->fs, who, directory, 0666, (int)input_pick(l->in, 4), &a);
    HOLDS(err || a.links == 0);
    if (!err) l->inode[l->inodes++ % 16] = a.inode;
    return err;
}

lfsx_err_t life_extra(struct life *l, int which)
{
    uint64_t inode = life_inode(l);
    uint32_t length = 0;
    const struct fs_who *who;
    static uint8_t target[FS_TARGET_MAX + 1];
    struct fs_info info;
    switch (which) {
    case 0:
    case 1: return attribute_set(l, inode);
    case 2: return attribute_get(l, inode);
    case 3: who = life_who(l); return fs_xattr_remove(l->fs, who, inode, attribute(l));
    case 4: return fs_xattr_list(l->fs, inode, any_name, &length);
    case 5: return listing(l, inode);
    case 6: return fs_readlink(l->fs, inode, target, life_length(l) % sizeof target, &length);
    case 7: return ranges(l, inode, 0);
    case 8: return ranges(l, inode, 1);
    case 9: length = input_pick(l->in, 6); (length < 3 ? fs_lock_drop : fs_lock_interrupt)(l->fs, inode, length % 3); return LFSX_OK;
    case 10: return fs_open(l->fs, inode);
    case 11: return fs_close(l->fs, inode);
    case 12: who = life_who(l); return fs_access(l->fs, who, inode, (int)input_pick(l->in, 8));
    case 13: return input_pick(l->in, 2) ? unnamed(l, inode) : fs_statfs(l->fs, &info);
    default: return fs_sync(l->fs, 0);
    }
}
