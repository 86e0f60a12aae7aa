/* host.c - see host.h. */
#include "host.h"
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <time.h>

/* Large pieces (the node cache's) begin at a multiple of 2 MiB, and the system is asked for pages of that size: a random lookup then seldom waits for an address to
 * be translated. It may refuse; then they are ordinary pages. */
enum { LARGE = 2 << 20, PAGE = 4096 };
static void *take_large(size_t bytes)
{
    size_t length = (bytes + PAGE - 1) / PAGE * PAGE;
    uint8_t *all = mmap(0, length + LARGE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (all == MAP_FAILED) return 0;
    size_t before = (LARGE - (uintptr_t)all % LARGE) % LARGE;
    if (before) munmap(all, before);
    if (before < LARGE) munmap(all + before + length, LARGE - before);
    madvise(all + before, length, MADV_HUGEPAGE);
    return all + before;
}
static void *take(void *self, size_t bytes) { return bytes < LARGE ? malloc(bytes) : take_large(bytes); }
static void give(void *self, void *place, size_t bytes)
{
    if (bytes < LARGE) free(place);
    else munmap(place, bytes); /* the kernel rounds to pages */
}

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
