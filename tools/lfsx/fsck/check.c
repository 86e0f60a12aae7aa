/* check.c - a check of the files layer, and what it finds in words. */
#include "fsck.h"
#include <host/say.h>
#include <host/text.h>
#include <stdio.h>

enum { SHOWN_MOST = 500 };

static void report(void *self, const struct check_finding *f)
{
    struct checked *c = self;
    char key[KEY_TEXT_BYTES];
    if (c->shown++ >= SHOWN_MOST && !c->verbose) {
        if (c->shown == SHOWN_MOST + 1) printf("%s: more is wrong; --verbose shows all\n", c->image.path);
        return;
    }
    printf("%s: %s: %s", c->image.path, key_text(f->key, key), check_fault_text(f->fault));
    if (f->is != f->wanted) printf(" (%lu, should be %lu)", f->is, f->wanted);
    printf("\n");
}

static void advance(void *self, uint64_t done, uint64_t all)
{
    struct checked *c = self;
    c->progress.total = all > done ? all : done;
    progress_add(&c->progress, done > c->progress.done ? done - c->progress.done : 0);
}

static void summary_print(const struct checked *c, const struct check_result *r)
{
    if (c->quiet && r->faults == 0) return;
    printf("%s: %s: %lu inodes, %lu directories, %lu names, %lu blocks of data in %lu extents", c->image.path, r->faults == 0 ? "clean" : r->left ? "DAMAGED" : "repaired",
        r->inodes, r->directories, r->names, r->blocks, r->extents);
    if (r->faults) printf("; %lu found, %lu repairs, %lu left", r->faults, r->repaired, r->left);
    printf("\n");
}

/* tree_damaged - The files layer could not even be read. */
static enum status tree_damaged(struct checked *c, lfsx_err_t err, int damaged)
{
    const char *where = damaged ? ", see above" : "";
    if (err == LFSX_CORRUPT)
        say("%s: %s%s; it is not repaired in place: --rescue=NEW copies into a new image what can still be read", c->image.path, lfsx_error_text(err), where);
    else say_refused("check", c->image.path, err);
    return STATUS_DAMAGED;
}

enum status volume_check(struct checked *c)
{
    struct check_result r = {0};
    struct check_options o = {.repair = c->repair, .data = c->data, .report = report, .progress = advance, .self = c};
    struct fs_options f = {.store = {.device = &c->image.device, .memory = &c->host.memory, .sync = host_sync(&c->host), .boot = host_now(0), .cache_frames = 1 << 14,
        .flags = c->accept_loss ? STORE_ACCEPT_LOSS : 0}};
    progress_begin(&c->progress, c->progress.mode, "checking", "inodes", 0);
    lfsx_err_t err = fs_check(&f, &o, &r);
    int damaged = err == LFSX_CORRUPT ? nodes_print(c) : 0;
    if (err == LFSX_CORRUPT && damaged == 0) { /* nodes and their map are whole, so it is the bitmap that could not be read, or that the log contradicts */
        printf("%s: the bitmap is damaged; the tree says which blocks are in use\n", c->image.path);
        f.store.flags |= STORE_FORGET_MARKS;
        c->shown = 0;
        err = fs_check(&f, &o, &r);
    }
    progress_end(&c->progress);
    if (err == LFSX_CORRUPT || err == LFSX_LOST) return tree_damaged(c, err, damaged);
    if (err) return say_refused("check", c->image.path, err), STATUS_CANNOT;
    summary_print(c, &r);
    return r.faults == 0 ? STATUS_CLEAN : r.left == 0 && c->repair ? STATUS_REPAIRED : STATUS_DAMAGED;
}
