/* pace.c - see pace.h. */
#include "pace.h"

/* A trial: so many requests, of which the last ones count, for threads have to find their processors first; a wait for the device counts little. A run: as many requests again each time
 * that a trial says what the last one said. Looking must be a tenth faster, for it costs a processor. */
enum { TRIAL = 32, COUNTED = 16, RUN_LEAST = 1024, RUN_MOST = 16384, GAP_MOST_NS = 100000 };

static void phase_begin(struct pace *p, enum pace_phase phase, uint32_t requests)
{
    p->phase = phase;
    p->left = requests;
    p->spent = 0;
    if (phase != PACE_RUN) p->sum[phase] = 0;
}

void pace_begin(struct pace *p)
{
    *p = (struct pace){.run = RUN_LEAST};
    phase_begin(p, PACE_SLEEP, TRIAL);
}

static void judge(struct pace *p)
{
    int look = p->left == 0 && p->sum[PACE_LOOK] * 10 < p->sum[PACE_SLEEP] * 9;
    p->run = look != p->look ? RUN_LEAST : p->run < RUN_MOST ? 2 * p->run : RUN_MOST;
    p->look = look;
    phase_begin(p, PACE_RUN, p->run);
}

static void phase_end(struct pace *p)
{
    if (p->phase == PACE_LOOK) judge(p);
    else phase_begin(p, p->phase == PACE_SLEEP ? PACE_LOOK : PACE_SLEEP, TRIAL);
}

/* hopeless - Half as slow again as sleeping all in all: the rest of the trial is not worth its time. */
static int hopeless(const struct pace *p) { return p->phase == PACE_LOOK && p->spent * COUNTED > p->sum[PACE_SLEEP] * TRIAL * 3 / 2; }

int pace_ask(struct pace *p, uint64_t ns)
{
    uint64_t gap = ns - p->last < GAP_MOST_NS ? ns - p->last : GAP_MOST_NS;
    p->last = ns;
    p->spent += gap;
    if (p->phase != PACE_RUN && p->left <= COUNTED) p->sum[p->phase] += gap;
    if (--p->left == 0 || hopeless(p)) phase_end(p);
    return p->phase == PACE_RUN ? p->look : p->phase == PACE_LOOK;
}
