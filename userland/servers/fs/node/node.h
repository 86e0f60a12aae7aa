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

enum { ENTRY_BYTES = LEAF_ENTRY_BYTES, NODE_ROOM = LFSX_BLOCK_BYTES - NODE_BYTES, NODE_ENTRIES_MAX = NODE_ROOM / ENTRY_BYTES };

/* What is wrong with a node; NODE_GOOD = 0. */
enum node_fault { NODE_GOOD, NODE_FORM, NODE_CRC, NODE_PLACE, NODE_FENCES, NODE_ORDER, NODE_VALUES, NODE_CHILDREN, NODE_FAULTS };

/* What must be true of a node that is found by following a reference. */
struct node_place {
    const uint8_t *uuid;
    uint32_t id, crc;
    uint64_t generation;
};

/* What node_check promises of 4096 bytes, piece by piece. */
/*@ predicate node_counted(uint8_t *b) = le16_of(b + 40) <= 190;
    predicate node_fits(uint8_t *b) = node_counted(b) && 96 + 21 * le16_of(b + 40) <= le16_of(b + 42) <= 4096
        && 21 * le16_of(b + 40) + le16_of(b + 44) <= 4000 && b[46] <= 12;
    predicate value_inside(uint8_t *b, uint8_t *e) =
        le16_of(e + 19) == 0 || (le16_of(e + 19) <= 1900 && le16_of(b + 42) <= le16_of(e + 17) && le16_of(e + 17) + le16_of(e + 19) <= 4096);
    predicate entry_inside(uint8_t *b, integer i) = value_inside(b, b + (96 + 21 * i));
    predicate child_named(uint8_t *b, integer i) = le32_of(b + (113 + 21 * i)) != 0 && le32_of(b + (113 + 21 * i)) != le32_of(b + 32);
    predicate entry_ascends(uint8_t *b, integer i) = bytes_before(b + (75 + 21 * i), b + (96 + 21 * i));
    predicate values_inside(uint8_t *b, integer n) = \forall integer i; 0 <= i < n ==> entry_inside(b, i);
    predicate children_named(uint8_t *b, integer n) = \forall integer i; 0 <= i < n ==> child_named(b, i);
    predicate entries_ascend(uint8_t *b, integer n) = \forall integer i; 1 <= i < n ==> entry_ascends(b, i);
    predicate entries_fenced(uint8_t *b) =
        le16_of(b + 40) > 0 ==> !bytes_before(b + 96, b + 47) && bytes_before(b + 75 + 21 * le16_of(b + 40), b + 64);
    predicate node_good(uint8_t *b) = node_fits(b) && bytes_before(b + 47, b + 64) && entries_fenced(b) && entries_ascend(b, le16_of(b + 40))
        && (b[46] == 0 ==> values_inside(b, le16_of(b + 40))) && (b[46] != 0 ==> le16_of(b + 40) > 0 && children_named(b, le16_of(b + 40)));
*/

/* node_check - The form of a node alone, for any 4096 bytes: never fails, never looks outside, at most 190 steps. */
/*@ requires room: \valid_read(b + (0 .. 4095));
    assigns \nothing;
    ensures good: \result == NODE_GOOD ==> node_good(b); */
enum node_fault node_check(const uint8_t *b);
/* validate_node - The same and the checksum, and whether it is the node that the reference meant. Used by every read, by mount and by fsck. */
/*@ requires room: \valid_read(b + (0 .. 4095)) && \valid_read(place) && \valid_read(place->uuid + (0 .. 15));
    assigns \nothing;
    ensures good: \result == NODE_GOOD ==> node_good(b);
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
    ensures value: key_is(\result, b + 96 + 21 * i); */
static inline struct key node_key(const uint8_t *b, uint32_t i) { return key_at(node_entry(b, i)); }
/*@ requires room: \valid_read(b + (0 .. 4095)) && i < 190;
    assigns \nothing;
    ensures value: \result == le32_of(b + 113 + 21 * i); */
static inline uint32_t node_child(const uint8_t *b, uint32_t i) { return branch_entry_child(node_entry(b, i)); }
/*@ requires room: \valid_read(b + (0 .. 4095));
    assigns \nothing;
    ensures value: key_is(\result, b + 47); */
static inline struct key node_low(const uint8_t *b) { return key_at(b + NODE_LOW_AT); }
/*@ requires room: \valid_read(b + (0 .. 4095));
    assigns \nothing;
    ensures value: key_is(\result, b + 64); */
static inline struct key node_high(const uint8_t *b) { return key_at(b + NODE_HIGH_AT); }
/*@ requires room: \valid_read(b + (0 .. 4095)) && i < 190 && \valid(length) && \separated(length, b + (0 .. 4095));
    assigns *length \from b[0 .. 4095], i;
    assigns \result \from b, i;
    ensures length: *length == le16_of(b + 115 + 21 * i);
    ensures place: \result == b + le16_of(b + 113 + 21 * i);
    ensures inside: value_inside(b, b + 96 + 21 * i) ==> *length == 0 || (b + 96 <= \result && \result + *length <= b + 4096) || le16_of(b + 42) < 96; */
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
    assigns \nothing; */
static inline int node_covers(const uint8_t *b, struct key k) { return !key_less(k, node_low(b)) && key_less(k, node_high(b)); }

/* node_init - An empty node. Uuid, generation and crc are filled in when it is written. */
void node_init(uint8_t *b, uint32_t id, uint8_t level, struct key low, struct key high);
/* Finding a key is in node/find.h. */
/* node_has - Does entry i exist and have this key? */
/*@ requires room: \valid_read(b + (0 .. 4095)) && node_counted(b);
    assigns \nothing;
    ensures same: \result != 0 ==> i < le16_of(b + 40) && key_is(k, b + 96 + 21 * i); */
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
/*@ requires room: \valid(b + (0 .. 4095)) && \valid_read(uuid + (0 .. 15)) && \separated(b + (0 .. 4095), uuid + (0 .. 15));
    assigns b[4 .. 31];
    ensures crc: \result == le32_of(b + 4); */
uint32_t node_seal(uint8_t *b, const uint8_t uuid[16], uint64_t generation);
#endif
