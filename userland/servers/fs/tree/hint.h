/* hint.h - where a key was, and will be if no other change moves it. Whoever uses one looks; it is memory of the cache as long as that is open. */
#ifndef TREE_HINT_H
#define TREE_HINT_H
#include <stdint.h>

struct frame;
struct btree_hint { struct frame *leaf; uint32_t at, found; }; /* leaf 0 = not known; number of the entry; found: a search has seen the key there */
#endif
