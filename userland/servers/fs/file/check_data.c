/* check_data.c - every written block of every file against its checksum. What is wrong cannot be repaired, but is known. */
#include <file/check_state.h>

static int data_visit(void *self, struct key key, const void *value, uint32_t length)
{
    struct check *c = self;
    struct view v = {c->fs, 0};
    struct mapping m;
    if (key.inode == 0 || key.type != KEY_TYPE_EXTENT || mapping_set(&v, key, value, length, &m) || m.e.flags & EXTENT_FLAG_UNWRITTEN) return 0;
    for (uint32_t i = 0; i < m.e.count; i++)
        if (!check_bytes(c, &m, i)) found(c, CHECK_DATA, extent_key(key.inode, m.logical + i), m.e.first + i, 0);
    return 0;
}

lfsx_err_t check_data(struct check *c) { return store_scan_locked(&c->fs->store, inode_key(LFSX_ROOT_INODE), KEY_HIGHEST, data_visit, c); }
