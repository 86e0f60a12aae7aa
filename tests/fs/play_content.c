/* play_content.c - steps of a play about the bytes of files; one file is written with holes for a long time, so that it has many extents. */
#include "play_step.h"

static uint32_t extent(struct play *g) { return below(g, 3) == 0 ? 1 + below(g, 200) : below(g, 2) ? 1 + below(g, 9000) : 1 + below(g, g->write_max); }
lfsx_err_t play_write(struct play *g)
{
    static uint8_t bytes[1 << 16];
    struct posix_node *n = pick_file(g);
    const struct fs_who *w = who(g);
    uint64_t at = place(g, n);
    uint32_t done, length = extent(g);
    for (uint32_t i = 0; i < length; i += 8) le64_put(bytes + i, dice_next(&g->dice));
    DO(g, "write", fs_write(g->fs, w, n->inode, at, bytes, length, &done), posix_write(&g->p, w, n, at, bytes, length));
}
lfsx_err_t play_read(struct play *g)
{
    static uint8_t is[1 << 16], want[1 << 16];
    struct posix_node *n = pick_file(g);
    uint64_t at = place(g, n);
    uint32_t done = 0, wanted = 0, length = extent(g);
    lfsx_err_t err = fs_read(g->fs, n->inode, at, is, length, &done);
    if (play_environment(err)) return err;
    lfsx_err_t model = posix_read(&g->p, n, at, want, length, &wanted);
    if (!err && (done != wanted || memcmp(is, want, done))) fail(g->run, "step %lu: read of %u at %lu of %lu: %u and %u bytes, from the first other", g->steps + 1, length, at, n->size, done, wanted);
    return answer(g, "read", err, model);
}
lfsx_err_t play_fallocate(struct play *g)
{
    static const int modes[] = {0, FS_ALLOCATE_KEEP_SIZE, FS_ALLOCATE_PUNCH | FS_ALLOCATE_KEEP_SIZE, FS_ALLOCATE_PUNCH | FS_ALLOCATE_KEEP_SIZE, FS_ALLOCATE_ZERO,
        FS_ALLOCATE_ZERO | FS_ALLOCATE_KEEP_SIZE};
    struct posix_node *n = pick_file(g);
    const struct fs_who *w = who(g);
    uint64_t at = place(g, n), length = extent(g);
    int mode = modes[below(g, 6)];
    DO(g, "fallocate", fs_fallocate(g->fs, w, n->inode, at, length, mode), posix_fallocate(&g->p, w, n, at, length, mode));
}

/* play_stripe - One more block of the striped file; at its end it is shortened, so that there is more to give back than one transaction does. */
lfsx_err_t play_stripe(struct play *g)
{
    struct posix_node *n = g->stripe;
    uint64_t at = (uint64_t)g->stripe_at * 8192;
    uint32_t done;
    if (g->stripe_at < g->stripe_end) {
        lfsx_err_t is = fs_write(g->fs, 0, n->inode, at, "stripe", 6, &done);
        if (play_environment(is)) return is;
        g->stripe_at++;
        return answer(g, "stripe", is, posix_write(&g->p, 0, n, at, (const uint8_t *)"stripe", 6));
    }
    struct fs_attributes out, to = {.size = below(g, 9000)};
    g->stripe = 0;
    lfsx_err_t is = fs_setattr(g->fs, 0, n->inode, &to, FS_SET_SIZE, &out);
    if (play_environment(is)) return is;
    return answer(g, "shorten", is, posix_setattr(&g->p, 0, n, &to, FS_SET_SIZE));
}
lfsx_err_t play_stripe_begin(struct play *g)
{
    struct posix_node *n = pick(g, MODE_FILE);
    if ((n->mode & MODE_TYPE) != MODE_FILE || g->stripe) return LFSX_OK;
    g->stripe = n;
    g->stripe_at = 0;
    g->stripe_end = 18 + below(g, 14);
    return play_stripe(g);
}
