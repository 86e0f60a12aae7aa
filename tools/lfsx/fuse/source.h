/* source.h - where requests come from: /dev/fuse, and the same connection once more, for reading without waiting. One thread at a time takes. */
#ifndef LFSX_SOURCE_H
#define LFSX_SOURCE_H
#include "spare.h"
#include <stddef.h>
#include <sys/types.h>

struct source { int device, eager; uint64_t look_ns; struct spare spare; }; /* eager: -1 if the kernel gives no second one */

/* source_open - look_us: so long to look for a request before sleeping, where there is a processor to spare; 0 = never. */
void source_open(struct source *s, int device, uint64_t look_us);
void source_close(struct source *s);
/* source_take - The next request: its bytes, *from is where it has to be answered. 0: the file system was unmounted. -1: errno; EINTR after a signal. */
ssize_t source_take(struct source *s, void *to, size_t room, int *from);
/* source_has_more - Does one wait? */
int source_has_more(const struct source *s);
#endif
