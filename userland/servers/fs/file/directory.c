/* directory.c - names in directories. A name's key is its hash and a slot: 32 names of one hash have a place each, which they keep as long as they exist. So
 * a key is a cookie that stays true whatever else comes and goes. Offsets below FIRST are not used: they are the cookies of "." and "..". */
#include <file/state.h>

enum { FIRST = SLOTS };

uint64_t entry_place(const struct fs *fs, struct fs_name name)
{
    uint64_t at = (name_hash(fs, name) >> (SLOT_BITS + 1)) << SLOT_BITS;
    return at < FIRST ? FIRST : at;
}

struct find { struct fs_name name; struct entry *out; };

static int find_visit(void *self, struct key key, const void *value, uint32_t length)
{
    struct find *f = self;
    const uint8_t *b = value;
    if (length <= DIRENT_BYTES || !dirent_form_ok(b)) return LFSX_CORRUPT;
    f->out->taken |= 1u << key.offset % SLOTS;
    if (length - DIRENT_BYTES != f->name.length || memcmp(b + DIRENT_BYTES, f->name.bytes, f->name.length)) return 0;
    f->out->offset = key.offset;
    f->out->inode = dirent_inode(b);
    f->out->kind = dirent_kind(b);
    return LFSX_EXISTS;
}

lfsx_err_t directory_find(const struct view *v, uint64_t directory, struct fs_name name, struct entry *out)
{
    struct find f = {name, out};
    uint64_t at = entry_place(v->fs, name);
    out->taken = 0;
    lfsx_err_t err = view_scan(v, entry_key(directory, at), entry_key(directory, at + SLOTS), find_visit, &f);
    return err == LFSX_EXISTS ? LFSX_OK : err ? err : LFSX_ABSENT;
}

lfsx_err_t directory_change(struct operation *op, uint64_t number, struct file *d)
{
    lfsx_err_t err = file_change(op, number, d);
    if (!err && !file_is(d, MODE_DIRECTORY)) err = LFSX_NOT_DIRECTORY;
    if (!err) err = access_check(&op->view, op->who, d, FS_ACCESS_WRITE | FS_ACCESS_EXECUTE);
    return !err && d->i.links == 0 ? LFSX_ABSENT : err;
}

static void touch(struct operation *op, struct file *d) { d->i.modified = d->i.changed = op->now; }

static lfsx_err_t entry_write(struct operation *op, struct file *d, uint64_t offset, struct fs_name name, const struct file *f)
{
    uint8_t b[DIRENT_BYTES + LFSX_NAME_MAX];
    struct dirent e = {f->number, (uint8_t)(f->i.mode >> KIND_SHIFT & 15)};
    dirent_encode(&e, b);
    memcpy(b + DIRENT_BYTES, name.bytes, name.length);
    touch(op, d);
    return transaction_write(op->view.t, entry_key(d->number, offset), b, DIRENT_BYTES + name.length);
}

lfsx_err_t directory_add(struct operation *op, struct file *d, const struct entry *none, struct fs_name name, const struct file *f)
{
    uint32_t slot = 0;
    while (slot < SLOTS && none->taken >> slot & 1) slot++;
    if (slot == SLOTS) return LFSX_SPACE;
    lfsx_err_t err = entry_write(op, d, entry_place(op->view.fs, name) + slot, name, f);
    if (!err) d->i.size++;
    return err;
}

lfsx_err_t directory_set(struct operation *op, struct file *d, const struct entry *e, struct fs_name name, const struct file *f)
{
    return entry_write(op, d, e->offset, name, f);
}

lfsx_err_t directory_remove(struct operation *op, struct file *d, const struct entry *e)
{
    touch(op, d);
    if (d->i.size > 0) d->i.size--;
    return transaction_delete(op->view.t, entry_key(d->number, e->offset));
}

static lfsx_err_t lookup(const struct view *v, const struct fs_who *who, const struct file *d, struct fs_name name, struct file *f)
{
    struct entry e;
    const char *dots = name.bytes;
    lfsx_err_t err = file_is(d, MODE_DIRECTORY) ? access_check(v, who, d, FS_ACCESS_EXECUTE) : LFSX_NOT_DIRECTORY;
    if (err) return err;
    if (name.length == 1 && dots[0] == '.') return file_load(v, d->number, f);
    if (name.length == 2 && dots[0] == '.' && dots[1] == '.') return file_load(v, d->i.parent, f);
    err = name_check(name);
    if (!err) err = directory_find(v, d->number, name, &e);
    if (err) return err;
    err = file_load(v, e.inode, f);
    return err == LFSX_ABSENT ? LFSX_CORRUPT : err;
}

lfsx_err_t fs_lookup(struct fs *fs, const struct fs_who *who, uint64_t directory, struct fs_name name, struct fs_attributes *out)
{
    struct file d, f;
    struct view v = look_begin(fs);
    lfsx_err_t err = file_load(&v, directory, &d);
    if (!err) err = lookup(&v, who, &d, name, &f);
    if (!err) file_attributes(&f, out);
    return look_end(fs, err);
}
