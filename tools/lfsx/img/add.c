/* add.c - a directory of the host into a volume. */
#define _GNU_SOURCE
#include "img.h"
#include "listing.h"
#include <errno.h>
#include <fcntl.h>
#include <host/say.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static int directory_add(struct copy *c, int fd, uint64_t inode);
static uint64_t ns(struct timespec t) { return t.tv_sec < 0 ? 0 : (uint64_t)t.tv_sec * 1000000000u + (uint64_t)t.tv_nsec; }

/* refused - A sentence with the path. */
static int refused(const struct copy *c, lfsx_err_t err) { return say_refused("add", c->path, err), -1; }

static int attributes_add(struct copy *c, const struct stat *st, uint64_t inode)
{
    struct fs_attributes out, to = {.mode = st->st_mode, .uid = st->st_uid, .gid = st->st_gid, .accessed = ns(st->st_atim), .modified = ns(st->st_mtim),
        .size = (uint64_t)st->st_size};
    int set = FS_SET_UID | FS_SET_GID | FS_SET_ACCESSED | FS_SET_MODIFIED | (S_ISREG(st->st_mode) ? FS_SET_SIZE : 0);
    lfsx_err_t err = fs_setattr(c->volume->fs, 0, inode, &to, set, &out);
    /* After the owner, for that takes setuid away. */
    if (!err && !S_ISLNK(st->st_mode)) err = fs_setattr(c->volume->fs, 0, inode, &to, FS_SET_MODE, &out);
    return err ? refused(c, err) : 0;
}

static int link_make(struct copy *c, int parent, const char *name, uint64_t directory, struct fs_attributes *out)
{
    char target[FS_TARGET_MAX + 1];
    ssize_t n = readlinkat(parent, name, target, sizeof target);
    if (n < 0) return say_system("cannot read the link %s", c->path), -1;
    lfsx_err_t err = fs_symlink(c->volume->fs, 0, directory, name_make(name), (struct fs_name){target, (uint32_t)n}, out);
    return err ? refused(c, err) : 0;
}

/* contents_add - Bytes of a file, entries of a directory. */
static int contents_add(struct copy *c, int parent, const char *name, const struct stat *st, uint64_t inode)
{
    if (!S_ISREG(st->st_mode) && !S_ISDIR(st->st_mode)) return 0;
    int fd = openat(parent, name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | (S_ISDIR(st->st_mode) ? O_DIRECTORY : 0));
    if (fd < 0) return say_system("cannot open %s", c->path), -1;
    int bad = S_ISDIR(st->st_mode) ? directory_add(c, fd, inode) : data_add(c, fd, (uint64_t)st->st_size, inode);
    close(fd);
    return bad;
}

static int inode_add(struct copy *c, int parent, const char *name, const struct stat *st, uint64_t directory)
{
    struct fs_attributes a;
    char path[64 + NAME_MAX];
    lfsx_err_t err = LFSX_OK;
    if (S_ISLNK(st->st_mode)) {
        if (link_make(c, parent, name, directory, &a)) return -1;
    } else {
        err = fs_make(c->volume->fs, 0, directory, name_make(name), st->st_mode, S_ISCHR(st->st_mode) || S_ISBLK(st->st_mode) ? st->st_rdev : 0, &a);
    }
    if (err) return refused(c, err);
    if (!S_ISDIR(st->st_mode) && st->st_nlink > 1 && !link_add(&c->links, st->st_dev, st->st_ino, a.inode, 0)) return refused(c, LFSX_MEMORY);
    snprintf(path, sizeof path, "/proc/self/fd/%d/%s", parent, name);
    return contents_add(c, parent, name, st, a.inode) || xattrs_add(c, path, a.inode) || attributes_add(c, st, a.inode) ? -1 : 0;
}

static int entry_add(struct copy *c, int parent, const char *name, uint64_t directory)
{
    struct stat st;
    struct fs_attributes a;
    if (fstatat(parent, name, &st, AT_SYMLINK_NOFOLLOW)) return say_system("cannot look at %s", c->path), -1;
    if (c->one_system && st.st_dev != c->device) return 0;
    const struct link *l = S_ISDIR(st.st_mode) ? 0 : link_find(&c->links, st.st_dev, st.st_ino);
    c->files++;
    progress_add(&c->progress, 1);
    if (!l) return inode_add(c, parent, name, &st, directory);
    lfsx_err_t err = fs_link(c->volume->fs, 0, l->to, directory, name_make(name), &a);
    return err ? refused(c, err) : 0;
}

/* directory_add - As deep as the directories of the host, of which each level is one open file. */
static int directory_add(struct copy *c, int fd, uint64_t inode)
{
    struct listing l;
    size_t before;
    int bad = 0;
    if (listing_read(fd, &l)) bad = (say_system("cannot list %s", c->path), -1);
    for (const char *name = l.names; !bad && name < l.names + l.used; name += strlen(name) + 1) {
        bad = !path_down(c, name, strlen(name), &before);
        if (!bad) bad = entry_add(c, fd, name, inode), path_up(c, before);
    }
    free(l.names);
    return bad ? -1 : 0;
}

int tree_add(struct copy *c, const char *directory)
{
    struct stat st;
    int fd = open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0 || fstat(fd, &st)) return say_system("cannot open %s", directory), -1;
    c->device = st.st_dev;
    int bad = directory_add(c, fd, LFSX_ROOT_INODE) || xattrs_add(c, directory, LFSX_ROOT_INODE) || attributes_add(c, &st, LFSX_ROOT_INODE);
    close(fd);
    return bad ? -1 : 0;
}
