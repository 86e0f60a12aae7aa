/* entries.h - all names of a directory of a volume but "." and "..". */
#ifndef LFSX_ENTRIES_H
#define LFSX_ENTRIES_H
#include <file/fs.h>

struct entry { uint64_t inode; uint32_t length; };
struct entries { char *bytes; size_t used, room; int full; };
lfsx_err_t entries_get(struct fs *fs, uint64_t directory, struct entries *e);
/* entries_next - The name at *at (begin with 0), ended by a zero byte, and *at behind it; 0 at the end. */
const char *entries_next(const struct entries *e, size_t *at, struct entry *head);
void entries_free(struct entries *e);
#endif
