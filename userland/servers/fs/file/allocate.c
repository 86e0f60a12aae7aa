/* allocate.c - space for a range (read as zeros, filled in place by the first write), holes in it, zeros in it; and where data and holes are.
 * One transaction does as much of a range as its extents allow, in the order of the file. */
#include <file/state.h>

enum { BLOCKS_AT_ONCE = 1 << 18 };
struct range_of { uint64_t inode, at, end, next; int mode, small; }; /* next: where the step in hand ends; at follows when it is committed; small: take small steps */

static uint64_t up(uint64_t at) { return at / LFSX_BLOCK_BYTES + (at % LFSX_BLOCK_BYTES != 0); }

/* extents_most - What one transaction may touch. Up to 1 MiB are one step, if the log has room for it. */
static uint32_t extents_most(const struct operation *op, const struct range_of *r)
{
    return !r->small && r->end - r->at <= WRITE_BLOCKS * LFSX_BLOCK_BYTES ? ~0u : extents_per_step(op->view.fs);
}

/* hole_find - The next blocks from `block` on that the file does not have: [*from, *to), empty at the end. */
static lfsx_err_t hole_find(const struct view *v, const struct file *f, uint64_t block, uint64_t end, uint64_t *from, uint64_t *to)
{
    struct mapping m;
    lfsx_err_t err = LFSX_OK;
    *from = block;
    while (*from < end && !(err = extent_find(v, f->number, *from, end, &m)) && m.logical <= *from) *from = m.logical + m.e.count;
    if (*from > end) *from = end;
    *to = err || *from == end ? end : m.logical;
    return err == LFSX_ABSENT ? LFSX_OK : err;
}

/* holes_fill - Of blocks [*block, end); *block says how far it came. */
static lfsx_err_t holes_fill(struct operation *op, struct file *f, uint64_t *block, uint64_t end, uint32_t most)
{
    uint64_t from, to, place;
    uint32_t count;
    lfsx_err_t err = LFSX_OK;
    while (*block < end && most-- > 0 && !err) {
        err = hole_find(&op->view, f, *block, end, &from, &to);
        count = 0;
        if (!err && from < to) err = transaction_take(op->view.t, block_goal(&op->view, f, from), (uint32_t)(to - from), &place, &count);
        if (!err && from < to) err = extents_add(op, f, from, place, count, 0);
        if (!err) *block = from + count;
    }
    return err;
}

static lfsx_err_t fill(struct operation *op, struct file *f, struct range_of *r, uint64_t end)
{
    uint64_t block = r->at / LFSX_BLOCK_BYTES;
    lfsx_err_t err = file_put_out(op, f);
    if (!err) err = holes_fill(op, f, &block, up(end), extents_most(op, r));
    r->at = block >= up(end) ? end : block * LFSX_BLOCK_BYTES;
    return err;
}

static void inline_clear(struct file *f, const struct range_of *r)
{
    uint64_t high = r->end < f->i.size ? r->end : f->i.size;
    if (r->at < high) memset(f->bytes + r->at, 0, high - r->at);
}

/* edges_clear - The blocks at the ends of [from, to) that are only partly in it. */
static lfsx_err_t edges_clear(struct operation *op, struct file *f, uint64_t from, uint64_t to)
{
    uint64_t first = up(from) * LFSX_BLOCK_BYTES, last = to - to % LFSX_BLOCK_BYTES;
    lfsx_err_t err = file_clear(op, f, from, first < to ? first : to);
    return err || last < first ? err : file_clear(op, f, last, to);
}

static lfsx_err_t punch(struct operation *op, struct file *f, struct range_of *r, uint64_t end)
{
    uint64_t block = up(r->at), last = end / LFSX_BLOCK_BYTES;
    lfsx_err_t err = edges_clear(op, f, r->at, end);
    if (!err && block < last) err = extents_cut(op, f, &block, last, 1, extents_most(op, r));
    r->at = block >= last ? end : block * LFSX_BLOCK_BYTES;
    return err;
}

/* hole_skip - Where the file has nothing, nothing is to be punched: on to its next block in the range, or to the end. A range may be 2^63 bytes of hole. */
static lfsx_err_t hole_skip(const struct view *v, const struct file *f, struct range_of *r)
{
    struct mapping m;
    uint64_t block = r->at / LFSX_BLOCK_BYTES;
    lfsx_err_t err = extent_find(v, f->number, block, up(r->end), &m);
    if (err == LFSX_ABSENT) r->at = r->end;
    else if (!err && m.logical > block) r->at = m.logical * LFSX_BLOCK_BYTES;
    return err == LFSX_ABSENT ? LFSX_OK : err;
}

/* zero - New blocks that are not written, in the place of the old ones; the range becomes small enough that both fit one transaction. */
static lfsx_err_t zero(struct operation *op, struct file *f, struct range_of *r, uint64_t end)
{
    struct range_of holes = *r, space = *r;
    lfsx_err_t err = punch(op, f, &holes, end);
    if (!err) err = fill(op, f, &space, holes.at);
    r->at = space.at;
    return err;
}

/* small_some - Of a file whose bytes lie in the inode. Zeros there are zeros; then only space may be wanted. */
static lfsx_err_t small_some(struct operation *op, struct file *f, struct range_of *r, uint64_t end)
{
    if (r->mode & (FS_ALLOCATE_PUNCH | FS_ALLOCATE_ZERO)) inline_clear(f, r);
    if (!(r->mode & FS_ALLOCATE_PUNCH)) return fill(op, f, r, end);
    r->at = r->end;
    return LFSX_OK;
}

static lfsx_err_t allocate_some(struct operation *op, struct file *f, struct range_of *r)
{
    lfsx_err_t err = r->mode & FS_ALLOCATE_PUNCH && !(f->i.flags & INODE_FLAG_INLINE) ? hole_skip(&op->view, f, r) : LFSX_OK;
    uint64_t most = (r->at / LFSX_BLOCK_BYTES + BLOCKS_AT_ONCE) * LFSX_BLOCK_BYTES, end = r->end < most ? r->end : most;
    if (err || r->at == r->end) return err;
    if (f->i.flags & INODE_FLAG_INLINE) return small_some(op, f, r, end);
    return r->mode & FS_ALLOCATE_PUNCH ? punch(op, f, r, end) : r->mode & FS_ALLOCATE_ZERO ? zero(op, f, r, end) : fill(op, f, r, end);
}

static lfsx_err_t allocate_try(struct operation *op, void *self)
{
    struct range_of *r = self, done = *r;
    struct file f;
    lfsx_err_t err = content_change(op, r->inode, &f);
    if (!err) err = allocate_some(op, &f, &done);
    if (err) return err;
    if (!(r->mode & FS_ALLOCATE_KEEP_SIZE) && done.at > f.i.size) f.i.size = done.at;
    f.i.modified = f.i.changed = op->now;
    privileges_drop(op, &f);
    r->next = done.at;
    return file_save(op, &f);
}

lfsx_err_t fs_fallocate(struct fs *fs, const struct fs_who *who, uint64_t inode, uint64_t at, uint64_t bytes, int mode)
{
    int what = mode & (FS_ALLOCATE_PUNCH | FS_ALLOCATE_ZERO);
    struct range_of r = {.inode = inode, .at = at, .end = at + bytes, .mode = mode};
    lfsx_err_t err = LFSX_OK;
    if (bytes == 0 || mode & ~(FS_ALLOCATE_KEEP_SIZE | FS_ALLOCATE_PUNCH | FS_ALLOCATE_ZERO) || what == (FS_ALLOCATE_PUNCH | FS_ALLOCATE_ZERO)) return LFSX_ARGUMENT;
    if (what == FS_ALLOCATE_PUNCH && !(mode & FS_ALLOCATE_KEEP_SIZE)) return LFSX_ARGUMENT;
    if (at > SIZE_MAX_BYTES || bytes > SIZE_MAX_BYTES - at) return LFSX_RANGE;
    while (r.at < r.end && !err) {
        err = operation_run(fs, who, what == FS_ALLOCATE_PUNCH, allocate_try, &r);
        if (!err) r.at = r.next;
        if ((err == LFSX_LARGE || err == LFSX_MEMORY) && !r.small) r.small = 1, err = LFSX_OK;
    }
    return err;
}
