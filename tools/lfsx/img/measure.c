/* measure.c - how large a volume must be for a directory. */
#define _GNU_SOURCE
#include "img.h"
#include <ftw.h>
#include <host/say.h>

enum { ENTRY_BYTES_GUESS = 512, SLACK_BLOCKS = 512 };
static struct { uint64_t blocks, bytes; struct copy *copy; } sum; /* nftw gives its callback nothing of the caller's */

static int visit(const char *path, const struct stat *st, int kind, struct FTW *at)
{
    uint64_t held = (uint64_t)st->st_blocks * 512 < (uint64_t)st->st_size ? (uint64_t)st->st_blocks * 512 : (uint64_t)st->st_size;
    if (S_ISREG(st->st_mode)) sum.blocks += (held + LFSX_BLOCK_BYTES - 1) / LFSX_BLOCK_BYTES;
    sum.bytes += ENTRY_BYTES_GUESS;
    progress_add(&sum.copy->progress, 1);
    return 0;
}

int tree_measure(struct copy *c, const char *directory, uint64_t *blocks)
{
    sum.blocks = sum.bytes = 0;
    sum.copy = c;
    if (nftw(directory, visit, 64, FTW_PHYS | (c->one_system ? FTW_MOUNT : 0))) return say_system("cannot walk through %s", directory), -1;
    uint64_t need = sum.blocks + 2 * sum.bytes / LFSX_BLOCK_BYTES; /* nodes are half full at worst, on the average */
    *blocks = need + need / 8 + SLACK_BLOCKS; /* log 1/16, bitmaps, the next checkpoint's copies */
    return 0;
}
