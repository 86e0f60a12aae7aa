/* step.h - one entry of a node, as it is, at the end or at the front of another of the same level: what longer moves repeat. */
#ifndef NODE_STEP_H
#define NODE_STEP_H
#include <node/node.h>

/* leaf_append - Entry i of another leaf becomes the last; scratch: one block, contents lost. */
static inline void leaf_append(uint8_t *to, const uint8_t *from, uint32_t i, uint8_t *scratch)
{
    node_insert(to, node_count(to), node_key(from, i), from + node_value_at(from, i), node_length(from, i), scratch);
}

/* branch_append - The same of branches. */
static inline void branch_append(uint8_t *to, const uint8_t *from, uint32_t i)
{
    node_insert_child(to, node_count(to), node_key(from, i), node_child(from, i));
}

/* leaf_prepend - Entry i of another leaf becomes the first; scratch: one block, contents lost. */
static inline void leaf_prepend(uint8_t *to, const uint8_t *from, uint32_t i, uint8_t *scratch)
{
    node_insert(to, 0, node_key(from, i), from + node_value_at(from, i), node_length(from, i), scratch);
}

/* branch_prepend - The same of branches. */
static inline void branch_prepend(uint8_t *to, const uint8_t *from, uint32_t i)
{
    node_insert_child(to, 0, node_key(from, i), node_child(from, i));
}

#endif
