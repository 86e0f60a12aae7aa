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
#include <node/model.h>

enum { ENTRY_BYTES = LEAF_ENTRY_BYTES, NODE_ROOM = LFSX_BLOCK_BYTES - NODE_BYTES, NODE_ENTRIES_MAX = NODE_ROOM / ENTRY_BYTES };

/* What is wrong with a node; NODE_GOOD = 0. */
enum node_fault { NODE_GOOD, NODE_FORM, NODE_CRC, NODE_PLACE, NODE_FENCES, NODE_ORDER, NODE_VALUES, NODE_CHILDREN, NODE_FAULTS };

/* What must be true of a node that is found by following a reference. */
struct node_place {
    const uint8_t *uuid;
    uint32_t id, crc;
    uint64_t generation;
};

/* node_check - The form of a node alone, for any 4096 bytes: never fails, never looks outside, at most 190 entries of at most 4000 bytes. */
/*@ requires room: \valid_read(b + (0 .. 4095));
    assigns \nothing;
    ensures good: \result == NODE_GOOD ==> node_good(b);
    ensures apart: \result == NODE_GOOD && b[46] == 0 ==> values_disjoint(b, le16_of(b + 40)); */
enum node_fault node_check(const uint8_t *b);
/* validate_node - The same and the checksum, and whether it is the node that the reference meant. Used by every read, by mount and by fsck. */
/*@ requires room: \valid_read(b + (0 .. 4095)) && \valid_read(place) && \valid_read(place->uuid + (0 .. 15));
    assigns \nothing;
    ensures good: \result == NODE_GOOD ==> node_good(b);
    ensures apart: \result == NODE_GOOD && b[46] == 0 ==> values_disjoint(b, le16_of(b + 40));
    ensures meant: \result == NODE_GOOD ==> le32_of(b + 32) == place->id && le64_of(b + 24) == place->generation && le32_of(b + 4) == place->crc; */
enum node_fault validate_node(const uint8_t *b, const struct node_place *place);

/*@ requires inside: i < 191;
    assigns \result \from b, i;
    ensures place: \result == b + 96 + 21 * i; */
static inline const uint8_t *node_entry(const uint8_t *b, uint32_t i) { return b + NODE_BYTES + i * ENTRY_BYTES; }
/*@ requires inside: i < 191;
    assigns \result \from b, i;
    ensures place: \result == b + 96 + 21 * i; */
static inline uint8_t *node_entry_place(uint8_t *b, uint32_t i) { return b + NODE_BYTES + i * ENTRY_BYTES; }
/*@ requires room: \valid_read(b + (0 .. 4095)) && i < 190;
    assigns \nothing;
    ensures number: key_number(\result) == entry_key(b, i); */
static inline struct key node_key(const uint8_t *b, uint32_t i) { return key_load(b, NODE_BYTES + i * ENTRY_BYTES); }
/*@ requires room: \valid_read(b + (0 .. 4095)) && i < 190;
    assigns \nothing;
    ensures value: \result == entry_length(b, i); */
static inline uint32_t node_length(const uint8_t *b, uint32_t i) { return leaf_entry_length(node_entry(b, i)); }
/*@ requires room: \valid_read(b + (0 .. 4095)) && i < 190;
    assigns \nothing;
    ensures value: \result == entry_at(b, i); */
static inline uint32_t node_value_at(const uint8_t *b, uint32_t i) { return leaf_entry_at(node_entry(b, i)); }
/*@ requires room: \valid_read(b + (0 .. 4095)) && i < 190;
    assigns \nothing;
    ensures value: \result == entry_child(b, i); */
static inline uint32_t node_child(const uint8_t *b, uint32_t i) { return branch_entry_child(node_entry(b, i)); }
/*@ requires room: \valid_read(b + (0 .. 4095));
    assigns \nothing;
    ensures number: key_number(\result) == key_of(b, 47); */
static inline struct key node_low(const uint8_t *b) { return key_load(b, NODE_LOW_AT); }
/*@ requires room: \valid_read(b + (0 .. 4095));
    assigns \nothing;
    ensures number: key_number(\result) == key_of(b, 64); */
static inline struct key node_high(const uint8_t *b) { return key_load(b, NODE_HIGH_AT); }
/*@ requires room: \valid_read(b + (0 .. 4095)) && i < 190 && \valid(length) && \separated(length, b + (0 .. 4095));
    assigns *length \from b[0 .. 4095], i;
    assigns \result \from b, i;
    ensures length: *length == \old(entry_length(b, i));
    ensures place: \result == b + \old(entry_at(b, i)); */
static inline const uint8_t *node_value(const uint8_t *b, uint32_t i, uint32_t *length)
{
    *length = leaf_entry_length(node_entry(b, i));
    return b + leaf_entry_at(node_entry(b, i));
}
/*@ requires room: \valid_read(b + (0 .. 4095));
    assigns \nothing;
    ensures value: node_fits(b) ==> \result == le16_of(b + 42) - 96 - 21 * le16_of(b + 40); */
static inline uint32_t node_gap(const uint8_t *b) { return node_heap(b) - NODE_BYTES - node_count(b) * ENTRY_BYTES; }
/* node_used - Bytes of entries and values; node_free - what is left, holes included. */
/*@ requires room: \valid_read(b + (0 .. 4095));
    assigns \nothing;
    ensures value: \result == 21 * le16_of(b + 40) + le16_of(b + 44); */
static inline uint32_t node_used(const uint8_t *b) { return node_count(b) * ENTRY_BYTES + node_live(b); }
/*@ requires room: \valid_read(b + (0 .. 4095));
    assigns \nothing;
    ensures value: node_fits(b) ==> \result == 4000 - 21 * le16_of(b + 40) - le16_of(b + 44); */
static inline uint32_t node_free(const uint8_t *b) { return NODE_ROOM - node_used(b); }
/*@ requires room: \valid_read(b + (0 .. 4095));
    assigns \nothing;
    ensures range: \result != 0 <==> key_of(b, 47) <= key_number(k) < key_of(b, 64); */
static inline int node_covers(const uint8_t *b, struct key k) { return !key_less(k, node_low(b)) && key_less(k, node_high(b)); }

/* node_init - An empty node. Uuid, generation and crc are filled in when it is written. */
/*@ requires room: \valid(b + (0 .. 4095));
    assigns b[0 .. 4095];
    ensures empty: le16_of(b + 40) == 0 && le16_of(b + 42) == 4096 && le16_of(b + 44) == 0 && b[46] == level;
    ensures names: le32_of(b + 32) == id && le32_of(b + 36) == 0;
    ensures low: key_of(b, 47) == key_number(low);
    ensures high: key_of(b, 64) == key_number(high); */
void node_init(uint8_t *b, uint32_t id, uint8_t level, struct key low, struct key high);
/* Finding a key is in node/find.h. */
/* node_has - Does entry i exist and have this key? */
/*@ requires room: \valid_read(b + (0 .. 4095)) && node_counted(b);
    assigns \nothing;
    ensures same: \result != 0 <==> i < le16_of(b + 40) && entry_key(b, i) == key_number(k); */
static inline int node_has(const uint8_t *b, uint32_t i, struct key k) { return i < node_count(b) && key_equal(node_key(b, i), k); }
/* node_insert - New entry i of a leaf; k belongs there, 21 + length <= node_free(b). scratch: one block, contents lost. */
/*@ requires room: \valid(b + (0 .. 4095)) && \valid(scratch + (0 .. 4095)) && \valid_read(value + (0 .. length - 1));
    requires apart: \separated(b + (0 .. 4095), scratch + (0 .. 4095), value + (0 .. length - 1));
    requires leaf: node_leaf(b);
    requires fits: i <= le16_of(b + 40) && length <= 1900 && 21 * le16_of(b + 40) + le16_of(b + 44) + length <= 3979;
    assigns b[40 .. 45], b[96 .. 4095], scratch[0 .. 4095];
    ensures leaf: node_leaf(b);
    ensures count: le16_of(b + 40) == \old(le16_of(b + 40)) + 1;
    ensures live: le16_of(b + 44) == \old(le16_of(b + 44)) + length;
    ensures key: entry_key(b, i) == key_number(k);
    ensures length: entry_length(b, i) == length;
    ensures value: \forall integer n; 0 <= n < length ==> value_byte(b, i, n) == \old(value[n]);
    ensures keys_before: keys_are{Pre, Post}(b, 0, i, b, 0);
    ensures keys_after: keys_are{Pre, Post}(b, i + 1, \old(le16_of(b + 40)) + 1, b, -1);
    ensures lengths_before: lengths_are{Pre, Post}(b, 0, i, b, 0);
    ensures lengths_after: lengths_are{Pre, Post}(b, i + 1, \old(le16_of(b + 40)) + 1, b, -1);
    ensures values_before: values_are{Pre, Post}(b, 0, i, b, 0);
    ensures values_after: values_are{Pre, Post}(b, i + 1, \old(le16_of(b + 40)) + 1, b, -1); */
void node_insert(uint8_t *b, uint32_t i, struct key k, const uint8_t *value, uint32_t length, uint8_t *scratch);
/* node_replace - Another value for entry i of a leaf; length <= node_free(b) + its present length. Its contract is where it is defined (replace.c). */
void node_replace(uint8_t *b, uint32_t i, const uint8_t *value, uint32_t length, uint8_t *scratch);
/* node_remove - Without entry i (leaf or branch). */
/*@ requires room: \valid(b + (0 .. 4095)) && i < le16_of(b + 40) && (node_leaf(b) || node_branch(b));
    assigns b[40 .. 45], b[96 + 21 * i .. 74 + 21 * \old(le16_of(b + 40))];
    ensures leaf: \old(node_leaf(b)) ==> node_leaf(b) && le16_of(b + 44) == \old(le16_of(b + 44) - entry_length(b, i));
    ensures branch: \old(node_branch(b)) ==> node_branch(b);
    ensures count: le16_of(b + 40) == \old(le16_of(b + 40)) - 1;
    ensures keys_before: keys_are{Pre, Post}(b, 0, i, b, 0);
    ensures keys_after: keys_are{Pre, Post}(b, i, \old(le16_of(b + 40)) - 1, b, 1);
    ensures lengths_before: lengths_are{Pre, Post}(b, 0, i, b, 0);
    ensures lengths_after: lengths_are{Pre, Post}(b, i, \old(le16_of(b + 40)) - 1, b, 1);
    ensures places_before: places_are{Pre, Post}(b, 0, i, b, 0);
    ensures places_after: places_are{Pre, Post}(b, i, \old(le16_of(b + 40)) - 1, b, 1);
    ensures ascend: \old(entries_ascend(b, le16_of(b + 40))) ==> entries_ascend(b, \old(le16_of(b + 40)) - 1); */
void node_remove(uint8_t *b, uint32_t i);
/* node_insert_child - New entry i of a branch, which has room for it. */
/*@ requires room: \valid(b + (0 .. 4095)) && node_branch(b) && i <= le16_of(b + 40) < 190;
    assigns b[40 .. 45], b[96 + 21 * i .. 116 + 21 * \old(le16_of(b + 40))];
    ensures branch: node_branch(b);
    ensures count: le16_of(b + 40) == \old(le16_of(b + 40)) + 1;
    ensures key: entry_key(b, i) == key_number(low);
    ensures child: entry_child(b, i) == child;
    ensures keys_before: keys_are{Pre, Post}(b, 0, i, b, 0);
    ensures keys_after: keys_are{Pre, Post}(b, i + 1, \old(le16_of(b + 40)) + 1, b, -1);
    ensures places_before: places_are{Pre, Post}(b, 0, i, b, 0);
    ensures places_after: places_are{Pre, Post}(b, i + 1, \old(le16_of(b + 40)) + 1, b, -1);
    ensures lengths_before: lengths_are{Pre, Post}(b, 0, i, b, 0);
    ensures lengths_after: lengths_are{Pre, Post}(b, i + 1, \old(le16_of(b + 40)) + 1, b, -1); */
void node_insert_child(uint8_t *b, uint32_t i, struct key low, uint32_t child);
/* node_truncate - Keep only entries 0..n-1. */
/*@ requires room: \valid(b + (0 .. 4095)) && n <= le16_of(b + 40) && (node_leaf(b) || node_branch(b));
    assigns b[40 .. 45];
    ensures leaf: \old(node_leaf(b)) ==> node_leaf(b) && le16_of(b + 44) == \old(lengths(b, n));
    ensures branch: \old(node_branch(b)) ==> node_branch(b);
    ensures count: le16_of(b + 40) == n;
    ensures keys: keys_are{Pre, Post}(b, 0, n, b, 0);
    ensures places: places_are{Pre, Post}(b, 0, n, b, 0);
    ensures lengths: lengths_are{Pre, Post}(b, 0, n, b, 0);
    ensures ascend: \old(entries_ascend(b, le16_of(b + 40))) ==> entries_ascend(b, n); */
void node_truncate(uint8_t *b, uint32_t n);
/* node_compact - Close the holes between values of a leaf. node_room - If the gap is smaller than what is needed. scratch: one block, contents lost. */
/*@ requires room: \valid(b + (0 .. 4095)) && \valid(scratch + (0 .. 4095)) && \separated(b + (0 .. 4095), scratch + (0 .. 4095));
    requires leaf: node_leaf(b);
    assigns b[40 .. 45], b[96 .. 4095], scratch[0 .. 4095];
    ensures leaf: node_leaf(b);
    ensures closed: le16_of(b + 42) == 4096 - le16_of(b + 44);
    ensures count: le16_of(b + 40) == \old(le16_of(b + 40)) && le16_of(b + 44) == \old(le16_of(b + 44));
    ensures keys: keys_are{Pre, Post}(b, 0, \old(le16_of(b + 40)), b, 0);
    ensures lengths: lengths_are{Pre, Post}(b, 0, \old(le16_of(b + 40)), b, 0);
    ensures values: values_are{Pre, Post}(b, 0, \old(le16_of(b + 40)), b, 0); */
void node_compact(uint8_t *b, uint8_t *scratch);
/*@ requires room: \valid(b + (0 .. 4095)) && \valid(scratch + (0 .. 4095)) && \separated(b + (0 .. 4095), scratch + (0 .. 4095));
    requires leaf: node_leaf(b);
    requires free: 21 * le16_of(b + 40) + le16_of(b + 44) + need <= 4000;
    assigns b[40 .. 45], b[96 .. 4095], scratch[0 .. 4095];
    ensures leaf: node_leaf(b);
    ensures gap: 96 + 21 * le16_of(b + 40) + need <= le16_of(b + 42);
    ensures count: le16_of(b + 40) == \old(le16_of(b + 40)) && le16_of(b + 44) == \old(le16_of(b + 44));
    ensures keys: keys_are{Pre, Post}(b, 0, \old(le16_of(b + 40)), b, 0);
    ensures lengths: lengths_are{Pre, Post}(b, 0, \old(le16_of(b + 40)), b, 0);
    ensures values: values_are{Pre, Post}(b, 0, \old(le16_of(b + 40)), b, 0); */
void node_room(uint8_t *b, uint32_t need, uint8_t *scratch);
/* node_seal - Fill in who, when and the checksum, before it is written; answers the checksum. */
/*@ requires room: \valid(b + (0 .. 4095)) && \valid_read(uuid + (0 .. 15)) && \separated(b + (0 .. 4095), uuid + (0 .. 15));
    assigns b[4 .. 31];
    ensures crc: \result == le32_of(b + 4); */
uint32_t node_seal(uint8_t *b, const uint8_t uuid[16], uint64_t generation);
#endif
