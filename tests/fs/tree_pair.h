/* tree_pair.h - a B+ tree and an array beside it, the same changes made to both. Nodes live in a plain array of blocks: no store below. */
#ifndef FS_TREE_PAIR_H
#define FS_TREE_PAIR_H
#include "sim.h"

enum { NODES = 20000, KEYS = 3000 };
struct ram { uint8_t *block[NODES]; uint32_t next, free[NODES], frees; uint64_t fail_load; };
extern struct ram *ram;
struct pair { struct run *run; struct btree tree; struct cache cache; struct sim_memory memory; struct model model; struct dice dice; };
void pair_make(struct pair *p, struct run *r);
void pair_free(struct pair *p);
/* ram_flush - What a checkpoint does: changed nodes go to the array and become clean. */
void ram_flush(struct cache *c);
/* pair_step - One operation on both. `bias` of 16 are puts. The error of a refused one must leave all as it was. */
void pair_step(struct pair *p, uint32_t bias, uint32_t value_max, uint32_t keys);
/* pair_range - A random range has the same entries in both, ascending. pair_check: all of both, and the structure of the tree. */
void pair_range(struct pair *p);
void pair_check(struct pair *p);
#endif
