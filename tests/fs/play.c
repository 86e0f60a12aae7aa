/* play.c - see play.h. */
#include "play.h"
#include <file/check.h>
#include <file/state.h>
#include <stdio.h>
#include <stdlib.h>

static const uint32_t GROUPS[] = {200};
static const struct fs_who WHO[] = {{0, 0, 0, 0, 022}, {1000, 100, GROUPS, 1, 022}, {1001, 200, 0, 0, 0}};
static const char *const NAMES[] = {"a", "b", "c", "d", "name", "x.y", "\xff\xfe\x01", "longer name here"};
static const uint32_t MODES[] = {0755, 0644, 0600, 0777, 01777, 02775, 0, 04755, 02644, 0555};
static const char *const XATTRS[] = {"user.a", "user.b", "user.some.long", "user.c"};

uint64_t play_clock(void *self) { return ((struct play *)self)->p.now; }
static uint32_t below(struct play *g, uint32_t n) { return dice_below(&g->dice, n); }
static const struct fs_who *who(struct play *g) { return below(g, 3) ? 0 : &WHO[below(g, 3)]; }
static const char *name(struct play *g) { return NAMES[below(g, 8)]; }
static struct fs_name N(const char *s) { return (struct fs_name){s, (uint32_t)strlen(s)}; }
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

/* pick - A random live node: of a kind (0 = any), or the root. Only those that a name leads to, or that are open. */
static struct posix_node *pick(struct play *g, uint32_t type)
{
    for (int i = 0; i < 200; i++) {
        struct posix_node *n = &g->p.node[below(g, POSIX_NODES / 4)];
        if (n->live && (!type || (n->mode & MODE_TYPE) == type)) return n;
    }
    return posix_root(&g->p);
}
static struct posix_node *pick_dir(struct play *g) { return pick(g, below(g, 30) ? MODE_DIRECTORY : 0); }
static struct posix_node *pick_file(struct play *g) { return pick(g, below(g, 30) ? MODE_FILE : 0); }

static uint32_t live(const struct play *g)
{
    uint32_t n = 0;
    for (int i = 0; i < POSIX_NODES; i++) n += (uint32_t)g->p.node[i].live;
    return n;
}

/* answer - The library said `is`; if that is no matter of the environment the model must say the same. */
static lfsx_err_t answer(struct play *g, const char *what, lfsx_err_t is, lfsx_err_t wanted)
{
    if (is != wanted) fail(g->run, "step %lu: %s answers: %s; wanted: %s", g->steps + 1, what, lfsx_error_text(is), lfsx_error_text(wanted));
    return LFSX_OK;
}
#define DO(g, what, call, model)                                                                                                                               \
    lfsx_err_t is = call;                                                                                                                                     \
    if (play_environment(is)) return is;                                                                                                                      \
    return answer(g, what, is, model)

static lfsx_err_t do_make(struct play *g)
{
    static const uint32_t types[] = {MODE_FILE, MODE_FILE, MODE_FILE, MODE_DIRECTORY, MODE_DIRECTORY, MODE_FIFO, MODE_SOCKET, MODE_CHARACTER, MODE_BLOCK};
    struct posix_node *d = pick_dir(g), *n = 0;
    struct fs_attributes a = {0};
    const struct fs_who *w = who(g);
    const char *s = name(g);
    uint32_t mode = types[below(g, 9)] | MODES[below(g, 10)];
    if (live(g) > g->nodes_max) return LFSX_OK;
    lfsx_err_t is = fs_make(g->fs, w, d->inode, N(s), mode, 0x1234, &a);
    if (play_environment(is)) return is;
    lfsx_err_t wanted = posix_make(&g->p, w, d, s, mode, 0x1234, 0, &n);
    if (!is && !wanted) n->inode = a.inode;
    return answer(g, "make", is, wanted);
}
static lfsx_err_t do_symlink(struct play *g)
{
    static char target[4096];
    struct posix_node *d = pick_dir(g), *n = 0;
    struct fs_attributes a = {0};
    const struct fs_who *w = who(g);
    const char *s = name(g);
    uint32_t length = below(g, 5) ? 1 + below(g, 40) : 1 + below(g, 4095);
    if (live(g) > g->nodes_max) return LFSX_OK;
    memset(target, 'a' + (int)below(g, 26), length);
    target[length] = 0;
    lfsx_err_t is = fs_symlink(g->fs, w, d->inode, N(s), N(target), &a);
    if (play_environment(is)) return is;
    lfsx_err_t wanted = posix_make(&g->p, w, d, s, MODE_LINK | 0777, 0, target, &n);
    if (!is && !wanted) n->inode = a.inode;
    return answer(g, "symlink", is, wanted);
}
static lfsx_err_t do_link(struct play *g)
{
    struct posix_node *n = pick(g, 0), *d = pick_dir(g);
    struct fs_attributes a;
    const struct fs_who *w = who(g);
    const char *s = name(g);
    DO(g, "link", fs_link(g->fs, w, n->inode, d->inode, N(s), &a), posix_link(&g->p, w, n, d, s));
}
static lfsx_err_t do_unlink(struct play *g)
{
    struct posix_node *d = pick_dir(g);
    const struct fs_who *w = who(g);
    const char *s = name(g);
    DO(g, "unlink", fs_unlink(g->fs, w, d->inode, N(s)), posix_remove(&g->p, w, d, s, 0));
}
static lfsx_err_t do_rmdir(struct play *g)
{
    struct posix_node *d = pick_dir(g);
    const struct fs_who *w = who(g);
    const char *s = name(g);
    DO(g, "rmdir", fs_rmdir(g->fs, w, d->inode, N(s)), posix_remove(&g->p, w, d, s, 1));
}
static lfsx_err_t do_rename(struct play *g)
{
    static const int flags[] = {0, 0, 0, FS_RENAME_NO_REPLACE, FS_RENAME_EXCHANGE, FS_RENAME_EXCHANGE};
    struct posix_node *a = pick_dir(g), *b = below(g, 3) ? pick_dir(g) : a;
    const struct fs_who *w = who(g);
    const char *old = name(g), *s = name(g);
    int f = flags[below(g, 6)];
    DO(g, "rename", fs_rename(g->fs, w, a->inode, N(old), b->inode, N(s), f), posix_rename(&g->p, w, a, old, b, s, f));
}
static uint64_t place(struct play *g, const struct posix_node *n)
{
    uint32_t kind = below(g, 4);
    if (kind == 0) return n->size < POSIX_DATA - 70000 ? n->size : 0;
    return kind == 1 ? below(g, 4000) : kind == 2 ? (below(g, 30) * 4096ull) : below(g, POSIX_DATA - 70000);
}
static uint32_t extent(struct play *g) { return below(g, 3) == 0 ? 1 + below(g, 200) : below(g, 2) ? 1 + below(g, 9000) : 1 + below(g, g->write_max); }
static lfsx_err_t do_write(struct play *g)
{
    static uint8_t bytes[1 << 16];
    struct posix_node *n = pick_file(g);
    const struct fs_who *w = who(g);
    uint64_t at = place(g, n);
    uint32_t done, length = extent(g);
    for (uint32_t i = 0; i < length; i += 8) le64_put(bytes + i, dice_next(&g->dice));
    DO(g, "write", fs_write(g->fs, w, n->inode, at, bytes, length, &done), posix_write(&g->p, w, n, at, bytes, length));
}
static lfsx_err_t do_read(struct play *g)
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
static lfsx_err_t do_fallocate(struct play *g)
{
    static const int modes[] = {0, FS_ALLOCATE_KEEP_SIZE, FS_ALLOCATE_PUNCH | FS_ALLOCATE_KEEP_SIZE, FS_ALLOCATE_PUNCH | FS_ALLOCATE_KEEP_SIZE, FS_ALLOCATE_ZERO,
        FS_ALLOCATE_ZERO | FS_ALLOCATE_KEEP_SIZE};
    struct posix_node *n = pick_file(g);
    const struct fs_who *w = who(g);
    uint64_t at = place(g, n), length = extent(g);
    int mode = modes[below(g, 6)];
    DO(g, "fallocate", fs_fallocate(g->fs, w, n->inode, at, length, mode), posix_fallocate(&g->p, w, n, at, length, mode));
}
static lfsx_err_t do_setattr(struct play *g)
{
    static const int sets[] = {FS_SET_MODE, FS_SET_MODE, FS_SET_UID, FS_SET_GID, FS_SET_UID | FS_SET_GID, FS_SET_SIZE, FS_SET_SIZE, FS_SET_SIZE | FS_SET_OPEN, FS_SET_ACCESSED,
        FS_SET_MODIFIED | FS_SET_ACCESSED, FS_SET_ACCESSED | FS_SET_MODIFIED | FS_SET_NOW, FS_SET_MODE | FS_SET_UID | FS_SET_SIZE};
    int set = sets[below(g, 12)];
    struct posix_node *n = set & FS_SET_SIZE ? pick_file(g) : pick(g, 0);
    const struct fs_who *w = who(g);
    struct fs_attributes out, to = {.mode = MODES[below(g, 10)], .uid = WHO[below(g, 3)].uid, .gid = WHO[below(g, 3)].gid, .size = below(g, 3) ? place(g, n) : below(g, 3000),
        .accessed = g->p.now - below(g, 5), .modified = g->p.now + below(g, 5)};
    DO(g, "setattr", fs_setattr(g->fs, w, n->inode, &to, set, &out), posix_setattr(&g->p, w, n, &to, set));
}
static lfsx_err_t do_xattr(struct play *g)
{
    static uint8_t value[600];
    struct posix_node *n = pick(g, below(g, 3) ? MODE_FILE : 0);
    const struct fs_who *w = who(g);
    const char *s = XATTRS[below(g, 4)];
    uint32_t length = below(g, 3) ? below(g, 30) : below(g, 600), flags = 0;
    int remove = below(g, 4) == 0;
    if (!remove && below(g, 2)) flags = 1 + below(g, 2);
    memset(value, (int)below(g, 256), sizeof value);
    DO(g, "xattr", remove ? fs_xattr_remove(g->fs, w, n->inode, N(s)) : fs_xattr_set(g->fs, w, n->inode, N(s), value, length, (int)flags),
        posix_xattr(&g->p, w, n, s, value, length, (int)flags, remove));
}
static lfsx_err_t do_lookup(struct play *g)
{
    struct posix_node *d = pick_dir(g), *n = 0;
    struct fs_attributes a = {0};
    const struct fs_who *w = who(g);
    const char *s = below(g, 8) ? name(g) : below(g, 2) ? ".." : ".";
    if (d->links == 0) return LFSX_OK;
    lfsx_err_t is = fs_lookup(g->fs, w, d->inode, N(s), &a);
    if (play_environment(is)) return is;
    lfsx_err_t wanted = posix_lookup(w, d, s, &n);
    if (!is && !wanted && n->inode != a.inode) fail(g->run, "step %lu: lookup of %s finds another file", g->steps + 1, s);
    return answer(g, "lookup", is, wanted);
}
static int nothing(void *self, struct fs_name name, uint64_t inode, uint8_t kind, uint64_t cookie) { return 0; }
static lfsx_err_t do_readdir(struct play *g)
{
    struct posix_node *d = pick(g, MODE_DIRECTORY);
    lfsx_err_t is = fs_readdir(g->fs, 0, d->inode, 0, nothing, 0);
    if (play_environment(is)) return is;
    posix_seen(&g->p, d);
    return answer(g, "readdir", is, LFSX_OK);
}
static lfsx_err_t do_open(struct play *g)
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
static lfsx_err_t do_sync(struct play *g)
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

static lfsx_err_t do_remount(struct play *g)
{
    if (!g->remounts) return do_sync(g);
    g->options = g->fs->options;
    lfsx_err_t err = fs_unmount(g->fs);
    if (!err) g->synced = g->steps;
    close_all(g);
    lfsx_err_t mounted = fs_mount(&g->options, &g->fs);
    if (mounted) fail(g->run, "step %lu: mounting answers: %s", g->steps, lfsx_error_text(mounted));
    return err;
}

/* do_stripe - One more block of the striped file; at its end it is shortened, so that there is more to give back than one transaction does. */
static lfsx_err_t do_stripe(struct play *g)
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
static lfsx_err_t do_stripe_begin(struct play *g)
{
    struct posix_node *n = pick(g, MODE_FILE);
    if ((n->mode & MODE_TYPE) != MODE_FILE || g->stripe) return LFSX_OK;
    g->stripe = n;
    g->stripe_at = 0;
    g->stripe_end = 18 + below(g, 14);
    return do_stripe(g);
}

static const struct { lfsx_err_t (*run)(struct play *g); uint32_t weight; } STEPS[] = {{do_make, 18}, {do_symlink, 3}, {do_link, 4}, {do_unlink, 8}, {do_rmdir, 3},
    {do_rename, 12}, {do_write, 20}, {do_read, 6}, {do_fallocate, 6}, {do_setattr, 10}, {do_xattr, 6}, {do_lookup, 4}, {do_readdir, 2}, {do_open, 6}, {do_sync, 5}, {do_remount, 1}, {do_stripe_begin, 2}};

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
    lfsx_err_t err = g->sync_each && below(g, g->sync_each) == 0 ? do_sync(g) : g->stripe && below(g, 5) ? do_stripe(g) : STEPS[i].run(g);
    if (err) return g->refused++, err;
    g->steps++;
    history_add(g);
    return LFSX_OK;
}

static void differ(struct run *r, const char *when, const struct text *is, const struct text *want)
{
    size_t i = 0, line = 0;
    while (i < is->used && i < want->used && is->b[i] == want->b[i]) line = is->b[i++] == '\n' ? i : line;
    fail(r, "%s: the volume is not the model:\n  is   %.200s\n  want %.200s", when, line < is->used ? is->b + line : "", line < want->used ? want->b + line : "");
}

void play_compare(struct play *g, const char *when)
{
    struct text is = {0}, want = {0};
    posix_dump(&g->p, &want);
    lfsx_err_t err = files_dump(g->fs, &is);
    for (uint32_t i = 0; i < POSIX_NODES && !err; i++) { /* files without a name that are open */
        const struct posix_node *n = &g->p.node[i];
        if (!n->live || n->links > 0) continue;
        text_node(&want, "open", n, i);
        err = files_dump_node(g->fs, n->inode, i, &is);
    }
    if (err) fail(g->run, "%s: cannot be read: %s", when, lfsx_error_text(err));
    else if (is.used != want.used || memcmp(is.b, want.b, is.used)) differ(g->run, when, &is, &want);
    free(is.b);
    free(want.b);
}

static void finding(void *self, const struct check_finding *f)
{
    struct run *r = ((void **)self)[0];
    fail(r, "%s: fs_check: %s (inode %lu type %u offset %lx; is %lu, wanted %lu)", (const char *)((void **)self)[1], check_fault_text(f->fault), f->key.inode, f->key.type,
        f->key.offset, f->is, f->wanted);
}
static void check(struct run *r, struct fs *fs, const char *when, int data)
{
    void *self[2] = {r, (void *)(uintptr_t)when};
    struct check_options o = {.report = finding, .self = self, .data = data};
    struct check_result result;
    lfsx_err_t err = fs_check_mounted(fs, &o, &result);
    if (err) fail(r, "%s: fs_check answers: %s", when, lfsx_error_text(err));
}
void play_check(struct run *r, struct fs *fs, const char *when) { check(r, fs, when, 1); }
void play_check_tree(struct run *r, struct fs *fs, const char *when) { check(r, fs, when, 0); }
