/* check_numbers.c - what is counted: names, entries, blocks, what belongs to whom, what waits to be freed, which blocks are in use. */
#include <file/check_state.h>

static int is_directory(const struct record *r) { return (r->mode & MODE_TYPE) == MODE_DIRECTORY; }

static void field_check(struct check *c, const struct record *r, enum check_fault fault, enum fix_field field, uint64_t is, uint64_t wanted)
{
    struct key key = inode_key(r->number);
    if (is != wanted) found_fix(c, fault, key, is, wanted, (struct fix){.kind = FIX_INODE, .key = key, .field = field, .value = wanted});
}

static void inode_check(struct check *c, const struct record *r)
{
    int directory = is_directory(r), freed = record_is_free(r);
    uint32_t lists = r->flags & (INODE_FLAG_ACCESS_LIST | INODE_FLAG_DEFAULT_LIST);
    if (directory && !freed) field_check(c, r, CHECK_LINKS, FIELD_LINKS, r->links, 2 + r->subdirectories);
    if (!directory && r->names > 0) field_check(c, r, CHECK_LINKS, FIELD_LINKS, r->links, r->names);
    if (directory) field_check(c, r, CHECK_SIZE, FIELD_SIZE, r->size, r->entries);
    if ((r->mode & MODE_TYPE) == MODE_LINK && (r->size == 0 || r->size > FS_TARGET_MAX)) found_delete(c, CHECK_SIZE, inode_key(r->number));
    field_check(c, r, CHECK_BLOCKS, FIELD_BLOCKS, r->blocks, r->blocks_found);
    if (!freed) field_check(c, r, CHECK_LIST, FIELD_FLAGS, r->flags, (r->flags & ~lists) | r->lists);
    if (r->number == LFSX_ROOT_INODE) field_check(c, r, CHECK_PARENT, FIELD_PARENT, r->parent, LFSX_ROOT_INODE);
}

/* orphan_check - A key for exactly what will be freed, wholly or behind its end. */
static void orphan_check(struct check *c, const struct record *r)
{
    struct key key = orphan_key(r->number);
    int due = record_is_free(r) || r->flags & INODE_FLAG_TRIM;
    if (due && !r->orphan) found_fix(c, CHECK_ORPHAN_NONE, key, 0, 0, (struct fix){.kind = FIX_ORPHAN, .key = key});
    if (!due && r->orphan) found_delete(c, CHECK_ORPHAN_WRONG, key);
}

static void orphans_note(struct check *c)
{
    for (uint32_t i = 0; i < c->orphans; i++) {
        struct record *r = record_find(c, c->orphan[i]);
        if (r) r->orphan = 1;
        else found_delete(c, CHECK_ORPHAN_WRONG, orphan_key(c->orphan[i]));
    }
}

/* sum_of - The record of a user; they ascend. */
static struct sum *sum_of(struct check *c, uint32_t uid)
{
    uint32_t low = 0, high = c->sums;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (c->sum[middle].uid < uid) low = middle + 1;
        else high = middle;
    }
    if (low < c->sums && c->sum[low].uid == uid) return &c->sum[low];
    c->sum = array_more(c, c->sum, c->sums, &c->sums_room, sizeof *c->sum);
    if (c->err) return 0;
    memmove(&c->sum[low + 1], &c->sum[low], (c->sums - low) * sizeof *c->sum);
    c->sums++;
    c->sum[low] = (struct sum){.uid = uid};
    return &c->sum[low];
}

static void sums_make(struct check *c)
{
    for (uint32_t i = 0; i < c->records && !c->err; i++) {
        struct sum *s = sum_of(c, c->record[i].uid);
        if (s) s->inodes++, s->blocks += c->record[i].blocks_found;
    }
}

static void sums_check(struct check *c)
{
    for (uint32_t i = 0; i < c->sums; i++) {
        const struct sum *s = &c->sum[i];
        struct fix fix = {.kind = FIX_OWNER, .key = owner_key(s->uid), .value = s->inodes, .value2 = s->blocks};
        if (s->inodes != s->inodes_said || s->blocks != s->blocks_said) found_fix(c, CHECK_OWNER, fix.key, s->blocks_said, s->blocks, fix);
    }
}

lfsx_err_t check_numbers(struct check *c)
{
    uint64_t lost, missing = store_check_marks(&c->fs->store, c->seen, &lost);
    orphans_note(c);
    for (uint32_t i = 0; i < c->records; i++) {
        inode_check(c, &c->record[i]);
        orphan_check(c, &c->record[i]);
    }
    sums_make(c);
    if (!c->err) sums_check(c);
    if (missing) found(c, CHECK_MARK_MISSING, KEY_LOWEST, missing, 0);
    if (lost) found(c, CHECK_MARK_LOST, KEY_LOWEST, lost, 0);
    return c->err;
}
