/* frames.h - the frames of a log one after the other, as a mount would read them, and up to where it would; reads only. */
#ifndef LFSX_FRAMES_H
#define LFSX_FRAMES_H
#include <disk/superblock.h>
#include <host/image.h>
#include <wal/wal.h>

struct frames {
    const struct image *image;
    const struct superblock *super;
    uint8_t *b;        /* the present frame */
    uint64_t position; /* of the present frame */
    uint64_t next;     /* where the one after it begins */
    uint32_t chain;
    uint64_t durable;  /* what the frames say was on disk: of those above it a mount compares the data */
    struct wal_check check;
    const char *end;   /* why there is no further one */
};

/* frames_open - Before the first, after a look at all of them; LFSX_MEMORY. The superblock is valid. */
lfsx_err_t frames_open(struct frames *f, const struct image *m, const struct superblock *s);
void frames_close(struct frames *f);
/* frames_next - 1 and the next frame is in f->b, or 0 and f->end says why not. */
int frames_next(struct frames *f);
#endif
