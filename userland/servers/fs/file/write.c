/* write.c - writing to a file: into its inode if it is small, else to blocks (content.c); in as many transactions as it takes. */
#include <file/state.h>

static void inline_write(struct file *f, uint64_t at, const void *from, uint32_t bytes)
{
    if (at > f->i.size) memset(f->bytes + f->i.size, 0, at - f->i.size);
    memcpy(f->bytes + at, from, bytes);
}

lfsx_err_t file_write(struct operation *op, struct file *f, uint64_t at, const void *from, uint32_t bytes)
{
    lfsx_err_t err = LFSX_OK;
    if (f->i.flags & INODE_FLAG_INLINE && at + bytes <= INLINE_MAX) inline_write(f, at, from, bytes);
    else err = content_write(op, f, at, from, bytes);
    if (at + bytes > f->i.size) f->i.size = at + bytes;
    f->i.modified = f->i.changed = op->now;
    return err;
}

struct writing { uint64_t inode, at; const uint8_t *from; uint32_t bytes; };

static lfsx_err_t write_try(struct operation *op, void *self)
{
    struct writing *w = self;
    struct file f;
    lfsx_err_t err = content_change(op, w->inode, &f);
    if (!err) err = file_write(op, &f, w->at, w->from, w->bytes);
    if (!err) privileges_drop(op, &f);
    return err ? err : file_save(op, &f);
}

/* part_bytes - As much as one transaction may do: it ends at a block's end if it is not the last. */
static uint32_t part_bytes(uint64_t at, uint32_t left, uint32_t blocks)
{
    uint32_t most = blocks * LFSX_BLOCK_BYTES - (uint32_t)(at % LFSX_BLOCK_BYTES);
    return left < most ? left : most;
}

lfsx_err_t fs_write(struct fs *fs, const struct fs_who *who, uint64_t inode, uint64_t at, const void *from, uint32_t bytes, uint32_t *done)
{
    lfsx_err_t err = LFSX_OK;
    uint32_t blocks = WRITE_BLOCKS;
    *done = 0;
    if (at > SIZE_MAX_BYTES || bytes > SIZE_MAX_BYTES - at) return LFSX_RANGE;
    while (*done < bytes && !err) {
        struct writing w = {inode, at + *done, (const uint8_t *)from + *done, part_bytes(at + *done, bytes - *done, blocks)};
        err = operation_run(fs, who, 0, write_try, &w);
        if (!err) *done += w.bytes;
        if ((err == LFSX_LARGE || err == LFSX_MEMORY) && blocks > 1) blocks /= 2, err = LFSX_OK; /* too much for one transaction, or for memory */
    }
    return err;
}
