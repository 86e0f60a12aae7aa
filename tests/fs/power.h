/* power.h - power failure: every state that a recorded run can leave on a device, shown to a check. See power.c. */
#ifndef FS_POWER_H
#define FS_POWER_H
#include "sim.h"

enum { POWER_MARKS = 1024 };
struct power_mark { uint32_t events; uint64_t synced, commits; };
struct power {
    struct run *run;
    struct sim_device *device;
    void (*check)(struct power *p, const char *what); /* device->view shows the state; what: how to name it */
    uint32_t budget;          /* random states per long epoch */
    uint32_t exhaustive;      /* epochs of so many writes: all subsets */
    int depth;                /* 0: the first life */
    uint64_t seed, parent;    /* parent: the case that a second life goes on from */
    uint64_t states;          /* so far; a case is repeated by seed and this number */
    uint64_t lowest, highest; /* commits that the state may have */
    /* Its own: */
    struct power_mark mark[POWER_MARKS];
    uint32_t marks;
    uint64_t *hash;           /* states of this epoch that were seen */
    uint8_t (*torn)[LFSX_BLOCK_BYTES], *start;
};

/* power_begin - From now on record. power_mark - After each step: what is acknowledged as durable, what is done. power_fail - Show every state. */
void power_begin(struct power *p);
void power_mark(struct power *p, uint64_t synced, uint64_t commits);
void power_fail(struct power *p);
#endif
