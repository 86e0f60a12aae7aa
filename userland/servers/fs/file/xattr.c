/* xattr.c - extended attributes. The key is the hash of the name, a slot among names of one hash, and a part: part 0 has head, name and what fits of the value, the
 * others the rest, in order. A value may have 64 KiB, if the log can take so much at once. */
#include <file/state.h>

enum { VALUE_MOST = 65536 };

uint64_t xattr_place(const struct fs *fs, struct fs_name name) { return (name_hash(fs, name) >> (PART_BITS + SLOT_BITS + 1)) << (PART_BITS + SLOT_BITS); }
static uint64_t slot_of(uint64_t offset) { return offset >> PART_BITS; }

/* What a search finds: the attribute's part 0 and its length; bit s of taken: another name has slot s. */
struct search { struct fs_name name; uint32_t taken, length; uint64_t offset; uint8_t head[LFSX_VALUE_MAX]; };

int xattr_head_ok(const uint8_t *b, uint32_t length)
{
    return length >= XATTR_BYTES && xattr_form_ok(b) && length >= (uint32_t)XATTR_BYTES + xattr_name(b) && length - XATTR_BYTES - xattr_name(b) <= xattr_value(b);
}

static int search_visit(void *self, struct key key, const void *value, uint32_t length)
{
    struct search *s = self;
    const uint8_t *b = value;
    if (key.offset % PARTS) return 0;
    if (!xattr_head_ok(b, length)) return LFSX_CORRUPT;
    s->taken |= 1u << slot_of(key.offset) % SLOTS;
    if (xattr_name(b) != s->name.length || memcmp(b + XATTR_BYTES, s->name.bytes, s->name.length)) return 0;
    s->offset = key.offset;
    s->length = length;
    memcpy(s->head, b, length);
    return LFSX_EXISTS;
}

static lfsx_err_t search(const struct view *v, uint64_t inode, struct search *s)
{
    uint64_t at = xattr_place(v->fs, s->name);
    s->taken = 0;
    lfsx_err_t err = view_scan(v, xattr_key(inode, at), xattr_key(inode, at + ((uint64_t)SLOTS << PART_BITS)), search_visit, s);
    return err == LFSX_EXISTS ? LFSX_OK : err ? err : LFSX_ABSENT;
}

/* part_copy - Bytes of the value that begin at `at`, as far as there is room. */
static void part_copy(uint8_t *to, uint32_t room, uint32_t at, const uint8_t *from, uint32_t bytes)
{
    if (at < room && bytes > 0) memcpy(to + at, from, bytes < room - at ? bytes : room - at);
}

struct rest { uint32_t at, room, whole; uint8_t *to; };
static int rest_visit(void *self, struct key key, const void *value, uint32_t length)
{
    struct rest *r = self;
    (void)key;
    if (length > r->whole - r->at) return LFSX_CORRUPT;
    part_copy(r->to, r->room, r->at, value, length);
    r->at += length;
    return 0;
}

lfsx_err_t xattr_load(const struct view *v, uint64_t inode, struct fs_name name, void *value, uint32_t room, uint32_t *length)
{
    struct search s = {.name = name};
    lfsx_err_t err = search(v, inode, &s);
    if (err) return err;
    uint32_t skip = XATTR_BYTES + xattr_name(s.head), first = s.length - skip;
    struct rest r = {.at = first, .room = room, .whole = xattr_value(s.head), .to = value};
    *length = r.whole;
    part_copy(value, room, 0, s.head + skip, first);
    err = view_scan(v, xattr_key(inode, s.offset + 1), xattr_key(inode, s.offset + PARTS), rest_visit, &r);
    return err ? err : r.at == r.whole ? LFSX_OK : LFSX_CORRUPT;
}

/* parts_drop - Parts from..PARTS-1 of a slot. */
struct parts { struct key key[PARTS]; uint32_t count; };
static int parts_visit(void *self, struct key key, const void *value, uint32_t length)
{
    struct parts *p = self;
    (void)value, (void)length;
    p->key[p->count++] = key;
    return 0;
}
static lfsx_err_t parts_drop(struct operation *op, uint64_t inode, uint64_t offset, uint32_t from)
{
    struct parts p = {.count = 0};
    lfsx_err_t err = view_scan(&op->view, xattr_key(inode, offset + from), xattr_key(inode, offset + PARTS), parts_visit, &p);
    for (uint32_t i = 0; i < p.count && !err; i++) err = transaction_delete(op->view.t, p.key[i]);
    return err;
}

static lfsx_err_t parts_write(struct operation *op, uint64_t inode, uint64_t offset, struct fs_name name, const uint8_t *value, uint32_t length)
{
    uint8_t b[LFSX_VALUE_MAX];
    struct xattr head = {(uint8_t)name.length, length};
    uint32_t skip = XATTR_BYTES + name.length, n = LFSX_VALUE_MAX - skip < length ? LFSX_VALUE_MAX - skip : length, part = 0;
    xattr_encode(&head, b);
    memcpy(b + XATTR_BYTES, name.bytes, name.length);
    if (n > 0) memcpy(b + skip, value, n);
    lfsx_err_t err = transaction_write(op->view.t, xattr_key(inode, offset), b, skip + n);
    for (uint32_t at = n; at < length && !err; at += n) {
        n = length - at < LFSX_VALUE_MAX ? length - at : LFSX_VALUE_MAX;
        err = transaction_write(op->view.t, xattr_key(inode, offset + ++part), value + at, n);
    }
    return err ? err : parts_drop(op, inode, offset, part + 1);
}

lfsx_err_t xattr_store(struct operation *op, uint64_t inode, struct fs_name name, const void *value, uint32_t length, int flags)
{
    struct search s = {.name = name};
    uint32_t slot = 0;
    lfsx_err_t err = search(&op->view, inode, &s);
    if (err && err != LFSX_ABSENT) return err;
    if (!err && flags & FS_XATTR_CREATE) return LFSX_EXISTS;
    if (err && flags & FS_XATTR_REPLACE) return LFSX_ABSENT;
    if (length > VALUE_MOST) return LFSX_LARGE;
    while (slot < SLOTS && s.taken >> slot & 1) slot++;
    if (err && slot == SLOTS) return LFSX_SPACE;
    if (err) s.offset = xattr_place(op->view.fs, name) + ((uint64_t)slot << PART_BITS);
    return parts_write(op, inode, s.offset, name, value, length);
}

lfsx_err_t xattr_drop(struct operation *op, uint64_t inode, struct fs_name name)
{
    struct search s = {.name = name};
    lfsx_err_t err = search(&op->view, inode, &s);
    return err ? err : parts_drop(op, inode, s.offset, 0);
}
