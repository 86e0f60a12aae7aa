/* files_rot.c - bytes that changed on the disk, or under a reader, are never given to anybody. */
#include "files.h"

/* A block of data that is not what was written is never given to anybody. */
static void rot(struct run *r)
{
    struct bench b = {.r = r};
    struct fs_attributes a;
    struct mapping m;
    static uint8_t w[20000], back[20000];
    uint32_t n;
    bench_begin(&b, 1024);
    WANT(r, !fs_make(b.fs, 0, 1, N("f"), MODE_FILE | 0600, 0, &a) && !fs_write(b.fs, 0, a.inode, 0, w, sizeof w, &n));
    struct view v = look_begin(b.fs);
    WANT(r, !extent_find(&v, a.inode, 2, 3, &m));
    look_end(b.fs, LFSX_OK);
    b.d.image[(m.e.first + 2 - m.logical) * LFSX_BLOCK_BYTES + 77] ^= 4;
    WANT(r, fs_read(b.fs, a.inode, 0, back, sizeof back, &n) == LFSX_CORRUPT);
    WANT(r, fs_read(b.fs, a.inode, 8192, back, 100, &n) == LFSX_CORRUPT && !fs_read(b.fs, a.inode, 12288, back, 100, &n) && n == 100);
    WANT(r, fs_write(b.fs, 0, a.inode, 8200, w, 5, &n) == LFSX_CORRUPT && !fs_write(b.fs, 0, a.inode, 8192, w, 4096, &n));
    WANT(r, !fs_read(b.fs, a.inode, 0, back, sizeof back, &n) && n == sizeof back);
    bench_end(&b);
}

/* While somebody reads without the lock, the block he was told to read gets another owner: the checksum sees it, and he reads again. */
enum { MEDDLED = 50 * 4096 };
static struct { struct bench *b; uint64_t inode, other, block; int armed, fired; lfsx_err_t (*read)(void *self, uint64_t first, uint32_t count, void *to); } meddler;
static lfsx_err_t meddle(void *self, uint64_t first, uint32_t count, void *to)
{
    static uint8_t w[MEDDLED];
    uint32_t n;
    if (meddler.armed && first <= meddler.block && meddler.block < first + count) {
        struct bench *b = meddler.b;
        meddler.armed = 0;
        meddler.fired = 1;
        memset(w, 2, sizeof w);
        WANT(b->r, !fs_write(b->fs, 0, meddler.inode, 0, w, sizeof w, &n) && !store_checkpoint(&b->fs->store));
        memset(w, 3, sizeof w);
        for (uint64_t i = 0; bitmap_is(&b->fs->store.bitmap, BITMAP_USED, meddler.block) == 0 && i < 1500; i++) WANT(b->r, !fs_write(b->fs, 0, meddler.other, i * 4096, w, 4096, &n));
        WANT(b->r, bitmap_is(&b->fs->store.bitmap, BITMAP_USED, meddler.block));
    }
    return meddler.read(self, first, count, to);
}

static void meddling(struct run *r)
{
    struct bench b = {.r = r};
    struct fs_attributes a, o;
    struct mapping m;
    static uint8_t w[MEDDLED], back[MEDDLED];
    uint32_t n;
    bench_begin(&b, 512);
    memset(w, 1, sizeof w);
    WANT(r, !fs_make(b.fs, 0, 1, N("f"), MODE_FILE | 0600, 0, &a) && !fs_write(b.fs, 0, a.inode, 0, w, sizeof w, &n) && !fs_make(b.fs, 0, 1, N("o"), MODE_FILE | 0600, 0, &o));
    WANT(r, !store_checkpoint(&b.fs->store));
    struct view v = look_begin(b.fs);
    WANT(r, !extent_find(&v, a.inode, 0, 2, &m));
    look_end(b.fs, LFSX_OK);
    meddler.b = &b, meddler.inode = a.inode, meddler.other = o.inode, meddler.block = m.e.first, meddler.read = b.d.d.read, meddler.armed = 1;
    b.d.d.read = meddle;
    memset(w, 2, sizeof w);
    WANT(r, !fs_read(b.fs, a.inode, 0, back, sizeof back, &n) && n == sizeof back && !memcmp(w, back, n) && meddler.fired);
    b.d.d.read = meddler.read;
    bench_end(&b);
}

void files_rot(struct run *r)
{
    rot(r);
    meddling(r);
}
