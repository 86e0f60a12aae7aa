/* hint.h - where a planned change will be, if no other change moves it. */
#ifndef TREE_HINT_H
#define TREE_HINT_H
#include <stdint.h>

struct frame;
struct btree_hint { struct frame *leaf; uint32_t at; }; /* leaf 0 = not known; number of the entry */
#endif
