/* memory.h - where the library gets memory: an allocator that its user gives. There is no malloc inside.
 * With threads it is called under the lock of base/sync.h, once mounted.
 * An allocator may refuse at any time (take answers 0); then the operation answers LFSX_MEMORY and nothing has changed. */
#ifndef BASE_MEMORY_H
#define BASE_MEMORY_H
#include <stddef.h>
#include <stdint.h>
#include <string.h>

struct memory {
    void *self;
    void *(*take)(void *self, size_t bytes);             /* aligned to 16; 0 = no memory */
    void (*give)(void *self, void *place, size_t bytes); /* bytes as they were taken; place is not 0 */
    uint8_t single; /* 1 = every record is asked for by itself, no pool gathers them: for an allocator that looks for mistakes */
};

static inline void *memory_take(const struct memory *m, size_t bytes) { return m->take(m->self, bytes); }
static inline void memory_give(const struct memory *m, void *place, size_t bytes)
{
    if (place) m->give(m->self, place, bytes);
}
/* memory_take_zero - The same, all bytes zero. */
static inline void *memory_take_zero(const struct memory *m, size_t bytes)
{
    void *p = memory_take(m, bytes);
    if (p) memset(p, 0, bytes);
    return p;
}
#endif
