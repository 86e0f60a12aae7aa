/* attribute.c - mode, owner, size and times on request: who may, and what follows. */
#include <file/state.h>

struct setting { uint64_t inode; const struct fs_attributes *to; int set; struct fs_attributes *out; };

static int owns(const struct operation *op, const struct file *f) { return who_is_root(op->who) || op->who->uid == f->i.uid; }

/* Setgid of a group that one is not in cannot be given. */
static lfsx_err_t mode_set(struct operation *op, struct file *f, uint32_t mode)
{
    if (!owns(op, f)) return LFSX_OWNER;
    mode &= MODE_ALL;
    if (!who_is_root(op->who) && !who_in_group(op->who, f->i.gid)) mode &= ~(uint32_t)MODE_SETGID;
    f->i.mode = (f->i.mode & MODE_TYPE) | mode;
    return list_follow_mode(op, f);
}

/* A user may keep what is its own and give it to a group that it is in. */
static lfsx_err_t owner_permitted(const struct operation *op, const struct file *f, uint32_t uid, uint32_t gid)
{
    if (who_is_root(op->who)) return LFSX_OK;
    return op->who->uid == f->i.uid && uid == f->i.uid && (gid == f->i.gid || who_in_group(op->who, gid)) ? LFSX_OK : LFSX_OWNER;
}

static lfsx_err_t owner_set(struct operation *op, struct file *f, uint32_t uid, uint32_t gid)
{
    lfsx_err_t err = owner_permitted(op, f, uid, gid);
    if (err) return err;
    if (uid != f->i.uid) {
        owner_note(op, f->i.uid, -1, -(int64_t)f->i.blocks);
        owner_note(op, uid, 1, (int64_t)f->i.blocks);
    }
    f->i.uid = uid;
    f->i.gid = gid;
    if (file_is(f, MODE_DIRECTORY)) return LFSX_OK;
    privileges_lose(f);
    return LFSX_OK;
}

static lfsx_err_t times_set(struct operation *op, struct file *f, const struct setting *s)
{
    lfsx_err_t err = owns(op, f) ? LFSX_OK : s->set & FS_SET_NOW ? access_check(&op->view, op->who, f, FS_ACCESS_WRITE) : LFSX_OWNER;
    if (err) return err;
    if (s->set & FS_SET_ACCESSED) f->i.accessed = s->set & FS_SET_NOW ? op->now : s->to->accessed;
    if (s->set & FS_SET_MODIFIED) f->i.modified = s->set & FS_SET_NOW ? op->now : s->to->modified;
    return LFSX_OK;
}

static lfsx_err_t size_set(struct operation *op, struct file *f, const struct setting *s)
{
    lfsx_err_t err = s->set & FS_SET_OPEN ? LFSX_OK : access_check(&op->view, op->who, f, FS_ACCESS_WRITE);
    return err ? err : file_resize(op, f, s->to->size);
}

static lfsx_err_t set_try(struct operation *op, void *self)
{
    struct setting *s = self;
    struct file f;
    lfsx_err_t err = s->set & FS_SET_SIZE ? content_change(op, s->inode, &f) : file_change(op, s->inode, &f);
    if (!err && s->set & (FS_SET_UID | FS_SET_GID)) err = owner_set(op, &f, s->set & FS_SET_UID ? s->to->uid : f.i.uid, s->set & FS_SET_GID ? s->to->gid : f.i.gid);
    if (!err && s->set & FS_SET_MODE) err = mode_set(op, &f, s->to->mode);
    if (!err && s->set & FS_SET_SIZE) err = size_set(op, &f, s);
    if (!err && s->set & (FS_SET_ACCESSED | FS_SET_MODIFIED)) err = times_set(op, &f, s);
    if (!err && s->set & FS_SET_PLAIN && !file_is(&f, MODE_DIRECTORY)) privileges_lose(&f);
    f.i.changed = s->set & FS_SET_CHANGED ? s->to->changed : op->now;
    if (!err) err = file_save(op, &f);
    if (!err) file_attributes(&f, s->out);
    return err;
}

lfsx_err_t fs_setattr(struct fs *fs, const struct fs_who *who, uint64_t inode, const struct fs_attributes *to, int set, struct fs_attributes *out)
{
    struct setting s = {inode, to, set, out};
    int known = FS_SET_MODE | FS_SET_UID | FS_SET_GID | FS_SET_SIZE | FS_SET_ACCESSED | FS_SET_MODIFIED | FS_SET_NOW | FS_SET_OPEN | FS_SET_CHANGED | FS_SET_PLAIN;
    if (set & ~known) return LFSX_ARGUMENT;
    if (set & FS_SET_CHANGED && !who_is_root(who)) return LFSX_OWNER;
    return operation_run(fs, who, (set & FS_SET_SIZE) != 0, set_try, &s);
}

/* accessed_due - As others do (relatime): once after each change, else once a day. */
int accessed_due(const struct inode *i, uint64_t now)
{
    const uint64_t day = 86400ull * 1000000000;
    return i->accessed <= i->modified || i->accessed <= i->changed || now > i->accessed + day;
}

static lfsx_err_t accessed_try(struct operation *op, void *self)
{
    struct file f;
    lfsx_err_t err = file_change(op, *(const uint64_t *)self, &f);
    if (err || !accessed_due(&f.i, op->now)) return err;
    f.i.accessed = op->now;
    return file_save(op, &f);
}

void accessed_note(struct fs *fs, uint64_t number)
{
    if (!fs->store.read_only) operation_run(fs, 0, 0, accessed_try, &number); /* if it cannot be noted now, so be it */
}
