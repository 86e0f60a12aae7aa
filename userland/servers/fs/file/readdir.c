/* readdir.c - the names of a directory in the order of their keys. They are copied out some at a time: the visitor is called without the lock and may do anything. */
#include <file/state.h>

enum { BATCH = 16 };
struct batch { uint32_t count; struct { uint64_t inode, cookie; uint8_t kind, length, name[LFSX_NAME_MAX]; } of[BATCH]; };

static int batch_visit(void *self, struct key key, const void *value, uint32_t length)
{
    struct batch *b = self;
    const uint8_t *v = value;
    if (length <= DIRENT_BYTES || length > DIRENT_BYTES + LFSX_NAME_MAX || !dirent_form_ok(v)) return LFSX_CORRUPT;
    b->of[b->count].inode = dirent_inode(v);
    b->of[b->count].kind = dirent_kind(v);
    b->of[b->count].cookie = key.offset;
    b->of[b->count].length = (uint8_t)(length - DIRENT_BYTES);
    memcpy(b->of[b->count].name, v + DIRENT_BYTES, length - DIRENT_BYTES);
    return ++b->count == BATCH ? LFSX_BUSY : 0;
}

static int dots_give(const struct file *d, uint64_t *cookie, fs_readdir_visit visit, void *self)
{
    uint8_t kind = MODE_DIRECTORY >> KIND_SHIFT;
    if (*cookie == 0 && visit(self, (struct fs_name){".", 1}, d->number, kind, *cookie = 1)) return 1;
    return *cookie == 1 && visit(self, (struct fs_name){"..", 2}, d->i.parent, kind, *cookie = 2);
}

static int batch_give(const struct batch *b, uint64_t *cookie, fs_readdir_visit visit, void *self)
{
    for (uint32_t i = 0; i < b->count; i++)
        if (visit(self, (struct fs_name){b->of[i].name, b->of[i].length}, b->of[i].inode, b->of[i].kind, *cookie = b->of[i].cookie)) return 1;
    return 0;
}

static lfsx_err_t batch_get(struct fs *fs, uint64_t directory, uint64_t cookie, struct batch *b)
{
    struct view v = look_begin(fs);
    b->count = 0;
    lfsx_err_t err = view_scan(&v, entry_key(directory, cookie + 1), entry_key(directory, ~0ull), batch_visit, b);
    return look_end(fs, err == LFSX_BUSY ? LFSX_OK : err);
}

static lfsx_err_t directory_look(struct fs *fs, const struct fs_who *who, uint64_t directory, struct file *d)
{
    struct view v = look_begin(fs);
    lfsx_err_t err = file_load(&v, directory, d);
    if (!err && !file_is(d, MODE_DIRECTORY)) err = LFSX_NOT_DIRECTORY;
    if (!err) err = access_check(&v, who, d, FS_ACCESS_READ);
    return look_end(fs, err);
}

lfsx_err_t fs_readdir(struct fs *fs, const struct fs_who *who, uint64_t directory, uint64_t cookie, fs_readdir_visit visit, void *self)
{
    struct file d;
    struct batch b = {.count = BATCH};
    lfsx_err_t err = directory_look(fs, who, directory, &d);
    if (err || dots_give(&d, &cookie, visit, self)) return err;
    while (!err && b.count == BATCH && cookie < ~0ull) {
        err = batch_get(fs, directory, cookie, &b);
        if (!err && batch_give(&b, &cookie, visit, self)) break;
    }
    if (!err && accessed_due(&d.i, sync_now(&fs->options.store.sync))) accessed_note(fs, directory);
    return err;
}
