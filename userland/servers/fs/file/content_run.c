/* content_run.c - runs of blocks: new ones are taken and written first, then the operation's transaction says that they are the file's and the old ones are not; the
 * log makes sure that it is durable with its data or not at all. Blocks that were allocated and never written are filled in place. */
#include <base/crc32c.h>
#include <file/content.h>

/* run_write - Blocks [block, block + count) of the file to the volume from `place` on; their checksums to c->crc. */
static lfsx_err_t run_write(const struct fs *fs, struct content *c, uint64_t block, uint64_t place, uint32_t count)
{
    lfsx_err_t err = LFSX_OK;
    for (uint32_t i = 0, n = 1; i < count && !err; i += n) {
        for (n = 1; whole(c, block + i) && i + n < count && whole(c, block + i + n);) n++;
        err = block_write(fs->options.store.device, place + i, n, content_bytes(c, block + i), 0);
    }
    for (uint32_t i = 0; i < count && !err; i++) le32_put(c->crc + 4 * (size_t)i, crc32c_extend(0, content_bytes(c, block + i), LFSX_BLOCK_BYTES));
    return err;
}

/* run_set - They are what the file has there now. */
static lfsx_err_t run_set(struct operation *op, struct file *f, const struct content *c, uint64_t block, uint64_t place, uint32_t count, int give)
{
    uint64_t from = block;
    lfsx_err_t err = extents_cut(op, f, &from, block + count, give, ~0u);
    if (!err) err = extents_add(op, f, block, place, count, c->crc);
    transaction_wrote(op->view.t);
    return err;
}

/* block_goal - Where it would be best: behind the block before. */
uint64_t block_goal(const struct view *v, const struct file *f, uint64_t block)
{
    struct mapping m;
    if (block == 0 || extent_find(v, f->number, block - 1, block, &m)) return 0;
    return m.e.first + (block - m.logical);
}

static lfsx_err_t run_fresh(struct operation *op, struct file *f, struct content *c, uint64_t block, uint32_t want, uint32_t *count)
{
    uint64_t place;
    lfsx_err_t err = transaction_take(op->view.t, block_goal(&op->view, f, block), want, &place, count);
    if (!err) err = run_write(op->view.fs, c, block, place, *count);
    return err ? err : run_set(op, f, c, block, place, *count, 1);
}

static lfsx_err_t run_in_place(struct operation *op, struct file *f, struct content *c, const struct mapping *m, uint64_t block, uint32_t count)
{
    uint64_t place = m->e.first + (block - m->logical);
    lfsx_err_t err = transaction_fill(op->view.t, place, count);
    if (err) return err == LFSX_ARGUMENT ? LFSX_CORRUPT : err; /* blocks that the volume does not have as used: the image is wrong */
    err = run_write(op->view.fs, c, block, place, count);
    return err ? err : run_set(op, f, c, block, place, count, 0);
}

/* unwritten_find - The next extent from `block` on that was never written: LFSX_ABSENT. */
static lfsx_err_t unwritten_find(const struct view *v, const struct file *f, uint64_t block, uint64_t end, struct mapping *m)
{
    lfsx_err_t err = extent_find(v, f->number, block, end, m);
    while (!err && !(m->e.flags & EXTENT_FLAG_UNWRITTEN)) {
        block = m->logical + m->e.count;
        err = block < end ? extent_find(v, f->number, block, end, m) : LFSX_ABSENT;
    }
    return err;
}

/* content_step - One run from `block` on. */
lfsx_err_t content_step(struct operation *op, struct file *f, struct content *c, uint64_t block, uint64_t end, uint32_t *count)
{
    struct mapping m;
    lfsx_err_t err = unwritten_find(&op->view, f, block, end, &m);
    if (err && err != LFSX_ABSENT) return err;
    if (err || m.logical > block) return run_fresh(op, f, c, block, (uint32_t)((err ? end : m.logical) - block), count);
    uint64_t high = m.logical + m.e.count < end ? m.logical + m.e.count : end;
    *count = (uint32_t)(high - block);
    return run_in_place(op, f, c, &m, block, *count);
}
