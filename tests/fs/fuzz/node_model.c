/* node_model.c - see node_model.h. */
#include "node_model.h"

static int values_good(const uint8_t *b)
{
    uint8_t taken[LFSX_BLOCK_BYTES] = {0};
    uint32_t sum = 0;
    for (uint32_t i = 0; i < node_count(b); i++) {
        const uint8_t *e = b + 96 + 21 * i;
        uint32_t at = e[17] | e[18] << 8, length = e[19] | e[20] << 8;
        if (length > 1900 || (length && (at < node_heap(b) || at + length > 4096))) return 0;
        for (uint32_t k = 0; k < length; k++)
            if (taken[at + k]++) return 0;
        sum += length;
    }
    return sum == node_live(b);
}

static int children_good(const uint8_t *b)
{
    for (uint32_t i = 0; i < node_count(b); i++)
        if (node_child(b, i) == 0 || node_child(b, i) == node_id(b)) return 0;
    return node_count(b) > 0 && node_live(b) == 0 && node_heap(b) == 4096 && key_equal(node_key(b, 0), node_low(b));
}

static int keys_good(const uint8_t *b)
{
    for (uint32_t i = 0; i < node_count(b); i++) {
        if (memcmp(b + 96 + 21 * i, b + 47, 17) < 0 || memcmp(b + 96 + 21 * i, b + 64, 17) >= 0) return 0;
        if (i && memcmp(b + 75 + 21 * i, b + 96 + 21 * i, 17) >= 0) return 0;
    }
    return memcmp(b + 47, b + 64, 17) < 0;
}

static int head_good(const uint8_t *b)
{
    uint32_t count = b[40] | b[41] << 8, heap = b[42] | b[43] << 8, live = b[44] | b[45] << 8;
    return !memcmp(b, "LNOD", 4) && node_id(b) && count <= 190 && heap >= 96 && heap <= 4096 && live <= 4000 && b[46] <= 12 && 96 + 21 * count <= heap
        && 21 * count + live <= 4000;
}

int node_is_good(const uint8_t *b) { return head_good(b) && keys_good(b) && (b[46] ? children_good(b) : values_good(b)); }

void node_model_take(struct node_model *m, const uint8_t *b)
{
    m->count = 0;
    m->leaf = node_level(b) == 0;
    for (uint32_t i = 0, length = 0; i < node_count(b); i++) {
        const uint8_t *value = m->leaf ? node_value(b, i, &length) : b;
        node_model_put(m, i, node_key(b, i), value, length, 1);
    }
}

uint32_t model_less(const struct node_model *m, struct key k)
{
    uint32_t i = 0;
    while (i < m->count && key_less(m->entry[i].key, k)) i++;
    return i;
}
int model_has(const struct node_model *m, uint32_t i, struct key k) { return i < m->count && key_equal(m->entry[i].key, k); }

void node_model_put(struct node_model *m, uint32_t i, struct key k, const void *value, uint32_t length, int fresh)
{
    if (fresh) memmove(&m->entry[i + 1], &m->entry[i], (m->count - i) * sizeof m->entry[0]), m->count++;
    m->entry[i].key = k;
    m->entry[i].length = length;
    m->entry[i].sum = length ? crc32c_extend(0, value, length) : 0;
}

void node_model_cut(struct node_model *m, uint32_t first, uint32_t n)
{
    memmove(&m->entry[first], &m->entry[first + n], (m->count - first - n) * sizeof m->entry[0]);
    m->count -= n;
}

void node_model_compare(const struct node_model *m, const uint8_t *b, uint32_t first, uint32_t n)
{
    HOLDS(node_count(b) == n);
    for (uint32_t i = 0, length; i < n; i++) {
        HOLDS(key_equal(node_key(b, i), m->entry[first + i].key));
        if (!m->leaf) continue;
        const uint8_t *value = node_value(b, i, &length);
        HOLDS(length == m->entry[first + i].length && (length == 0 || crc32c_extend(0, value, length) == m->entry[first + i].sum));
    }
    HOLDS(node_check(b) == NODE_GOOD);
}
