/* unlink.c - names go away, and with the last name, unless it is open, the file. */
#include <file/state.h>

struct removal { uint64_t directory; struct fs_name name; int is_directory; };

/* target_find - The directory and what the name names, both to be changed. */
static lfsx_err_t target_find(struct operation *op, const struct removal *r, struct file *d, struct entry *e, struct file *f)
{
    lfsx_err_t err = directory_change(op, r->directory, d);
    if (!err) err = directory_find(&op->view, r->directory, r->name, e);
    if (err) return err;
    err = e->inode == r->directory ? LFSX_ABSENT : file_change(op, e->inode, f);
    return err == LFSX_ABSENT ? LFSX_CORRUPT : err ? err : sticky_check(op->who, d, f);
}

static int any_visit(void *self, struct key key, const void *value, uint32_t length)
{
    (void)self, (void)key, (void)value, (void)length;
    return LFSX_NOT_EMPTY;
}

lfsx_err_t directory_is_empty(const struct view *v, const struct file *d)
{
    return view_scan(v, entry_key(d->number, 0), extent_key(d->number, 0), any_visit, 0);
}

lfsx_err_t name_lost(struct operation *op, struct file *d, struct file *f)
{
    f->i.changed = op->now;
    if (file_is(f, MODE_DIRECTORY)) {
        if (d->i.links > 2) d->i.links--;
        f->i.links = 0;
    } else if (f->i.links > 0) {
        f->i.links--;
    }
    return f->i.links > 0 ? file_save(op, f) : file_unlinked(op, f);
}

static lfsx_err_t type_wanted(const struct view *v, const struct removal *r, const struct file *f)
{
    if (!r->is_directory) return file_is(f, MODE_DIRECTORY) ? LFSX_IS_DIRECTORY : LFSX_OK;
    return file_is(f, MODE_DIRECTORY) ? directory_is_empty(v, f) : LFSX_NOT_DIRECTORY;
}

static lfsx_err_t remove_try(struct operation *op, void *self)
{
    struct removal *r = self;
    struct file d, f;
    struct entry e;
    lfsx_err_t err = target_find(op, r, &d, &e, &f);
    if (!err) err = type_wanted(&op->view, r, &f);
    if (!err) err = directory_remove(op, &d, &e);
    if (!err) err = name_lost(op, &d, &f);
    return err ? err : file_save(op, &d);
}

static lfsx_err_t removal(struct fs *fs, const struct fs_who *who, struct removal r)
{
    lfsx_err_t err = name_check(r.name);
    return err ? err : operation_run(fs, who, 1, remove_try, &r);
}

lfsx_err_t fs_unlink(struct fs *fs, const struct fs_who *who, uint64_t directory, struct fs_name name) { return removal(fs, who, (struct removal){directory, name, 0}); }

lfsx_err_t fs_rmdir(struct fs *fs, const struct fs_who *who, uint64_t directory, struct fs_name name)
{
    if (name.length == 2 && !memcmp(name.bytes, "..", 2)) return LFSX_NOT_EMPTY;
    return removal(fs, who, (struct removal){directory, name, 1});
}
