/* tree.h - a B+ tree of keys (17 bytes) and values (to 1900 bytes) over a node cache.
 *
 * Leaves are linked to the right. Numbers of nodes are logical: where a node is on disk is not its neighbours' affair, so copying one on write touches no
 * other. There are no parent pointers; a change remembers the path from the root.
 * Changing is two steps: btree_plan_* may fail (it loads what the change can touch, keeps it in memory and counts the frames and numbers of splits);
 * btree_insert and btree_delete after a plan cannot fail. So a transaction that is in the log is in the tree.
 * Without a plan they fail as their name says and leave the tree as it was.
 * Invariant (btree_check): every node keeps node_check; a child's fences are its entry's key and the next one's; levels fall by one; leaves link in order.
 * Balance: a node that is less than a quarter full is joined with a neighbour or takes from it, if the neighbour is in memory; if not, it stays as
 * it is, and may be empty. That costs space until the next delete there, never correctness.
 * Does not know: transactions, log, disk. Not safe for several threads; the store has the lock. */
#ifndef TREE_TREE_H
#define TREE_TREE_H
#include <tree/cache.h>
#include <tree/hint.h>

enum { BTREE_SPARES = 1280 }; /* most nodes that one plan may add */
struct finger { struct frame *frame; uint8_t *b; uint32_t base, scale; }; /* b: the frame's; base, scale: finger_guess */
struct btree {
    struct cache *cache;
    uint32_t root;
    uint8_t *scratch; /* one block */
    uint32_t plan_nodes; /* new nodes that the present plan may need */
    uint32_t spare[BTREE_SPARES]; /* numbers of nodes that were taken in advance */
    uint32_t spares;
    struct finger *finger;               /* tree/finger.h */
    uint32_t finger_bits, finger_mask;
    uint64_t splits, merges, borrows;
};
struct btree_path { struct frame *frame[LFSX_LEVEL_MAX + 1]; uint32_t index[LFSX_LEVEL_MAX + 1]; uint32_t height; };

/* btree_visit - Called for each entry of a range, in order. Not 0 ends the query, which answers it. It must not use the tree. */
typedef int (*btree_visit)(void *self, struct key key, const void *value, uint32_t length);

/* btree_init - The tree that has this root; root 0 makes an empty one. */
lfsx_err_t btree_init(struct btree *tree, struct cache *cache, uint32_t root);
void btree_close(struct btree *tree);
/* btree_search - Copy a value: at most `room` bytes, *length is its whole length. LFSX_ABSENT. */
lfsx_err_t btree_search(struct btree *tree, struct key key, void *value, uint32_t room, uint32_t *length);
/* btree_peek - Its bytes in place, valid until the tree is used again. */
lfsx_err_t btree_peek(struct btree *tree, struct key key, const uint8_t **value, uint32_t *length);
/* btree_find - Where it is, for a later btree_plan_delete: LFSX_ABSENT. */
lfsx_err_t btree_find(struct btree *tree, struct key key, struct btree_hint *hint);
/* btree_insert - Set the value of a key, new or not: LFSX_LARGE; LFSX_IO, LFSX_CORRUPT, LFSX_MEMORY without a plan. */
lfsx_err_t btree_insert(struct btree *tree, struct key key, const void *value, uint32_t length);
/* btree_delete - LFSX_ABSENT if there is no such key. */
lfsx_err_t btree_delete(struct btree *tree, struct key key);
/* btree_range_query - Every entry with from <= key < to. */
lfsx_err_t btree_range_query(struct btree *tree, struct key from, struct key to, btree_visit visit, void *self);
/* btree_last - The entry with the highest key below `to`, in place, valid until the tree is used again. LFSX_ABSENT. */
lfsx_err_t btree_last(struct btree *tree, struct key to, struct key *key, const uint8_t **value, uint32_t *length);
/* btree_plan_insert, _delete - Make sure that this later change, with all others of the plan, cannot fail. *hint is for it; before a deletion it is
 * btree_find's, however old, or none. */
lfsx_err_t btree_plan_insert(struct btree *tree, struct key key, uint32_t length, struct btree_hint *hint);
lfsx_err_t btree_plan_delete(struct btree *tree, struct key key, struct btree_hint *hint);
/* The same in three steps, for many changes one behind the other: while one is looked at, the leaf of the next and the lines of that leaf where the key will be
 * are on their way from memory. btree_plan_fetch - Ask for the leaf; a guess. btree_plan_leaf - Load the leaf, keep it, guess the place in it.
 * btree_plan_*_there - Find the place, count. */
void btree_plan_fetch(const struct btree *tree, const struct key *key, struct btree_hint *hint);
lfsx_err_t btree_plan_leaf(struct btree *tree, const struct key *key, struct btree_hint *hint);
lfsx_err_t btree_plan_insert_there(struct btree *tree, const struct key *key, uint32_t length, struct btree_hint *hint);
lfsx_err_t btree_plan_delete_there(struct btree *tree, const struct key *key, struct btree_hint *hint);
/* btree_plan_ready - Take frames and numbers for the splits of the plan: LFSX_MEMORY. btree_plan_end - Forget the plan, done or not. */
lfsx_err_t btree_plan_ready(struct btree *tree);
void btree_plan_end(struct btree *tree);
/* btree_insert_at, btree_delete_at - After a plan, with its hint. Cannot fail but for LFSX_ABSENT. */
lfsx_err_t btree_insert_at(struct btree *tree, const struct btree_hint *hint, const struct key *key, const void *value, uint32_t length);
lfsx_err_t btree_delete_at(struct btree *tree, const struct btree_hint *hint, const struct key *key);
/* btree_check - Walk everything; the number of nodes, or LFSX_CORRUPT. */
lfsx_err_t btree_check(struct btree *tree, uint64_t *nodes, uint64_t *entries);

/* The parts, for their tests: all work on a path from the root to level 0 whose nodes are in memory. */
lfsx_err_t btree_descend(struct btree *tree, struct key key, struct btree_path *path);
/* btree_way - The same without a look into the leaf: path->index[0] is not set. */
lfsx_err_t btree_way(struct btree *tree, struct key key, struct btree_path *path);
/* btree_leaf - The leaf that covers the key, valid until the tree is used again. btree_leaf_walk - The same without tree/finger.h. */
lfsx_err_t btree_leaf(struct btree *tree, struct key key, struct frame **leaf, const uint8_t **b);
lfsx_err_t btree_leaf_walk(struct btree *tree, struct key key, struct frame **leaf, uint8_t **b);
/* btree_split_leaf - Divide the full leaf of the path so that the entry, which belongs at path->index[0], fits, and put it in. */
void btree_split_leaf(struct btree *tree, struct btree_path *path, struct key key, const void *value, uint32_t length);
/* btree_split_internal - Divide the full branch of that level; the path then leads to the half that has the child it led to. */
void btree_split_internal(struct btree *tree, struct btree_path *path, uint32_t level);
/* btree_rebalance - The node of that level may be less than a quarter full: join it with a neighbour or borrow; then its parent. */
void btree_rebalance(struct btree *tree, struct btree_path *path, uint32_t level);
/* btree_merge_leaf, _internal - Everything of right into left; right is deleted. left is child `at` of the path's node above. */
void btree_merge_leaf(struct btree *tree, struct btree_path *path, struct frame *left, struct frame *right, uint32_t at);
void btree_merge_internal(struct btree *tree, struct btree_path *path, uint32_t level, struct frame *left, struct frame *right, uint32_t at);
/* btree_borrow_from_sibling - Move entries so that both have about the same; 1 if any moved. */
int btree_borrow_from_sibling(struct btree *tree, struct btree_path *path, uint32_t level, struct frame *left, struct frame *right, uint32_t at);
#endif
