/* rename.c - a name moves: within a directory or to another, over what is there or not, or two names change places. One transaction, so nobody ever sees
 * both names or none. Renames between directories exclude each other; so while one looks for circles, no directory gets another parent. */
#include <file/state.h>

struct renaming { uint64_t from, to; struct fs_name old, name; int flags; };
/* What it is about: a = the directory it leaves, b = the one it comes to (one and the same struct if they are), f and perhaps the victim v. */
struct scene { struct file one, two, f, v; struct file *a, *b; struct entry old, name; int occupied; };

#define TREE_KEY ((struct key){0, KEY_TYPE_INODE, 0})

/* above - Is `ancestor` the directory `n` or above it? LFSX_EXISTS: yes. A circle, which only a wrong image has, is found by meeting a place again. */
static lfsx_err_t above(const struct view *v, uint64_t ancestor, uint64_t n)
{
    struct file d;
    uint64_t mark = 0, steps = 0, limit = 1;
    for (; n != LFSX_ROOT_INODE && n != ancestor; n = d.i.parent) {
        lfsx_err_t err = file_load(v, n, &d);
        if (err || !file_is(&d, MODE_DIRECTORY) || n == mark) return err && err != LFSX_ABSENT ? err : LFSX_CORRUPT;
        if (++steps == limit) mark = n, limit *= 2;
    }
    return n == ancestor ? LFSX_EXISTS : LFSX_OK;
}

/* directories_lock - The upper one first; of two that are not above each other the lower number. */
static lfsx_err_t directories_lock(struct operation *op, const struct renaming *r, struct scene *s)
{
    s->a = &s->one;
    s->b = r->from == r->to ? s->a : &s->two;
    if (s->a == s->b) return directory_change(op, r->from, s->a);
    lfsx_err_t err = transaction_lock(op->view.t, TREE_KEY);
    if (err) return err;
    lfsx_err_t down = above(&op->view, r->from, r->to), is_up = above(&op->view, r->to, r->from);
    int first = down == LFSX_EXISTS || (is_up != LFSX_EXISTS && r->from < r->to);
    err = transaction_lock(op->view.t, inode_key(first ? r->from : r->to));
    if (!err) err = directory_change(op, r->from, s->a);
    return err ? err : directory_change(op, r->to, s->b);
}

static lfsx_err_t entries_find(struct operation *op, const struct renaming *r, struct scene *s)
{
    lfsx_err_t err = directory_find(&op->view, r->from, r->old, &s->old);
    if (err) return err;
    err = directory_find(&op->view, r->to, r->name, &s->name);
    s->occupied = !err;
    if (s->occupied && r->flags & FS_RENAME_NO_REPLACE) return LFSX_EXISTS;
    if (err == LFSX_ABSENT && !(r->flags & FS_RENAME_EXCHANGE)) err = LFSX_OK;
    return err;
}

/* inodes_lock - Of what is moved and what is in the way. A directory into itself, or over one that it is in, is refused before it is locked twice. */
static lfsx_err_t inodes_lock(struct operation *op, const struct renaming *r, struct scene *s)
{
    if (s->old.inode == r->to || (s->occupied && s->name.inode == r->from)) return s->old.inode == r->to || r->flags & FS_RENAME_EXCHANGE ? LFSX_ARGUMENT : LFSX_NOT_EMPTY;
    if (s->old.inode == r->from || (s->occupied && s->name.inode == r->to)) return LFSX_CORRUPT;
    if (!s->occupied) return file_change(op, s->old.inode, &s->f);
    int first = s->old.inode < s->name.inode;
    lfsx_err_t err = first ? file_change(op, s->old.inode, &s->f) : file_change(op, s->name.inode, &s->v);
    return err ? err : first ? file_change(op, s->name.inode, &s->v) : file_change(op, s->old.inode, &s->f);
}

/* move_permitted - This file may leave that directory; a directory that gets another parent is itself changed. */
static lfsx_err_t move_permitted(struct operation *op, const struct scene *s, const struct file *d, const struct file *f)
{
    lfsx_err_t err = sticky_check(op->who, d, f);
    return err || s->a == s->b || !file_is(f, MODE_DIRECTORY) ? err : access_check(&op->view, op->who, f, FS_ACCESS_WRITE);
}

static lfsx_err_t victim_check(struct operation *op, const struct renaming *r, struct scene *s)
{
    if (!s->occupied) return LFSX_OK;
    if (r->flags & FS_RENAME_EXCHANGE) return move_permitted(op, s, s->b, &s->v);
    lfsx_err_t err = sticky_check(op->who, s->b, &s->v);
    if (!err && file_is(&s->v, MODE_DIRECTORY) && !file_is(&s->f, MODE_DIRECTORY)) err = LFSX_IS_DIRECTORY;
    if (!err && !file_is(&s->v, MODE_DIRECTORY) && file_is(&s->f, MODE_DIRECTORY)) err = LFSX_NOT_DIRECTORY;
    return err || !file_is(&s->v, MODE_DIRECTORY) ? err : directory_is_empty(&op->view, &s->v);
}

/* circle_check - No directory comes below itself. */
static lfsx_err_t circle_check(struct operation *op, const struct renaming *r, struct scene *s)
{
    lfsx_err_t err = LFSX_OK;
    if (s->a == s->b) return LFSX_OK;
    if (file_is(&s->f, MODE_DIRECTORY)) err = above(&op->view, s->f.number, r->to);
    if (!err && r->flags & FS_RENAME_EXCHANGE && file_is(&s->v, MODE_DIRECTORY)) err = above(&op->view, s->v.number, r->from);
    return err == LFSX_EXISTS ? LFSX_ARGUMENT : err;
}

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

static lfsx_err_t scene_set(struct operation *op, const struct renaming *r, struct scene *s)
{
    lfsx_err_t err = directories_lock(op, r, s);
    if (!err) err = entries_find(op, r, s);
    if (!err && s->occupied && s->old.inode == s->name.inode) return LFSX_OK;
    if (!err) err = inodes_lock(op, r, s);
    if (err == LFSX_ABSENT && s->old.inode) err = s->occupied || !(r->flags & FS_RENAME_EXCHANGE) ? LFSX_CORRUPT : err;
    if (!err) err = move_permitted(op, s, s->a, &s->f);
    if (!err) err = victim_check(op, r, s);
    return err ? err : circle_check(op, r, s);
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
