/* range.c - along the leaves. */
#include <node/lookup.h>
#include <tree/tree.h>

/* leaf_next - The leaf to the right, which must begin where this one ends; 0 at the end. So leaves ascend and no image can make it a circle. */
static lfsx_err_t leaf_next(struct btree *tree, const uint8_t **leaf)
{
    struct frame *f;
    struct key high = node_high(*leaf);
    uint32_t next = node_next(*leaf);
    *leaf = 0;
    if (next == 0) return key_equal(high, KEY_HIGHEST) ? LFSX_OK : LFSX_CORRUPT;
    lfsx_err_t err = btree_cache_get(tree->cache, next, &f);
    if (err) return err;
    *leaf = f->b;
    return node_level(f->b) == 0 && key_equal(node_low(f->b), high) ? LFSX_OK : LFSX_CORRUPT;
}

/* leaf_visit - Entries of one leaf from i on that are below `to`; not 0 = the visitor wants no more. */
static int leaf_visit(const uint8_t *b, uint32_t i, struct key to, btree_visit visit, void *self)
{
    uint32_t length, end = node_until(b, to);
    for (; i < end; i++) {
        const uint8_t *value = node_value(b, i, &length);
        int stop = visit(self, node_key(b, i), value, length);
        if (stop) return stop;
    }
    return 0;
}

lfsx_err_t btree_range_query(struct btree *tree, struct key from, struct key to, btree_visit visit, void *self)
{
    struct frame *f;
    const uint8_t *leaf;
    if (!key_less(from, to)) return LFSX_OK;
    lfsx_err_t err = btree_leaf(tree, from, &f, &leaf);
    uint32_t i = err ? 0 : node_find(leaf, from);
    while (!err && leaf) {
        int stop = leaf_visit(leaf, i, to, visit, self);
        if (stop) return stop;
        if (!key_less(node_high(leaf), to)) break;
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
    struct frame *f;
    const uint8_t *leaf;
    lfsx_err_t err = LFSX_OK;
    while (!err && !key_equal(to, KEY_LOWEST)) {
        err = btree_leaf(tree, key_before(to), &f, &leaf);
        uint32_t i = err ? 0 : node_find(leaf, to);
        if (!err && i > 0) {
            *key = node_key(leaf, i - 1);
            *value = node_value(leaf, i - 1, length);
            return LFSX_OK;
        }
        if (!err) to = node_low(leaf);
    }
    return err ? err : LFSX_ABSENT;
}
