/* play.c - see play.h. The steps themselves: play_step.h. */
#include "play_step.h"
#include <stdlib.h>

uint64_t play_clock(void *self) { return ((struct play *)self)->p.now; }
int play_environment(lfsx_err_t err) { return err == LFSX_SPACE || err == LFSX_MEMORY || err == LFSX_IO || err == LFSX_FAILED || err == LFSX_QUOTA; }

void play_begin(struct play *g, struct run *run, uint64_t seed)
{
    memset(g, 0, sizeof *g);
    g->run = run;
    g->dice.state = seed;
    g->write_max = 60000;
    g->nodes_max = 60;
    posix_init(&g->p);
    g->p.now = 1;
}
void play_end(struct play *g) { posix_free(&g->p); }

static const struct { lfsx_err_t (*run)(struct play *g); uint32_t weight; } STEPS[] = {{play_make, 18}, {play_symlink, 3}, {play_link, 4}, {play_unlink, 8}, {play_rmdir, 3},
    {play_rename, 12}, {play_write, 20}, {play_read, 6}, {play_fallocate, 6}, {play_setattr, 10}, {play_xattr, 6}, {play_lookup, 4}, {play_readdir, 2}, {play_open, 6}, {play_sync, 5}, {play_remount, 1}, {play_stripe_begin, 2}};

static void history_add(struct play *g)
{
    struct text t = {0};
    if (!g->history) return;
    posix_dump(&g->p, &t);
    g->history[g->steps] = text_hash(&t);
    free(t.b);
}

lfsx_err_t play_step(struct play *g)
{
    uint32_t all = 0, i = 0;
    for (i = 0; i < sizeof STEPS / sizeof *STEPS; i++) all += STEPS[i].weight;
    uint32_t at = below(g, all);
    for (i = 0; at >= STEPS[i].weight; i++) at -= STEPS[i].weight;
    g->p.now += 1000;
    g->last = (int)i;
    if (g->stripe && (!g->stripe->live || (g->stripe->mode & MODE_TYPE) != MODE_FILE)) g->stripe = 0;
    lfsx_err_t err = g->sync_each && below(g, g->sync_each) == 0 ? play_sync(g) : g->stripe && below(g, 5) ? play_stripe(g) : STEPS[i].run(g);
    if (err) return g->refused++, err;
    g->steps++;
    history_add(g);
    return LFSX_OK;
}
