/* check_keys.c - one walk through all keys, in order: each must have the form of its type, and an inode before it that can have such a thing. */
#include <file/check_state.h>

/* Keys of no inode: what waits to be freed, and what belongs to whom. */
static int general_check(struct check *c, struct key key, const uint8_t *b, uint32_t length)
{
    if (key.type == KEY_TYPE_ORPHAN && length == 0) {
        c->orphan = array_more(c, c->orphan, c->orphans, &c->orphans_room, sizeof *c->orphan);
        if (!c->err) c->orphan[c->orphans++] = key.offset;
    } else if (key.type == KEY_TYPE_OWNER && length == OWNER_BYTES && key.offset <= 0xffffffffu) {
        c->sum = array_more(c, c->sum, c->sums, &c->sums_room, sizeof *c->sum);
        if (!c->err) c->sum[c->sums++] = (struct sum){.uid = (uint32_t)key.offset, .inodes_said = owner_inodes(b), .blocks_said = owner_blocks(b)};
    } else {
        found_delete(c, CHECK_KEY_UNKNOWN, key);
    }
    return c->err;
}

static int may_have(const struct record *r, uint8_t type)
{
    uint32_t t = r->mode & MODE_TYPE;
    if (type == KEY_TYPE_ENTRY) return t == MODE_DIRECTORY;
    if (type == KEY_TYPE_EXTENT) return (t == MODE_FILE || t == MODE_LINK) && !(r->flags & INODE_FLAG_INLINE);
    return 1;
}

/* inode_begin - The keys of another inode begin. */
static void inode_begin(struct check *c, uint64_t number)
{
    check_xattr_end(c);
    c->now = 0;
    c->number = number;
    c->extent_end = 0;
    c->twins.count = 0;
    if (c->o->progress && c->out->inodes % 1024 == 0) c->o->progress(c->o->self, c->out->inodes, c->estimate);
}

static int key_visit(void *self, struct key key, const void *value, uint32_t length)
{
    struct check *c = self;
    if (key.inode == 0) return general_check(c, key, value, length);
    if (key.inode != c->number) inode_begin(c, key.inode);
    if (key.type == KEY_TYPE_INODE) return check_inode(c, key, value, length);
    if (key.type != KEY_TYPE_XATTR) check_xattr_end(c);
    if (key.type < KEY_TYPE_INODE || key.type > KEY_TYPE_EXTENT) return found_delete(c, CHECK_KEY_UNKNOWN, key), 0;
    if (!c->now) return found_delete(c, CHECK_NO_INODE, key), 0;
    if (!may_have(c->now, key.type)) return found_delete(c, CHECK_KIND_WRONG, key), 0;
    if (key.type == KEY_TYPE_XATTR) return check_xattr(c, key, value, length);
    return key.type == KEY_TYPE_ENTRY ? check_entry(c, key, value, length) : check_extent(c, key, value, length);
}

lfsx_err_t check_keys(struct check *c)
{
    c->number = 0;
    c->now = 0;
    c->attribute.open = 0;
    lfsx_err_t err = store_scan_locked(&c->fs->store, KEY_LOWEST, KEY_HIGHEST, key_visit, c);
    inode_begin(c, 0);
    return err;
}
