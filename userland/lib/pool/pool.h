/* pool.h - which frames of memory nobody uses: ranges of frame numbers, first fit.
 *
 * Idea: a sorted array of free ranges that never touch each other; giving back joins neighbours, so that what was taken and
 * given back leaves the array exactly as it was.
 * Invariant: ranges ascend, are not empty, and between two of them lies at least one frame that is taken.
 * Does not know: capabilities, what a frame is used for. */
#ifndef POOL_POOL_H
#define POOL_POOL_H
#include <stdint.h>

enum { POOL_RANGES = 256 };
struct pool_range { uint64_t first, count; };
struct pool {
    uint32_t used; /* entries of range */
    struct pool_range range[POOL_RANGES];
};

/* pool_give - Frames first..first+count-1 become free; 1, or 0 if some of them are free already or the array is full
 * (then nothing changes). The array cannot be full while fewer than POOL_RANGES - 1 ranges are taken from one region. */
int pool_give(struct pool *pool, uint64_t first, uint64_t count);
/* pool_take - The first `count` > 0 neighbouring free frames; 1 and *first, or 0 if there is no such range. */
int pool_take(struct pool *pool, uint64_t count, uint64_t *first);
/* pool_free - How many frames are free. */
uint64_t pool_free(const struct pool *pool);
/* pool_largest - How many neighbouring frames could be taken at once. */
uint64_t pool_largest(const struct pool *pool);
#endif
