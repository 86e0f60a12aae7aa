/* keymap.h - records by key, in order: a treap whose nodes lie inside the records, so nothing here can fail.
 * A node's priority is a hash of its key, so the shape depends on the keys alone. Expected depth is logarithmic; no function recurs. */
#ifndef TXN_KEYMAP_H
#define TXN_KEYMAP_H
#include <node/key.h>

struct keymap_node { struct key key; uint64_t priority; struct keymap_node *left, *right; };
struct keymap { struct keymap_node *root; };

struct keymap_node *keymap_find(const struct keymap *m, struct key key);
/* keymap_from, keymap_after - The first node with a key not less than, greater than this one; 0 if there is none. */
struct keymap_node *keymap_from(const struct keymap *m, struct key key);
struct keymap_node *keymap_after(const struct keymap *m, struct key key);
/* keymap_before - The last node with a key less than this one; 0 if there is none. */
struct keymap_node *keymap_before(const struct keymap *m, struct key key);
/* keymap_insert - n->key is set and not in the map. keymap_put - Its priority is set too, by a hash of the user's own. */
void keymap_insert(struct keymap *m, struct keymap_node *n);
void keymap_put(struct keymap *m, struct keymap_node *n);
void keymap_remove(struct keymap *m, struct keymap_node *n);
#endif
