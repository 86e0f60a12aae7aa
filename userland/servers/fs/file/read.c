/* read.c - bytes of files. Where they are is looked up in one hold of the lock, then they are read without it. Meanwhile the file may change and its old blocks be
 * used for something else: then a checksum is wrong, and the same is done again with the lock held. What is wrong then is wrong on the disk. */
#include <base/crc32c.h>
#include <base/integrity.h>
#include <file/state.h>

enum { BATCH = 64 };
/* What is to be read: bytes [at, at + bytes) of a file, of at most BATCH blocks; the place of each block (0 = zeros) and its checksum. */
struct reading { struct fs *fs; uint64_t at; uint32_t bytes; uint8_t *to; int stale; uint64_t place[BATCH]; uint8_t crc[4 * BATCH]; };

static lfsx_err_t block_verify(const uint8_t *b, const uint8_t *crc)
{
    return integrity_matches(CRC_DATA, crc32c_extend(0, b, LFSX_BLOCK_BYTES), le32(crc)) ? LFSX_OK : LFSX_CORRUPT;
}

/* map_one - The blocks of one extent among those from `block` on. */
static void map_one(struct reading *r, const struct mapping *m, uint64_t block, uint32_t blocks)
{
    if (m->e.flags & EXTENT_FLAG_UNWRITTEN) return;
    for (uint32_t i = 0; i < blocks; i++) {
        uint64_t b = block + i;
        if (b < m->logical || b - m->logical >= m->e.count) continue;
        r->place[i] = m->e.first + (b - m->logical);
        memcpy(r->crc + 4 * (size_t)i, m->crc + 4 * (size_t)(b - m->logical), 4);
    }
}

static lfsx_err_t map(const struct view *v, uint64_t inode, struct reading *r)
{
    struct mapping m;
    uint64_t block = r->at / LFSX_BLOCK_BYTES, end = (r->at + r->bytes + LFSX_BLOCK_BYTES - 1) / LFSX_BLOCK_BYTES, next = block;
    lfsx_err_t err = LFSX_OK;
    memset(r->place, 0, sizeof r->place);
    while (next < end && !err) {
        err = extent_find(v, inode, next, end, &m);
        if (!err) map_one(r, &m, block, (uint32_t)(end - block));
        if (!err) next = m.logical + m.e.count;
    }
    return err == LFSX_ABSENT ? LFSX_OK : err;
}

/* part - The one block i, of which only a part is wanted. */
static lfsx_err_t part(const struct reading *r, uint32_t i, uint32_t skip, uint32_t bytes, uint8_t *to)
{
    uint8_t b[LFSX_BLOCK_BYTES];
    lfsx_err_t err = block_read(r->fs->options.store.device, r->place[i], 1, b);
    if (!err) err = block_verify(b, r->crc + 4 * (size_t)i);
    if (!err) memcpy(to, b + skip, bytes);
    return err;
}

/* run - Neighbours from block i on, straight to where they belong. */
static lfsx_err_t run(const struct reading *r, uint32_t i, uint32_t count, uint8_t *to)
{
    lfsx_err_t err = block_read(r->fs->options.store.device, r->place[i], count, to);
    for (uint32_t k = 0; k < count && !err; k++) err = block_verify(to + (size_t)k * LFSX_BLOCK_BYTES, r->crc + 4 * (size_t)(i + k));
    return err;
}

static lfsx_err_t fetch(const struct reading *r)
{
    lfsx_err_t err = LFSX_OK;
    uint32_t done = 0;
    while (done < r->bytes && !err) {
        uint32_t skip = (uint32_t)((r->at + done) % LFSX_BLOCK_BYTES), left = r->bytes - done, n = LFSX_BLOCK_BYTES - skip < left ? LFSX_BLOCK_BYTES - skip : left, count = 1;
        uint32_t i = (uint32_t)((r->at + done) / LFSX_BLOCK_BYTES - r->at / LFSX_BLOCK_BYTES);
        if (r->place[i] == 0) memset(r->to + done, 0, n);
        else if (n < LFSX_BLOCK_BYTES) err = part(r, i, skip, n, r->to + done);
        else {
            while (left >= (count + 1) * LFSX_BLOCK_BYTES && r->place[i + count] == r->place[i] + count) count++;
            n = count * LFSX_BLOCK_BYTES;
            err = run(r, i, count, r->to + done);
        }
        done += n;
    }
    return err;
}

lfsx_err_t block_load(const struct view *v, const struct file *f, uint64_t block, uint8_t *to)
{
    struct reading r = {.fs = v->fs, .at = block * LFSX_BLOCK_BYTES, .bytes = LFSX_BLOCK_BYTES, .to = to};
    memset(to, 0, LFSX_BLOCK_BYTES);
    if (f->i.flags & INODE_FLAG_INLINE) {
        if (block == 0) memcpy(to, f->bytes, f->i.size);
        return LFSX_OK;
    }
    lfsx_err_t err = map(v, f->number, &r);
    return err ? err : fetch(&r);
}

static lfsx_err_t type_check(const struct file *f) { return file_is(f, MODE_FILE) ? LFSX_OK : file_is(f, MODE_DIRECTORY) ? LFSX_IS_DIRECTORY : LFSX_ARGUMENT; }

/* prepare - Shorten the wish to what there is; bytes that lie in the inode are copied at once. stale: the time of access should be noted. */
static lfsx_err_t prepare(const struct view *v, uint64_t inode, struct reading *r, int *fetched)
{
    struct file f;
    lfsx_err_t err = file_load(v, inode, &f);
    if (!err) err = type_check(&f);
    if (err) return err;
    r->stale = accessed_due(&f.i, sync_now(&v->fs->options.store.sync));
    uint64_t left = r->at < f.i.size ? f.i.size - r->at : 0, most = BATCH * LFSX_BLOCK_BYTES - r->at % LFSX_BLOCK_BYTES;
    if (r->bytes > most) r->bytes = (uint32_t)most;
    if (r->bytes > left) r->bytes = (uint32_t)left;
    *fetched = r->bytes == 0 || f.i.flags & INODE_FLAG_INLINE;
    if (!*fetched) return map(v, inode, r);
    memcpy(r->to, f.bytes + (r->bytes ? r->at : 0), r->bytes);
    return LFSX_OK;
}

static lfsx_err_t read_once(struct reading *r, uint64_t inode, int locked)
{
    int fetched = 0;
    struct view v = look_begin(r->fs);
    lfsx_err_t err = prepare(&v, inode, r, &fetched);
    if (locked && !err && !fetched) err = fetch(r);
    look_end(r->fs, err);
    return locked || err || fetched ? err : fetch(r);
}

lfsx_err_t fs_read(struct fs *fs, uint64_t inode, uint64_t at, void *to, uint32_t bytes, uint32_t *done)
{
    lfsx_err_t err = LFSX_OK;
    struct reading r = {.bytes = 1};
    for (*done = 0; *done < bytes && r.bytes > 0 && !err; *done += err ? 0 : r.bytes) {
        r = (struct reading){.fs = fs, .at = at + *done, .bytes = bytes - *done, .to = (uint8_t *)to + *done};
        if (r.at < at || r.at > SIZE_MAX_BYTES) break;
        err = read_once(&r, inode, 0);
        if (err == LFSX_CORRUPT) r.bytes = bytes - *done, err = read_once(&r, inode, 1);
    }
    if (!err && r.stale && *done > 0) accessed_note(fs, inode);
    return err;
}
