/* host.h - what the library wants of a system, from this one: memory, lock, waiting, clock. */
#ifndef LFSX_HOST_H
#define LFSX_HOST_H
#include <base/memory.h>
#include <base/sync.h>
#include <host/latch.h>
#include <pthread.h> /* whose threads share a host */

struct host {
    struct memory memory;
    struct latch latch;
};

/* host_init - May be called before threads exist and before a fork. */
void host_init(struct host *h);
struct sync host_sync(struct host *h);
/* host_now - ns since 1970. */
uint64_t host_now(void *self);
#endif
