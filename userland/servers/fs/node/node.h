/* node.h - one node of the tree as a block in memory: look, change, check. Pure: bytes in, bytes out, no I/O, no memory.
 *
 * +--------+----------------------+ - - - - - - - - +-----------------+
 * | head   | entries, 21 B, by key|  gap            | values, any order|
 * +--------+----------------------+ - - - - - - - - +-----------------+
 * 0        96                      96 + 21 count    heap           4096
 * Entries of leaves say where the value is; a value that is removed or replaced leaves a hole, and node_compact closes all holes when the gap
 * is too small. Entries of branches hold a child instead; there the whole rest of the block is gap.
 * Invariant (node_check): entries ascend strictly within [low, high); every value lies in the heap; live is the sum of their lengths;
 * the first entry of a branch is its low fence. Everything below demands it and keeps it.
 * Does not know: which node is whose child, where the block is on disk. */
#ifndef NODE_NODE_H
#define NODE_NODE_H
#include <disk/format.h>
#include <disk/node.h>
#include <node/key.h>
#include <string.h>

enum { ENTRY_BYTES = LEAF_ENTRY_BYTES, NODE_ROOM = LFSX_BLOCK_BYTES - NODE_BYTES, NODE_ENTRIES_MAX = NODE_ROOM / ENTRY_BYTES };

/* What is wrong with a node; NODE_GOOD = 0. */
enum node_fault { NODE_GOOD, NODE_FORM, NODE_CRC, NODE_PLACE, NODE_FENCES, NODE_ORDER, NODE_VALUES, NODE_CHILDREN, NODE_FAULTS };

/* What must be true of a node that is found by following a reference. */
struct node_place {
    const uint8_t *uuid;
    uint32_t id, crc;
    uint64_t generation;
};

/* node_check - The form of a node alone, for any 4096 bytes: never fails, never looks outside, at most 190 steps. */
enum node_fault node_check(const uint8_t *b);
/* validate_node - The same and the checksum, and whether it is the node that the reference meant. Used by every read, by mount and by fsck. */
enum node_fault validate_node(const uint8_t *b, const struct node_place *place);

static inline const uint8_t *node_entry(const uint8_t *b, uint32_t i) { return b + NODE_BYTES + i * ENTRY_BYTES; }
static inline uint8_t *node_entry_place(uint8_t *b, uint32_t i) { return b + NODE_BYTES + i * ENTRY_BYTES; }
static inline struct key node_key(const uint8_t *b, uint32_t i) { return key_at(node_entry(b, i)); }
static inline uint32_t node_child(const uint8_t *b, uint32_t i) { return branch_entry_child(node_entry(b, i)); }
static inline struct key node_low(const uint8_t *b) { return key_at(b + NODE_LOW_AT); }
static inline struct key node_high(const uint8_t *b) { return key_at(b + NODE_HIGH_AT); }
static inline const uint8_t *node_value(const uint8_t *b, uint32_t i, uint32_t *length)
{
    *length = leaf_entry_length(node_entry(b, i));
    return b + leaf_entry_at(node_entry(b, i));
}
static inline uint32_t node_gap(const uint8_t *b) { return node_heap(b) - NODE_BYTES - node_count(b) * ENTRY_BYTES; }
/* node_used - Bytes of entries and values; node_free - what is left, holes included. */
static inline uint32_t node_used(const uint8_t *b) { return node_count(b) * ENTRY_BYTES + node_live(b); }
static inline uint32_t node_free(const uint8_t *b) { return NODE_ROOM - node_used(b); }
static inline int node_covers(const uint8_t *b, struct key k) { return !key_less(k, node_low(b)) && key_less(k, node_high(b)); }

/* node_init - An empty node. Uuid, generation and crc are filled in when it is written. */
void node_init(uint8_t *b, uint32_t id, uint8_t level, struct key low, struct key high);
/* Finding a key is in node/find.h. */
/* node_has - Does entry i exist and have this key? */
static inline int node_has(const uint8_t *b, uint32_t i, struct key k) { return i < node_count(b) && key_equal(node_key(b, i), k); }
/* node_insert - New entry i of a leaf; k belongs there, 21 + length <= node_free(b). scratch: one block, contents lost. */
void node_insert(uint8_t *b, uint32_t i, struct key k, const void *value, uint32_t length, uint8_t *scratch);
/* node_replace - Another value for entry i of a leaf; length <= node_free(b) + its present length. */
void node_replace(uint8_t *b, uint32_t i, const void *value, uint32_t length, uint8_t *scratch);
/* node_remove - Without entry i (leaf or branch). */
void node_remove(uint8_t *b, uint32_t i);
/* node_insert_child - New entry i of a branch, which has room for it. */
void node_insert_child(uint8_t *b, uint32_t i, struct key low, uint32_t child);
/* node_append - Entries from..from+n-1 of `from_node` to the end of `to` (levels equal; they fit; order is the caller's). */
void node_append(uint8_t *to, const uint8_t *from, uint32_t first, uint32_t n, uint8_t *scratch);
/* node_truncate - Keep only entries 0..n-1. */
void node_truncate(uint8_t *b, uint32_t n);
/* node_drop_first - Without the first n entries. */
void node_drop_first(uint8_t *b, uint32_t n);
/* node_compact - Close the holes between values. */
void node_compact(uint8_t *b, uint8_t *scratch);
/* node_seal - Fill in who, when and the checksum, before it is written; answers the checksum. */
uint32_t node_seal(uint8_t *b, const uint8_t uuid[16], uint64_t generation);
#endif
