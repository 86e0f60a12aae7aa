/* change.c - insert and delete, with a plan or by themselves. */
#include <node/lookup.h>
#include <tree/tree.h>

/* leaf_for - The planned leaf if it still covers the key (a change before it may have split or joined it), else the way down, all in memory. */
static inline lfsx_err_t leaf_for(struct btree *tree, const struct btree_hint *hint, struct key key, struct btree_path *path)
{
    path->height = LFSX_LEVEL_MAX + 1; /* not known */
    struct frame *f = hint->leaf;
    if (!f || f->id == 0) return btree_descend(tree, key, path);
    uint32_t i = node_find_from(f->b, key, hint->at);
    if (!node_belongs(f->b, i, key)) return btree_descend(tree, key, path);
    path->frame[0] = f;
    path->index[0] = i;
    return LFSX_OK;
}

/* leaf_with - The leaf that has the key: where the plan saw it, or where a change before has moved it. */
static inline lfsx_err_t leaf_with(struct btree *tree, const struct btree_hint *hint, struct key key, struct btree_path *path)
{
    struct frame *f = hint->leaf;
    if (f && f->id != 0 && node_has(f->b, hint->at, key)) {
        path->height = LFSX_LEVEL_MAX + 1;
        path->frame[0] = f;
        path->index[0] = hint->at;
        return LFSX_OK;
    }
    lfsx_err_t err = leaf_for(tree, hint, key, path);
    return err ? err : node_has(path->frame[0]->b, path->index[0], key) ? LFSX_OK : LFSX_ABSENT;
}

static lfsx_err_t path_complete(struct btree *tree, struct key key, struct btree_path *path)
{
    return path->height <= LFSX_LEVEL_MAX ? LFSX_OK : btree_descend(tree, key, path);
}

/* leaf_insert - If it fits; 0 if the leaf must be split, and then a value that was there is gone. */
static int leaf_insert(struct btree *tree, struct btree_path *path, struct key key, const void *value, uint32_t length)
{
    uint8_t *b = path->frame[0]->b;
    uint32_t i = path->index[0], old;
    cache_change(tree->cache, path->frame[0]);
    if (node_has(b, i, key)) {
        node_value(b, i, &old);
        if (length <= node_free(b) + old) return node_replace(b, i, value, length, tree->scratch), 1;
        node_remove(b, i);
    }
    if (node_free(b) < ENTRY_BYTES + length) return 0;
    node_insert(b, i, key, value, length, tree->scratch);
    return 1;
}

lfsx_err_t btree_insert_at(struct btree *tree, const struct btree_hint *hint, const struct key *key, const void *value, uint32_t length)
{
    struct btree_path path;
    lfsx_err_t err = leaf_for(tree, hint, *key, &path);
    if (err || leaf_insert(tree, &path, *key, value, length)) return err;
    err = path_complete(tree, *key, &path);
    if (!err) btree_split_leaf(tree, &path, *key, value, length);
    return err;
}

lfsx_err_t btree_delete_at(struct btree *tree, const struct btree_hint *hint, const struct key *key)
{
    struct btree_path path;
    lfsx_err_t err = leaf_with(tree, hint, *key, &path);
    if (err) return err;
    struct frame *f = path.frame[0];
    cache_change(tree->cache, f);
    node_remove(f->b, path.index[0]);
    if (node_used(f->b) >= NODE_ROOM / 4 || f->id == tree->root) return LFSX_OK;
    err = path_complete(tree, *key, &path);
    if (!err) btree_rebalance(tree, &path, 0);
    return err;
}

lfsx_err_t btree_plan_insert(struct btree *tree, struct key key, uint32_t length, struct btree_hint *hint)
{
    btree_plan_fetch(tree, &key, hint);
    lfsx_err_t err = btree_plan_leaf(tree, &key, hint);
    return err ? err : btree_plan_insert_there(tree, &key, length, hint);
}

lfsx_err_t btree_plan_delete(struct btree *tree, struct key key, struct btree_hint *hint)
{
    btree_plan_fetch(tree, &key, hint);
    lfsx_err_t err = btree_plan_leaf(tree, &key, hint);
    return err ? err : btree_plan_delete_there(tree, &key, hint);
}

lfsx_err_t btree_insert(struct btree *tree, struct key key, const void *value, uint32_t length)
{
    struct btree_hint hint = {0};
    lfsx_err_t err = btree_plan_insert(tree, key, length, &hint);
    if (!err) err = btree_plan_ready(tree);
    if (!err) err = btree_insert_at(tree, &hint, &key, value, length);
    btree_plan_end(tree);
    return err;
}

lfsx_err_t btree_delete(struct btree *tree, struct key key)
{
    struct btree_hint hint = {0};
    lfsx_err_t err = btree_plan_delete(tree, key, &hint);
    if (!err) err = btree_delete_at(tree, &hint, &key);
    btree_plan_end(tree);
    return err;
}
