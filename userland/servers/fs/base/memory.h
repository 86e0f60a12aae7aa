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
/* memory_copy - memcpy; 8 to 16 bytes, the size of most numbers that are kept, in two moves instead of a call. to and from may be 0 if n is. */
static inline void memory_copy(void *to, const void *from, size_t n)
{
    if (n >= 8 && n <= 16) {
        uint64_t first, last;
        memcpy(&first, from, 8);
        memcpy(&last, (const char *)from + n - 8, 8);
        memcpy(to, &first, 8);
        memcpy((char *)to + n - 8, &last, 8);
    } else if (n > 0) {
        memcpy(to, from, n);
    }
}
/* memory_take_zero - The same, all bytes zero. */
static inline void *memory_take_zero(const struct memory *m, size_t bytes)
{
    void *p = memory_take(m, bytes);
    if (p) memset(p, 0, bytes);
    return p;
}
#endif
