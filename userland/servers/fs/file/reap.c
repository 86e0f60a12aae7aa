/* reap.c - giving back what nobody can reach any more: inodes without a name that nobody has open, and what lies behind the end of a file that was shortened. A small one
 * goes with the operation that made it so. For a large one an orphan key is written with that operation; then it goes step by step, each a transaction; and if
 * that is interrupted, by the next mount. */
#include <file/state.h>

uint32_t extents_per_step(const struct fs *fs)
{
    uint64_t log = wal_bytes_max(&fs->store.wal) / 64, leaves = fs->store.cache.limit / 4, most = log < leaves ? log : leaves;
    return most < 1 ? 1 : most > 256 ? 256 : (uint32_t)most;
}

enum { XATTRS_AT_ONCE = 16 };
struct some { struct key key[XATTRS_AT_ONCE]; uint32_t count; };
static int some_visit(void *self, struct key key, const void *value, uint32_t length)
{
    struct some *s = self;
    (void)value, (void)length;
    if (s->count == XATTRS_AT_ONCE) return LFSX_BUSY;
    s->key[s->count++] = key;
    return 0;
}

static lfsx_err_t xattrs_drop(struct operation *op, const struct file *f, int *done)
{
    struct some s = {.count = 0};
    lfsx_err_t err = view_scan(&op->view, xattr_key(f->number, 0), entry_key(f->number, 0), some_visit, &s);
    *done = err != LFSX_BUSY;
    if (err == LFSX_BUSY) err = LFSX_OK;
    for (uint32_t i = 0; i < s.count && !err; i++) err = transaction_delete(op->view.t, s.key[i]);
    return err;
}

/* drop_behind, drop_all - As much as one transaction can. *done: nothing is left. */
static lfsx_err_t drop_from(struct operation *op, struct file *f, uint64_t block, int *done)
{
    lfsx_err_t err = extents_cut(op, f, &block, FILE_BLOCKS_MAX, 1, extents_per_step(op->view.fs));
    *done = block == FILE_BLOCKS_MAX;
    return err;
}
static lfsx_err_t drop_behind(struct operation *op, struct file *f, int *done)
{
    return drop_from(op, f, (f->i.size + LFSX_BLOCK_BYTES - 1) / LFSX_BLOCK_BYTES, done);
}
static lfsx_err_t drop_all(struct operation *op, struct file *f, int *done)
{
    lfsx_err_t err = drop_from(op, f, 0, done);
    return err || !*done ? err : xattrs_drop(op, f, done);
}

static lfsx_err_t inode_delete(struct operation *op, const struct file *f)
{
    owner_note(op, f->i.uid, -1, 0);
    return transaction_delete(op->view.t, inode_key(f->number));
}

lfsx_err_t orphan_make(struct operation *op, struct file *f)
{
    lfsx_err_t err = transaction_write(op->view.t, orphan_key(f->number), "", 0);
    return err ? err : file_save(op, f);
}

lfsx_err_t orphan_end(struct operation *op, const struct file *f)
{
    return f->i.flags & INODE_FLAG_TRIM ? LFSX_OK : transaction_delete(op->view.t, orphan_key(f->number));
}

lfsx_err_t file_unlinked(struct operation *op, struct file *f)
{
    int done = 0;
    lfsx_err_t err = LFSX_OK;
    op->reap = f->number;
    if (user_leave(op, f->number)) err = drop_all(op, f, &done);
    if (!err && done) op->reap = 0;
    return err ? err : done ? inode_delete(op, f) : orphan_make(op, f);
}

lfsx_err_t file_trim(struct operation *op, struct file *f)
{
    int done;
    lfsx_err_t err = drop_behind(op, f, &done);
    if (err || done) return err;
    f->i.flags |= INODE_FLAG_TRIM;
    op->reap = f->number;
    return transaction_write(op->view.t, orphan_key(f->number), "", 0);
}

struct reaping { uint64_t number; int more; };

/* reap_end - All of it is done. The key goes, unless a file that was shortened has lost its name too. */
static lfsx_err_t reap_end(struct operation *op, struct file *f, int all)
{
    lfsx_err_t err = all || f->i.links > 0 ? transaction_delete(op->view.t, orphan_key(f->number)) : LFSX_OK;
    f->i.flags &= ~(uint32_t)INODE_FLAG_TRIM;
    if (err && err != LFSX_ABSENT) return err;
    return all ? inode_delete(op, f) : file_save(op, f);
}

/* may_go - What a wrong image calls an orphan may be the root, or a directory that has names in it. */
static int may_go(const struct operation *op, const struct file *f)
{
    return f->number != LFSX_ROOT_INODE && (!file_is(f, MODE_DIRECTORY) || !directory_is_empty(&op->view, f));
}

static lfsx_err_t reap_some(struct operation *op, struct file *f, int *more)
{
    int done, all = f->i.links == 0 && may_go(op, f) && user_leave(op, f->number);
    if (!all && !(f->i.flags & INODE_FLAG_TRIM)) return LFSX_OK;
    lfsx_err_t err = all ? drop_all(op, f, &done) : drop_behind(op, f, &done);
    *more = !done;
    return err ? err : done ? reap_end(op, f, all) : file_save(op, f);
}

static lfsx_err_t reap_try(struct operation *op, void *self)
{
    struct reaping *r = self;
    struct file f;
    r->more = 0;
    lfsx_err_t err = file_change(op, r->number, &f);
    if (err == LFSX_ABSENT) err = transaction_delete(op->view.t, orphan_key(r->number)); /* a key of nothing */
    else if (!err) err = reap_some(op, &f, &r->more);
    return err == LFSX_ABSENT ? LFSX_OK : err;
}

lfsx_err_t reap(struct fs *fs, uint64_t number)
{
    struct reaping r = {number, 1};
    lfsx_err_t err = LFSX_OK;
    while (r.more && !err) err = operation_run(fs, 0, 1, reap_try, &r);
    return err;
}

static int orphan_visit(void *self, struct key key, const void *value, uint32_t length)
{
    (void)value, (void)length;
    *(uint64_t *)self = key.offset;
    return LFSX_EXISTS;
}

lfsx_err_t reap_all(struct fs *fs)
{
    uint64_t number = 0, found = 0;
    lfsx_err_t err = LFSX_EXISTS, failed = LFSX_OK;
    while (err == LFSX_EXISTS && found != ~0ull) { /* a wrong image may have a key of the highest number, which goes or stays */
        struct view v = look_begin(fs);
        err = look_end(fs, view_scan(&v, orphan_key(number), owner_key(0), orphan_visit, &found));
        if (err == LFSX_EXISTS && reap(fs, found)) failed = LFSX_IO;
        number = found + 1;
    }
    return err && err != LFSX_EXISTS ? err : failed;
}
