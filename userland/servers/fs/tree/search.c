/* search.c - down the tree. */
#include <node/lookup.h>
#include <tree/finger.h>

/* root_load - The root, which is not in memory. Its fences are looked at by btree_init, when it comes from disk for the first time. */
static lfsx_err_t root_load(struct btree *tree, struct frame **out, uint8_t **b)
{
    lfsx_err_t err = btree_cache_get(tree->cache, tree->root, out);
    if (!err) *b = (*out)->b;
    return err;
}

/* child_load - Child i of above[0], which is not in memory; it must have the fences that its parent says. The n frames of the way so far stay. */
static lfsx_err_t child_load(struct btree *tree, struct frame *const *above, uint32_t n, uint32_t i, struct frame **out, uint8_t **b)
{
    for (uint32_t a = 0; a < n; a++) above[a]->held = 1;
    lfsx_err_t err = btree_cache_get(tree->cache, node_child(above[0]->b, i), out);
    for (uint32_t a = 0; a < n; a++) above[a]->held = 0;
    if (err) return err;
    *b = (*out)->b;
    return node_child_fits(above[0]->b, i, *b) ? LFSX_OK : LFSX_CORRUPT;
}

/* The way down, twice: with and without remembering it. The level is checked always, so every walk ends; the fences when a node comes from disk. */
lfsx_err_t btree_way(struct btree *tree, struct key key, struct btree_path *path)
{
    uint8_t *b;
    struct frame *f = cache_hit(tree->cache, tree->root, &b);
    lfsx_err_t err = f ? LFSX_OK : root_load(tree, &f, &b);
    if (err) return err;
    path->height = node_level(b); /* at most LFSX_LEVEL_MAX, by node_check */
    for (uint32_t level = path->height; level > 0; level--) {
        uint32_t i = node_child_of(b, key), id = node_child(b, i);
        path->frame[level] = f;
        path->index[level] = i;
        f = cache_hit(tree->cache, id, &b);
        if (!f) err = child_load(tree, &path->frame[level], path->height - level + 1, i, &f, &b);
        if (err) return err;
        if (node_level(b) != level - 1) return LFSX_CORRUPT;
    }
    path->frame[0] = f;
    return LFSX_OK;
}

lfsx_err_t btree_descend(struct btree *tree, struct key key, struct btree_path *path)
{
    lfsx_err_t err = btree_way(tree, key, path);
    if (!err) path->index[0] = node_find(path->frame[0]->b, key);
    return err;
}

/* By the way down; the finger knows it from then on. */
lfsx_err_t btree_leaf_walk(struct btree *tree, struct key key, struct frame **leaf, uint8_t **leaf_b)
{
    uint8_t *b;
    struct frame *f = cache_hit(tree->cache, tree->root, &b);
    lfsx_err_t err = f ? LFSX_OK : root_load(tree, &f, &b);
    if (err) return err;
    for (uint32_t level = node_level(b); level > 0; level--) {
        uint32_t i = node_child_of(b, key), id = node_child(b, i);
        struct frame *parent = f;
        f = cache_hit(tree->cache, id, &b);
        if (!f) err = child_load(tree, &parent, 1, i, &f, &b);
        if (err) return err;
        if (node_level(b) != level - 1) return LFSX_CORRUPT;
    }
    finger_set(tree, &key, f);
    *leaf = f;
    *leaf_b = b;
    return LFSX_OK;
}

/* leaf_get - By the finger if that knows the leaf. */
static inline lfsx_err_t leaf_get(struct btree *tree, struct key key, struct frame **leaf, uint8_t **b)
{
    const struct finger *finger = finger_of(tree, &key);
    struct frame *f = finger->frame;
    if (!f || !finger_fits(f, finger->b, key)) return btree_leaf_walk(tree, key, leaf, b);
    cache_used(tree->cache, f);
    *leaf = f;
    *b = finger->b;
    return LFSX_OK;
}

lfsx_err_t btree_leaf(struct btree *tree, struct key key, struct frame **leaf, const uint8_t **b)
{
    uint8_t *at;
    lfsx_err_t err = leaf_get(tree, key, leaf, &at);
    if (!err) *b = at;
    return err;
}

lfsx_err_t btree_find(struct btree *tree, struct key key, struct btree_hint *hint)
{
    struct frame *f;
    uint8_t *leaf;
    lfsx_err_t err = leaf_get(tree, key, &f, &leaf);
    *hint = (struct btree_hint){0};
    if (err) return err;
    *hint = (struct btree_hint){.leaf = f, .at = node_find(leaf, key)};
    hint->found = node_has(leaf, hint->at, key) != 0;
    return hint->found ? LFSX_OK : LFSX_ABSENT;
}
