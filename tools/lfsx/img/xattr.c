/* xattr.c - extended attributes. One that the other side does not take is skipped with a sentence, and the exit status says so. */
#include "img.h"
#include <errno.h>
#include <host/say.h>
#include <stdlib.h>
#include <string.h>
#include <sys/xattr.h>

enum { LIST_BYTES = 65536, VALUE_BYTES = 65536 };

static void one_add(struct copy *c, const char *path, const char *name, uint8_t *value, uint64_t inode)
{
    ssize_t n = lgetxattr(path, name, value, VALUE_BYTES);
    if (n < 0) return c->skipped++, say_system("%s: cannot read attribute %s", c->path, name);
    lfsx_err_t err = fs_xattr_set(c->volume->fs, 0, inode, name_make(name), value, (uint32_t)n, 0);
    if (err) c->skipped++, say("%s: attribute %s is left out: %s", c->path, name, lfsx_error_text(err));
}

int xattrs_add(struct copy *c, const char *path, uint64_t inode)
{
    static char list[LIST_BYTES];
    static uint8_t value[VALUE_BYTES];
    ssize_t n = llistxattr(path, list, sizeof list);
    if (n < 0 && (errno == ENOTSUP || errno == EPERM)) return 0;
    if (n < 0) return say_system("%s: cannot list the attributes", c->path), -1;
    for (const char *p = list; p < list + n; p += strlen(p) + 1) one_add(c, path, p, value, inode);
    return 0;
}

struct names { char bytes[LIST_BYTES]; size_t used; };
static int gather(void *self, struct fs_name name)
{
    struct names *n = self;
    if (n->used + name.length + 1 > sizeof n->bytes) return 1;
    memcpy(n->bytes + n->used, name.bytes, name.length);
    n->bytes[n->used + name.length] = 0;
    n->used += name.length + 1;
    return 0;
}

void xattrs_extract(struct copy *c, uint64_t inode, const char *path)
{
    static struct names names;
    static uint8_t value[VALUE_BYTES];
    names.used = 0;
    lfsx_err_t err = fs_xattr_list(c->volume->fs, inode, gather, &names);
    for (const char *p = names.bytes; !err && p < names.bytes + names.used; p += strlen(p) + 1) {
        uint32_t length = 0;
        err = fs_xattr_get(c->volume->fs, 0, inode, name_make(p), value, sizeof value, &length);
        if (!err && length <= sizeof value && lsetxattr(path, p, value, length, 0)) c->skipped++, say_system("%s: attribute %s is left out", c->path, p);
    }
    if (err) c->skipped++, say("%s: attributes are left out: %s", c->path, lfsx_error_text(err));
}
