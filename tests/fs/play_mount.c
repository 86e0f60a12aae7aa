/* play_mount.c - steps of a play about what is open and what is on the disk. */
#include "play_step.h"

lfsx_err_t play_open(struct play *g)
{
    struct posix_node *n = pick(g, 0);
    if (n->opens > 0 && below(g, 3)) {
        lfsx_err_t err = fs_close(g->fs, n->inode);
        posix_close(&g->p, n);
        return answer(g, "close", err, LFSX_OK);
    }
    lfsx_err_t err = fs_open(g->fs, n->inode);
    if (play_environment(err)) return err;
    n->opens++;
    return answer(g, "open", err, LFSX_OK);
}
lfsx_err_t play_sync(struct play *g)
{
    lfsx_err_t err = below(g, 3) ? fs_sync(g->fs, 0) : store_checkpoint(&g->fs->store);
    if (!err) g->synced = g->steps;
    return err;
}

/* close_all - Orphans are gone. */
static void close_all(struct play *g)
{
    for (int i = 0; i < POSIX_NODES; i++)
        while (g->p.node[i].opens > 0) posix_close(&g->p, &g->p.node[i]);
}

lfsx_err_t play_remount(struct play *g)
{
    if (!g->remounts) return play_sync(g);
    g->options = g->fs->options;
    lfsx_err_t err = fs_unmount(g->fs);
    if (!err) g->synced = g->steps;
    close_all(g);
    lfsx_err_t mounted = fs_mount(&g->options, &g->fs);
    if (mounted) fail(g->run, "step %lu: mounting answers: %s", g->steps, lfsx_error_text(mounted));
    return err;
}
