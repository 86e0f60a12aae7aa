/* inode.c - inodes: from the tree and back. The value is the attributes and then, of a small file or symbolic link, its bytes. */
#include <file/state.h>

/* inode_value_ok - Any bytes of any disk. */
int inode_value_ok(const uint8_t *b, uint32_t length)
{
    if (length < INODE_BYTES || !inode_form_ok(b)) return 0;
    if (!(inode_flags(b) & INODE_FLAG_INLINE)) return length == INODE_BYTES;
    return inode_size(b) == length - INODE_BYTES;
}

lfsx_err_t file_load(const struct view *v, uint64_t number, struct file *f)
{
    uint8_t b[LFSX_VALUE_MAX];
    uint32_t length = 0;
    lfsx_err_t err = number == 0 ? LFSX_ABSENT : view_read(v, inode_key(number), b, sizeof b, &length);
    if (err) return err;
    if (!inode_value_ok(b, length)) return LFSX_CORRUPT;
    f->number = number;
    inode_decode(b, &f->i);
    f->i.mode &= MODE_TYPE | MODE_ALL;
    memcpy(f->bytes, b + INODE_BYTES, length - INODE_BYTES);
    return LFSX_OK;
}

lfsx_err_t file_change(struct operation *op, uint64_t number, struct file *f)
{
    lfsx_err_t err = transaction_lock(op->view.t, inode_key(number));
    return err ? err : file_load(&op->view, number, f);
}

lfsx_err_t content_change(struct operation *op, uint64_t number, struct file *f)
{
    lfsx_err_t err = file_change(op, number, f);
    if (err) return err;
    if (!file_is(f, MODE_FILE)) return file_is(f, MODE_DIRECTORY) ? LFSX_IS_DIRECTORY : LFSX_ARGUMENT;
    op->reap = f->i.flags & INODE_FLAG_TRIM ? number : 0;
    return op->reap ? TRY_AFTER_TRIM : LFSX_OK;
}

lfsx_err_t file_save(struct operation *op, const struct file *f)
{
    uint8_t b[LFSX_VALUE_MAX];
    uint32_t length = f->i.flags & INODE_FLAG_INLINE ? (uint32_t)f->i.size : 0;
    inode_encode(&f->i, b);
    memcpy(b + INODE_BYTES, f->bytes, length);
    return transaction_write(op->view.t, inode_key(f->number), b, INODE_BYTES + length);
}

static int any_visit(void *self, struct key key, const void *value, uint32_t length)
{
    (void)self, (void)key, (void)value, (void)length;
    return LFSX_EXISTS;
}

/* number_used - Is there any key of that inode? LFSX_EXISTS. */
static lfsx_err_t number_used(struct fs *fs, uint64_t number)
{
    return store_scan_locked(&fs->store, inode_key(number), (struct key){number, 255, ~0ull}, any_visit, 0);
}

/* number_take - The next one. When a wrong image has the highest of all, from the lowest on whichever nothing is said of. */
static lfsx_err_t number_take(struct fs *fs, uint64_t *number)
{
    lfsx_err_t err;
    store_lock(&fs->store);
    do {
        if (fs->inode_next <= LFSX_ROOT_INODE) fs->inode_next = LFSX_ROOT_INODE + 1, fs->inode_again = 1;
        *number = fs->inode_next++;
        err = fs->inode_again ? number_used(fs, *number) : LFSX_OK;
    } while (err == LFSX_EXISTS);
    store_unlock(&fs->store);
    return err;
}

/* A directory with the setgid bit gives its group to what is made in it, and the bit to directories. */
static void group_inherit(const struct fs_who *who, const struct file *directory, struct file *f)
{
    if (!(directory->i.mode & MODE_SETGID)) return;
    f->i.gid = directory->i.gid;
    if (file_is(f, MODE_DIRECTORY)) f->i.mode |= MODE_SETGID;
    else if (f->i.mode & MODE_GROUP_EXECUTE && !who_is_root(who) && !who_in_group(who, f->i.gid)) f->i.mode &= ~(uint32_t)MODE_SETGID;
}

lfsx_err_t file_new(struct operation *op, const struct file *directory, uint32_t mode, struct file *f)
{
    memset(f, 0, sizeof *f);
    lfsx_err_t err = number_take(op->view.fs, &f->number);
    if (err) return err;
    f->i = (struct inode){.mode = mode, .uid = op->who ? op->who->uid : 0, .gid = op->who ? op->who->gid : 0, .links = 1, .accessed = op->now, .modified = op->now,
        .changed = op->now, .made = op->now, .generation = op->now ^ transaction_id(op->view.t)};
    if (file_is(f, MODE_FILE) || file_is(f, MODE_LINK)) f->i.flags = INODE_FLAG_INLINE;
    group_inherit(op->who, directory, f);
    owner_note(op, f->i.uid, 1, 0);
    return LFSX_OK;
}

void file_attributes(const struct file *f, struct fs_attributes *out)
{
    const struct inode *i = &f->i;
    *out = (struct fs_attributes){.inode = f->number, .size = i->size, .blocks = i->blocks, .accessed = i->accessed, .modified = i->modified, .changed = i->changed,
        .made = i->made, .device = i->device, .generation = i->generation, .mode = i->mode, .uid = i->uid, .gid = i->gid, .links = i->links};
}

lfsx_err_t fs_getattr(struct fs *fs, uint64_t inode, struct fs_attributes *out)
{
    struct file f;
    struct view v = look_begin(fs);
    lfsx_err_t err = file_load(&v, inode, &f);
    if (!err) file_attributes(&f, out);
    return look_end(fs, err);
}
