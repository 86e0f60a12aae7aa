/* power.c - power failure at every point. What ran was recorded as writes and flushes. Between two flushes (an epoch) the device may have done any subset of the
 * writes, each block whole or torn by sectors of 512 bytes; each such state is shown to a check. Few writes: every subset, and every write torn. Many: prefixes,
 * all but one, one alone, pairs, and random ones. */
#include "power.h"
#include <stdio.h>
#include <stdlib.h>

enum { SEEN = 1 << 17 };

/* is_new - Not seen in this epoch. */
static int is_new(struct power *p, uint64_t h)
{
    uint64_t at = (h | 1) % SEEN;
    for (int i = 0; i < 64 && p->hash[at]; i++, at = (at + 1) % SEEN)
        if (p->hash[at] == (h | 1)) return 0;
    p->hash[at] = h | 1;
    return 1;
}

struct epoch { struct sim_event *unit[4096]; uint32_t n; uint64_t number; };

/* state_make - Units whose bit `in` says so are done, those of `tear` by the sectors of their mask. */
static void state_make(struct power *p, const struct epoch *e, const uint8_t *in, const uint8_t *tear)
{
    const uint8_t *old[4096];
    uint64_t h = 0;
    char what[160];
    for (uint32_t i = 0; i < e->n; i++) {
        const struct sim_event *u = e->unit[i];
        old[i] = p->device->view[u->block];
        if (!in[i]) continue;
        p->device->view[u->block] = u->data;
        if (!tear[i]) continue;
        for (int s = 0; s < 8; s++) memcpy(p->torn[i] + s * 512, (tear[i] >> s & 1 ? old[i] : u->data) + s * 512, 512);
        p->device->view[u->block] = p->torn[i];
    }
    for (uint32_t i = 0; i < e->n; i++) /* a later write to the same block counts alone */
        if (in[i]) h += p->device->view[e->unit[i]->block] == e->unit[i]->data ? e->unit[i]->hash
            : p->device->view[e->unit[i]->block] == p->torn[i] ? block_hash(e->unit[i]->block, p->torn[i]) : 0;
    if (is_new(p, h)) {
        p->states++;
        snprintf(what, sizeof what, "seed %lu case %lu (depth %d, epoch %lu of %u writes)", p->run->seed, p->depth ? p->parent : p->states, p->depth, e->number, e->n);
        p->check(p, what);
    }
    for (uint32_t i = e->n; i-- > 0;) p->device->view[e->unit[i]->block] = old[i];
}

static void state_random(struct power *p, const struct epoch *e, struct dice *d)
{
    static uint8_t in[4096], tear[4096];
    uint32_t bias = 1 + dice_below(d, 15);
    for (uint32_t i = 0; i < e->n; i++) {
        in[i] = dice_below(d, 16) < bias;
        tear[i] = dice_below(d, 4) ? 0 : (uint8_t)dice_next(d);
    }
    state_make(p, e, in, tear);
}

/* epoch_subsets - Every subset, then every unit torn with all or none of the others. */
static void epoch_subsets(struct power *p, const struct epoch *e)
{
    uint8_t in[32] = {0}, tear[32] = {0};
    for (uint32_t set = 0; set < 1u << e->n; set++) {
        for (uint32_t i = 0; i < e->n; i++) in[i] = set >> i & 1;
        state_make(p, e, in, tear);
    }
    for (uint32_t u = 0; u < e->n; u++)
        for (int others = 0; others < 2; others++)
            for (int sectors = 1; sectors < 16; sectors++) {
                memset(in, others, e->n);
                in[u] = 1;
                tear[u] = sectors < 8 ? (uint8_t)(0xff << sectors) : (uint8_t)(0xff >> (sectors - 7));
                state_make(p, e, in, tear);
                tear[u] = 0;
            }
}

/* epoch_long - Prefixes, one less, one only, pairs, then random ones. */
static void epoch_long(struct power *p, const struct epoch *e, struct dice *d)
{
    static uint8_t in[4096], tear[4096];
    memset(tear, 0, sizeof tear);
    for (uint32_t k = 0; k <= e->n; k++) {
        for (uint32_t i = 0; i < e->n; i++) in[i] = i < k;
        state_make(p, e, in, tear);
    }
    for (int keep = 0; keep < 2; keep++)
        for (uint32_t k = 0; k < e->n; k++)
            for (uint32_t j = k; j < e->n && (j == k || p->depth == 0); j++) {
                memset(in, !keep, e->n);
                in[k] = in[j] = (uint8_t)keep;
                state_make(p, e, in, tear);
            }
    for (uint32_t i = 0; i < p->budget; i++) state_random(p, e, d);
}

/* epoch_bounds - Which commits a crash in the epoch may leave: `first` is the number of its first event, `end` that of the flush behind it. */
static void epoch_bounds(struct power *p, uint32_t end)
{
    uint32_t i = 0;
    while (i + 1 < p->marks && p->mark[i + 1].events <= end) i++;
    p->lowest = p->mark[i].synced;
    p->highest = i + 1 < p->marks ? p->mark[i + 1].commits : p->mark[i].commits;
}

static void epoch_run(struct power *p, struct epoch *e, uint32_t end)
{
    struct dice d = {p->seed * 1000003 + e->number};
    epoch_bounds(p, end);
    memset(p->hash, 0, SEEN * sizeof *p->hash);
    if (e->n <= p->exhaustive) epoch_subsets(p, e);
    else epoch_long(p, e, &d);
    for (uint32_t i = 0; i < e->n; i++) p->device->view[e->unit[i]->block] = e->unit[i]->data; /* the flush: all done */
    e->n = 0;
    e->number++;
}

void power_mark(struct power *p, uint64_t synced, uint64_t commits)
{
    if (p->marks == POWER_MARKS) abort();
    p->mark[p->marks++] = (struct power_mark){p->device->events, synced, commits};
}

void power_begin(struct power *p)
{
    size_t bytes = p->device->d.blocks * LFSX_BLOCK_BYTES;
    p->start = memcpy(malloc(bytes), p->device->image, bytes);
    p->marks = 0;
    p->states = 0;
    sim_record(p->device);
}

void power_fail(struct power *p)
{
    struct sim_device *d = p->device;
    struct epoch *e = malloc(sizeof *e);
    p->hash = malloc(SEEN * sizeof *p->hash);
    p->torn = malloc(4096 * LFSX_BLOCK_BYTES);
    for (uint64_t b = 0; b < d->d.blocks; b++) d->view[b] = p->start + b * LFSX_BLOCK_BYTES;
    e->n = 0;
    e->number = 0;
    for (uint32_t i = 0; i <= d->events && (!p->run->failed || p->run->only); i++) {
        if (i == d->events || d->event[i].kind == SIM_FLUSH) epoch_run(p, e, i);
        else if (e->n < 4096) e->unit[e->n++] = &d->event[i];
    }
    for (uint64_t b = 0; b < d->d.blocks; b++) d->view[b] = d->image + b * LFSX_BLOCK_BYTES;
    free(p->hash);
    free(p->torn);
    free(p->start);
    free(e);
}
