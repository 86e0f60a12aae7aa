/* rename.c - a name moves: within a directory or to another, over what is there or not, or two names change places. One transaction, so nobody ever sees
 * both names or none. Renames between directories exclude each other; so while one looks for circles, no directory gets another parent. */
#include <file/rename.h>

/* moved - f is in d now and was in `before`. */
static lfsx_err_t moved(struct operation *op, struct file *f, struct file *before, struct file *d)
{
    f->i.changed = op->now;
    if (!file_is(f, MODE_DIRECTORY) || before == d) return LFSX_OK;
    if (d->i.links >= LINKS_MAX) return LFSX_LINKS;
    if (before->i.links > 2) before->i.links--;
    d->i.links++;
    f->i.parent = d->number;
    return LFSX_OK;
}

static lfsx_err_t exchange(struct operation *op, const struct renaming *r, struct scene *s)
{
    lfsx_err_t err = directory_set(op, s->a, &s->old, r->old, &s->v);
    if (!err) err = directory_set(op, s->b, &s->name, r->name, &s->f);
    if (!err) err = moved(op, &s->f, s->a, s->b);
    if (!err) err = moved(op, &s->v, s->b, s->a);
    return err ? err : file_save(op, &s->v);
}

static lfsx_err_t move(struct operation *op, const struct renaming *r, struct scene *s)
{
    lfsx_err_t err = s->occupied ? directory_set(op, s->b, &s->name, r->name, &s->f) : directory_add(op, s->b, &s->name, r->name, &s->f);
    if (!err && s->occupied) err = name_lost(op, s->b, &s->v);
    if (!err) err = directory_remove(op, s->a, &s->old);
    return err ? err : moved(op, &s->f, s->a, s->b);
}

static lfsx_err_t rename_in(struct operation *op, const struct renaming *r, struct scene *s)
{
    s->old.inode = 0;
    lfsx_err_t err = scene_set(op, r, s);
    if (err || (s->occupied && s->old.inode == s->name.inode)) return err; /* two names of one file: nothing to do */
    err = r->flags & FS_RENAME_EXCHANGE ? exchange(op, r, s) : move(op, r, s);
    if (!err) err = file_save(op, &s->f);
    if (!err) err = file_save(op, s->a);
    return err || s->a == s->b ? err : file_save(op, s->b);
}

static lfsx_err_t rename_try(struct operation *op, void *self)
{
    struct scene *s = scratch_take(op->view.fs, sizeof *s);
    if (!s) return LFSX_MEMORY;
    lfsx_err_t err = rename_in(op, self, s);
    scratch_give(op->view.fs, s, sizeof *s);
    return err;
}

lfsx_err_t fs_rename(struct fs *fs, const struct fs_who *who, uint64_t from, struct fs_name old, uint64_t to, struct fs_name name, int flags)
{
    struct renaming r = {from, to, old, name, flags};
    lfsx_err_t err = name_check(old);
    if (!err) err = name_check(name);
    if (!err && (flags & ~(FS_RENAME_NO_REPLACE | FS_RENAME_EXCHANGE) || flags == (FS_RENAME_NO_REPLACE | FS_RENAME_EXCHANGE))) err = LFSX_ARGUMENT;
    return err ? err : operation_run(fs, who, 0, rename_try, &r);
}
