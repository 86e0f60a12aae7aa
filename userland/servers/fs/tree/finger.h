/* finger.h - which leaf was it last time? A table from ranges of keys to the frame of the leaf that a key of the range was in, so that most walks need no branch: a
 * leaf whose fences cover the key is the one that the way down would find. What the table says is a guess that is looked at before it is believed (the frame
 * may have another node by now), so nobody has to keep it true.
 * A range is a piece of an inode's offsets, 2^-bits of all there are: the names of a large directory, which are spread over them, get some ranges for each node
 * that is in memory. Offsets that are numbers of blocks are all in the first range: one leaf is remembered for them. Four inodes share their ranges. */
#ifndef TREE_FINGER_H
#define TREE_FINGER_H
#include <node/kin.h>
#include <tree/tree.h>

enum { FINGER_BITS_LEAST = 8, FINGER_MOST = 1 << 16 };

static inline struct finger *finger_of(const struct btree *tree, const struct key *k)
{
    uint32_t range = (uint32_t)(k->offset >> (64 - tree->finger_bits));
    return &tree->finger[(range + (uint32_t)(k->inode >> 2) * 2654435769u) & tree->finger_mask];
}
/* finger_fits - A frame that may have any node or none: is it the leaf of the key? */
static inline int finger_fits(const struct frame *f, const uint8_t *b, struct key k) { return f->id != 0 && node_level(b) == 0 && node_covers(b, k); }
/* finger_narrow - finger_fits, and all keys of the leaf have the key's inode and type. */
static inline int finger_narrow(const struct frame *f, const uint8_t *b, struct key k)
{
    return f->id != 0 && node_level(b) == 0 && node_kin(b, k) && kin_covers(b, k);
}
/* finger_guess - Which entry of the leaf the key may be, before a byte of the leaf has come from memory. */
static inline uint32_t finger_guess(const struct finger *finger, const struct key *k)
{
    uint32_t i = (uint32_t)((uint64_t)((uint32_t)(k->offset >> 32) - finger->base) * finger->scale >> 32);
    return i < NODE_ENTRIES_MAX ? i : 0;
}
/* finger_set - The key is in that leaf; more nodes in memory make finer ranges. */
static inline void finger_set(struct btree *tree, const struct key *k, struct frame *f)
{
    while (tree->finger_mask >> tree->finger_bits != 0 && tree->cache->frames >> (tree->finger_bits - 1) != 0) tree->finger_bits++;
    struct finger *finger = finger_of(tree, k);
    *finger = (struct finger){f, f->b, 0, 0};
}
#endif
