/* list.c - what is in a volume, a line each: type and mode, links, owner, size, time of change, path. */
#include "img.h"
#include "entries.h"
#include <host/number.h>
#include <host/say.h>
#include <stdio.h>
#include <string.h>

static void mode_text(uint32_t mode, char *to)
{
    static const char KIND[] = "?pc?d?b?-?l?s???", BIT[] = "rwxrwxrwx";
    to[0] = KIND[mode >> 12 & 15];
    for (int i = 0; i < 9; i++) to[1 + i] = mode >> (8 - i) & 1 ? BIT[i] : '-';
    if (mode & 04000) to[3] = mode & 0100 ? 's' : 'S';
    if (mode & 02000) to[6] = mode & 0010 ? 's' : 'S';
    if (mode & 01000) to[9] = mode & 0001 ? 't' : 'T';
    to[10] = 0;
}

static void path_print(const char *path)
{
    for (const unsigned char *p = (const unsigned char *)path; *p; p++) printf(*p < 0x20 || *p == 0x7f || *p == '\\' ? "\\x%02x" : "%c", *p);
}

static int line_print(struct copy *c, const struct fs_attributes *a)
{
    char mode[16], when[TEXT_BYTES], target[FS_TARGET_MAX + 1];
    uint32_t length = 0;
    mode_text(a->mode, mode);
    printf("%s %3u %5u %5u %10lu %.19s ", mode, a->links, a->uid, a->gid, a->size, time_text(a->modified, when));
    path_print(c->path);
    if (S_ISLNK(a->mode)) {
        lfsx_err_t err = fs_readlink(c->volume->fs, a->inode, target, FS_TARGET_MAX, &length);
        if (err) return printf("\n"), say_refused("read the link", c->path, err), -1;
        target[length < FS_TARGET_MAX ? length : FS_TARGET_MAX] = 0;
        printf(" -> ");
        path_print(target);
    }
    printf("\n");
    return 0;
}

/* directory_list - As deep as the directories; one that is reached twice ends the walk. */
static int directory_list(struct copy *c, uint64_t inode)
{
    struct entries e;
    struct entry head;
    struct fs_attributes a;
    const char *name;
    size_t at = 0, before;
    int bad = 0;
    if (link_find(&c->links, 0, inode)) return say("%s: the directory is reached twice; fsck.lfsx repairs it", c->path), -1;
    lfsx_err_t err = link_add(&c->links, 0, inode, 0, 0) ? entries_get(c->volume->fs, inode, &e) : LFSX_MEMORY;
    if (err) return say_refused("list", c->path, err), -1;
    while (!bad && (name = entries_next(&e, &at, &head))) {
        if (!path_down(c, name, head.length, &before)) { bad = -1; break; }
        err = fs_getattr(c->volume->fs, head.inode, &a);
        if (err) bad = (say_refused("list", c->path, err), -1);
        else bad = line_print(c, &a) || (S_ISDIR(a.mode) && directory_list(c, head.inode)) ? -1 : 0;
        path_up(c, before);
    }
    entries_free(&e);
    return bad;
}

int tree_list(struct copy *c) { return directory_list(c, LFSX_ROOT_INODE); }
