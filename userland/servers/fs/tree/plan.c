/* plan.c - everything of a change that can fail, before anything changes: load the path, keep it, count what splits can need. */
#include <tree/tree.h>

static void path_keep(struct btree *tree, const struct btree_path *path)
{
    for (uint32_t level = 0; level <= path->height; level++) cache_keep(tree->cache, path->frame[level]);
}

/* plan_add - `bytes` more into the leaf. Where the planned bytes exceed what is free, each change may split once, and adds one entry above. */
static void plan_add(struct btree *tree, const struct btree_path *path, uint32_t bytes)
{
    for (uint32_t level = 0;; level++) {
        struct frame *f = path->frame[level];
        f->planned += bytes;
        if (f->planned <= node_free(f->b)) return;
        tree->plan_nodes++;
        if (level == path->height) break;
        bytes = ENTRY_BYTES;
    }
    tree->plan_nodes++; /* a new root */
}

lfsx_err_t btree_plan_insert(struct btree *tree, struct key key, uint32_t length, struct frame **leaf)
{
    struct btree_path path;
    if (length > LFSX_VALUE_MAX || !key_less(key, KEY_HIGHEST)) return LFSX_LARGE;
    lfsx_err_t err = btree_descend(tree, key, &path);
    if (err) return err;
    path_keep(tree, &path);
    plan_add(tree, &path, ENTRY_BYTES + length);
    *leaf = path.frame[0];
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

lfsx_err_t btree_plan_delete(struct btree *tree, struct key key, struct frame **leaf)
{
    struct btree_path path;
    lfsx_err_t err = btree_descend(tree, key, &path);
    if (err) return err;
    path_keep(tree, &path);
    if (path.height > 0 && node_used(path.frame[0]->b) < NODE_ROOM / 2) neighbour_keep(tree, &path);
    *leaf = path.frame[0];
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
