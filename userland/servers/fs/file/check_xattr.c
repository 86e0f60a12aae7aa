/* check_xattr.c - extended attributes in the order of their keys: part 0, then parts 1, 2, ... until the value is whole. And the access lists among them. */
#include <file/check_state.h>

static void attribute_delete(struct check *c, enum check_fault fault, uint64_t offset)
{
    struct key from = xattr_key(c->number, offset), to = xattr_key(c->number, (offset | (PARTS - 1)) + 1);
    found_fix(c, fault, from, 0, 0, (struct fix){.kind = FIX_DELETE_RANGE, .key = from, .to = to});
}

static void list_check_end(struct check *c)
{
    struct attribute *a = &c->attribute;
    if (!a->list) return;
    a->l.length = a->want;
    int good = a->want <= sizeof a->l.b && list_ok(&a->l) && (a->list == INODE_FLAG_ACCESS_LIST || (c->now->mode & MODE_TYPE) == MODE_DIRECTORY);
    if (good) c->now->lists |= (uint8_t)a->list;
    else attribute_delete(c, CHECK_LIST, a->offset);
}

void check_xattr_end(struct check *c)
{
    struct attribute *a = &c->attribute;
    if (!a->open) return;
    a->open = 0;
    if (a->have == a->want) list_check_end(c);
    else attribute_delete(c, CHECK_XATTR, a->offset);
}

static void bytes_add(struct attribute *a, const uint8_t *b, uint32_t bytes)
{
    if (a->list && bytes > 0 && a->have + bytes <= sizeof a->l.b) memcpy(a->l.b + a->have, b, bytes);
    a->have += bytes;
}

static int is(struct fs_name name, struct fs_name other) { return name.length == other.length && !memcmp(name.bytes, other.bytes, other.length); }

static int head_check(struct check *c, struct key key, const uint8_t *b, uint32_t length)
{
    struct attribute *a = &c->attribute;
    check_xattr_end(c);
    struct fs_name name = {b + XATTR_BYTES, length < XATTR_BYTES ? 0 : xattr_name(b)};
    if (!xattr_head_ok(b, length) || (key.offset & ~(uint64_t)(SLOTS * PARTS - 1)) != xattr_place(c->fs, name)) return attribute_delete(c, CHECK_XATTR, key.offset), 0;
    uint32_t skip = XATTR_BYTES + name.length;
    a->offset = key.offset;
    a->next = key.offset + 1;
    a->have = 0;
    a->want = xattr_value(b);
    a->open = 1;
    a->list = is(name, LIST_ACCESS) ? INODE_FLAG_ACCESS_LIST : is(name, LIST_DEFAULT) ? INODE_FLAG_DEFAULT_LIST : 0;
    bytes_add(a, b + skip, length - skip);
    return 0;
}

int check_xattr(struct check *c, struct key key, const uint8_t *b, uint32_t length)
{
    struct attribute *a = &c->attribute;
    if (key.offset % PARTS == 0) return head_check(c, key, b, length);
    if (!a->open || key.offset != a->next || length > a->want - a->have) return found_delete(c, CHECK_XATTR, key), 0;
    a->next++;
    bytes_add(a, b, length);
    return 0;
}
