/* split.c - nodes that are full become two. Frames and numbers were set aside by the plan, so nothing here can fail. */
#include <node/move.h>
#include <tree/tree.h>

enum { APPEND_SHARE = 8, SPLIT_LEAST = 400 };

/* frame_new - The frame of a node that is to be made, changed. */
static struct frame *frame_new(struct btree *tree)
{
    struct frame *f = 0;
    (void)btree_cache_put(tree->cache, tree->spare[--tree->spares], &f); /* cannot fail: btree_plan_ready reserved it */
    return f;
}

/* root_grow - A new root above the old one. */
static void root_grow(struct btree *tree, struct btree_path *path)
{
    struct frame *old = path->frame[path->height], *root = frame_new(tree);
    node_init(root->b, root->id, (uint8_t)(path->height + 1), KEY_LOWEST, KEY_HIGHEST);
    node_insert_child(root->b, 0, KEY_LOWEST, old->id);
    tree->root = root->id;
    path->height++;
    path->frame[path->height] = root;
    path->index[path->height] = 0;
}

/* parent_add - right is the new neighbour of the path's node of that level. */
static void parent_add(struct btree *tree, struct btree_path *path, uint32_t level, struct frame *right)
{
    if (level == path->height) root_grow(tree, path);
    if (node_free(path->frame[level + 1]->b) < ENTRY_BYTES) btree_split_internal(tree, path, level + 1);
    cache_change(tree->cache, path->frame[level + 1]);
    node_insert_child(path->frame[level + 1]->b, path->index[level + 1] + 1, node_low(right->b), right->id);
}

/* divide - Entries from m on of the path's node of that level go to a new node with that low fence. */
static struct frame *divide(struct btree *tree, struct btree_path *path, uint32_t level, uint32_t m, struct key low)
{
    struct frame *left = path->frame[level], *right = frame_new(tree);
    cache_change(tree->cache, left);
    node_divide(left->b, right->b, right->id, m, low, tree->scratch);
    tree->splits++;
    return right;
}

void btree_split_internal(struct btree *tree, struct btree_path *path, uint32_t level)
{
    uint32_t count = node_count(path->frame[level]->b), i = path->index[level];
    uint32_t m = i + 1 == count ? count - count / APPEND_SHARE : count / 2;
    struct frame *right = divide(tree, path, level, m, node_key(path->frame[level]->b, m));
    parent_add(tree, path, level, right);
    if (i < m) return;
    path->frame[level] = right;
    path->index[level] = i - m;
    path->index[level + 1]++;
}

static uint32_t entry_size(const uint8_t *b, uint32_t i) { return ENTRY_BYTES + leaf_entry_length(node_entry(b, i)); }

/* divide_near - The leaf's entries with the new one at `at` are a sequence; the number in it of the first that goes right, so that the left side has
 * about `want` bytes (*left says how many): off by half of an entry at most. Neither side is empty. */
static uint32_t divide_near(const uint8_t *b, uint32_t at, uint32_t size, uint32_t want, uint32_t *left)
{
    uint32_t count = node_count(b) + 1, s = 0, last = 0;
    for (*left = 0; s + 1 < count && *left < want; s++) {
        last = s == at ? size : entry_size(b, s < at ? s : s - 1);
        *left += last;
    }
    if (s < 2 || *left - want <= want - (*left - last)) return s;
    *left -= last;
    return s - 1;
}

/* leaf_divide_at - Appending leaves the left side fuller, if both sides then fit and the right one is worth a node. */
static uint32_t leaf_divide_at(const uint8_t *b, uint32_t at, uint32_t size)
{
    uint32_t total = node_used(b) + size, left, s;
    if (at == node_count(b)) {
        s = divide_near(b, at, size, total - total / APPEND_SHARE, &left);
        if (left <= NODE_ROOM && total - left >= SPLIT_LEAST) return s;
    }
    return divide_near(b, at, size, total / 2, &left);
}

void btree_split_leaf(struct btree *tree, struct btree_path *path, struct key key, const void *value, uint32_t length)
{
    struct frame *leaf = path->frame[0];
    uint32_t at = path->index[0], s = leaf_divide_at(leaf->b, at, ENTRY_BYTES + length);
    uint32_t m = at < s ? s - 1 : s;
    struct key low = at == s ? key : node_key(leaf->b, m);
    struct frame *right = divide(tree, path, 0, m, low);
    if (at < s) node_insert(leaf->b, at, key, value, length, tree->scratch);
    else node_insert(right->b, at - s, key, value, length, tree->scratch);
    parent_add(tree, path, 0, right);
}
