/* img.h - the parts of lfsx-img: from a directory of the host into a volume, and back. Everything that an inode has goes along: type, mode, owner, times (accessed and
 * modified), hard links, extended attributes with access lists, holes. */
#ifndef LFSX_IMG_H
#define LFSX_IMG_H
#include <host/progress.h>
#include <host/volume.h>
#include <sys/stat.h>

enum { COPY_BYTES = 1 << 20, PATH_BYTES_MOST = 65536 };

/* A map from what a number means on one side to the other side's: hard links, and directories that were visited. */
struct link_map { struct link *slot; size_t slots, used; };
struct link { uint64_t device, inode, to; char *path; };
/* link_find - The entry of an inode, or 0. link_add - A new one (path is copied; may be 0): 0 = no memory. */
struct link *link_find(const struct link_map *m, uint64_t device, uint64_t inode);
struct link *link_add(struct link_map *m, uint64_t device, uint64_t inode, uint64_t to, const char *path);
void link_map_free(struct link_map *m);

struct copy {
    struct volume *volume;
    struct progress progress;
    struct link_map links;
    uint64_t files, bytes, skipped; /* skipped: told by a sentence each */
    int one_system, privileged;     /* one_system: stay on the file system of the start; privileged: owners can be given */
    uint64_t device;
    int root;                       /* the directory that is extracted into */
    uint8_t *buffer;                /* COPY_BYTES */
    char path[PATH_BYTES_MOST];     /* where we are, for sentences */
};

/* tree_measure - Blocks and inodes that a directory will take, a little more than less. -1 after a sentence. */
int tree_measure(struct copy *c, const char *directory, uint64_t *blocks);
/* tree_add - The contents of a directory into the root of the volume. tree_extract - the other way. tree_list - as ls -l. 0, or -1 after a sentence. */
int tree_add(struct copy *c, const char *directory);
int tree_extract(struct copy *c, const char *directory);
int tree_list(struct copy *c);

/* path_down - One name more (0 = it would be too long, after a sentence); path_up - back to the length it had. */
int path_down(struct copy *c, const char *name, size_t length, size_t *before);
void path_up(struct copy *c, size_t before);
/* xattrs_add, _extract - All attributes of what is at the path on the host <-> of an inode. What cannot be is told and counted as skipped. */
int xattrs_add(struct copy *c, const char *path, uint64_t inode);
void xattrs_extract(struct copy *c, uint64_t inode, const char *path);
/* data_add, data_extract - The bytes of a regular file; holes stay holes. */
int data_add(struct copy *c, int fd, uint64_t size, uint64_t inode);
int data_extract(struct copy *c, uint64_t inode, uint64_t size, int fd);
struct fs_name name_make(const char *text);
#endif
