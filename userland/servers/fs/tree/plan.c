/* plan.c - everything of a change that can fail, before anything changes: load the path, keep it, count what splits can need. */
#include <tree/tree.h>

static void path_keep(struct btree *tree, const struct btree_path *path)
{
    for (uint32_t level = 0; level <= path->height; level++) cache_keep(tree->cache, path->frame[level]);
}

/* How often the plan can make a node split. A node that comes from a split has at least `step` bytes free again (leaves whose entries are all small, and
 * branches), so after the first split each further one needs as many bytes more. Leaves with a large entry: once per change that finds no room. */
enum { SMALL = 128, LEAF_STEP = 320, BRANCH_STEP = 22 * ENTRY_BYTES, ROOT_SPLITS_MAX = 128 };

static int leaf_is_small(const uint8_t *b)
{
    uint32_t count = node_count(b), large = 0;
    for (uint32_t i = 0; i < count; i++) large |= leaf_entry_length(node_entry(b, i)) > SMALL - ENTRY_BYTES;
    return !large;
}

/* splits_more - `bytes` more are planned into f: how many splits more are possible. */
static uint32_t splits_more(struct frame *f, uint32_t bytes)
{
    uint32_t free = node_free(f->b), before = f->splits;
    f->planned += bytes;
    f->large |= bytes > SMALL;
    if (f->planned <= free) return 0;
    if (f->over++ == 0 && node_level(f->b) == 0 && !leaf_is_small(f->b)) f->large = 1;
    uint32_t most = 1 + (f->planned - free) / (node_level(f->b) == 0 ? LEAF_STEP : BRANCH_STEP);
    f->splits = f->large || f->over < most ? f->over : most;
    if (f->splits < before) f->splits = before;
    return f->splits - before;
}

/* plan_add - `bytes` more into the leaf: what splits there adds an entry above for each, and so on. */
static void plan_add(struct btree *tree, const struct btree_path *path, uint32_t bytes)
{
    uint32_t more = splits_more(path->frame[0], bytes);
    for (uint32_t level = 0; more > 0; level++) {
        struct frame *f = path->frame[level];
        tree->plan_nodes += more;
        if (level == path->height) { /* a new root; one is enough for so many */
            tree->plan_nodes += f->splits == more ? 1 : f->splits > ROOT_SPLITS_MAX ? BTREE_SPARES : 0;
            return;
        }
        for (bytes = more * ENTRY_BYTES, more = 0; bytes > 0; bytes -= ENTRY_BYTES) more += splits_more(path->frame[level + 1], ENTRY_BYTES);
    }
}

lfsx_err_t btree_plan_insert(struct btree *tree, struct key key, uint32_t length, struct btree_hint *hint)
{
    struct btree_path path;
    if (length > LFSX_VALUE_MAX || !key_less(key, KEY_HIGHEST)) return LFSX_LARGE;
    lfsx_err_t err = btree_descend(tree, key, &path);
    if (err) return err;
    path_keep(tree, &path);
    plan_add(tree, &path, ENTRY_BYTES + length);
    *hint = (struct btree_hint){path.frame[0], path.index[0], 0};
    return LFSX_OK;
}

/* neighbour_keep - A neighbour in memory lets a nearly empty leaf be joined. Without it the leaf stays: no error. */
static void neighbour_keep(struct btree *tree, const struct btree_path *path)
{
    struct frame *f;
    const uint8_t *parent = path->frame[1]->b;
    uint32_t i = path->index[1], neighbour = i + 1 < node_count(parent) ? i + 1 : i - 1;
    if (node_count(parent) > 1 && !btree_cache_get(tree->cache, node_child(parent, neighbour), &f)) cache_keep(tree->cache, f);
}

/* leaf_stays - Is the hint's leaf still the one that has the key, and will it have enough left after all deletions that are planned like this? Then nobody will ask for
 * the way to it, so it need not be kept; unless another change of the plan divides or joins it, and that one keeps the way, which is the same. */
static int leaf_stays(struct btree *tree, struct key key, struct btree_hint hint)
{
    struct frame *f = hint.leaf;
    uint32_t length;
    if (!hint.found || f->id == 0 || node_level(f->b) != 0 || !node_has(f->b, hint.at, key)) return 0;
    node_value(f->b, hint.at, &length);
    if (node_used(f->b) < NODE_ROOM / 4 + f->leaving + ENTRY_BYTES + length) return 0;
    f->leaving += ENTRY_BYTES + length;
    cache_keep(tree->cache, f);
    return 1;
}

lfsx_err_t btree_plan_delete(struct btree *tree, struct key key, struct btree_hint *hint)
{
    struct btree_path path;
    if (leaf_stays(tree, key, *hint)) return LFSX_OK;
    lfsx_err_t err = btree_descend(tree, key, &path);
    if (err) return err;
    path_keep(tree, &path);
    if (path.height > 0 && node_used(path.frame[0]->b) < NODE_ROOM / 2) neighbour_keep(tree, &path);
    *hint = (struct btree_hint){path.frame[0], path.index[0], 0};
    return LFSX_OK;
}

lfsx_err_t btree_plan_ready(struct btree *tree)
{
    if (tree->plan_nodes > BTREE_SPARES) return LFSX_LARGE;
    while (tree->spares < tree->plan_nodes) {
        lfsx_err_t err = tree->cache->source->take(tree->cache->source->self, &tree->spare[tree->spares]);
        if (err) return err;
        tree->spares++;
    }
    return cache_reserve(tree->cache, tree->plan_nodes);
}

void btree_plan_end(struct btree *tree)
{
    tree->plan_nodes = 0;
    plan_clear(tree->cache);
}
