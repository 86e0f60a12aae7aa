/* play_step.h - what the steps play_*.c share: random choices of a play, and the comparison of an answer with the model's. */
#ifndef FS_PLAY_STEP_H
#define FS_PLAY_STEP_H
#include "play.h"
#include <file/state.h>

static const uint32_t GROUPS[] = {200};
static const struct fs_who WHO[] = {{0, 0, 0, 0, 022}, {1000, 100, GROUPS, 1, 022}, {1001, 200, 0, 0, 0}};
static const uint32_t MODES[] = {0755, 0644, 0600, 0777, 01777, 02775, 0, 04755, 02644, 0555};

static inline uint32_t below(struct play *g, uint32_t n) { return dice_below(&g->dice, n); }
static inline const struct fs_who *who(struct play *g) { return below(g, 3) ? 0 : &WHO[below(g, 3)]; }

/* pick - A random live node: of a kind (0 = any), or the root. Only those that a name leads to, or that are open. */
static inline struct posix_node *pick(struct play *g, uint32_t type)
{
    for (int i = 0; i < 200; i++) {
        struct posix_node *n = &g->p.node[below(g, POSIX_NODES / 4)];
        if (n->live && (!type || (n->mode & MODE_TYPE) == type)) return n;
    }
    return posix_root(&g->p);
}
static inline struct posix_node *pick_dir(struct play *g) { return pick(g, below(g, 30) ? MODE_DIRECTORY : 0); }
static inline struct posix_node *pick_file(struct play *g) { return pick(g, below(g, 30) ? MODE_FILE : 0); }

/* place - Where in a file: its end, near its beginning, at the beginning of a block, or anywhere. */
static inline uint64_t place(struct play *g, const struct posix_node *n)
{
    uint32_t kind = below(g, 4);
    if (kind == 0) return n->size < POSIX_DATA - 70000 ? n->size : 0;
    return kind == 1 ? below(g, 4000) : kind == 2 ? (below(g, 30) * 4096ull) : below(g, POSIX_DATA - 70000);
}

/* answer - The library said `is`; if that is no matter of the environment the model must say the same. */
static inline lfsx_err_t answer(struct play *g, const char *what, lfsx_err_t is, lfsx_err_t wanted)
{
    if (is != wanted) fail(g->run, "step %lu: %s answers: %s; wanted: %s", g->steps + 1, what, lfsx_error_text(is), lfsx_error_text(wanted));
    return LFSX_OK;
}
#define DO(g, what, call, model)                                                                                                                               \
    lfsx_err_t is = call;                                                                                                                                     \
    if (play_environment(is)) return is;                                                                                                                      \
    return answer(g, what, is, model)

/* The steps: play_name.c, play_content.c, play_attribute.c, play_mount.c. */
lfsx_err_t play_make(struct play *g);
lfsx_err_t play_symlink(struct play *g);
lfsx_err_t play_link(struct play *g);
lfsx_err_t play_unlink(struct play *g);
lfsx_err_t play_rmdir(struct play *g);
lfsx_err_t play_rename(struct play *g);
lfsx_err_t play_write(struct play *g);
lfsx_err_t play_read(struct play *g);
lfsx_err_t play_fallocate(struct play *g);
lfsx_err_t play_setattr(struct play *g);
lfsx_err_t play_xattr(struct play *g);
lfsx_err_t play_lookup(struct play *g);
lfsx_err_t play_readdir(struct play *g);
lfsx_err_t play_open(struct play *g);
lfsx_err_t play_sync(struct play *g);
lfsx_err_t play_remount(struct play *g);
lfsx_err_t play_stripe(struct play *g);
lfsx_err_t play_stripe_begin(struct play *g);
#endif
