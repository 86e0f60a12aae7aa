/* tree.c - begin, end, and walk everything. */
#include <tree/finger.h>

/* root_make - An empty tree is an empty leaf. */
static lfsx_err_t root_make(struct btree *tree)
{
    struct frame *f;
    const struct node_source *source = tree->cache->source;
    lfsx_err_t err = source->take(source->self, &tree->root);
    if (err) return err;
    err = btree_cache_put(tree->cache, tree->root, &f);
    if (err) source->give(source->self, tree->root);
    else node_init(f->b, tree->root, 0, KEY_LOWEST, KEY_HIGHEST);
    return err;
}

/* root_check - The root covers every key. */
static lfsx_err_t root_check(struct btree *tree)
{
    struct frame *f;
    lfsx_err_t err = btree_cache_get(tree->cache, tree->root, &f);
    if (err) return err;
    return key_equal(node_low(f->b), KEY_LOWEST) && key_equal(node_high(f->b), KEY_HIGHEST) ? LFSX_OK : LFSX_CORRUPT;
}

static size_t finger_bytes(const struct btree *tree) { return ((size_t)tree->finger_mask + 1) * sizeof *tree->finger; }

lfsx_err_t btree_init(struct btree *tree, struct cache *cache, uint32_t root)
{
    memset(tree, 0, sizeof *tree);
    tree->cache = cache;
    tree->root = root;
    tree->finger_bits = FINGER_BITS_LEAST;
    tree->finger_mask = cache->mask < FINGER_MOST / 4 ? cache->mask * 4 + 3 : FINGER_MOST - 1;
    tree->scratch = memory_take(cache->memory, LFSX_BLOCK_BYTES);
    tree->finger = memory_take_zero(cache->memory, finger_bytes(tree));
    lfsx_err_t err = !tree->scratch || !tree->finger ? LFSX_MEMORY : root ? root_check(tree) : root_make(tree);
    if (err) btree_close(tree);
    return err;
}

void btree_close(struct btree *tree)
{
    if (!tree->cache) return;
    memory_give(tree->cache->memory, tree->scratch, LFSX_BLOCK_BYTES);
    memory_give(tree->cache->memory, tree->finger, finger_bytes(tree));
    memset(tree, 0, sizeof *tree);
}

/* The walk goes depth first by the low fence: descend for a key, count the leaf, go on behind its high fence. Every node of the path is counted when
 * its first child is reached. So it needs no stack but the path, and every step is checked by the descent. */
static void count_path(const struct btree_path *path, uint64_t *nodes)
{
    uint32_t level = 0;
    (*nodes)++;
    while (level < path->height && path->index[level + 1] == 0) {
        (*nodes)++;
        level++;
    }
}

lfsx_err_t btree_check(struct btree *tree, uint64_t *nodes, uint64_t *entries)
{
    struct btree_path path;
    struct key at = KEY_LOWEST;
    uint32_t next = 0;
    *nodes = *entries = 0;
    do {
        lfsx_err_t err = btree_descend(tree, at, &path);
        if (err) return err;
        const uint8_t *b = path.frame[0]->b;
        for (uint32_t level = 0; level <= path.height; level++)
            if (node_check(path.frame[level]->b)) return LFSX_CORRUPT;
        if (next != 0 && path.frame[0]->id != next) return LFSX_CORRUPT;
        if (!key_equal(node_low(b), at)) return LFSX_CORRUPT;
        count_path(&path, nodes);
        *entries += node_count(b);
        next = node_next(b);
        at = node_high(b);
    } while (key_less(at, KEY_HIGHEST));
    return next == 0 ? LFSX_OK : LFSX_CORRUPT;
}
