/* put.c - see put.h. */
#define KEY_HIDDEN
#define LEAF_HIDDEN
#include <node/put.h>

void leaf_put(uint8_t *to, uint32_t at, const uint8_t *from, uint32_t i, uint8_t *scratch)
{
    //@ ghost value_seen(from, i);
    uint32_t place = node_value_at(from, i), length = node_length(from, i);
    struct key k = node_key(from, i);
    //@ assert key: key_number(k) == entry_key(from, i);
    node_insert(to, at, k, from + place, length, scratch);
}

void branch_put(uint8_t *to, uint32_t at, const uint8_t *from, uint32_t i)
{
    struct key k = node_key(from, i);
    uint32_t child = node_child(from, i);
    //@ assert key: key_number(k) == entry_key(from, i);
    node_insert_child(to, at, k, child);
}
