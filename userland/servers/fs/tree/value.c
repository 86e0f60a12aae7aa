/* value.c - the value of a key: what a mount does most. Of the three times that memory is waited for (what the finger says, the leaf, the value) none can be left
 * out, but head and entries of the leaf come beside each other: the finger remembers where in the leaf its keys are. */
#include <tree/finger.h>

/* finger_tell - What finger_guess needs: so many entries for each 2^32 offsets, and entry i of the leaf has the key. A leaf with less than FINGER_WIDE of
 * offsets, or of several inodes, has no scale: nothing is guessed. */
enum { FINGER_WIDE = 1024, FINGER_FAR = 4 };
static void finger_tell(struct finger *finger, const uint8_t *b, const struct key *k, uint32_t i)
{
    uint64_t wide = (key_offset(b + NODE_HIGH_AT) >> 32) - (key_offset(b + NODE_LOW_AT) >> 32);
    finger->scale = 0;
    if (!node_kin(b, *k) || wide < FINGER_WIDE || node_count(b) == 0) return;
    finger->scale = (uint32_t)(((uint64_t)node_count(b) << 32) / (wide + 1));
    finger->base = (uint32_t)(k->offset >> 32) - (uint32_t)((((uint64_t)i << 32) + (1u << 31)) / finger->scale);
}

/* value_walk - The value of a key, where the finger can guess no place. */
static __attribute__((noinline)) lfsx_err_t value_walk(struct btree *tree, struct key key, const uint8_t **value, uint32_t *length)
{
    struct frame *f;
    const uint8_t *leaf;
    lfsx_err_t err = btree_leaf(tree, key, &f, &leaf);
    if (err) return err;
    uint32_t i = node_guess(leaf, key);
    if (!node_lookup(leaf, key, &i)) return LFSX_ABSENT;
    finger_tell(finger_of(tree, &key), leaf, &key, i);
    *value = node_value(leaf, i, length);
    return LFSX_OK;
}

/* value_find - The value of a key, in place. Head and entries of the leaf come from memory beside each other. */
static inline lfsx_err_t value_find(struct btree *tree, struct key key, const uint8_t **value, uint32_t *length)
{
    struct finger *finger = finger_of(tree, &key);
    if (finger->scale == 0) return value_walk(tree, key, value, length);
    const uint8_t *leaf = finger->b;
    uint32_t guess = finger_guess(finger, &key), i = guess;
    line_fetch(node_entry(leaf, guess) - LINE_BYTES / 2);
    line_fetch(node_entry(leaf, guess) + LINE_BYTES / 2);
    if (!finger_narrow(finger->frame, leaf, key)) return value_walk(tree, key, value, length);
    cache_used(tree->cache, finger->frame);
    int found = kin_lookup(leaf, key, &i);
    if (i - guess + FINGER_FAR > 2 * FINGER_FAR) finger_tell(finger, leaf, &key, i);
    if (!found) return LFSX_ABSENT;
    *value = node_value(leaf, i, length);
    return LFSX_OK;
}

lfsx_err_t btree_peek(struct btree *tree, struct key key, const uint8_t **value, uint32_t *length) { return value_find(tree, key, value, length); }

lfsx_err_t btree_search(struct btree *tree, struct key key, void *value, uint32_t room, uint32_t *length)
{
    const uint8_t *at;
    lfsx_err_t err = value_find(tree, key, &at, length);
    if (!err) memory_copy(value, at, *length < room ? *length : room);
    return err;
}
