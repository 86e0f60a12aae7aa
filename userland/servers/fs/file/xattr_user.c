/* xattr_user.c - extended attributes as users ask for them: whose name space it is, who may, and which names are access lists. */
#include <file/state.h>

enum space { SPACE_NONE, SPACE_USER, SPACE_TRUSTED, SPACE_SECURITY, SPACE_ACCESS, SPACE_DEFAULT };

static int begins(struct fs_name name, const char *with, uint32_t length) { return name.length > length && !memcmp(name.bytes, with, length); }
static int is(struct fs_name name, struct fs_name other) { return name.length == other.length && !memcmp(name.bytes, other.bytes, other.length); }

static enum space space_of(struct fs_name name)
{
    if (begins(name, "user.", 5)) return SPACE_USER;
    if (begins(name, "trusted.", 8)) return SPACE_TRUSTED;
    if (begins(name, "security.", 9)) return SPACE_SECURITY;
    return is(name, LIST_ACCESS) ? SPACE_ACCESS : is(name, LIST_DEFAULT) ? SPACE_DEFAULT : SPACE_NONE;
}

static lfsx_err_t name_known(struct fs_name name)
{
    if (name.length > LFSX_NAME_MAX) return LFSX_NAME;
    for (uint32_t i = 0; i < name.length; i++)
        if (((const uint8_t *)name.bytes)[i] == 0) return LFSX_ARGUMENT;
    return space_of(name) == SPACE_NONE ? LFSX_UNSUPPORTED : LFSX_OK;
}

/* Attributes of users are for files and directories: elsewhere the permissions mean something else. */
static lfsx_err_t user_permitted(const struct view *v, const struct fs_who *who, const struct file *f, int access)
{
    if (!file_is(f, MODE_FILE) && !file_is(f, MODE_DIRECTORY)) return access & FS_ACCESS_WRITE ? LFSX_OWNER : LFSX_ABSENT;
    if (access & FS_ACCESS_WRITE && file_is(f, MODE_DIRECTORY) && f->i.mode & MODE_STICKY && !who_is_root(who) && who->uid != f->i.uid) return LFSX_OWNER;
    return access_check(v, who, f, access);
}

static lfsx_err_t permitted(const struct view *v, const struct fs_who *who, const struct file *f, enum space space, int access)
{
    int write = access & FS_ACCESS_WRITE;
    switch (space) {
    case SPACE_USER: return user_permitted(v, who, f, access);
    case SPACE_TRUSTED: return who_is_root(who) ? LFSX_OK : write ? LFSX_OWNER : LFSX_ABSENT;
    case SPACE_SECURITY: return !write || who_is_root(who) ? LFSX_OK : LFSX_OWNER;
    default: break;
    }
    if (write && file_is(f, MODE_LINK)) return LFSX_UNSUPPORTED;
    if (write && space == SPACE_DEFAULT && !file_is(f, MODE_DIRECTORY)) return LFSX_PERMISSION;
    return !write || who_is_root(who) || who->uid == f->i.uid ? LFSX_OK : LFSX_OWNER;
}

lfsx_err_t fs_xattr_get(struct fs *fs, const struct fs_who *who, uint64_t inode, struct fs_name name, void *value, uint32_t room, uint32_t *length)
{
    struct file f;
    lfsx_err_t err = name_known(name);
    if (err) return err;
    struct view v = look_begin(fs);
    err = file_load(&v, inode, &f);
    if (!err) err = permitted(&v, who, &f, space_of(name), FS_ACCESS_READ);
    if (!err) err = xattr_load(&v, inode, name, value, room, length);
    return look_end(fs, err);
}

struct setting { uint64_t inode; struct fs_name name; const void *value; uint32_t length; int flags; };

static lfsx_err_t target_load(struct operation *op, const struct setting *s, struct file *f)
{
    lfsx_err_t err = file_change(op, s->inode, f);
    if (!err) err = permitted(&op->view, op->who, f, space_of(s->name), FS_ACCESS_WRITE);
    if (!err) f->i.changed = op->now;
    return err;
}

static lfsx_err_t set_try(struct operation *op, void *self)
{
    const struct setting *s = self;
    struct file f;
    enum space space = space_of(s->name);
    lfsx_err_t err = target_load(op, s, &f);
    if (!err && (space == SPACE_ACCESS || space == SPACE_DEFAULT)) err = list_set(op, &f, space == SPACE_DEFAULT, s->value, s->length, s->flags);
    else if (!err) err = xattr_store(op, s->inode, s->name, s->value, s->length, s->flags);
    return err ? err : file_save(op, &f);
}

lfsx_err_t fs_xattr_set(struct fs *fs, const struct fs_who *who, uint64_t inode, struct fs_name name, const void *value, uint32_t length, int flags)
{
    struct setting s = {inode, name, value, length, flags};
    lfsx_err_t err = name_known(name);
    if (!err && (flags & ~(FS_XATTR_CREATE | FS_XATTR_REPLACE) || flags == (FS_XATTR_CREATE | FS_XATTR_REPLACE))) err = LFSX_ARGUMENT;
    return err ? err : operation_run(fs, who, 0, set_try, &s);
}

static lfsx_err_t remove_try(struct operation *op, void *self)
{
    const struct setting *s = self;
    struct file f;
    lfsx_err_t err = target_load(op, s, &f);
    if (!err) err = xattr_drop(op, s->inode, s->name);
    if (!err && space_of(s->name) == SPACE_ACCESS) f.i.flags &= ~(uint32_t)INODE_FLAG_ACCESS_LIST;
    if (!err && space_of(s->name) == SPACE_DEFAULT) f.i.flags &= ~(uint32_t)INODE_FLAG_DEFAULT_LIST;
    return err ? err : file_save(op, &f);
}

lfsx_err_t fs_xattr_remove(struct fs *fs, const struct fs_who *who, uint64_t inode, struct fs_name name)
{
    struct setting s = {.inode = inode, .name = name};
    lfsx_err_t err = name_known(name);
    return err ? err : operation_run(fs, who, 1, remove_try, &s);
}

enum { BATCH = 16 };
struct batch { uint32_t count; uint64_t next; struct { uint8_t length, name[LFSX_NAME_MAX]; } of[BATCH]; };

static int batch_visit(void *self, struct key key, const void *value, uint32_t length)
{
    struct batch *b = self;
    const uint8_t *v = value;
    if (key.offset % PARTS) return 0;
    if (b->count == BATCH) return LFSX_BUSY;
    if (length < XATTR_BYTES || !xattr_form_ok(v) || length < (uint32_t)XATTR_BYTES + xattr_name(v)) return LFSX_CORRUPT;
    b->of[b->count].length = xattr_name(v);
    memcpy(b->of[b->count++].name, v + XATTR_BYTES, xattr_name(v));
    b->next = key.offset + PARTS;
    return 0;
}

lfsx_err_t fs_xattr_list(struct fs *fs, uint64_t inode, int (*visit)(void *self, struct fs_name name), void *self)
{
    struct batch b = {.next = 0};
    lfsx_err_t err = LFSX_BUSY;
    while (err == LFSX_BUSY) {
        struct file f;
        struct view v = look_begin(fs);
        b.count = 0;
        err = file_load(&v, inode, &f);
        if (!err) err = view_scan(&v, xattr_key(inode, b.next), entry_key(inode, 0), batch_visit, &b);
        look_end(fs, err);
        for (uint32_t i = 0; i < b.count && (!err || err == LFSX_BUSY); i++)
            if (visit(self, (struct fs_name){b.of[i].name, b.of[i].length})) return LFSX_OK;
    }
    return err;
}
