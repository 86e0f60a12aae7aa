/* write.c - new bytes of files. Small files lie in their inode. Else: new blocks are taken and written first, then the operation's transaction says that they are the
 * file's and the old ones are not; the log makes sure that data are on the disk before the frame that speaks of them. Blocks that were allocated and never
 * written are filled in place. A write that fails anywhere has changed nothing. */
#include <base/crc32c.h>
#include <file/state.h>

/* What is written: bytes [at, end), and the blocks at its ends that are only partly of them. */
struct content {
    const uint8_t *from;
    uint64_t at, end;
    uint8_t crc[4 * WRITE_BLOCKS], head[LFSX_BLOCK_BYTES], tail[LFSX_BLOCK_BYTES];
};

static uint64_t block_of(uint64_t at) { return at / LFSX_BLOCK_BYTES; }
static int whole(const struct content *c, uint64_t block) { return block * LFSX_BLOCK_BYTES >= c->at && (block + 1) * LFSX_BLOCK_BYTES <= c->end; }

static const uint8_t *bytes_of(const struct content *c, uint64_t block)
{
    if (whole(c, block)) return c->from + (block * LFSX_BLOCK_BYTES - c->at);
    return block == block_of(c->at) ? c->head : c->tail;
}

/* edge_load - A block that is partly of the content: what the file has there, and the new bytes over it. */
static lfsx_err_t edge_load(const struct view *v, const struct file *f, const struct content *c, uint64_t block, uint8_t *to)
{
    uint64_t first = block * LFSX_BLOCK_BYTES, low = c->at > first ? c->at : first, high = c->end < first + LFSX_BLOCK_BYTES ? c->end : first + LFSX_BLOCK_BYTES;
    lfsx_err_t err = whole(c, block) ? LFSX_OK : block_load(v, f, block, to);
    if (!err && !whole(c, block)) memcpy(to + (low - first), c->from + (low - c->at), high - low);
    return err;
}

static lfsx_err_t edges_load(const struct view *v, const struct file *f, struct content *c)
{
    uint64_t first = block_of(c->at), last = block_of(c->end - 1);
    lfsx_err_t err = edge_load(v, f, c, first, c->head);
    return err || last == first ? err : edge_load(v, f, c, last, c->tail);
}

/* run_write - Blocks [block, block + count) of the file to the volume from `place` on; their checksums to c->crc. */
static lfsx_err_t run_write(const struct fs *fs, struct content *c, uint64_t block, uint64_t place, uint32_t count)
{
    lfsx_err_t err = LFSX_OK;
    for (uint32_t i = 0, n = 1; i < count && !err; i += n) {
        for (n = 1; whole(c, block + i) && i + n < count && whole(c, block + i + n);) n++;
        err = block_write(fs->options.store.device, place + i, n, bytes_of(c, block + i), 0);
    }
    for (uint32_t i = 0; i < count && !err; i++) le32_put(c->crc + 4 * (size_t)i, crc32c_extend(0, bytes_of(c, block + i), LFSX_BLOCK_BYTES));
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
    lfsx_err_t err = run_write(op->view.fs, c, block, place, count);
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

/* step - One run from `block` on. */
static lfsx_err_t step(struct operation *op, struct file *f, struct content *c, uint64_t block, uint64_t end, uint32_t *count)
{
    struct mapping m;
    lfsx_err_t err = unwritten_find(&op->view, f, block, end, &m);
    if (err && err != LFSX_ABSENT) return err;
    if (err || m.logical > block) return run_fresh(op, f, c, block, (uint32_t)((err ? end : m.logical) - block), count);
    uint64_t high = m.logical + m.e.count < end ? m.logical + m.e.count : end;
    *count = (uint32_t)(high - block);
    return run_in_place(op, f, c, &m, block, *count);
}

static lfsx_err_t blocks_write(struct operation *op, struct file *f, struct content *c)
{
    uint64_t block = block_of(c->at), end = block_of(c->end - 1) + 1;
    uint32_t count;
    lfsx_err_t err = edges_load(&op->view, f, c);
    if (f->i.flags & INODE_FLAG_INLINE && block > 0 && !err) err = file_put_out(op, f);
    f->i.flags &= ~(uint32_t)INODE_FLAG_INLINE;
    for (; block < end && !err; block += count) err = step(op, f, c, block, end, &count);
    return err;
}

static lfsx_err_t content_write(struct operation *op, struct file *f, uint64_t at, const void *from, uint32_t bytes)
{
    struct content *c = scratch_take(op->view.fs, sizeof *c);
    if (!c) return LFSX_MEMORY;
    c->from = from;
    c->at = at;
    c->end = at + bytes;
    lfsx_err_t err = blocks_write(op, f, c);
    scratch_give(op->view.fs, c, sizeof *c);
    return err;
}

lfsx_err_t file_put_out(struct operation *op, struct file *f)
{
    struct file copy = *f;
    if (!(f->i.flags & INODE_FLAG_INLINE)) return LFSX_OK;
    f->i.flags &= ~(uint32_t)INODE_FLAG_INLINE;
    return f->i.size > 0 ? content_write(op, f, 0, copy.bytes, (uint32_t)f->i.size) : LFSX_OK;
}

lfsx_err_t file_clear(struct operation *op, struct file *f, uint64_t from, uint64_t to)
{
    struct mapping m;
    uint8_t b[LFSX_BLOCK_BYTES];
    uint64_t block = block_of(from);
    if (f->i.flags & INODE_FLAG_INLINE || from == to) return LFSX_OK;
    lfsx_err_t err = extent_find(&op->view, f->number, block, block + 1, &m);
    if (err == LFSX_ABSENT || (!err && m.e.flags & EXTENT_FLAG_UNWRITTEN)) return LFSX_OK; /* is zero already */
    if (!err) err = block_load(&op->view, f, block, b);
    if (err) return err;
    memset(b + from % LFSX_BLOCK_BYTES, 0, to - from);
    return content_write(op, f, block * LFSX_BLOCK_BYTES, b, LFSX_BLOCK_BYTES);
}

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
