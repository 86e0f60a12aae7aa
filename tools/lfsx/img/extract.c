/* extract.c - a volume into a directory of the host. The image may be hostile: names with a slash are refused, symbolic links are never followed, a directory that is
 * reached twice ends the walk. */
#define _GNU_SOURCE
#include "img.h"
#include "entries.h"
#include <errno.h>
#include <fcntl.h>
#include <host/say.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static int directory_extract(struct copy *c, uint64_t inode, int fd);
static struct timespec time_make(uint64_t ns) { return (struct timespec){(time_t)(ns / 1000000000u), (long)(ns % 1000000000u)}; }
static int refused(const struct copy *c, lfsx_err_t err) { return say_refused("extract", c->path, err), -1; }
static int failed(const struct copy *c, const char *what) { return say_system("cannot %s %s", what, c->path), -1; }

/* attributes_extract - Owner (if we may), mode, attributes, times; in this order, for each of them changes what comes before. */
static int attributes_extract(struct copy *c, const struct fs_attributes *a, int parent, const char *name)
{
    char path[64 + NAME_MAX];
    struct timespec t[2] = {time_make(a->accessed), time_make(a->modified)};
    snprintf(path, sizeof path, "/proc/self/fd/%d/%s", parent, name);
    if (c->privileged && fchownat(parent, name, a->uid, a->gid, AT_SYMLINK_NOFOLLOW)) return failed(c, "give an owner to");
    if (!S_ISLNK(a->mode) && fchmodat(parent, name, a->mode & 07777, 0)) return failed(c, "set the mode of");
    xattrs_extract(c, a->inode, path);
    return utimensat(parent, name, t, AT_SYMLINK_NOFOLLOW) ? failed(c, "set the times of") : 0;
}

static int file_extract(struct copy *c, const struct fs_attributes *a, int parent, const char *name)
{
    int fd = openat(parent, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
    if (fd < 0) return failed(c, "make");
    int bad = data_extract(c, a->inode, a->size, fd);
    return close(fd) && !bad ? failed(c, "write") : bad;
}

static int symlink_extract(struct copy *c, const struct fs_attributes *a, int parent, const char *name)
{
    char target[FS_TARGET_MAX + 1];
    uint32_t length = 0;
    lfsx_err_t err = fs_readlink(c->volume->fs, a->inode, target, FS_TARGET_MAX, &length);
    if (err) return refused(c, err);
    target[length < FS_TARGET_MAX ? length : FS_TARGET_MAX] = 0;
    return symlinkat(target, parent, name) ? failed(c, "make the link") : 0;
}

static int subdirectory_extract(struct copy *c, const struct fs_attributes *a, int parent, const char *name)
{
    if (link_find(&c->links, 0, a->inode)) return say("%s: the directory is reached twice; fsck.lfsx repairs it", c->path), -1;
    if (!link_add(&c->links, 0, a->inode, 0, 0)) return refused(c, LFSX_MEMORY);
    if (mkdirat(parent, name, 0700)) return failed(c, "make the directory");
    int fd = openat(parent, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (fd < 0) return failed(c, "open");
    int bad = directory_extract(c, a->inode, fd);
    close(fd);
    return bad;
}

static int inode_extract(struct copy *c, const struct fs_attributes *a, int parent, const char *name)
{
    int bad;
    if (S_ISREG(a->mode)) bad = file_extract(c, a, parent, name);
    else if (S_ISDIR(a->mode)) bad = subdirectory_extract(c, a, parent, name);
    else if (S_ISLNK(a->mode)) bad = symlink_extract(c, a, parent, name);
    else if (mknodat(parent, name, a->mode & (S_IFMT | 0600), (dev_t)a->device)) return c->skipped++, say_system("%s: left out", c->path), 0;
    else bad = 0;
    return bad ? bad : attributes_extract(c, a, parent, name);
}

/* entry_extract - A name; of several of one inode the later ones are links to the first, whose path is remembered. */
static int entry_extract(struct copy *c, uint64_t inode, int parent, const char *name)
{
    struct fs_attributes a;
    lfsx_err_t err = fs_getattr(c->volume->fs, inode, &a);
    if (err) return refused(c, err);
    c->files++;
    progress_add(&c->progress, 1);
    const struct link *l = S_ISDIR(a.mode) ? 0 : link_find(&c->links, 0, inode);
    if (l) return linkat(c->root, l->path, parent, name, 0) ? failed(c, "link") : 0;
    if (!S_ISDIR(a.mode) && a.links > 1 && !link_add(&c->links, 0, inode, 0, c->path)) return refused(c, LFSX_MEMORY);
    return inode_extract(c, &a, parent, name);
}

/* directory_extract - As deep as the directories of the volume. */
static int directory_extract(struct copy *c, uint64_t inode, int fd)
{
    struct entries e;
    struct entry head;
    const char *name;
    size_t at = 0, before;
    int bad = 0;
    lfsx_err_t err = entries_get(c->volume->fs, inode, &e);
    if (err) bad = refused(c, err);
    while (!bad && (name = entries_next(&e, &at, &head))) {
        if (strlen(name) != head.length || strchr(name, '/')) bad = (say("%s: the image has a name with a slash or a zero byte there; fsck.lfsx repairs it", c->path), -1);
        else if (!path_down(c, name, head.length, &before)) bad = -1;
        else bad = entry_extract(c, head.inode, fd, name), path_up(c, before);
    }
    entries_free(&e);
    return bad;
}

int tree_extract(struct copy *c, const char *directory)
{
    struct fs_attributes a;
    c->root = open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (c->root < 0) return say_system("cannot open %s", directory), -1;
    lfsx_err_t err = fs_getattr(c->volume->fs, LFSX_ROOT_INODE, &a);
    int bad = err ? refused(c, err) : !link_add(&c->links, 0, LFSX_ROOT_INODE, 0, 0) ? refused(c, LFSX_MEMORY) : 0;
    if (!bad) bad = directory_extract(c, LFSX_ROOT_INODE, c->root);
    if (!bad) bad = attributes_extract(c, &a, c->root, ".");
    close(c->root);
    return bad;
}
