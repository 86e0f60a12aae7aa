/* unit_block.c - block_read and block_write do what their contracts promise: the proofs believe them (proofs/TRUSTED.md, fs-block). */
#include "unit.h"
#include <stdlib.h>

struct spy { uint8_t *image; uint64_t blocks, calls; lfsx_err_t answer; };

static lfsx_err_t spy_read(void *self, uint64_t first, uint32_t count, void *to)
{
    struct spy *s = self;
    s->calls++;
    if (first + count > s->blocks) abort();
    memcpy(to, s->image + first * LFSX_BLOCK_BYTES, (size_t)count * LFSX_BLOCK_BYTES);
    return s->answer;
}
static lfsx_err_t spy_write(void *self, uint64_t first, uint32_t count, const void *from, int flags)
{
    struct spy *s = self;
    s->calls++;
    if (first + count > s->blocks) abort();
    memcpy(s->image + first * LFSX_BLOCK_BYTES, from, (size_t)count * LFSX_BLOCK_BYTES);
    return s->answer;
}

/* One call: exactly the asked blocks, in a buffer of exactly that size (the sanitizer sees one byte more), or LFSX_RANGE without a call. */
static void one(struct run *r, struct spy *s, const struct block_device *d, uint64_t first, uint32_t count)
{
    size_t bytes = (size_t)count * LFSX_BLOCK_BYTES;
    uint8_t *b = malloc(bytes ? bytes : 1), keep[8 * LFSX_BLOCK_BYTES];
    int inside = first < s->blocks && count <= s->blocks - first;
    uint64_t calls = s->calls;
    memcpy(keep, s->image, sizeof keep);
    WANT(r, block_read(d, first, count, b) == (!inside ? LFSX_RANGE : s->answer ? LFSX_IO : LFSX_OK));
    WANT(r, s->calls == calls + (uint64_t)inside && !memcmp(keep, s->image, sizeof keep));
    WANT(r, !inside || !memcmp(b, keep + first * LFSX_BLOCK_BYTES, bytes));
    memset(b, 0xa5, bytes);
    WANT(r, block_write(d, first, count, b, 0) == (!inside ? LFSX_RANGE : s->answer ? LFSX_IO : LFSX_OK));
    if (inside) memset(keep + first * LFSX_BLOCK_BYTES, 0xa5, bytes);
    for (size_t i = 0; i < bytes; i++) WANT(r, b[i] == 0xa5);
    WANT(r, s->calls == calls + 2 * (uint64_t)inside && !memcmp(keep, s->image, sizeof keep));
    free(b);
}

void unit_block(struct run *r)
{
    struct spy s = {.image = malloc(8 * LFSX_BLOCK_BYTES), .blocks = 8};
    struct block_device d = {.self = &s, .blocks = 8, .read = spy_read, .write = spy_write};
    for (size_t i = 0; i < 8 * LFSX_BLOCK_BYTES; i++) s.image[i] = (uint8_t)(i / LFSX_BLOCK_BYTES);
    for (uint64_t first = 0; first < 10; first++)
        for (uint32_t count = 0; count < 10; count++) one(r, &s, &d, first, count);
    one(r, &s, &d, ~0ull, 1);
    one(r, &s, &d, ~0ull - 1, 3);
    s.answer = LFSX_FAILED; /* whatever a device says is LFSX_IO */
    one(r, &s, &d, 1, 2);
    free(s.image);
}
