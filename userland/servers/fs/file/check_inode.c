/* check_inode.c - the value of an inode must have the form of its type. Makes the records. */
#include <file/check_state.h>

static int record_add(struct check *c, uint64_t number, const uint8_t *b)
{
    c->record = array_more(c, c->record, c->records, &c->records_room, sizeof *c->record);
    if (c->err) return c->err;
    struct record *r = c->now = &c->record[c->records++];
    *r = (struct record){.number = number, .parent = inode_parent(b), .size = inode_size(b), .blocks = inode_blocks(b), .mode = inode_mode(b), .links = inode_links(b),
        .uid = inode_uid(b), .flags = inode_flags(b)};
    c->out->inodes++;
    c->out->directories += (r->mode & MODE_TYPE) == MODE_DIRECTORY;
    return 0;
}

static int type_ok(uint32_t mode)
{
    uint32_t t = mode & MODE_TYPE;
    return t == MODE_FILE || t == MODE_DIRECTORY || t == MODE_LINK || t == MODE_CHARACTER || t == MODE_BLOCK || t == MODE_FIFO || t == MODE_SOCKET;
}

static int may_be_inline(uint32_t mode) { return (mode & MODE_TYPE) == MODE_FILE || (mode & MODE_TYPE) == MODE_LINK; }

int check_inode_mend(uint8_t *b, uint32_t *length)
{
    if (*length < INODE_BYTES) return 0;
    uint32_t mode = inode_mode(b) & (MODE_TYPE | MODE_ALL), flags = inode_flags(b) & CHECK_FLAGS;
    if (!type_ok(mode)) mode = (mode & MODE_ALL) | (inode_parent(b) ? MODE_DIRECTORY : MODE_FILE);
    if (!may_be_inline(mode)) *length = INODE_BYTES;
    flags = may_be_inline(mode) && (*length > INODE_BYTES || flags & INODE_FLAG_INLINE) ? flags | INODE_FLAG_INLINE : flags & ~(uint32_t)INODE_FLAG_INLINE;
    if (flags & INODE_FLAG_INLINE) inode_set_size(b, *length - INODE_BYTES);
    if (inode_size(b) > SIZE_MAX_BYTES) inode_set_size(b, SIZE_MAX_BYTES);
    inode_set_mode(b, mode);
    inode_set_flags(b, flags);
    return 1;
}

/* check_inode - One that is wrong in its form is mended, so that what it has is not lost with it. */
int check_inode(struct check *c, struct key key, const uint8_t *value, uint32_t length)
{
    uint8_t b[LFSX_VALUE_MAX];
    uint32_t mended = length;
    if (key.offset != 0) return found_delete(c, CHECK_KEY_UNKNOWN, key), 0;
    memcpy(b, value, length);
    if (!check_inode_mend(b, &mended)) return found_delete(c, CHECK_INODE_FORM, key), 0;
    if (mended != length || memcmp(b, value, length)) found_fix(c, CHECK_INODE_FORM, key, 0, 0, (struct fix){.kind = FIX_FORM, .key = key});
    return record_add(c, key.inode, b);
}
