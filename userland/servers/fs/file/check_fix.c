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
    case FIX_ATTACH: err = check_attach(op, x); break;
    case FIX_COPY: err = check_copy(op, x); break;
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
