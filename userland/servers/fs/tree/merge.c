/* merge.c - nodes that are nearly empty are joined with a neighbour, or take from it. Only with a neighbour that is in memory: nothing here can fail,
 * and what is not done now is done by a later delete, or never. */
#include <node/move.h>
#include <tree/tree.h>

static void node_delete(struct btree *tree, struct frame *f)
{
    uint32_t id = f->id;
    cache_drop(tree->cache, f);
    tree->cache->source->give(tree->cache->source->self, id);
}

/* join - The entries of right into left, and right out of their parent. */
static void join(struct btree *tree, struct btree_path *path, uint32_t level, struct frame *left, struct frame *right, uint32_t at)
{
    struct frame *parent = path->frame[level + 1];
    cache_change(tree->cache, left);
    cache_change(tree->cache, parent);
    node_join(left->b, right->b, tree->scratch);
    node_remove(parent->b, at + 1);
    path->frame[level] = left;
    tree->merges++;
}

void btree_merge_leaf(struct btree *tree, struct btree_path *path, struct frame *left, struct frame *right, uint32_t at)
{
    join(tree, path, 0, left, right, at);
    node_delete(tree, right);
}

void btree_merge_internal(struct btree *tree, struct btree_path *path, uint32_t level, struct frame *left, struct frame *right, uint32_t at)
{
    join(tree, path, level, left, right, at);
    node_delete(tree, right);
}

static uint32_t entry_size(const uint8_t *b, uint32_t i)
{
    return ENTRY_BYTES + (node_level(b) == 0 ? leaf_entry_length(node_entry(b, i)) : 0);
}

/* movable - How many entries from that end of `from` bring both nodes closer together. */
static uint32_t movable(const uint8_t *from, const uint8_t *to, int from_end)
{
    uint32_t more = node_used(from), less = node_used(to), count = node_count(from), n;
    for (n = 0; n + 1 < count; n++) {
        uint32_t size = entry_size(from, from_end ? count - 1 - n : n);
        if (less + size > more - size || less + size > NODE_ROOM) break;
        less += size;
        more -= size;
    }
    return n;
}

int btree_borrow_from_sibling(struct btree *tree, struct btree_path *path, uint32_t level, struct frame *left, struct frame *right, uint32_t at)
{
    int from_left = node_used(left->b) > node_used(right->b);
    uint32_t n = from_left ? movable(left->b, right->b, 1) : movable(right->b, left->b, 0);
    if (n == 0) return 0;
    cache_change(tree->cache, left);
    cache_change(tree->cache, right);
    cache_change(tree->cache, path->frame[level + 1]);
    if (from_left) node_shift_right(left->b, right->b, n, tree->scratch);
    else node_shift_left(left->b, right->b, n, tree->scratch);
    key_put(node_entry_place(path->frame[level + 1]->b, at + 1), node_low(right->b));
    tree->borrows++;
    return 1;
}

/* root_shrink - A root with one child is not needed. */
static void root_shrink(struct btree *tree)
{
    struct frame *root = btree_cache_find(tree->cache, tree->root);
    while (root && node_level(root->b) > 0 && node_count(root->b) == 1) {
        tree->root = node_child(root->b, 0);
        node_delete(tree, root);
        root = btree_cache_find(tree->cache, tree->root);
    }
}

/* usable - Its change was counted by the plan, or happened before; and the plan has no room in it for inserts to come. */
static int usable(const struct frame *f) { return f && (f->kept || f->changed) && f->planned == 0; }

/* neighbours - The node of that level and one beside it, if both are usable; *at is the number of the left one in the parent. */
static int neighbours(struct btree *tree, const struct btree_path *path, uint32_t level, uint32_t *at, struct frame **left, struct frame **right)
{
    const uint8_t *parent = path->frame[level + 1]->b;
    uint32_t i = path->index[level + 1];
    struct frame *f = i + 1 < node_count(parent) ? btree_cache_find(tree->cache, node_child(parent, i + 1)) : 0;
    *at = f ? i : i - 1;
    *left = path->frame[level];
    *right = f;
    if (!f && i > 0) {
        *left = btree_cache_find(tree->cache, node_child(parent, i - 1));
        *right = path->frame[level];
    }
    return usable(*left) && usable(*right);
}

void btree_rebalance(struct btree *tree, struct btree_path *path, uint32_t level)
{
    struct frame *left, *right;
    uint32_t at;
    for (; level < path->height && node_used(path->frame[level]->b) < NODE_ROOM / 4; level++) {
        if (!neighbours(tree, path, level, &at, &left, &right)) break;
        if (node_used(left->b) + node_used(right->b) > NODE_ROOM - NODE_ROOM / 8) {
            btree_borrow_from_sibling(tree, path, level, left, right, at);
            break;
        }
        if (level == 0) btree_merge_leaf(tree, path, left, right, at);
        else btree_merge_internal(tree, path, level, left, right, at);
    }
    root_shrink(tree);
}
