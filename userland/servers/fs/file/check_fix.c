/* check_fix.c - repair: each fix a transaction. One that cannot be done is left to the next round, which finds it again. */
#include <file/check_state.h>

static lfsx_err_t inode_fix(struct operation *op, const struct fix *x)
{
    struct file f;
    lfsx_err_t err = file_change(op, x->key.inode, &f);
    if (err) return err;
    switch (x->field) {
    case FIELD_LINKS: f.i.links = (uint32_t)x->value; break;
    case FIELD_SIZE: f.i.size = x->value; break;
    case FIELD_BLOCKS: f.i.blocks = x->value; break;
    case FIELD_PARENT: f.i.parent = x->value; break;
    case FIELD_FLAGS: f.i.flags = (uint32_t)x->value; break;
    }
    return file_save(op, &f);
}

static lfsx_err_t form_fix(struct operation *op, const struct fix *x)
{
    uint8_t b[LFSX_VALUE_MAX];
    uint32_t length;
    lfsx_err_t err = view_read(&op->view, x->key, b, sizeof b, &length);
    if (err || !check_inode_mend(b, &length)) return err ? err : LFSX_CORRUPT;
    return transaction_write(op->view.t, x->key, b, length);
}

static lfsx_err_t kind_fix(struct operation *op, const struct fix *x)
{
    uint8_t b[LFSX_VALUE_MAX];
    uint32_t length;
    lfsx_err_t err = view_read(&op->view, x->key, b, sizeof b, &length);
    if (err || length < DIRENT_BYTES) return err ? err : LFSX_CORRUPT;
    dirent_set_kind(b, (uint8_t)x->value);
    return transaction_write(op->view.t, x->key, b, length);
}

static lfsx_err_t owner_fix(struct operation *op, const struct fix *x)
{
    uint8_t b[OWNER_BYTES];
    struct owner o = {x->value, x->value2};
    owner_encode(&o, b);
    return transaction_write(op->view.t, x->key, b, sizeof b);
}

struct keys { struct key key[PARTS]; uint32_t count; };
static int keys_visit(void *self, struct key key, const void *value, uint32_t length)
{
    struct keys *k = self;
    (void)value, (void)length;
    if (k->count < PARTS) k->key[k->count++] = key;
    return 0;
}
static lfsx_err_t range_fix(struct operation *op, const struct fix *x)
{
    struct keys k = {.count = 0};
    lfsx_err_t err = view_scan(&op->view, x->key, x->to, keys_visit, &k);
    for (uint32_t i = 0; i < k.count && !err; i++) err = transaction_delete(op->view.t, k.key[i]);
    return err;
}

/* number_print - "#123", with so many more '#' before it. */
static uint32_t number_print(uint64_t n, uint32_t more, char *to)
{
    char digits[20];
    uint32_t count = 0, at = 0;
    do digits[count++] = (char)('0' + n % 10);
    while (n /= 10);
    while (at <= more) to[at++] = '#';
    while (count > 0) to[at++] = digits[--count];
    return at;
}

/* name_free - A name for it that the directory does not have. */
enum { TRIES = 100 };
static lfsx_err_t name_free(const struct view *v, const struct file *d, uint64_t number, char *text, struct fs_name *name, struct entry *none)
{
    lfsx_err_t err = LFSX_OK;
    for (uint32_t i = 0; i < TRIES && !err; i++) {
        *name = (struct fs_name){text, number_print(number, i, text)};
        err = directory_find(v, d->number, *name, none);
    }
    return err == LFSX_ABSENT ? LFSX_OK : err ? err : LFSX_EXISTS;
}

/* attach_fix - To /lost+found, under its number; its links are counted in the next round. */
static lfsx_err_t attach_fix(struct operation *op, const struct fix *x)
{
    struct file d, f;
    struct entry e;
    char text[TRIES + 24];
    struct fs_name name;
    lfsx_err_t err = directory_find(&op->view, LFSX_ROOT_INODE, (struct fs_name){"lost+found", 10}, &e);
    if (!err && e.inode == x->key.inode) err = LFSX_STATE;
    if (!err) err = directory_change(op, e.inode, &d);
    if (!err) err = file_change(op, x->key.inode, &f);
    if (!err) err = name_free(&op->view, &d, f.number, text, &name, &e);
    if (err) return err;
    f.i.parent = file_is(&f, MODE_DIRECTORY) ? d.number : f.i.parent;
    err = directory_add(op, &d, &e, name, &f);
    if (!err) err = file_save(op, &d);
    return err ? err : file_save(op, &f);
}

/* copy_run - `count` blocks of a mapping from block i on, to where they are nobody else's. */
static lfsx_err_t copy_run(struct operation *op, struct file *f, const struct mapping *m, uint32_t i, uint64_t place, uint32_t count)
{
    const struct block_device *d = op->view.fs->options.store.device;
    uint8_t b[LFSX_BLOCK_BYTES];
    lfsx_err_t err = LFSX_OK;
    for (uint32_t k = 0; k < count && !err; k++) {
        err = block_read(d, m->e.first + i + k, 1, b);
        if (!err) err = block_write(d, place + k, 1, b, 0);
    }
    return err ? err : extents_add(op, f, m->logical + i, place, count, m->crc + 4 * (size_t)i);
}

/* copy_fix - An extent whose bytes are right, and whose blocks another one has too, gets blocks of its own. */
static lfsx_err_t copy_fix(struct operation *op, const struct fix *x)
{
    uint8_t b[LFSX_VALUE_MAX];
    struct mapping m;
    struct file f;
    uint64_t place;
    uint32_t length, count;
    lfsx_err_t err = view_read(&op->view, x->key, b, sizeof b, &length);
    if (!err) err = mapping_set(&op->view, x->key, b, length, &m);
    if (!err) err = file_change(op, x->key.inode, &f);
    if (!err) err = transaction_delete(op->view.t, x->key);
    for (uint32_t i = 0; !err && i < m.e.count; i += count) {
        err = transaction_take(op->view.t, 0, m.e.count - i, &place, &count);
        if (!err) err = copy_run(op, &f, &m, i, place, count);
    }
    transaction_wrote(op->view.t);
    return err;
}

/* root_fix - A root directory with nothing in it; its former entries are names still, if their keys are. */
static lfsx_err_t root_fix(struct operation *op)
{
    uint64_t now = op->now;
    lfsx_err_t err = transaction_delete(op->view.t, inode_key(LFSX_ROOT_INODE));
    op->accounts = 0;
    return err && err != LFSX_ABSENT ? err : root_make(op, &now);
}

static lfsx_err_t fix_try(struct operation *op, void *self)
{
    const struct fix *x = self;
    lfsx_err_t err = LFSX_OK;
    switch (x->kind) {
    case FIX_DELETE: err = transaction_delete(op->view.t, x->key); break;
    case FIX_DELETE_RANGE: err = range_fix(op, x); break;
    case FIX_INODE: err = inode_fix(op, x); break;
    case FIX_ENTRY_KIND: err = kind_fix(op, x); break;
    case FIX_ORPHAN: err = transaction_write(op->view.t, x->key, "", 0); break;
    case FIX_OWNER: err = owner_fix(op, x); break;
    case FIX_ATTACH: err = attach_fix(op, x); break;
    case FIX_COPY: err = copy_fix(op, x); break;
    case FIX_FORM: err = form_fix(op, x); break;
    case FIX_ROOT: err = root_fix(op); break;
    }
    op->accounts = 0; /* owners are counted anew in the next round */
    return err;
}

uint32_t check_fix(struct check *c)
{
    uint32_t done = 0;
    int lost = 0;
    struct fs_attributes a;
    for (uint32_t i = 0; i < c->fixes; i++) {
        if (c->fix[i].kind == FIX_ATTACH && !lost++) fs_make(c->fs, 0, LFSX_ROOT_INODE, (struct fs_name){"lost+found", 10}, MODE_DIRECTORY | 0700, 0, &a);
        lfsx_err_t err = operation_run(c->fs, 0, 1, fix_try, &c->fix[i]);
        if (!err) done++;
    }
    return done;
}
