/* rename.h - what the sources rename*.c share: the two directories, the two names and what they lead to. */
#ifndef FILE_RENAME_H
#define FILE_RENAME_H
#include <file/state.h>

struct renaming { uint64_t from, to; struct fs_name old, name; int flags; };
/* What it is about: a = the directory it leaves, b = the one it comes to (one and the same struct if they are), f and perhaps the victim v. */
struct scene { struct file one, two, f, v; struct file *a, *b; struct entry old, name; int occupied; };

/* rename_scene.c - Lock, load and check everything that the renaming is about; nothing is changed. If both names are one file's already: LFSX_OK, and f is not loaded. */
lfsx_err_t scene_set(struct operation *op, const struct renaming *r, struct scene *s);
#endif
