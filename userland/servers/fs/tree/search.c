/* search.c - down the tree, and along the leaves. */
#include <node/find.h>
#include <tree/tree.h>

/* child_ok - A node that was just loaded is the one that its parent means. */
static int child_ok(const uint8_t *parent, uint32_t i, const uint8_t *child)
{
    struct key high = i + 1 < node_count(parent) ? node_key(parent, i + 1) : node_high(parent);
    return key_equal(node_low(child), node_key(parent, i)) && key_equal(node_high(child), high);
}

/* root_get - The root begins every walk. Its fences are looked at by btree_init, when it comes from disk. */
static lfsx_err_t root_get(struct btree *tree, struct frame **out)
{
    tree->cache->walk++;
    *out = cache_hit(tree->cache, tree->root);
    return *out ? LFSX_OK : btree_cache_get(tree->cache, tree->root, out);
}

/* child_get - Child i of a branch. The level is checked always, so every walk ends; the fences when the node comes from disk. */
static inline lfsx_err_t child_get(struct btree *tree, const struct frame *parent, uint32_t i, struct frame **out)
{
    uint32_t id = node_child(parent->b, i);
    struct frame *f = cache_hit(tree->cache, id);
    if (!f) {
        lfsx_err_t err = btree_cache_get(tree->cache, id, &f);
        if (err) return err;
        if (!child_ok(parent->b, i, f->b)) return LFSX_CORRUPT;
    }
    *out = f;
    return node_level(f->b) + 1 == node_level(parent->b) ? LFSX_OK : LFSX_CORRUPT;
}

lfsx_err_t btree_descend(struct btree *tree, struct key key, struct btree_path *path)
{
    struct frame *f;
    lfsx_err_t err = root_get(tree, &f);
    if (err) return err;
    path->height = node_level(f->b); /* at most LFSX_LEVEL_MAX, by node_check */
    for (uint32_t level = path->height;; level--) {
        path->frame[level] = f;
        if (level == 0) break;
        path->index[level] = node_child_of(f->b, key);
        err = child_get(tree, f, path->index[level], &f);
        if (err) return err;
    }
    path->index[0] = node_find(f->b, key);
    return LFSX_OK;
}

/* leaf_get - The leaf for a key, without remembering the path. */
static lfsx_err_t leaf_get(struct btree *tree, struct key key, struct frame **leaf)
{
    struct frame *f;
    lfsx_err_t err = root_get(tree, &f);
    while (!err && node_level(f->b) > 0) err = child_get(tree, f, node_child_of(f->b, key), &f);
    *leaf = f;
    return err;
}

lfsx_err_t btree_peek(struct btree *tree, struct key key, const uint8_t **value, uint32_t *length)
{
    struct frame *leaf;
    lfsx_err_t err = leaf_get(tree, key, &leaf);
    if (err) return err;
    uint32_t i = node_find(leaf->b, key);
    if (!node_has(leaf->b, i, key)) return LFSX_ABSENT;
    *value = node_value(leaf->b, i, length);
    return LFSX_OK;
}

lfsx_err_t btree_find(struct btree *tree, struct key key, struct btree_hint *hint)
{
    lfsx_err_t err = leaf_get(tree, key, &hint->leaf);
    *hint = (struct btree_hint){err ? 0 : hint->leaf, 0, 0};
    if (err) return err;
    hint->at = node_find(hint->leaf->b, key);
    hint->found = node_has(hint->leaf->b, hint->at, key) != 0;
    return hint->found ? LFSX_OK : LFSX_ABSENT;
}

lfsx_err_t btree_search(struct btree *tree, struct key key, void *value, uint32_t room, uint32_t *length)
{
    const uint8_t *at;
    lfsx_err_t err = btree_peek(tree, key, &at, length);
    if (!err && *length > 0) memcpy(value, at, *length < room ? *length : room);
    return err;
}

/* leaf_next - The leaf to the right, which must begin where this one ends; 0 at the end. So leaves ascend and no image can make it a circle. */
static lfsx_err_t leaf_next(struct btree *tree, struct frame **leaf)
{
    struct key high = node_high((*leaf)->b);
    uint32_t next = node_next((*leaf)->b);
    *leaf = 0;
    tree->cache->walk++;
    if (next == 0) return key_equal(high, KEY_HIGHEST) ? LFSX_OK : LFSX_CORRUPT;
    lfsx_err_t err = btree_cache_get(tree->cache, next, leaf);
    if (err) return err;
    return node_level((*leaf)->b) == 0 && key_equal(node_low((*leaf)->b), high) ? LFSX_OK : LFSX_CORRUPT;
}

/* leaf_visit - Entries of one leaf from i on that are below `to`; not 0 = the visitor wants no more. */
static int leaf_visit(const uint8_t *b, uint32_t i, struct key to, btree_visit visit, void *self)
{
    uint32_t length, end = key_less(node_high(b), to) ? node_count(b) : node_find(b, to);
    for (; i < end; i++) {
        const uint8_t *value = node_value(b, i, &length);
        int stop = visit(self, node_key(b, i), value, length);
        if (stop) return stop;
    }
    return 0;
}

lfsx_err_t btree_range_query(struct btree *tree, struct key from, struct key to, btree_visit visit, void *self)
{
    struct frame *leaf;
    if (!key_less(from, to)) return LFSX_OK;
    lfsx_err_t err = leaf_get(tree, from, &leaf);
    uint32_t i = err ? 0 : node_find(leaf->b, from);
    while (!err && leaf) {
        int stop = leaf_visit(leaf->b, i, to, visit, self);
        if (stop) return stop;
        if (!key_less(node_high(leaf->b), to)) break;
        err = leaf_next(tree, &leaf);
        i = 0;
    }
    return err;
}

static struct key key_before(struct key k)
{
    if (k.offset-- == 0 && k.type-- == 0) k.inode--;
    return k;
}

/* Leaves have no link to the left: an empty one sends the search down again, to what is below its low fence, so `to` falls and it ends. */
lfsx_err_t btree_last(struct btree *tree, struct key to, struct key *key, const uint8_t **value, uint32_t *length)
{
    struct frame *leaf;
    lfsx_err_t err = LFSX_OK;
    while (!err && !key_equal(to, KEY_LOWEST)) {
        err = leaf_get(tree, key_before(to), &leaf);
        uint32_t i = err ? 0 : node_find(leaf->b, to);
        if (!err && i > 0) {
            *key = node_key(leaf->b, i - 1);
            *value = node_value(leaf->b, i - 1, length);
            return LFSX_OK;
        }
        if (!err) to = node_low(leaf->b);
    }
    return err ? err : LFSX_ABSENT;
}
