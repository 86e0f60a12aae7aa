/* extent.c - which blocks of the volume a file has. Extents of a file do not overlap. A written one has the checksum of each of its blocks; one that is not written
 * reads as zeros. Blocks of written extents are never written again: new bytes go to new blocks. */
#include <base/integrity.h>
#include <file/state.h>

/* mapping_set - Any bytes of any disk. */
lfsx_err_t mapping_set(const struct view *v, struct key key, const uint8_t *b, uint32_t length, struct mapping *m)
{
    if (length < EXTENT_BYTES || !extent_form_ok(b)) return LFSX_CORRUPT;
    extent_decode(b, &m->e);
    m->logical = key.offset;
    uint32_t crcs = m->e.flags & EXTENT_FLAG_UNWRITTEN ? 0 : 4 * m->e.count;
    uint64_t blocks = v->fs->blocks;
    if (length != EXTENT_BYTES + crcs || m->e.first >= blocks || m->e.count > blocks - m->e.first) return LFSX_CORRUPT;
    if (m->logical >= FILE_BLOCKS_MAX || m->e.count > FILE_BLOCKS_MAX - m->logical) return LFSX_CORRUPT;
    memcpy(m->crc, b + EXTENT_BYTES, crcs);
    return LFSX_OK;
}

struct first { const struct view *v; struct mapping *m; lfsx_err_t err; };
static int first_visit(void *self, struct key key, const void *value, uint32_t length)
{
    struct first *f = self;
    f->err = mapping_set(f->v, key, value, length, f->m);
    return LFSX_EXISTS;
}

/* extent_before - The last one that begins below `end`. */
static lfsx_err_t extent_before(const struct view *v, uint64_t inode, uint64_t end, struct mapping *m)
{
    uint8_t b[LFSX_VALUE_MAX];
    struct key key;
    uint32_t length;
    lfsx_err_t err = view_last(v, extent_key(inode, 0), extent_key(inode, end), &key, b, sizeof b, &length);
    return err ? err : mapping_set(v, key, b, length, m);
}

lfsx_err_t extent_find(const struct view *v, uint64_t inode, uint64_t block, uint64_t end, struct mapping *m)
{
    struct first f = {v, m, LFSX_OK};
    lfsx_err_t err = extent_before(v, inode, block + 1, m);
    if (!err && m->logical + m->e.count > block) return LFSX_OK;
    if (err && err != LFSX_ABSENT) return err;
    err = view_scan(v, extent_key(inode, block + 1), extent_key(inode, end), first_visit, &f);
    return err == LFSX_EXISTS ? f.err : err ? err : LFSX_ABSENT;
}

/* extent_put - Part [from, from + count) of a mapping as an extent of its own. */
static lfsx_err_t extent_put(struct operation *op, const struct file *f, const struct mapping *m, uint64_t from, uint32_t count)
{
    uint8_t b[LFSX_VALUE_MAX];
    uint32_t skip = (uint32_t)(from - m->logical), crcs = m->e.flags & EXTENT_FLAG_UNWRITTEN ? 0 : 4 * count;
    struct extent e = {m->e.first + skip, count, m->e.flags};
    extent_encode(&e, b);
    if (crcs) memcpy(b + EXTENT_BYTES, m->crc + 4 * (size_t)skip, crcs);
    return transaction_write(op->view.t, extent_key(f->number, from), b, EXTENT_BYTES + crcs);
}

/* extent_cut - Blocks [from, to) of one mapping, which has them. */
static lfsx_err_t extent_cut(struct operation *op, struct file *f, const struct mapping *m, uint64_t from, uint64_t to, int give)
{
    uint64_t end = m->logical + m->e.count;
    uint32_t count = (uint32_t)(to - from);
    lfsx_err_t err = m->logical < from ? extent_put(op, f, m, m->logical, (uint32_t)(from - m->logical)) : transaction_delete(op->view.t, extent_key(f->number, m->logical));
    if (!err && to < end) err = extent_put(op, f, m, to, (uint32_t)(end - to));
    if (!err && give) err = transaction_give(op->view.t, m->e.first + (from - m->logical), count);
    if (err) return err == LFSX_ARGUMENT ? LFSX_CORRUPT : err; /* blocks that the volume does not have as used: the image is wrong */
    f->i.blocks -= f->i.blocks < count ? f->i.blocks : count;
    owner_note(op, f->i.uid, 0, -(int64_t)count);
    return LFSX_OK;
}

lfsx_err_t extents_cut(struct operation *op, struct file *f, uint64_t *from, uint64_t to, int give, uint32_t most)
{
    struct mapping m;
    lfsx_err_t err = LFSX_OK;
    for (; *from < to && most > 0 && !err; most--) {
        err = f->i.blocks == 0 ? LFSX_ABSENT : extent_find(&op->view, f->number, *from, to, &m);
        if (err == LFSX_ABSENT) return *from = to, LFSX_OK;
        if (err) return err;
        uint64_t end = m.logical + m.e.count, low = m.logical > *from ? m.logical : *from, high = end < to ? end : to;
        err = extent_cut(op, f, &m, low, high, give);
        *from = high;
    }
    return err;
}

/* extent_join - Append what fits to the extent that ends where this begins, in the file and on the volume; answers how many blocks. */
static lfsx_err_t extent_join(struct operation *op, const struct file *f, uint64_t logical, uint64_t first, uint32_t count, const uint8_t *crcs, uint32_t *joined)
{
    struct mapping m;
    lfsx_err_t err = logical ? extent_before(&op->view, f->number, logical, &m) : LFSX_ABSENT;
    *joined = 0;
    if (err) return err == LFSX_ABSENT ? LFSX_OK : err;
    if (m.logical + m.e.count != logical || m.e.first + m.e.count != first || !(m.e.flags & EXTENT_FLAG_UNWRITTEN) != !!crcs) return LFSX_OK;
    uint32_t room = (crcs ? EXTENT_CRCS : LFSX_EXTENT_MAX) - m.e.count;
    *joined = count < room ? count : room;
    if (*joined == 0) return LFSX_OK;
    if (crcs) memcpy(m.crc + 4 * (size_t)m.e.count, crcs, 4 * (size_t)*joined);
    m.e.count += *joined;
    return extent_put(op, f, &m, m.logical, m.e.count);
}

lfsx_err_t extents_add(struct operation *op, struct file *f, uint64_t logical, uint64_t first, uint32_t count, const uint8_t *crcs)
{
    struct mapping m;
    uint32_t n, most = crcs ? EXTENT_CRCS : LFSX_EXTENT_MAX;
    lfsx_err_t err = extent_join(op, f, logical, first, count, crcs, &n);
    for (uint32_t at = n; at < count && !err; at += n) {
        n = count - at < most ? count - at : most;
        m = (struct mapping){.logical = logical + at, .e = {first + at, n, crcs ? 0 : EXTENT_FLAG_UNWRITTEN}};
        if (crcs) memcpy(m.crc, crcs + 4 * (size_t)at, 4 * (size_t)n);
        err = extent_put(op, f, &m, m.logical, n);
    }
    f->i.blocks += count;
    owner_note(op, f->i.uid, 0, count);
    return err;
}
