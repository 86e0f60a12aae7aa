/* truncate.c - the size of a file. What lies behind the end of a file reads as zero if it grows again: the rest of its last block is cleared, whole blocks are
 * given back. If these are more than one transaction can give back, the file has the flag `trim` and an orphan key until they are gone; nobody lets it grow before. */
#include <file/state.h>

static lfsx_err_t shrink(struct operation *op, struct file *f, uint64_t size)
{
    uint64_t end = (size + LFSX_BLOCK_BYTES - 1) & ~(uint64_t)(LFSX_BLOCK_BYTES - 1), old = f->i.size;
    f->i.size = size;
    if (f->i.flags & INODE_FLAG_INLINE) return LFSX_OK;
    lfsx_err_t err = file_trim(op, f);
    if (!err) err = file_clear(op, f, size, end < old ? end : old > size ? old : size);
    if (!err && size == 0 && !(f->i.flags & INODE_FLAG_TRIM)) f->i.flags |= INODE_FLAG_INLINE;
    return err;
}

static lfsx_err_t grow(struct operation *op, struct file *f, uint64_t size)
{
    lfsx_err_t err = LFSX_OK;
    if (f->i.flags & INODE_FLAG_INLINE && size <= INLINE_MAX) memset(f->bytes + f->i.size, 0, size - f->i.size);
    else err = file_put_out(op, f);
    f->i.size = size;
    return err;
}

lfsx_err_t file_resize(struct operation *op, struct file *f, uint64_t size)
{
    if (size > SIZE_MAX_BYTES) return LFSX_RANGE;
    f->i.modified = f->i.changed = op->now;
    privileges_drop(op, f);
    if (size == f->i.size && !(size == 0)) return LFSX_OK;
    return size <= f->i.size ? shrink(op, f, size) : grow(op, f, size);
}
