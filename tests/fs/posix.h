/* posix.h - what files must be like: POSIX semantics in plain C over malloc, written apart from the library. One function an operation, with the same arguments as
 * file/fs.h but nodes in the place of inode numbers; an error has changed nothing. Nothing here can run out of space. */
#ifndef FS_POSIX_H
#define FS_POSIX_H
#include "sim.h"
#include <file/fs.h>

enum { POSIX_NODES = 400, POSIX_NAMES = 64, POSIX_XATTRS = 6, POSIX_DATA = 1 << 18 };
struct posix_name { char text[20]; struct posix_node *node; };
struct posix_xattr { char name[24]; uint8_t value[600]; uint32_t length; };
struct posix_node {
    uint32_t mode, uid, gid, links, names, xattrs, opens;
    uint64_t size, accessed, modified, changed, device, inode; /* inode: the number that the library gave it */
    uint8_t *data; /* POSIX_DATA bytes, zero behind size */
    struct posix_name name[POSIX_NAMES];
    struct posix_xattr xattr[POSIX_XATTRS];
    struct posix_node *parent;
    int live, mark;
};
struct posix { struct posix_node node[POSIX_NODES]; uint64_t now; };

void posix_init(struct posix *p);
void posix_free(struct posix *p);
struct posix_node *posix_root(struct posix *p);
struct posix_node *posix_find(struct posix_node *d, const char *name);
lfsx_err_t posix_access(const struct fs_who *who, const struct posix_node *n, int access);
lfsx_err_t posix_lookup(const struct fs_who *who, struct posix_node *d, const char *name, struct posix_node **out);
lfsx_err_t posix_make(struct posix *p, const struct fs_who *who, struct posix_node *d, const char *name, uint32_t mode, uint64_t device, const char *target,
    struct posix_node **out);
lfsx_err_t posix_link(struct posix *p, const struct fs_who *who, struct posix_node *n, struct posix_node *d, const char *name);
lfsx_err_t posix_remove(struct posix *p, const struct fs_who *who, struct posix_node *d, const char *name, int directory);
lfsx_err_t posix_rename(struct posix *p, const struct fs_who *who, struct posix_node *a, const char *old, struct posix_node *b, const char *name, int flags);
lfsx_err_t posix_write(struct posix *p, const struct fs_who *who, struct posix_node *n, uint64_t at, const uint8_t *from, uint32_t bytes);
lfsx_err_t posix_read(struct posix *p, struct posix_node *n, uint64_t at, uint8_t *to, uint32_t bytes, uint32_t *done);
lfsx_err_t posix_fallocate(struct posix *p, const struct fs_who *who, struct posix_node *n, uint64_t at, uint64_t bytes, int mode);
lfsx_err_t posix_setattr(struct posix *p, const struct fs_who *who, struct posix_node *n, const struct fs_attributes *to, int set);
lfsx_err_t posix_xattr(struct posix *p, const struct fs_who *who, struct posix_node *n, const char *name, const uint8_t *value, uint32_t length, int flags, int remove);
void posix_close(struct posix *p, struct posix_node *n);
/* posix_seen - A directory or symbolic link was read: the time of access. */
void posix_seen(struct posix *p, struct posix_node *n);

/* A volume as text, a line for each path in order: what posix_dump says of the model, files_dump must say of the volume. */
struct text { char *b; size_t used, room; };
void text_add(struct text *t, const char *format, ...) __attribute__((format(printf, 2, 3)));
void text_node(struct text *t, const char *path, const struct posix_node *n, uint32_t identity);
void posix_dump(struct posix *p, struct text *t);
lfsx_err_t files_dump(struct fs *fs, struct text *t);
lfsx_err_t files_dump_node(struct fs *fs, uint64_t inode, uint32_t identity, struct text *t);
/* text_forgets - Leave out times of access: noting them may fail in silence where space, memory or the device do. */
extern int text_forgets;
uint64_t text_hash(const struct text *t);
#endif
