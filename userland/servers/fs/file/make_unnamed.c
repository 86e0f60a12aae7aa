/* make_unnamed.c - files that are made without a name (O_TMPFILE). Such a file is an orphan from the beginning: a crash before it has a name leaves nothing. */
#include <file/state.h>

struct unnamed { uint64_t directory; uint32_t mode; struct fs_attributes *out; };

static lfsx_err_t unnamed_try(struct operation *op, void *self)
{
    struct unnamed *m = self;
    struct file d, f;
    lfsx_err_t err = directory_change(op, m->directory, &d);
    if (!err) err = file_new(op, &d, m->mode, &f);
    if (!err) err = access_inherit(op, &d, &f);
    if (err) return err;
    f.i.links = 0;
    err = orphan_make(op, &f);
    if (!err) file_attributes(&f, m->out);
    return err;
}

/* linkable_set - It is open, so its record is there. After its first name it is a file like others. */
static void linkable_set(struct fs *fs, uint64_t number, int linkable)
{
    store_lock(&fs->store);
    struct user *u = user_find(fs, number);
    if (u) u->linkable = (uint8_t)linkable;
    store_unlock(&fs->store);
}

lfsx_err_t fs_make_unnamed(struct fs *fs, const struct fs_who *who, uint64_t directory, uint32_t mode, int linkable, struct fs_attributes *out)
{
    struct unnamed m = {directory, MODE_FILE | (mode & MODE_ALL), out};
    lfsx_err_t err = operation_run(fs, who, 0, unnamed_try, &m);
    if (err) return err;
    err = fs_open(fs, out->inode);
    if (!err) linkable_set(fs, out->inode, linkable);
    else reap(fs, out->inode); /* what it cannot free now the next mount does */
    return err;
}

lfsx_err_t fs_link(struct fs *fs, const struct fs_who *who, uint64_t inode, uint64_t directory, struct fs_name name, struct fs_attributes *out)
{
    lfsx_err_t err = link_run(fs, who, inode, directory, name, out);
    if (!err && out->links == 1) linkable_set(fs, inode, 0);
    return err;
}
