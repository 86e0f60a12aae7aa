/* node.c - one node: a good one is edited, sealed and checked; node_check and validate_node must say of it what a second, plain reading of the rules says. If it is good,
 * entries are found, put, replaced and removed beside a model, and it must stay good. */
#include "node_model.h"
#include <node/append.h>
#include <node/drop.h>

static const uint8_t UUID[16] = {3, 1, 4};

static struct key key_of(uint32_t i) { return (struct key){1 + i / 32, (uint8_t)(1 + i / 8 % 4), i * 16}; }

/* base - A good node: so many entries, ascending. */
static void base(struct input *in, uint8_t *b)
{
    static const uint8_t value[64] = "value of an entry";
    uint8_t scratch[LFSX_BLOCK_BYTES];
    uint32_t level = input_pick(in, 2), n = input_byte(in) % 120, step = 1 + input_pick(in, 40);
    if (level && n == 0) n = 1;
    node_init(b, 7, (uint8_t)level, level ? key_of(0) : KEY_LOWEST, KEY_HIGHEST);
    for (uint32_t i = 0; i < n; i++) {
        if (level) node_insert_child(b, i, key_of(i), 8 + i);
        else if (node_free(b) >= ENTRY_BYTES + i * step % 60) node_insert(b, node_count(b), key_of(i), value, i * step % 60, scratch);
    }
}

static void edit(struct input *in, uint8_t *b)
{
    for (uint32_t n = input_pick(in, 12); n > 0; n--) {
        uint32_t kind = input_pick(in, 4), count = node_count(b) < NODE_ENTRIES_MAX ? node_count(b) : NODE_ENTRIES_MAX;
        uint32_t i = input_byte(in) % (count + 1);
        if (i == NODE_ENTRIES_MAX) i = 0;
        if (kind == 0) input_edit(in, b, NODE_BYTES);
        else if (kind == 1) input_edit(in, node_entry_place(b, i), ENTRY_BYTES);
        else if (kind == 2) key_put(node_entry_place(b, i), key_of(input_byte(in)));
        else input_edit(in, b, LFSX_BLOCK_BYTES);
    }
}

static struct key key_some(struct input *in, const uint8_t *b)
{
    uint32_t kind = input_pick(in, 4);
    struct key k = node_count(b) ? node_key(b, input_byte(in) % node_count(b)) : KEY_LOWEST;
    if (kind == 1) k.offset += 1;
    if (kind == 2) k = input_key(in);
    return k;
}

static void leaf_step(struct input *in, uint8_t *b, struct node_model *m)
{
    uint8_t scratch[LFSX_BLOCK_BYTES];
    static uint8_t value[LFSX_VALUE_MAX];
    struct key k = key_some(in, b);
    uint32_t i = node_find(b, k), kind = input_pick(in, 6), length = input_short(in) % (LFSX_VALUE_MAX + 1);
    HOLDS(i == model_less(m, k) && node_has(b, i, k) == model_has(m, i, k));
    memset(value, input_byte(in), length);
    if (kind == 0) node_truncate(b, i), node_model_cut(m, i, m->count - i);
    else if (kind == 1) node_drop_first(b, i, scratch), node_model_cut(m, 0, i);
    else if (kind == 2) node_compact(b, scratch);
    else if (model_has(m, i, k) && kind == 3) node_remove(b, i), node_model_cut(m, i, 1);
    else if (model_has(m, i, k) && length <= node_free(b) + m->entry[i].length) node_replace(b, i, value, length, scratch), node_model_put(m, i, k, value, length, 0);
    else if (!model_has(m, i, k) && node_covers(b, k) && ENTRY_BYTES + length <= node_free(b)) node_insert(b, i, k, value, length, scratch), node_model_put(m, i, k, value, length, 1);
}

static void branch_step(struct input *in, uint8_t *b, struct node_model *m)
{
    struct key k = key_some(in, b);
    uint32_t i = model_less(m, k), child = input_short(in), kind = input_pick(in, 3);
    if (node_covers(b, k)) HOLDS(node_child_of(b, k) == (model_has(m, i, k) || i == 0 ? i : i - 1));
    if (kind == 0 && i > 0 && i < m->count) node_remove(b, i), node_model_cut(m, i, 1);
    else if (kind == 1 && i > 0) node_truncate(b, i), node_model_cut(m, i, m->count - i);
    else if (!model_has(m, i, k) && node_covers(b, k) && ENTRY_BYTES <= node_free(b) && child && child != node_id(b)) {
        node_insert_child(b, i, k, child);
        node_model_put(m, i, k, &child, 0, 1);
    }
}

/* halves - The upper entries to another node: both are good, and between them they have what there was. */
static void halves(struct input *in, uint8_t *b, struct node_model *m)
{
    uint8_t scratch[LFSX_BLOCK_BYTES], *upper = malloc(LFSX_BLOCK_BYTES);
    uint32_t i = m->count ? 1 + input_byte(in) % m->count : 0;
    if (i < m->count) {
        node_init(upper, 9000, node_level(b), node_key(b, i), node_high(b));
        node_append(upper, b, i, m->count - i, scratch);
        node_model_compare(m, upper, i, m->count - i);
        node_truncate(b, i);
        key_put(b + NODE_HIGH_AT, node_low(upper));
        node_model_cut(m, i, m->count - i);
        node_model_compare(m, b, 0, m->count);
    }
    free(upper);
}

void fuzz_node(struct input *in)
{
    static struct node_model m;
    uint8_t *b = malloc(LFSX_BLOCK_BYTES);
    base(in, b);
    edit(in, b);
    uint32_t crc = node_seal(b, UUID, 5);
    struct node_place place = {UUID, node_id(b), crc, 5};
    enum node_fault fault = validate_node(b, &place);
    HOLDS(fault == node_check(b) && (fault == NODE_GOOD) == node_is_good(b));
    if (fault == NODE_GOOD) node_model_take(&m, b);
    for (uint32_t n = 0; fault == NODE_GOOD && n < 40 && !input_ends(in); n++) {
        if (node_level(b)) branch_step(in, b, &m);
        else leaf_step(in, b, &m);
        node_model_compare(&m, b, 0, m.count);
    }
    if (fault == NODE_GOOD) halves(in, b, &m);
    free(b);
}
