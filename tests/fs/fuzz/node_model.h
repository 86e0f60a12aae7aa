/* node_model.h - a node read plainly, and what must be in it. */
#ifndef FS_NODE_MODEL_H
#define FS_NODE_MODEL_H
#include "fuzz.h"
#include <node/find.h>

struct node_model { uint32_t count; int leaf; struct { struct key key; uint32_t length, sum; } entry[NODE_ENTRIES_MAX + 1]; };
/* node_is_good - By SPEC.md alone, each rule for itself. */
int node_is_good(const uint8_t *b);
/* node_model_take - What is in a good node. */
void node_model_take(struct node_model *m, const uint8_t *b);
uint32_t model_less(const struct node_model *m, struct key k);
int model_has(const struct node_model *m, uint32_t i, struct key k);
void node_model_put(struct node_model *m, uint32_t i, struct key k, const void *value, uint32_t length, int fresh);
void node_model_cut(struct node_model *m, uint32_t first, uint32_t n);
/* node_model_compare - b has entries first.. of the model, so many, and is good. */
void node_model_compare(const struct node_model *m, const uint8_t *b, uint32_t first, uint32_t n);
#endif
