/* rename_scene.c - what a renaming is about, locked in order and checked: who may, what is in the way, that no directory comes below itself. */
#include <file/rename.h>

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

lfsx_err_t scene_set(struct operation *op, const struct renaming *r, struct scene *s)
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
