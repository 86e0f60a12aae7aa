/* entry.c - the values of the tree in words: inodes, names, attributes, extents. Any bytes may come. */
#include "text.h"
#include <disk/file.h>
#include <disk/format.h>
#include "number.h"
#include <stdio.h>

static void inode_print(const uint8_t *v, uint32_t length, int indent)
{
    static const char KIND[] = "?pc?d?b?-?l?s???";
    char a[TEXT_BYTES], m[TEXT_BYTES], c[TEXT_BYTES], b[TEXT_BYTES];
    struct inode i;
    inode_decode(v, &i);
    printf("%c%04o owner %u:%u links %u size %lu blocks %lu", KIND[i.mode >> 12 & 15], i.mode & 07777, i.uid, i.gid, i.links, i.size,
        i.blocks);
    if (i.parent) printf(" parent %lu", i.parent);
    if (i.device) printf(" device %lu", i.device);
    printf(" generation %lu%s%s%s", i.generation, i.flags & INODE_FLAG_TRIM ? " trim" : "", i.flags & INODE_FLAG_ACCESS_LIST ? " access-list" : "",
        i.flags & INODE_FLAG_DEFAULT_LIST ? " default-list" : "");
    if (i.flags & INODE_FLAG_INLINE) printf(" inline %u bytes", length - INODE_BYTES);
    printf("\n");
    printf("%*saccessed %s modified %s\n%*schanged  %s made     %s\n", indent, "", time_text(i.accessed, a), time_text(i.modified, m), indent, "",
        time_text(i.changed, c), time_text(i.made, b));
    if (!inode_form_ok(v)) printf("%*sWRONG: a field is out of range\n", indent, "");
}

static void entry_name_print(const uint8_t *v, uint32_t length)
{
    struct dirent d;
    dirent_decode(v, &d);
    name_print(v + DIRENT_BYTES, length - DIRENT_BYTES);
    printf(" -> inode %lu, type %o%s\n", d.inode, d.kind, dirent_form_ok(v) && length - DIRENT_BYTES <= LFSX_NAME_MAX ? "" : " WRONG: a field is out of range");
}

/* attribute_print - The first part has name and length, the others only bytes. */
static void attribute_print(struct key key, const uint8_t *v, uint32_t length)
{
    struct xattr x;
    uint32_t part = key.offset & 63;
    if (part > 0 || length < XATTR_BYTES) return (void)printf("%u bytes of part %u\n", length, part);
    xattr_decode(v, &x);
    if (!xattr_form_ok(v) || x.name > length - XATTR_BYTES) return (void)printf("WRONG: a field is out of range\n");
    name_print(v + XATTR_BYTES, x.name);
    printf(" = %u bytes ", x.value);
    name_print(v + XATTR_BYTES + x.name, length - XATTR_BYTES - x.name);
    printf(x.value > length - XATTR_BYTES - x.name ? " ..\n" : "\n");
}

static void extent_print(const uint8_t *v, uint32_t length)
{
    struct extent e;
    extent_decode(v, &e);
    printf("blocks %lu..%lu%s, %u checksums", e.first, e.first + e.count - 1,
        e.flags & EXTENT_FLAG_UNWRITTEN ? " unwritten" : "", (length - EXTENT_BYTES) / 4);
    printf(extent_form_ok(v) ? "\n" : " WRONG: a field is out of range\n");
}

void entry_print(struct key key, const uint8_t *value, uint32_t length, int indent)
{
    if (key.type == KEY_TYPE_INODE && length >= INODE_BYTES) inode_print(value, length, indent);
    else if (key.type == KEY_TYPE_ENTRY && length > DIRENT_BYTES) entry_name_print(value, length);
    else if (key.type == KEY_TYPE_XATTR) attribute_print(key, value, length);
    else if (key.type == KEY_TYPE_EXTENT && length >= EXTENT_BYTES) extent_print(value, length);
    else if (key.type == KEY_TYPE_OWNER && length == OWNER_BYTES) printf("%lu inodes, %lu blocks\n", owner_inodes(value), owner_blocks(value));
    else if (key.type == KEY_TYPE_ORPHAN && length == 0) printf("to be given back\n");
    else printf("%u bytes\n", length);
}
