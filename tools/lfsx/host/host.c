/* host.c - see host.h. */
#include "host.h"
#include <stdlib.h>
#include <time.h>

static void *take(void *self, size_t bytes) { return malloc(bytes); }
static void give(void *self, void *place, size_t bytes) { free(place); }

static void lock(void *self) { latch_take(&((struct host *)self)->latch); }
static void unlock(void *self) { latch_give(&((struct host *)self)->latch); }
static void wake(void *self) { latch_wake(&((struct host *)self)->latch); }

uint64_t host_now(void *self)
{
    struct timespec t;
    clock_gettime(CLOCK_REALTIME, &t);
    return (uint64_t)t.tv_sec * 1000000000u + (uint64_t)t.tv_nsec;
}

static void wait(void *self, uint64_t until)
{
    uint64_t now = until == ~0ull ? 0 : host_now(0);
    latch_wait(&((struct host *)self)->latch, until == ~0ull ? until : until > now ? until - now : 0);
}

void host_init(struct host *h)
{
    *h = (struct host){.memory = {h, take, give}};
}
struct sync host_sync(struct host *h) { return (struct sync){h, lock, unlock, wait, wake, host_now}; }
