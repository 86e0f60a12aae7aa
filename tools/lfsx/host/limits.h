/* limits.h - a file that says what single owners may have. A line for each: a user's name or number, blocks of 4096 bytes or a size (200M), inodes; "-" is no limit. "#" begins a comment. */
#ifndef LFSX_LIMITS_H
#define LFSX_LIMITS_H
#include <file/fs.h>

struct limits { struct fs_limit *list; uint32_t count; };
/* limits_read - 0, or -1 after a sentence that names the line. */
int limits_read(struct limits *l, const char *path);
void limits_free(struct limits *l);
#endif
