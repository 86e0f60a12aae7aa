/* change.c - entries come and go. Callers have made sure of room; nothing here can fail. */
#include <node/node.h>
#include <string.h>

void node_init(uint8_t *b, uint32_t id, uint8_t level, struct key low, struct key high)
{
    memset(b, 0, LFSX_BLOCK_BYTES);
    node_set_magic(b, 0x444f4e4cu);
    node_set_id(b, id);
    node_set_level(b, level);
    node_set_heap(b, LFSX_BLOCK_BYTES);
    key_put(b + NODE_LOW_AT, low);
    key_put(b + NODE_HIGH_AT, high);
}

/* value_drop - The value of an entry is a hole now; one at the edge of the heap joins the gap. */
static void value_drop(uint8_t *b, uint8_t *entry)
{
    uint32_t length = leaf_entry_length(entry);
    if (length > 0 && leaf_entry_at(entry) == node_heap(b)) node_set_heap(b, (uint16_t)(node_heap(b) + length));
    node_set_live(b, (uint16_t)(node_live(b) - length));
    leaf_entry_set_length(entry, 0);
}

/* value_put - At the edge of the heap, where the gap is large enough. */
static void value_put(uint8_t *b, uint8_t *entry, const void *value, uint32_t length)
{
    uint32_t at = node_heap(b) - length;
    if (length > 0) memcpy(b + at, value, length);
    node_set_heap(b, (uint16_t)at);
    node_set_live(b, (uint16_t)(node_live(b) + length));
    leaf_entry_set_at(entry, (uint16_t)at);
    leaf_entry_set_length(entry, (uint16_t)length);
}

/* entry_open - Room for entry i between its neighbours; the gap is large enough. */
static uint8_t *entry_open(uint8_t *b, uint32_t i)
{
    uint8_t *entry = node_entry_place(b, i);
    uint32_t count = node_count(b);
    if (i < count) memmove(entry + ENTRY_BYTES, entry, (count - i) * ENTRY_BYTES);
    node_set_count(b, (uint16_t)(count + 1));
    return entry;
}

static void entries_close(uint8_t *b, uint32_t i, uint32_t n)
{
    uint32_t count = node_count(b);
    if (i + n < count) memmove(node_entry_place(b, i), node_entry(b, i + n), (count - i - n) * ENTRY_BYTES);
    node_set_count(b, (uint16_t)(count - n));
}

static void values_drop(uint8_t *b, uint32_t first, uint32_t end)
{
    for (uint32_t i = first; i < end && node_level(b) == 0; i++) value_drop(b, node_entry_place(b, i));
}

void node_compact(uint8_t *b, uint8_t *scratch)
{
    uint32_t heap = LFSX_BLOCK_BYTES, count = node_count(b), length;
    for (uint32_t i = 0; i < count; i++) {
        const uint8_t *value = node_value(b, i, &length);
        if (length == 0) continue;
        heap -= length;
        memcpy(scratch + heap, value, length);
        leaf_entry_set_at(node_entry_place(b, i), (uint16_t)heap);
    }
    memcpy(b + heap, scratch + heap, LFSX_BLOCK_BYTES - heap);
    node_set_heap(b, (uint16_t)heap);
}

void node_insert(uint8_t *b, uint32_t i, struct key k, const void *value, uint32_t length, uint8_t *scratch)
{
    if (node_gap(b) < ENTRY_BYTES + length) node_compact(b, scratch);
    uint8_t *entry = entry_open(b, i);
    key_put(entry, k);
    value_put(b, entry, value, length);
}

void node_replace(uint8_t *b, uint32_t i, const void *value, uint32_t length, uint8_t *scratch)
{
    uint8_t *entry = node_entry_place(b, i);
    uint32_t old = leaf_entry_length(entry);
    if (length > 0 && length <= old) { /* in place; the rest is a hole */
        memcpy(b + leaf_entry_at(entry), value, length);
        leaf_entry_set_length(entry, (uint16_t)length);
        node_set_live(b, (uint16_t)(node_live(b) - old + length));
        return;
    }
    value_drop(b, entry);
    if (node_gap(b) < length) node_compact(b, scratch);
    value_put(b, entry, value, length);
}

void node_remove(uint8_t *b, uint32_t i)
{
    values_drop(b, i, i + 1);
    entries_close(b, i, 1);
}

void node_insert_child(uint8_t *b, uint32_t i, struct key low, uint32_t child)
{
    uint8_t *entry = entry_open(b, i);
    key_put(entry, low);
    branch_entry_set_child(entry, child);
}

void node_append(uint8_t *to, const uint8_t *from, uint32_t first, uint32_t n, uint8_t *scratch)
{
    uint32_t length;
    for (uint32_t i = first; i < first + n; i++) {
        if (node_level(to) > 0) {
            node_insert_child(to, node_count(to), node_key(from, i), node_child(from, i));
        } else {
            const uint8_t *value = node_value(from, i, &length);
            node_insert(to, node_count(to), node_key(from, i), value, length, scratch);
        }
    }
}

void node_truncate(uint8_t *b, uint32_t n)
{
    values_drop(b, n, node_count(b));
    node_set_count(b, (uint16_t)n);
}

void node_drop_first(uint8_t *b, uint32_t n)
{
    values_drop(b, 0, n);
    entries_close(b, 0, n);
}
