/* host.c - see host.h. */
#include "host.h"
#include <stdlib.h>
#include <time.h>

static void *take(void *self, size_t bytes) { return malloc(bytes); }
static void give(void *self, void *place, size_t bytes) { free(place); }

static void lock(void *self) { pthread_mutex_lock(&((struct host *)self)->mutex); }
static void unlock(void *self) { pthread_mutex_unlock(&((struct host *)self)->mutex); }
static void wait(void *self, uint64_t until)
{
    struct host *h = self;
    struct timespec t = {(time_t)(until / 1000000000u), (long)(until % 1000000000u)};
    if (until == ~0ull) pthread_cond_wait(&h->changed, &h->mutex);
    else pthread_cond_timedwait(&h->changed, &h->mutex, &t);
}
static void wake(void *self) { pthread_cond_broadcast(&((struct host *)self)->changed); }

uint64_t host_now(void *self)
{
    struct timespec t;
    clock_gettime(CLOCK_REALTIME, &t);
    return (uint64_t)t.tv_sec * 1000000000u + (uint64_t)t.tv_nsec;
}

void host_init(struct host *h)
{
    *h = (struct host){.memory = {h, take, give}, .mutex = PTHREAD_MUTEX_INITIALIZER, .changed = PTHREAD_COND_INITIALIZER};
}
struct sync host_sync(struct host *h) { return (struct sync){h, lock, unlock, wait, wake, host_now}; }
