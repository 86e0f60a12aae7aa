/* operations_content.c - bytes, sizes, holes: at places near 0, near 2^63, and anywhere. */
#include "fuzz.h"
#include <file/state.h>

static lfsx_err_t reading(struct life *l, uint64_t inode)
{
    uint32_t done = 0, room = life_length(l);
    uint8_t *to = malloc(room + 1);
    uint64_t at = input_wide(l->in);
    lfsx_err_t err = fs_read(l->fs, inode, at, to, room, &done);
    HOLDS(done <= room);
    free(to);
    return err;
}

/* back - What was just written is read back. */
static lfsx_err_t back(struct life *l, uint64_t inode, uint64_t at, uint32_t bytes)
{
    uint32_t done = 0;
    uint8_t *to = malloc(bytes + 1);
    lfsx_err_t err = fs_read(l->fs, inode, at, to, bytes, &done);
    HOLDS(err || (done == bytes && !memcmp(to, life_buffer, bytes)));
    free(to);
    return err;
}

static lfsx_err_t writing(struct life *l, uint64_t inode)
{
    struct fs_attributes a;
    uint64_t at = input_wide(l->in);
    uint32_t bytes = life_length(l), done = 0;
    lfsx_err_t err = fs_write(l->fs, life_who(l), inode, at, life_buffer, bytes, &done);
    HOLDS(done <= bytes && (err || done == bytes));
    if (!err && !fs_getattr(l->fs, inode, &a)) HOLDS(bytes == 0 || a.size >= at + bytes);
    return err || bytes == 0 ? err : back(l, inode, at, bytes);
}

static lfsx_err_t sizing(struct life *l, uint64_t inode)
{
    struct fs_attributes a, to = {.size = input_wide(l->in)};
    lfsx_err_t err = fs_setattr(l->fs, 0, inode, &to, FS_SET_SIZE, &a);
    HOLDS(err || a.size == to.size);
    return err;
}

static lfsx_err_t setting(struct life *l, uint64_t inode)
{
    struct fs_attributes a, to = {.mode = input_short(l->in)};
    const struct fs_who *who = life_who(l);
    to.uid = input_byte(l->in);
    to.gid = input_byte(l->in);
    to.size = input_wide(l->in);
    to.accessed = to.modified = input_wide(l->in);
    return fs_setattr(l->fs, who, inode, &to, input_byte(l->in), &a);
}

static lfsx_err_t allocating(struct life *l, uint64_t inode, int mode)
{
    uint64_t at = input_wide(l->in), bytes = input_wide(l->in);
    return fs_fallocate(l->fs, life_who(l), inode, at, bytes, mode);
}

static lfsx_err_t seeking(struct life *l, uint64_t inode)
{
    uint64_t found = 0, at = input_wide(l->in);
    lfsx_err_t err = fs_seek(l->fs, inode, at, (int)input_pick(l->in, 2), &found);
    HOLDS(err || (found >= at && found <= SIZE_MAX_BYTES));
    return err;
}

lfsx_err_t life_content(struct life *l, int which)
{
    uint64_t inode = life_inode(l);
    struct fs_attributes a;
    switch (which) {
    case 0: return reading(l, inode);
    case 1:
    case 2: return writing(l, inode);
    case 3: return sizing(l, inode);
    case 4: return setting(l, inode);
    case 5: return allocating(l, inode, 0);
    case 6: return allocating(l, inode, FS_ALLOCATE_PUNCH | FS_ALLOCATE_KEEP_SIZE);
    case 7: return allocating(l, inode, (int)input_byte(l->in) - 8);
    case 8: return seeking(l, inode);
    case 9: return fs_sync(l->fs, inode);
    default: return fs_getattr(l->fs, inode, &a);
    }
}
