/* content.c - new bytes of files that lie in blocks: what is written is whole blocks, so those at its ends are completed from what the file has there. Small files
 * lie in their inode until they are put out. A write that fails anywhere has changed nothing. */
#include <file/content.h>

const uint8_t *content_bytes(const struct content *c, uint64_t block)
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

static lfsx_err_t blocks_write(struct operation *op, struct file *f, struct content *c)
{
    uint64_t block = block_of(c->at), end = block_of(c->end - 1) + 1;
    uint32_t count;
    lfsx_err_t err = edges_load(&op->view, f, c);
    if (f->i.flags & INODE_FLAG_INLINE && block > 0 && !err) err = file_put_out(op, f);
    f->i.flags &= ~(uint32_t)INODE_FLAG_INLINE;
    for (; block < end && !err; block += count) err = content_step(op, f, c, block, end, &count);
    return err;
}

lfsx_err_t content_write(struct operation *op, struct file *f, uint64_t at, const void *from, uint32_t bytes)
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
