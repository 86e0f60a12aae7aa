/* check.c - the rounds of a check. See check.h. */
#include <file/check_state.h>

static void check_close(struct check *c)
{
    memory_give(c->memory, c->record, c->records_room * sizeof *c->record);
    memory_give(c->memory, c->sum, c->sums_room * sizeof *c->sum);
    memory_give(c->memory, c->orphan, c->orphans_room * sizeof *c->orphan);
    memory_give(c->memory, c->seen, c->words * 8);
    memory_give(c->memory, c->fix, FIXES * sizeof *c->fix);
    memory_give(c->memory, c, sizeof *c);
}

static struct check *check_open(struct fs *fs, const struct check_options *o, struct check_result *out)
{
    const struct memory *memory = fs->options.store.memory;
    struct check *c = memory_take_zero(memory, sizeof *c);
    if (!c) return 0;
    c->fs = fs;
    c->o = o;
    c->out = out;
    c->memory = memory;
    c->words = (fs->store.super.blocks + 63) / 64;
    c->estimate = fs->inode_next;
    c->seen = memory_take_zero(memory, c->words * 8);
    c->fix = memory_take(memory, FIXES * sizeof *c->fix);
    if (c->seen && c->fix) return c;
    check_close(c);
    return 0;
}

/* round_begin - Nothing is known. */
static void round_begin(struct check *c)
{
    memset(c->seen, 0, c->words * 8);
    if (c->records > 0) memset(c->record, 0, c->records * sizeof *c->record);
    c->records = c->sums = c->orphans = c->fixes = c->shared_count = 0;
    c->found = 0;
    c->err = LFSX_OK;
    c->out->inodes = c->out->directories = c->out->names = c->out->extents = c->out->blocks = 0;
}

static lfsx_err_t round_run(struct check *c)
{
    store_lock(&c->fs->store);
    lfsx_err_t err = store_check_own(&c->fs->store, c->seen);
    if (!err) err = check_keys(c);
    if (!err) err = check_shared(c);
    if (!err) err = check_names(c);
    if (!err) err = check_numbers(c);
    if (!err && c->o->data) err = check_data(c);
    store_unlock(&c->fs->store);
    return err;
}

/* Marks first: nothing may be written while blocks in use are marked free. */
static lfsx_err_t marks_fix(struct check *c)
{
    uint64_t lost;
    if (store_check_marks(&c->fs->store, c->seen, &lost) == 0 && lost == 0) return LFSX_OK;
    store_lock(&c->fs->store);
    lfsx_err_t err = store_marks_repair(&c->fs->store, c->seen);
    store_unlock(&c->fs->store);
    if (!err) c->out->repaired++;
    return err;
}

static lfsx_err_t rounds(struct check *c)
{
    lfsx_err_t err = LFSX_OK;
    for (int round = 0; round < 64 && !err; round++) {
        round_begin(c);
        err = round_run(c);
        c->out->left = c->found;
        if (err || c->found == 0 || !c->o->repair) break;
        uint64_t before = c->out->repaired;
        err = marks_fix(c);
        if (!err) c->out->repaired += check_fix(c);
        if (c->out->repaired == before) break; /* nothing more can be done */
    }
    return err;
}

lfsx_err_t fs_check_mounted(struct fs *fs, const struct check_options *o, struct check_result *out)
{
    memset(out, 0, sizeof *out);
    struct check *c = check_open(fs, o, out);
    if (!c) return LFSX_MEMORY;
    lfsx_err_t err = rounds(c);
    check_close(c);
    return err;
}

lfsx_err_t fs_check(const struct fs_options *o, const struct check_options *c, struct check_result *out)
{
    struct fs *fs;
    struct fs_options options = *o;
    if (!c->repair) options.store.flags |= STORE_READ_ONLY;
    lfsx_err_t err = fs_attach(&options, &fs);
    if (err) return err;
    err = fs_check_mounted(fs, c, out);
    lfsx_err_t written = c->repair && !err ? store_checkpoint(&fs->store) : LFSX_OK;
    fs_end(fs);
    return err ? err : written;
}
