/* make.c - new names: of new files of every kind, and of files that exist. */
#include <file/state.h>

struct making { uint64_t directory, inode, device; struct fs_name name, target; uint32_t mode; struct fs_attributes *out; };

static int type_known(uint32_t mode)
{
    uint32_t t = mode & MODE_TYPE;
    return t == MODE_FILE || t == MODE_DIRECTORY || t == MODE_LINK || t == MODE_CHARACTER || t == MODE_BLOCK || t == MODE_FIFO || t == MODE_SOCKET;
}

/* place_find - The directory, to be changed; the name must be free. */
static lfsx_err_t place_find(struct operation *op, const struct making *m, struct file *d, struct entry *none)
{
    lfsx_err_t err = name_check(m->name);
    if (!err) err = directory_change(op, m->directory, d);
    if (err) return err;
    err = directory_find(&op->view, m->directory, m->name, none);
    return err == LFSX_ABSENT ? LFSX_OK : err ? err : LFSX_EXISTS;
}

static lfsx_err_t links_add(struct file *f)
{
    if (f->i.links >= LINKS_MAX) return LFSX_LINKS;
    f->i.links++;
    return LFSX_OK;
}

/* content_set - What a new file of its kind has. */
static lfsx_err_t content_set(struct operation *op, const struct making *m, struct file *d, struct file *f)
{
    if (file_is(f, MODE_LINK)) return file_write(op, f, 0, m->target.bytes, m->target.length);
    if (file_is(f, MODE_CHARACTER) || file_is(f, MODE_BLOCK)) f->i.device = m->device;
    if (!file_is(f, MODE_DIRECTORY)) return LFSX_OK;
    f->i.links = 2;
    f->i.parent = d->number;
    return links_add(d);
}

static lfsx_err_t make_try(struct operation *op, void *self)
{
    struct making *m = self;
    struct file d, f;
    struct entry none;
    lfsx_err_t err = place_find(op, m, &d, &none);
    if (err) return err;
    err = file_new(op, &d, m->mode, &f);
    if (!err) err = content_set(op, m, &d, &f);
    if (!err) err = access_inherit(op, &d, &f);
    if (!err) err = directory_add(op, &d, &none, m->name, &f);
    if (!err) err = file_save(op, &d);
    if (!err) err = file_save(op, &f);
    if (!err) file_attributes(&f, m->out);
    return err;
}

lfsx_err_t fs_make(struct fs *fs, const struct fs_who *who, uint64_t directory, struct fs_name name, uint32_t mode, uint64_t device, struct fs_attributes *out)
{
    struct making m = {.directory = directory, .name = name, .mode = mode & (MODE_TYPE | MODE_ALL), .device = device, .out = out};
    if (!type_known(mode) || (mode & MODE_TYPE) == MODE_LINK) return LFSX_ARGUMENT;
    if (((mode & MODE_TYPE) == MODE_CHARACTER || (mode & MODE_TYPE) == MODE_BLOCK) && !who_is_root(who)) return LFSX_OWNER;
    return operation_run(fs, who, 0, make_try, &m);
}

lfsx_err_t fs_symlink(struct fs *fs, const struct fs_who *who, uint64_t directory, struct fs_name name, struct fs_name target, struct fs_attributes *out)
{
    struct making m = {.directory = directory, .name = name, .target = target, .mode = MODE_LINK | 0777, .out = out};
    lfsx_err_t err = target_check(target);
    return err ? err : operation_run(fs, who, 0, make_try, &m);
}

lfsx_err_t fs_readlink(struct fs *fs, uint64_t inode, void *to, uint32_t room, uint32_t *length)
{
    struct file f;
    uint8_t b[LFSX_BLOCK_BYTES];
    struct view v = look_begin(fs);
    lfsx_err_t err = file_load(&v, inode, &f);
    if (!err && !file_is(&f, MODE_LINK)) err = LFSX_ARGUMENT;
    if (!err && f.i.size > sizeof b) err = LFSX_CORRUPT;
    if (!err) err = block_load(&v, &f, 0, b);
    *length = err ? 0 : (uint32_t)f.i.size;
    if (!err) memcpy(to, b, *length < room ? *length : room);
    int stale = !err && accessed_due(&f.i, sync_now(&fs->options.store.sync));
    look_end(fs, err);
    if (stale) accessed_note(fs, inode);
    return err;
}

static lfsx_err_t link_try(struct operation *op, void *self)
{
    struct making *m = self;
    struct file d, f;
    struct entry none;
    lfsx_err_t err = place_find(op, m, &d, &none);
    if (!err) err = m->inode == m->directory ? LFSX_IS_DIRECTORY : file_change(op, m->inode, &f);
    if (!err && file_is(&f, MODE_DIRECTORY)) err = LFSX_IS_DIRECTORY;
    int first = !err && f.i.links == 0;
    if (first) err = user_is_linkable(op->view.fs, f.number) ? orphan_end(op, &f) : LFSX_ABSENT;
    if (!err) err = links_add(&f);
    if (!err) f.i.changed = op->now;
    if (!err) err = directory_add(op, &d, &none, m->name, &f);
    if (!err) err = file_save(op, &d);
    if (!err) err = file_save(op, &f);
    if (!err) file_attributes(&f, m->out);
    return err;
}

lfsx_err_t link_run(struct fs *fs, const struct fs_who *who, uint64_t inode, uint64_t directory, struct fs_name name, struct fs_attributes *out)
{
    struct making m = {.directory = directory, .inode = inode, .name = name, .out = out};
    return operation_run(fs, who, 0, link_try, &m);
}
