/* check.c - is this a node? Total: any 4096 bytes may come from the disk, and everything else believes what passes here. */
#define KEY_HIDDEN
#include <base/crc32c.h>
#include <base/integrity.h>
#include <base/uuid.h>
#include <node/apart.h>

/*@ requires room: \valid_read(b + (0 .. 4095)) && i < 190;
    assigns \nothing;
    ensures inside: \result != 0 ==> entry_length(b, i) == 0
        || (entry_length(b, i) <= 1900 && le16_of(b + 42) <= entry_at(b, i) && entry_at(b, i) + entry_length(b, i) <= 4096); */
static int value_ok(const uint8_t *b, uint32_t i)
{
    uint32_t at = node_value_at(b, i), length = node_length(b, i);
    return length == 0 || (length <= LFSX_VALUE_MAX && at >= node_heap(b) && at + length <= LFSX_BLOCK_BYTES);
}

/* The values of a leaf lie in the heap and add up to live. */
/*@ requires room: \valid_read(b + (0 .. 4095)) && node_counted(b);
    assigns \nothing;
    ensures inside: \result != 0 ==> values_inside(b, le16_of(b + 40));
    ensures live: \result != 0 ==> le16_of(b + 44) == lengths(b, le16_of(b + 40)); */
static int values_ok(const uint8_t *b)
{
    uint32_t sum = 0, count = node_count(b);
    /*@ loop invariant range: 0 <= i <= count;
        loop invariant inside: values_inside(b, i);
        loop invariant sum: sum == lengths(b, i) <= 1900 * i;
        loop assigns i, sum;
        loop variant count - i; */
    for (uint32_t i = 0; i < count; i++) {
        if (!value_ok(b, i)) return 0;
        sum += node_length(b, i);
    }
    return sum == node_live(b);
}

/*@ requires room: \valid_read(b + (0 .. 4095)) && node_counted(b);
    assigns \nothing;
    ensures empty: \result != 0 ==> le16_of(b + 44) == 0 && le16_of(b + 42) == 4096;
    ensures first: \result != 0 ==> le16_of(b + 40) > 0 && entry_key(b, 0) == key_of(b, 47);
    ensures named: \result != 0 ==> children_named(b, le16_of(b + 40)); */
static int children_ok(const uint8_t *b)
{
    uint32_t count = node_count(b);
    if (count == 0 || node_live(b) != 0 || node_heap(b) != LFSX_BLOCK_BYTES || !key_equal(node_key(b, 0), node_low(b))) return 0;
    /*@ loop invariant range: 0 <= i <= count;
        loop invariant named: children_named(b, i);
        loop assigns i;
        loop variant count - i; */
    for (uint32_t i = 0; i < count; i++)
        if (node_child(b, i) == 0 || node_child(b, i) == node_id(b)) return 0;
    return 1;
}

/*@ requires room: \valid_read(b + (0 .. 4095)) && node_counted(b);
    assigns \nothing;
    ensures fenced: \result != 0 ==> entries_fenced(b);
    ensures ascend: \result != 0 ==> entries_ascend(b, le16_of(b + 40)); */
static int order_ok(const uint8_t *b)
{
    uint32_t count = node_count(b);
    if (count == 0) return 1;
    if (key_less(node_key(b, 0), node_low(b)) || !key_less(node_key(b, count - 1), node_high(b))) return 0;
    /*@ loop invariant range: 1 <= i <= count;
        loop invariant ascend: entries_ascend(b, i);
        loop assigns i;
        loop variant count - i; */
    for (uint32_t i = 1; i < count; i++) {
        if (!key_less(node_key(b, i - 1), node_key(b, i))) return 0;
        //@ assert less: entry_key(b, i - 1) < entry_key(b, i);
    }
    return 1;
}

enum node_fault node_check(const uint8_t *b)
{
    if (!node_form_ok(b)) return NODE_FORM;
    if (node_heap(b) < NODE_BYTES + node_count(b) * ENTRY_BYTES || node_used(b) > NODE_ROOM) return NODE_FORM;
    if (!key_less(node_low(b), node_high(b))) return NODE_FENCES;
    if (!order_ok(b)) return NODE_ORDER;
    if (node_level(b) == 0) return values_ok(b) && node_values_apart(b) ? NODE_GOOD : NODE_VALUES;
    return children_ok(b) ? NODE_GOOD : NODE_CHILDREN;
}

enum node_fault validate_node(const uint8_t *b, const struct node_place *place)
{
    uint32_t crc = crc32c_block(b, 4);
    if (!integrity_matches(CRC_NODE, crc, node_crc(b)) || !integrity_matches(CRC_NODE, node_crc(b), place->crc)) return NODE_CRC;
    if (node_id(b) != place->id || node_generation(b) != place->generation || !uuid_equal(b + NODE_UUID_AT, place->uuid)) return NODE_PLACE;
    return node_check(b);
}

uint32_t node_seal(uint8_t *b, const uint8_t uuid[16], uint64_t generation)
{
    uuid_copy(b + NODE_UUID_AT, uuid);
    node_set_generation(b, generation);
    node_set_crc(b, crc32c_block(b, 4));
    return node_crc(b);
}
