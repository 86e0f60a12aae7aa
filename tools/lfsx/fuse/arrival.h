/* arrival.h - how soon the next request comes, from how soon the last ones came; and whether to look for it or to sleep. */
#ifndef LFSX_ARRIVAL_H
#define LFSX_ARRIVAL_H
#include <stdint.h>
#include <time.h>

enum { LOOK_NS = 20000, SHARE = 8 };
struct arrival { uint64_t mean_ns; }; /* of the time between an answer and the next request; begins at 0, so the first is looked for */

static inline uint64_t arrival_begin(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (uint64_t)t.tv_sec * 1000000000u + (uint64_t)t.tv_nsec;
}
static inline void arrival_end(struct arrival *a, uint64_t since)
{
    uint64_t waited = arrival_begin() - since;
    if (waited > 10 * LOOK_NS) waited = 10 * LOOK_NS; /* one long pause is soon forgotten */
    a->mean_ns = (a->mean_ns * (SHARE - 1) + waited) / SHARE;
}
/* arrival_look - 1: look again at once; 0: sleep. */
static inline int arrival_look(const struct arrival *a, uint64_t since) { return a->mean_ns <= LOOK_NS && arrival_begin() - since <= LOOK_NS; }
#endif
