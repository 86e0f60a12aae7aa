/* plan.c - everything of a change that can fail, before anything changes: load the path, keep it, count what splits can need. */
#include <node/find.h>
#include <tree/finger.h>

/* way_keep - All of the way to a planned leaf. */
static lfsx_err_t way_keep(struct btree *tree, struct key key, const struct frame *leaf, struct btree_path *path)
{
    lfsx_err_t err = btree_way(tree, key, path);
    if (err) return err;
    for (uint32_t level = 0; level <= path->height; level++) cache_keep(tree->cache, path->frame[level]);
    return path->frame[0] == leaf ? LFSX_OK : LFSX_CORRUPT;
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
static inline uint32_t splits_more(struct frame *f, uint32_t bytes)
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

/* plan_above - The path's leaf may split `more` times more: each adds an entry above, what splits there another, and so on. */
static void plan_above(struct btree *tree, const struct btree_path *path, uint32_t more)
{
    for (uint32_t level = 0; more > 0; level++) {
        struct frame *f = path->frame[level];
        tree->plan_nodes += more;
        if (level == path->height) { /* a new root; one is enough for so many */
            tree->plan_nodes += f->splits == more ? 1 : f->splits > ROOT_SPLITS_MAX ? BTREE_SPARES : 0;
            return;
        }
        uint32_t bytes = more * ENTRY_BYTES;
        for (more = 0; bytes > 0; bytes -= ENTRY_BYTES) more += splits_more(path->frame[level + 1], ENTRY_BYTES);
    }
}

void btree_plan_fetch(const struct btree *tree, const struct key *key, struct btree_hint *hint)
{
    if (hint->found) {
        line_fetch(hint->leaf->b);
        return;
    }
    const struct finger *finger = finger_of(tree, key);
    hint->leaf = finger->frame;
    if (!finger->frame) return;
    line_fetch(finger->b);
    line_fetch(finger->b + NODE_HIGH_AT);
}

/* still_there - What a search has found, is it true now? The frame may have any node, or none. */
static inline int still_there(const struct btree_hint *hint, struct key key)
{
    const uint8_t *b = hint->leaf->b;
    return hint->leaf->id != 0 && node_level(b) == 0 && node_has(b, hint->at, key);
}

/* Only the leaf is kept: what is above it is wanted if it may split or grow thin. */
lfsx_err_t btree_plan_leaf(struct btree *tree, const struct key *key, struct btree_hint *hint)
{
    struct frame *f = hint->leaf;
    uint8_t *b = f ? f->b : 0;
    if (hint->found && still_there(hint, *key)) return cache_keep(tree->cache, f), LFSX_OK;
    lfsx_err_t err = f && finger_fits(f, b, *key) ? LFSX_OK : btree_leaf_walk(tree, *key, &f, &b);
    if (err) return err;
    cache_keep(tree->cache, f);
    *hint = (struct btree_hint){f, node_guess(b, *key), 0};
    const uint8_t *entry = node_entry(b, hint->at);
    line_fetch(entry);
    line_fetch(entry + LINE_BYTES);
    return LFSX_OK;
}

/* leaving_more - The entry that the hint leads to, if it has the key, may go or become smaller. */
static void leaving_more(const struct btree_hint *hint, struct key key)
{
    struct frame *f = hint->leaf;
    if (!node_has(f->b, hint->at, key)) return;
    uint32_t bytes = f->leaving + ENTRY_BYTES + leaf_entry_length(node_entry(f->b, hint->at));
    f->leaving = (uint16_t)(bytes < 65535 ? bytes : 65535);
}

lfsx_err_t btree_plan_insert_there(struct btree *tree, const struct key *key, uint32_t length, struct btree_hint *hint)
{
    struct btree_path path;
    if (length > LFSX_VALUE_MAX || !key_less(*key, KEY_HIGHEST)) return LFSX_LARGE;
    hint->at = node_find_from(hint->leaf->b, *key, hint->at);
    leaving_more(hint, *key);
    uint32_t more = splits_more(hint->leaf, ENTRY_BYTES + length);
    if (more == 0) return LFSX_OK;
    lfsx_err_t err = way_keep(tree, *key, hint->leaf, &path);
    if (!err) plan_above(tree, &path, more);
    return err;
}

/* beside_keep - The way to a leaf that may become nearly empty, and a neighbour in memory with which it can be joined. Without that it stays: no error. */
static lfsx_err_t beside_keep(struct btree *tree, struct key key, struct frame *leaf)
{
    struct frame *f;
    struct btree_path path;
    lfsx_err_t err = way_keep(tree, key, leaf, &path);
    if (err) return err;
    leaf->beside = 1;
    if (path.height == 0) return LFSX_OK;
    const uint8_t *parent = path.frame[1]->b;
    uint32_t i = path.index[1], neighbour = i + 1 < node_count(parent) ? i + 1 : i - 1;
    if (node_count(parent) > 1 && !btree_cache_get(tree->cache, node_child(parent, neighbour), &f)) cache_keep(tree->cache, f);
    return LFSX_OK;
}

lfsx_err_t btree_plan_delete_there(struct btree *tree, const struct key *key, struct btree_hint *hint)
{
    struct frame *leaf = hint->leaf;
    if (!hint->found) hint->at = node_find_from(leaf->b, *key, hint->at);
    leaving_more(hint, *key);
    return leaf->beside || node_used(leaf->b) >= (uint32_t)NODE_ROOM / 4 + leaf->leaving ? LFSX_OK : beside_keep(tree, *key, leaf);
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
