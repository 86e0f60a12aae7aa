/* tail_step.c - the script: a file grows out of its inode, is appended to, written over, filled where space was allocated, shortened, holed; also several changes in a row
 * that one frame has. */
#include "tail.h"

static uint64_t still(void *self) { return *(uint64_t *)self; }
struct fs_options tail_options(struct sim_device *d, struct sim_memory *m, uint64_t *now, int flags)
{
    struct fs_options o = {.store = {.device = &d->d, .memory = &m->m, .cache_frames = 64, .boot = *now, .flags = flags, .sync = {.self = now, .now = still}}};
    verify_of(&o.store, 0, 1);
    return o;
}

lfsx_err_t tail_put(struct fs *fs, const char *name, uint64_t at, uint32_t bytes, uint32_t what)
{
    static uint8_t b[40000];
    struct fs_attributes a;
    uint32_t done;
    struct dice d = {what * 977 + at};
    for (uint32_t i = 0; i < bytes; i += 8) le64_put(b + i, dice_next(&d));
    lfsx_err_t err = fs_lookup(fs, 0, LFSX_ROOT_INODE, N(name), &a);
    if (err == LFSX_ABSENT) err = fs_make(fs, 0, LFSX_ROOT_INODE, N(name), MODE_FILE | 0644, 0, &a);
    return err ? err : fs_write(fs, 0, a.inode, at, b, bytes, &done);
}

enum kind { PUT, SPACE, SIZE, REMOVE, LINK };
static const struct step { const char *text; enum kind kind; const char *name; uint64_t at; uint32_t bytes; int mode, sync; } SCRIPT[TAIL_STEPS] = {
    {"inline", PUT, "a", 0, 900, 0, 1},
    {"out of the inode", PUT, "a", 700, 3000, 0, 1},
    {"append", PUT, "a", 3700, 4096, 0, 1},
    {"append whole blocks", PUT, "a", 8192, 8192, 0, 1},
    {"write over a block", PUT, "a", 4096, 4096, 0, 1},
    {"write over a part", PUT, "a", 8500, 300, 0, 1},
    {"allocate", SPACE, "a", 16384, 16384, FS_ALLOCATE_KEEP_SIZE, 1},
    {"fill in place", PUT, "a", 16384, 4096, 0, 1},
    {"fill two in place, in part", PUT, "a", 20600, 6000, 0, 1},
    {"inline, to be filled", PUT, "b", 0, 10, 0, 0},
    {"allocate, to fill at once", SPACE, "b", 0, 12288, 0, 0},
    {"fill in the frame that allocates", PUT, "b", 4096, 4096, 0, 0},
    {"write that over", PUT, "b", 4096, 4096, 0, 1},
    {"append, to be cut off again", PUT, "b", 12288, 9000, 0, 0},
    {"cut it off", SIZE, "b", 13000, 0, 0, 1},
    {"zeros, and a hole", SPACE, "a", 3000, 6000, FS_ALLOCATE_ZERO, 1},
    {"remove what has data", REMOVE, "b", 0, 0, 0, 0},
    {"its name again, with data", PUT, "b", 0, 5000, 0, 1},
    {"a link whose target lies in a block", LINK, "c", 0, 3000, 0, 1},
};
const char *tail_step_text(uint32_t n) { return SCRIPT[n].text; }

static lfsx_err_t step_link(struct fs *fs, const struct step *s)
{
    static char target[4096];
    struct fs_attributes a;
    memset(target, 't', sizeof target);
    return fs_symlink(fs, 0, LFSX_ROOT_INODE, N(s->name), (struct fs_name){target, s->bytes}, &a);
}

lfsx_err_t tail_step(struct fs *fs, uint32_t n, int *sync)
{
    const struct step *s = &SCRIPT[n];
    struct fs_attributes a = {0}, to = {.size = s->at};
    lfsx_err_t err = fs_lookup(fs, 0, LFSX_ROOT_INODE, N(s->name), &a);
    *sync = s->sync;
    if (err && s->kind != PUT && s->kind != LINK) return err;
    switch (s->kind) {
    case PUT: return tail_put(fs, s->name, s->at, s->bytes, n);
    case SPACE: return fs_fallocate(fs, 0, a.inode, s->at, s->bytes, s->mode);
    case SIZE: return fs_setattr(fs, 0, a.inode, &to, FS_SET_SIZE, &a);
    case REMOVE: return fs_unlink(fs, 0, LFSX_ROOT_INODE, N(s->name));
    default: return step_link(fs, s);
    }
}
