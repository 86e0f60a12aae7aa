/* play_compare.c - is the volume what the model says, and does fs_check find nothing? */
#include "play.h"
#include <file/check.h>
#include <stdlib.h>

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
