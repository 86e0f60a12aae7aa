/* operations.c - a life on a mounted volume: names, inodes and users as the input wants them, the device and the allocator that fail, crashes. */
#include "fuzz.h"
#include <file/state.h>

uint8_t life_buffer[LIFE_BUFFER];

uint64_t life_inode(struct life *l)
{
    uint32_t kind = input_byte(l->in);
    if (kind < 200) return kind % 8 == 0 || !l->inodes ? LFSX_ROOT_INODE : l->inode[kind / 8 % (l->inodes < 16 ? l->inodes : 16)];
    return kind < 240 ? kind - 199 : input_wide(l->in);
}

struct fs_name life_name(struct life *l)
{
    static uint8_t longest[300];
    static const char *const SOME[] = {"a", "b", "c", "d", "e", "small", "large", "holes", "link", "long", "twice", "fifo", ".", "..", "", "a/b"};
    const uint8_t *at;
    uint32_t kind = input_byte(l->in);
    if (kind < 128) return (struct fs_name){SOME[kind % 16], (uint32_t)strlen(SOME[kind % 16])};
    if (kind < 160) return memset(longest, 'n' + (int)(kind % 4), sizeof longest), (struct fs_name){longest, 253 + kind % 5};
    uint32_t n = input_bytes(l->in, kind % 32, &at);
    return (struct fs_name){at, n};
}

const struct fs_who *life_who(struct life *l)
{
    static const uint32_t groups[] = {7, 1};
    static const struct fs_who WHO[] = {{.uid = 1, .gid = 1}, {.uid = 2, .gid = 7, .umask = 022}, {.uid = 5, .gid = 5, .groups = groups, .group_count = 2, .umask = 077}};
    uint32_t kind = input_pick(l->in, 8);
    return kind < 5 ? 0 : &WHO[kind - 5];
}

/* life_length - Bytes, not more than this run may still move. */
uint32_t life_length(struct life *l)
{
    static const uint32_t SOME[] = {0, 1, 100, 1787, 1788, 1789, 4095, 4096, 4097, 8192, 20000, 70000, LIFE_BUFFER - 1, LIFE_BUFFER};
    uint32_t kind = input_byte(l->in), n = kind < 112 ? SOME[kind % 14] : input_short(l->in);
    uint64_t left = l->bytes < LIFE_BYTES ? LIFE_BYTES - l->bytes : 0;
    if (n > left) n = (uint32_t)left;
    l->bytes += n;
    return n;
}

int life_mount(struct life *l)
{
    static const struct fs_limit LIMITS[] = {{1, 10, 3}, {5, 0, 2}};
    uint32_t kind = input_pick(l->in, 4);
    struct fs_options o = {.store = l->s->o, .blocks_per_owner = kind == 1 ? 20 : 0, .inodes_per_owner = kind == 2 ? 3 : 0, .limits = LIMITS, .limit_count = kind == 3 ? 2 : 0};
    if (l->honest) l->s->d.fail_at = l->s->m->fail_at = 0;
    else if (input_pick(l->in, 4) == 1) o.store.flags |= STORE_READ_ONLY;
    lfsx_err_t err = fs_mount(&o, &l->fs);
    HOLDS(answer_known(err) && (!err) == (l->fs != 0) && (!err || !l->honest));
    return !err;
}

void life_unmount(struct life *l, int crash)
{
    if (crash) fs_drop(l->fs);
    else HOLDS(answer_known(fs_unmount(l->fs)));
    l->fs = 0;
}

/* failures - From some call on the device fails for a while, or the allocator once. */
static void failures(struct life *l)
{
    uint32_t kind = input_pick(l->in, 3), n = input_byte(l->in);
    if (kind == 0) l->s->d.fail_at = l->s->d.calls + 1 + n, l->s->d.fail_for = 1 + input_byte(l->in);
    else if (kind == 1) l->s->m->fail_at = l->s->m->calls + 1 + n;
    else l->s->d.fail_at = l->s->m->fail_at = 0;
}

static void note(struct life *l, lfsx_err_t err, uint64_t inode)
{
    if (!err) l->inode[l->inodes++ % 16] = inode;
}

static lfsx_err_t names(struct life *l, int which)
{
    struct fs_attributes a = {0};
    uint64_t at = life_inode(l), to;
    uint32_t mode;
    struct fs_name name = life_name(l), other;
    const struct fs_who *who = life_who(l);
    lfsx_err_t err;
    switch (which) {
    case 0: err = fs_lookup(l->fs, who, at, name, &a); break;
    case 1: err = fs_make(l->fs, who, at, name, (input_pick(l->in, 3) ? MODE_FILE : MODE_DIRECTORY) | 0777, 0, &a); break;
    case 2: mode = (uint32_t)input_wide(l->in); err = fs_make(l->fs, who, at, name, mode, input_wide(l->in), &a); break;
    case 3: other.bytes = life_buffer; other.length = life_length(l); err = fs_symlink(l->fs, who, at, name, other, &a); break;
    case 4: err = fs_link(l->fs, who, life_inode(l), at, name, &a); break;
    case 5: err = fs_unlink(l->fs, who, at, name); break;
    case 6: err = fs_rmdir(l->fs, who, at, name); break;
    default: other = life_name(l); to = life_inode(l); err = fs_rename(l->fs, who, at, name, to, other, (int)input_pick(l->in, 5)); break;
    }
    if (which < 4) note(l, err, a.inode);
    HOLDS(err || which > 4 || (a.size <= SIZE_MAX_BYTES && a.inode));
    return err;
}

static lfsx_err_t mounts(struct life *l, int crash)
{
    life_unmount(l, crash || l->fs->store.failed);
    if (!life_mount(l)) l->fs = 0;
    return LFSX_OK;
}

void life_step(struct life *l)
{
    uint32_t kind = input_pick(l->in, 40);
    lfsx_err_t err = LFSX_OK;
    if (kind < 11) err = names(l, (int)(kind < 8 ? kind : kind == 8 ? 1 : 7));
    else if (kind < 22) err = life_content(l, (int)kind - 11);
    else if (kind < 37) err = life_extra(l, (int)kind - 22);
    else if (kind == 37) failures(l);
    else err = mounts(l, kind == 38);
    HOLDS(answer_known(err) && (!l->honest || (err != LFSX_CORRUPT && err != LFSX_LOST && err != LFSX_VERSION)));
}
