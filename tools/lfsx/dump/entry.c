/* entry.c - the values of the tree in words: inodes, names, attributes, extents. Any bytes may come. */
#include "text.h"
#include <disk/file.h>
#include <host/number.h>
#include <stdio.h>

static void inode_print(const uint8_t *v, uint32_t length, int indent)
{
    static const char KIND[] = "?pc?d?b?-?l?s???";
    char a[TEXT_BYTES], m[TEXT_BYTES], c[TEXT_BYTES], b[TEXT_BYTES];
    struct inode i;
    inode_decode(v, &i);
    printf("%c%04o owner %u:%u links %u size %llu blocks %llu", KIND[i.mode >> 12 & 15], i.mode & 07777, i.uid, i.gid, i.links, (unsigned long long)i.size,
        (unsigned long long)i.blocks);
    if (i.parent) printf(" parent %llu", (unsigned long long)i.parent);
    if (i.device) printf(" device %llu", (unsigned long long)i.device);
    printf(" generation %llu%s", (unsigned long long)i.generation, i.flags & INODE_FLAG_INLINE ? " inline " : "\n");
    if (i.flags & INODE_FLAG_INLINE) printf("%u bytes\n", length - INODE_BYTES);
    printf("%*saccessed %s modified %s\n%*schanged  %s made     %s\n", indent, "", time_text(i.accessed, a), time_text(i.modified, m), indent, "",
        time_text(i.changed, c), time_text(i.made, b));
    if (!inode_form_ok(v)) printf("%*sWRONG: a field is out of range\n", indent, "");
}

static void names_print(const uint8_t *v, uint32_t length, int indent)
{
    uint32_t at = 0;
    struct dirent d;
    for (int n = 0; length - at >= DIRENT_BYTES; n++) {
        dirent_decode(v + at, &d);
        if (!dirent_form_ok(v + at) || d.length > length - at - DIRENT_BYTES) break;
        if (n) printf("%*s", indent, "");
        name_print(v + at + DIRENT_BYTES, d.length);
        printf(" -> inode %llu, type %o\n", (unsigned long long)d.inode, d.kind);
        at += DIRENT_BYTES + d.length;
    }
    if (at != length) printf("%*sWRONG: %u bytes that are no name\n", indent, "", length - at);
}

static void attributes_print(const uint8_t *v, uint32_t length, int indent)
{
    uint32_t at = 0;
    struct xattr x;
    for (int n = 0; length - at >= XATTR_BYTES; n++) {
        xattr_decode(v + at, &x);
        if (!xattr_form_ok(v + at) || (uint32_t)x.name + x.value > length - at - XATTR_BYTES) break;
        if (n) printf("%*s", indent, "");
        name_print(v + at + XATTR_BYTES, x.name);
        printf(" = ");
        name_print(v + at + XATTR_BYTES + x.name, x.value);
        printf("\n");
        at += XATTR_BYTES + x.name + x.value;
    }
    if (at != length) printf("%*sWRONG: %u bytes that are no attribute\n", indent, "", length - at);
}

static void extent_print(const uint8_t *v, uint32_t length)
{
    struct extent e;
    extent_decode(v, &e);
    printf("blocks %llu..%llu%s, %u checksums", (unsigned long long)e.first, (unsigned long long)e.first + e.count - 1,
        e.flags & EXTENT_FLAG_UNWRITTEN ? " unwritten" : "", (length - EXTENT_BYTES) / 4);
    printf(extent_form_ok(v) ? "\n" : " WRONG: a field is out of range\n");
}

void entry_print(struct key key, const uint8_t *value, uint32_t length, int indent)
{
    if (key.type == KEY_TYPE_INODE && length >= INODE_BYTES) inode_print(value, length, indent);
    else if (key.type == KEY_TYPE_ENTRY && length > 0) names_print(value, length, indent);
    else if (key.type == KEY_TYPE_XATTR && length > 0) attributes_print(value, length, indent);
    else if (key.type == KEY_TYPE_EXTENT && length >= EXTENT_BYTES) extent_print(value, length);
    else printf("%u bytes\n", length);
}
