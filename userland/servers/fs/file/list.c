/* list.c - POSIX access lists, in the form of Linux: version 2, then (tag, permission, id) each, in ascending order of tags. They live in the attributes
 * system.posix_acl_access and _default; a flag of the inode says whether there is one, so that files without cost nothing. A list that says no more than the
 * mode is not kept. Mode and list agree always: owner = user_obj, group = mask (without one: group_obj), others = other. */
#include <file/state.h>

enum tag { TAG_OWNER = 1, TAG_USER = 2, TAG_GROUP_OBJ = 4, TAG_GROUP = 8, TAG_MASK = 16, TAG_OTHER = 32 };
enum { HEAD = 4, ITEM = 8, VERSION = 2, SHIFT_OWNER = 6, SHIFT_GROUP = 3 };

const struct fs_name LIST_ACCESS = {"system.posix_acl_access", 23}, LIST_DEFAULT = {"system.posix_acl_default", 24};

static uint32_t count(const struct list *l) { return (l->length - HEAD) / ITEM; }
static uint8_t *item(struct list *l, uint32_t i) { return l->b + HEAD + (size_t)i * ITEM; }
static const uint8_t *item_of(const struct list *l, uint32_t i) { return l->b + HEAD + (size_t)i * ITEM; }
static uint16_t tag(const uint8_t *b) { return le16(b); }
static uint16_t permission(const uint8_t *b) { return le16(b + 2) & 7; }
static uint32_t id(const uint8_t *b) { return le32(b + 4); }

/* list_ok - Any bytes: is this a list? Tags ascend; owner, group and other once each; a mask once, and surely if users or groups are named. */
int list_ok(const struct list *l)
{
    uint32_t last = 0, seen = 0;
    if (l->length < HEAD + 3 * ITEM || (l->length - HEAD) % ITEM || le32(l->b) != VERSION) return 0;
    for (uint32_t i = 0; i < count(l); i++) {
        const uint8_t *b = item_of(l, i);
        uint32_t t = tag(b), named = t == TAG_USER || t == TAG_GROUP;
        if (t == 0 || t > TAG_OTHER || t & (t - 1) || t < last || (t == last && !named) || le16(b + 2) > 7) return 0;
        if (named && t == last && id(b) == id(b - ITEM)) return 0;
        seen |= last = t;
    }
    uint32_t needed = TAG_OWNER | TAG_GROUP_OBJ | TAG_OTHER | (seen & (TAG_USER | TAG_GROUP) ? TAG_MASK : 0);
    return (seen & needed) == needed;
}

static uint8_t *find(struct list *l, uint32_t t)
{
    for (uint32_t i = 0; i < count(l); i++)
        if (tag(item(l, i)) == t) return item(l, i);
    return 0;
}
static uint8_t *group_class(struct list *l) { return find(l, TAG_MASK) ? find(l, TAG_MASK) : find(l, TAG_GROUP_OBJ); }

static uint32_t mode_of(struct list *l)
{
    return (uint32_t)permission(find(l, TAG_OWNER)) << SHIFT_OWNER | (uint32_t)permission(group_class(l)) << SHIFT_GROUP | permission(find(l, TAG_OTHER));
}
static void mode_put(struct list *l, uint32_t mode)
{
    le16_put(find(l, TAG_OWNER) + 2, mode >> SHIFT_OWNER & 7);
    le16_put(group_class(l) + 2, mode >> SHIFT_GROUP & 7);
    le16_put(find(l, TAG_OTHER) + 2, mode & 7);
}
static int says_more(const struct list *l) { return count(l) > 3; }

static lfsx_err_t list_load(const struct view *v, uint64_t inode, int by_default, struct list *l)
{
    lfsx_err_t err = xattr_load(v, inode, by_default ? LIST_DEFAULT : LIST_ACCESS, l->b, sizeof l->b, &l->length);
    if (err) return err == LFSX_ABSENT ? LFSX_CORRUPT : err;
    return l->length <= sizeof l->b && list_ok(l) ? LFSX_OK : LFSX_CORRUPT;
}

static lfsx_err_t list_store(struct operation *op, struct file *f, int by_default, const struct list *l)
{
    f->i.flags |= by_default ? INODE_FLAG_DEFAULT_LIST : INODE_FLAG_ACCESS_LIST;
    return xattr_store(op, f->number, by_default ? LIST_DEFAULT : LIST_ACCESS, l->b, l->length, 0);
}

static lfsx_err_t list_drop(struct operation *op, struct file *f, int by_default)
{
    lfsx_err_t err = xattr_drop(op, f->number, by_default ? LIST_DEFAULT : LIST_ACCESS);
    f->i.flags &= ~(uint32_t)(by_default ? INODE_FLAG_DEFAULT_LIST : INODE_FLAG_ACCESS_LIST);
    return err == LFSX_ABSENT ? LFSX_OK : err;
}

/* list_matches - What the list says of somebody who is not the owner: the first kind of entry that is about it decides; of the groups any that permits. */
static int list_permits(struct list *l, const struct fs_who *who, uint32_t gid, int access)
{
    int mask = find(l, TAG_MASK) ? permission(find(l, TAG_MASK)) : 7, in_group = 0;
    for (uint32_t i = 0; i < count(l); i++)
        if (tag(item(l, i)) == TAG_USER && id(item(l, i)) == who->uid) return (access & ~(permission(item(l, i)) & mask)) == 0;
    for (uint32_t i = 0; i < count(l); i++) {
        uint32_t t = tag(item(l, i));
        if (!(t == TAG_GROUP_OBJ && who_in_group(who, gid)) && !(t == TAG_GROUP && who_in_group(who, id(item(l, i))))) continue;
        in_group = 1;
        if ((access & ~(permission(item(l, i)) & mask)) == 0) return 1;
    }
    return !in_group && (access & ~permission(find(l, TAG_OTHER))) == 0;
}

lfsx_err_t list_check(const struct view *v, const struct fs_who *who, const struct file *f, int access)
{
    struct list l;
    lfsx_err_t err = list_load(v, f->number, 0, &l);
    return err ? err : list_permits(&l, who, f->i.gid, access) ? LFSX_OK : LFSX_PERMISSION;
}

lfsx_err_t list_follow_mode(struct operation *op, struct file *f)
{
    struct list l;
    if (!(f->i.flags & INODE_FLAG_ACCESS_LIST)) return LFSX_OK;
    lfsx_err_t err = list_load(&op->view, f->number, 0, &l);
    if (err) return err;
    mode_put(&l, f->i.mode);
    return list_store(op, f, 0, &l);
}

static lfsx_err_t access_set(struct operation *op, struct file *f, struct list *l)
{
    f->i.mode = (f->i.mode & ~0777u) | mode_of(l);
    if (!who_is_root(op->who) && !who_in_group(op->who, f->i.gid)) f->i.mode &= ~(uint32_t)MODE_SETGID;
    return says_more(l) ? list_store(op, f, 0, l) : list_drop(op, f, 0);
}

lfsx_err_t list_set(struct operation *op, struct file *f, int by_default, const void *value, uint32_t length, int flags)
{
    struct list l = {.length = length};
    int has = (f->i.flags & (by_default ? INODE_FLAG_DEFAULT_LIST : INODE_FLAG_ACCESS_LIST)) != 0;
    if (flags & FS_XATTR_CREATE && has) return LFSX_EXISTS;
    if (flags & FS_XATTR_REPLACE && !has) return LFSX_ABSENT;
    if (length == 0) return list_drop(op, f, by_default);
    if (length > sizeof l.b) return LFSX_LARGE;
    memcpy(l.b, value, length);
    if (length == HEAD && le32(l.b) == VERSION) return list_drop(op, f, by_default);
    if (!list_ok(&l)) return LFSX_ARGUMENT;
    return by_default ? list_store(op, f, 1, &l) : access_set(op, f, &l);
}

/* list_inherit - The default list of the directory, and the mode it was asked for, each cut to the other; the umask does not count. */
lfsx_err_t list_inherit(struct operation *op, const struct file *d, struct file *f)
{
    struct list l;
    lfsx_err_t err = list_load(&op->view, d->number, 1, &l);
    if (!err && file_is(f, MODE_DIRECTORY)) err = list_store(op, f, 1, &l);
    if (err) return err;
    uint32_t mode = mode_of(&l) & f->i.mode;
    mode_put(&l, mode);
    f->i.mode = (f->i.mode & ~0777u) | mode;
    return says_more(&l) ? list_store(op, f, 0, &l) : LFSX_OK;
}
