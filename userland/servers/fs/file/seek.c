/* seek.c - where data and holes are. What was allocated and not written is a hole; bytes in the inode are data. */
#include <file/state.h>

/* data_find - The first block from `block` on that is data: LFSX_ABSENT. *end: where its extent ends. */
static lfsx_err_t data_find(const struct view *v, const struct file *f, uint64_t block, uint64_t *from, uint64_t *end)
{
    struct mapping m;
    uint64_t last = (f->i.size + LFSX_BLOCK_BYTES - 1) / LFSX_BLOCK_BYTES;
    lfsx_err_t err = LFSX_OK;
    for (*end = block; *end < last && !err;) {
        block = *end;
        err = extent_find(v, f->number, block, last, &m);
        if (err) break;
        *end = m.logical + m.e.count;
        *from = m.logical > block ? m.logical : block;
        if (!(m.e.flags & EXTENT_FLAG_UNWRITTEN)) return LFSX_OK;
    }
    return err ? err : LFSX_ABSENT;
}

static lfsx_err_t hole_at(const struct view *v, const struct file *f, uint64_t at, uint64_t *found)
{
    uint64_t block = at / LFSX_BLOCK_BYTES, from = block, end = block;
    lfsx_err_t err;
    while (!(err = data_find(v, f, block, &from, &end)) && from == block) block = end;
    *found = block == at / LFSX_BLOCK_BYTES ? at : block * LFSX_BLOCK_BYTES;
    if (*found > f->i.size) *found = f->i.size;
    return err == LFSX_ABSENT ? LFSX_OK : err;
}

static lfsx_err_t data_at(const struct view *v, const struct file *f, uint64_t at, uint64_t *found)
{
    uint64_t from, end;
    lfsx_err_t err = data_find(v, f, at / LFSX_BLOCK_BYTES, &from, &end);
    if (!err) *found = from * LFSX_BLOCK_BYTES > at ? from * LFSX_BLOCK_BYTES : at;
    return err == LFSX_ABSENT ? LFSX_RANGE : err;
}

lfsx_err_t fs_seek(struct fs *fs, uint64_t inode, uint64_t at, int hole, uint64_t *found)
{
    struct file f;
    struct view v = look_begin(fs);
    lfsx_err_t err = file_load(&v, inode, &f);
    if (!err && !file_is(&f, MODE_FILE)) err = file_is(&f, MODE_DIRECTORY) ? LFSX_IS_DIRECTORY : LFSX_ARGUMENT;
    if (!err && at >= f.i.size) err = LFSX_RANGE;
    if (!err && f.i.flags & INODE_FLAG_INLINE) *found = hole ? f.i.size : at;
    else if (!err) err = hole ? hole_at(&v, &f, at, found) : data_at(&v, &f, at, found);
    return look_end(fs, err);
}
