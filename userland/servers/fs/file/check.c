/* check.c - the rounds of a check, and what it finds. See check.h. */
#include <file/check_state.h>

static const char *const TEXT[CHECK_FAULTS] = {
    [CHECK_GOOD] = "nothing is wrong",
    [CHECK_ROOT] = "there is no root directory",
    [CHECK_KEY_UNKNOWN] = "a key that means nothing",
    [CHECK_INODE_FORM] = "an inode whose value is no inode",
    [CHECK_NO_INODE] = "names, bytes or attributes of an inode that does not exist",
    [CHECK_KIND_WRONG] = "an inode has what its type cannot have",
    [CHECK_ENTRY_FORM] = "a name that is no name",
    [CHECK_ENTRY_PLACE] = "a name where its hash does not belong",
    [CHECK_ENTRY_TWICE] = "a directory has a name twice",
    [CHECK_ENTRY_DANGLES] = "a name of an inode that does not exist",
    [CHECK_ENTRY_KIND] = "a name says another type than its inode",
    [CHECK_DIRECTORY_TWICE] = "a directory has two names",
    [CHECK_PARENT] = "a directory does not know its parent",
    [CHECK_DETACHED] = "a directory that no path leads to",
    [CHECK_UNNAMED] = "an inode that no name leads to",
    [CHECK_LINKS] = "an inode counts its names wrongly",
    [CHECK_SIZE] = "a directory counts its entries wrongly, or a symbolic link has a length that none can have",
    [CHECK_BLOCKS] = "an inode counts its blocks wrongly",
    [CHECK_EXTENT_FORM] = "an extent that is none",
    [CHECK_EXTENT_OVERLAP] = "two extents of a file overlap",
    [CHECK_EXTENT_SHARED] = "a block belongs to two",
    [CHECK_EXTENT_BEHIND] = "bytes behind the end of a file",
    [CHECK_XATTR] = "an extended attribute is not whole, or not where it belongs",
    [CHECK_LIST] = "an access list that is none, or that its inode does not know",
    [CHECK_ORPHAN_NONE] = "an inode without a name will not be freed",
    [CHECK_ORPHAN_WRONG] = "an inode is marked to be freed and should not be",
    [CHECK_OWNER] = "what is accounted to an owner is wrong",
    [CHECK_MARK_MISSING] = "blocks in use are marked free",
    [CHECK_MARK_LOST] = "blocks are marked used and nobody has them",
    [CHECK_DATA] = "a block of data is not what its checksum says",
};

const char *check_fault_text(enum check_fault fault) { return fault < CHECK_FAULTS ? TEXT[fault] : ""; }

void found(struct check *c, enum check_fault fault, struct key key, uint64_t is, uint64_t wanted)
{
    struct check_finding f = {fault, key, is, wanted};
    c->found++;
    c->out->faults++;
    if (c->o->report) c->o->report(c->o->self, &f);
}

void found_fix(struct check *c, enum check_fault fault, struct key key, uint64_t is, uint64_t wanted, struct fix fix)
{
    found(c, fault, key, is, wanted);
    if (c->fixes < FIXES) c->fix[c->fixes++] = fix;
}

void found_delete(struct check *c, enum check_fault fault, struct key key) { found_fix(c, fault, key, 0, 0, (struct fix){.kind = FIX_DELETE, .key = key}); }

struct record *record_find(const struct check *c, uint64_t number)
{
    uint32_t low = 0, high = c->records;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (c->record[middle].number < number) low = middle + 1;
        else high = middle;
    }
    return low < c->records && c->record[low].number == number ? &c->record[low] : 0;
}

void *array_more(struct check *c, void *array, uint32_t count, uint32_t *room, size_t bytes)
{
    uint32_t more = *room + *room / 2 + 64;
    if (count < *room) return array;
    void *larger = more > *room ? memory_take_zero(c->memory, more * bytes) : 0;
    if (!larger) return c->err = LFSX_MEMORY, array;
    if (count > 0) memcpy(larger, array, count * bytes);
    memory_give(c->memory, array, *room * bytes);
    *room = more;
    return larger;
}

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
