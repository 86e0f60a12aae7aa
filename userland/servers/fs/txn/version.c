/* version.c - older values, for as long as a snapshot can see them.
 *
 * The store shows every commit before it happens. If there are snapshots, the value that each change replaces is kept as a version. Not if the newest snapshot is
 * older than that value: then nobody sees it. So a chain is never longer than there are snapshots.
 * A snapshot sees the version with the smallest `replaced` above it; if there is none, the tree's value. Invariant: of each active snapshot and each key
 * that was committed since, that version is kept, and cell.last is that key's last commit. */
#include <txn/state.h>

const struct version *version_seen(const struct cell *c, uint64_t snapshot)
{
    const struct version *seen = 0;
    for (const struct version *v = c->versions; v && v->replaced > snapshot; v = v->older) seen = v;
    return seen;
}

static void version_drop(struct transactions *all, struct version *v)
{
    struct cell *c = v->cell;
    struct version **p = &c->versions;
    while (*p != v) p = &(*p)->older;
    *p = v->older;
    *(v->previous ? &v->previous->next : &all->oldest) = v->next;
    *(v->next ? &v->next->previous : &all->newest) = v->previous;
    pool_give(&all->pool, v, sizeof *v + v->length);
    all->count.versions_now--;
    all->count.versions_collected++;
    cell_release(&all->cells, c);
}

/* versions_collect - Those that were replaced before the oldest snapshot. */
void versions_collect(struct transactions *all)
{
    const struct transaction *s = all->snapshot_first;
    while (all->oldest && (!s || all->oldest->replaced <= s->snapshot)) version_drop(all, all->oldest);
    if (all->count.versions_now > all->sweep_at) versions_sweep(all);
}

static int needed(const struct transactions *all, const struct version *v)
{
    const struct transaction *s = all->snapshot_first;
    while (s && s->snapshot < v->made) s = s->snapshot_next;
    return s && s->snapshot < v->replaced;
}

/* versions_sweep - Also those that lie between two snapshots. Next time when there are twice as many, so that it costs little for each. */
void versions_sweep(struct transactions *all)
{
    for (struct version *v = all->oldest, *next; v; v = next) {
        next = v->next;
        if (!needed(all, v)) version_drop(all, v);
    }
    all->sweep_at = 64 + 2 * all->count.versions_now;
}

/* version_make - What this change will replace; *out 0 if no snapshot sees it. */
static lfsx_err_t version_make(struct transactions *all, const struct change *c, uint64_t sequence, struct version **out)
{
    uint32_t length = 0;
    const uint8_t *value = store_planned_value(c, &length);
    struct cell *cell = cell_get(&all->cells, c->key);
    *out = 0;
    if (!cell) return LFSX_MEMORY;
    if (all->snapshot_last->snapshot < cell->last) return LFSX_OK;
    struct version *v = pool_take(&all->pool, sizeof *v + length);
    if (!v) return cell_release(&all->cells, cell), LFSX_MEMORY;
    *v = (struct version){.cell = cell, .made = cell->last, .replaced = sequence, .length = length, .present = value != 0};
    if (length > 0) memcpy(v->value, value, length);
    *out = v;
    return LFSX_OK;
}

/* version_add - Into its cell and behind all others. The cell's last commit changes later, with those of all changes. */
static void version_add(struct transactions *all, struct version *v)
{
    v->older = v->cell->versions;
    v->cell->versions = v;
    v->previous = all->newest;
    *(all->newest ? &all->newest->next : &all->oldest) = v;
    all->newest = v;
    all->count.versions_now++;
    all->count.versions_made++;
}

static void versions_undo(struct transactions *all, uint64_t sequence)
{
    while (all->newest && all->newest->replaced == sequence) version_drop(all, all->newest);
}

static void cells_note(struct transactions *all, const struct change *first, uint64_t sequence)
{
    for (const struct change *c = first; c; c = c->next)
        if (c->type == LOG_TYPE_PUT || c->type == LOG_TYPE_DELETE) cell_find(&all->cells, c->key)->last = sequence;
}

lfsx_err_t versions_watch(void *self, struct change *first, uint64_t sequence)
{
    struct transactions *all = self;
    lfsx_err_t err = LFSX_OK;
    if (!all->snapshot_first) return LFSX_OK;
    for (const struct change *c = first; c && !err; c = c->next) {
        struct version *v = 0;
        if (c->type == LOG_TYPE_PUT || c->type == LOG_TYPE_DELETE) err = version_make(all, c, sequence, &v);
        if (v) version_add(all, v);
    }
    if (err) versions_undo(all, sequence);
    else cells_note(all, first, sequence);
    return err;
}

void snapshot_begin(struct transaction *root)
{
    struct transactions *all = root->all;
    root->snapshot = all->store->wal.sequence;
    root->snapshot_previous = all->snapshot_last;
    *(all->snapshot_last ? &all->snapshot_last->snapshot_next : &all->snapshot_first) = root;
    all->snapshot_last = root;
    root->looking = 1;
}

void snapshot_end(struct transaction *root)
{
    struct transactions *all = root->all;
    if (!root->looking) return;
    root->looking = 0;
    *(root->snapshot_previous ? &root->snapshot_previous->snapshot_next : &all->snapshot_first) = root->snapshot_next;
    *(root->snapshot_next ? &root->snapshot_next->snapshot_previous : &all->snapshot_last) = root->snapshot_previous;
    versions_collect(all);
}
