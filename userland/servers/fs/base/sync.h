/* sync.h - one lock, one place to wait, one clock: all that the library wants of threads. Every member may be 0: then there is one thread,
 * nothing waits (what would wait answers LFSX_BUSY and may be repeated), and time stands still. */
#ifndef BASE_SYNC_H
#define BASE_SYNC_H
#include <disk/error.h>

struct sync {
    void *self;
    void (*lock)(void *self);
    void (*unlock)(void *self);
    /* Called with the lock; gives it up, returns with it after a wake or when now() has reached until (ns; ~0 = never). */
    void (*wait)(void *self, uint64_t until);
    void (*wake)(void *self); /* everybody who waits */
    uint64_t (*now)(void *self); /* ns since 1970 */
};

static inline void sync_lock(const struct sync *s)
{
    if (s->lock) s->lock(s->self);
}
static inline void sync_unlock(const struct sync *s)
{
    if (s->unlock) s->unlock(s->self);
}
static inline void sync_wake(const struct sync *s)
{
    if (s->wake) s->wake(s->self);
}
static inline uint64_t sync_now(const struct sync *s) { return s->now ? s->now(s->self) : 0; }
#endif
