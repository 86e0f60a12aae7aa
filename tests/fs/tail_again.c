/* tail_again.c - after a frame without its data: the volume is mounted for writing and what was under way is done once more, block for block, so that the data that were missing are
 * there. Power fails in that life too. What the first life had begun must not come back, and not hide what the second one has synced. */
#include "tail.h"
#include <stdio.h>

/* noted - A step is done; the model is what the files show themselves. */
void tail_noted(struct tail *t, struct fs *fs, int sync)
{
    t->history[++t->steps] = tail_hash(t->power.run, fs, "before power fails");
    power_mark(&t->power, t->synced, t->steps);
    if (!sync) return;
    if (fs_sync(fs, 0)) fail(t->power.run, "no sync");
    t->synced = t->steps;
    power_mark(&t->power, t->synced, t->steps);
}

void tail_begun(struct tail *t, uint64_t hash)
{
    t->history[0] = hash;
    power_mark(&t->power, 0, 0);
}

/* fillers - One frame that fits into no rest of a segment. */
static void fillers(struct tail *t, struct fs *fs)
{
    char name[8];
    for (uint32_t i = 0; i < TAIL_FILLERS; i++) {
        snprintf(name, sizeof name, "x%u", i);
        if (tail_put(fs, name, 0, 1700, 99)) fail(t->power.run, "no filler");
        tail_noted(t, fs, i == TAIL_FILLERS - 1);
    }
}

/* live_again - The steps that were under way once more, in a life that begins with this state. */
void tail_again(struct tail *t, uint64_t hash)
{
    static struct tail next;
    struct sim_device d;
    struct sim_memory memory;
    struct fs *fs;
    const struct power *p = &t->power;
    uint64_t now = 1ull << 40;
    int sync;
    sim_device_init(&d, TAIL_BLOCKS);
    sim_memory_init(&memory, 0);
    for (uint64_t b = 0; b < TAIL_BLOCKS; b++) memcpy(d.image + b * LFSX_BLOCK_BYTES, p->device->view[b], LFSX_BLOCK_BYTES);
    next = (struct tail){.power = {.run = p->run, .device = &d, .check = tail_check, .budget = 20, .exhaustive = 6, .depth = 1, .seed = p->states, .parent = p->states}};
    power_begin(&next.power);
    tail_begun(&next, hash);
    struct fs_options rw = tail_options(&d, &memory, &now, 0);
    if (fs_mount(&rw, &fs)) return fail(p->run, "case %lu cannot be mounted for writing", p->states);
    if (mutant_mend) fs->store.wal.torn = 0;
    for (uint64_t n = p->lowest; n < p->highest && n < TAIL_STEPS; n++) {
        if (tail_step(fs, (uint32_t)n, &sync)) fail(p->run, "case %lu: '%s' cannot be done again", p->states, tail_step_text((uint32_t)n));
        tail_noted(&next, fs, 0);
    }
    fillers(&next, fs);
    fs_drop(fs);
    sim_memory_init(&next.arena, TAIL_ARENA);
    power_fail(&next.power);
    sim_memory_free(&next.arena);
    t->nested += next.power.states;
    sim_device_free(&d);
}
