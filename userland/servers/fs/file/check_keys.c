/* check_keys.c - one walk through all keys, in order: each must have the form of its type, and an inode before it that can have such a thing. Makes the records. */
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

/* inode_key_check - One that is wrong in its form is mended, so that what it has is not lost with it. */
static int inode_key_check(struct check *c, struct key key, const uint8_t *value, uint32_t length)
{
    uint8_t b[LFSX_VALUE_MAX];
    uint32_t mended = length;
    if (key.offset != 0) return found_delete(c, CHECK_KEY_UNKNOWN, key), 0;
    memcpy(b, value, length);
    if (!check_inode_mend(b, &mended)) return found_delete(c, CHECK_INODE_FORM, key), 0;
    if (mended != length || memcmp(b, value, length)) found_fix(c, CHECK_INODE_FORM, key, 0, 0, (struct fix){.kind = FIX_FORM, .key = key});
    return record_add(c, key.inode, b);
}

/* twin - Names of one hash lie side by side: is this one there already? */
static int twin(struct check *c, uint64_t place, const uint8_t *name, uint8_t length)
{
    struct twins *t = &c->twins;
    if (t->place != place) t->count = 0;
    t->place = place;
    for (uint32_t i = 0; i < t->count; i++)
        if (t->length[i] == length && !memcmp(t->name[i], name, length)) return 1;
    if (t->count < SLOTS) {
        t->length[t->count] = length;
        memcpy(t->name[t->count++], name, length);
    }
    return 0;
}

static int entry_check(struct check *c, struct key key, const uint8_t *b, uint32_t length)
{
    struct fs_name name = {b + DIRENT_BYTES, length - DIRENT_BYTES};
    int formed = length > DIRENT_BYTES && length <= DIRENT_BYTES + LFSX_NAME_MAX && dirent_form_ok(b) && !name_check(name);
    c->out->names++;
    if (!formed) return found_delete(c, CHECK_ENTRY_FORM, key), 0;
    if ((key.offset & ~(uint64_t)(SLOTS - 1)) != entry_place(c->fs, name)) return found_delete(c, CHECK_ENTRY_PLACE, key), 0;
    if (twin(c, key.offset / SLOTS, name.bytes, (uint8_t)name.length)) return found_delete(c, CHECK_ENTRY_TWICE, key), 0;
    c->now->entries++;
    return 0;
}

static int claim(struct check *c, uint64_t block)
{
    if (c->seen[block / 64] >> block % 64 & 1) return 0;
    c->seen[block / 64] |= 1ull << block % 64;
    return 1;
}

/* claim_all - All of them or none. */
static int claim_all(struct check *c, const struct extent *e)
{
    uint32_t n = 0;
    while (n < e->count && claim(c, e->first + n)) n++;
    if (n == e->count) return 1;
    while (n-- > 0) c->seen[(e->first + n) / 64] &= ~(1ull << (e->first + n) % 64);
    return 0;
}

static int extent_check(struct check *c, struct key key, const uint8_t *b, uint32_t length)
{
    struct mapping m;
    struct view v = {c->fs, 0};
    c->out->extents++;
    if (mapping_set(&v, key, b, length, &m)) return found_delete(c, CHECK_EXTENT_FORM, key), 0;
    if (key.offset < c->extent_end) return found_delete(c, CHECK_EXTENT_OVERLAP, key), 0;
    uint64_t end = (c->now->size + LFSX_BLOCK_BYTES - 1) / LFSX_BLOCK_BYTES;
    int behind = m.logical + m.e.count > end && !(m.e.flags & EXTENT_FLAG_UNWRITTEN) && !(c->now->flags & INODE_FLAG_TRIM) && c->now->links > 0;
    if (behind) return found_delete(c, CHECK_EXTENT_BEHIND, key), 0;
    if (!claim_all(c, &m.e)) {
        if (!shared_note(c, &m.e)) found_delete(c, CHECK_EXTENT_SHARED, key);
        return 0;
    }
    c->extent_end = m.logical + m.e.count;
    c->now->blocks_found += m.e.count;
    c->out->blocks += m.e.count;
    return 0;
}

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
    if (key.type == KEY_TYPE_INODE) return inode_key_check(c, key, value, length);
    if (key.type != KEY_TYPE_XATTR) check_xattr_end(c);
    if (key.type < KEY_TYPE_INODE || key.type > KEY_TYPE_EXTENT) return found_delete(c, CHECK_KEY_UNKNOWN, key), 0;
    if (!c->now) return found_delete(c, CHECK_NO_INODE, key), 0;
    if (!may_have(c->now, key.type)) return found_delete(c, CHECK_KIND_WRONG, key), 0;
    if (key.type == KEY_TYPE_XATTR) return check_xattr(c, key, value, length);
    return key.type == KEY_TYPE_ENTRY ? entry_check(c, key, value, length) : extent_check(c, key, value, length);
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
