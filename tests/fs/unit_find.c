/* unit_find.c - searches in a node against counting, on nodes whose keys are spread evenly, in lumps, in steps, over inodes, and at both ends of what a key can be. */
#include "unit.h"
#include <node/kin.h>
#include <stdlib.h>

enum { SHAPES = 7 };

/* shape_key - A key of a node of that shape; lower ones are likelier to be neighbours in the later shapes. */
static struct key shape_key(struct dice *d, uint32_t shape)
{
    uint64_t v = dice_next(d);
    switch (shape) {
    case 0: return (struct key){1, KEY_TYPE_ENTRY, v};
    case 1: return (struct key){1, KEY_TYPE_ENTRY, v >> v % 64};
    case 2: return (struct key){1, KEY_TYPE_EXTENT, v % 300};
    case 3: return (struct key){v % 60, (uint8_t)(1 + v / 64 % 4), v >> 40};
    case 4: return (struct key){v >> v % 60, (uint8_t)(v % 256), dice_next(d)};
    case 5: return (struct key){v % 2 ? 7 : v >> 1, KEY_TYPE_ENTRY, dice_next(d) << 50};
    default: return (struct key){v % 3 - 1, (uint8_t)(v % 2 ? 255 : 0), ~0ull << v % 64};
    }
}

static int by_key(const void *a, const void *b) { return key_less(*(const struct key *)a, *(const struct key *)b) ? -1 : key_less(*(const struct key *)b, *(const struct key *)a); }

/* node_fill - A node of that level with up to n entries; its fences are the lowest and the highest key at times, else close to the entries. */
static uint32_t node_fill(struct dice *d, uint8_t *b, uint8_t level, uint32_t shape, uint32_t n)
{
    static uint8_t scratch[LFSX_BLOCK_BYTES];
    struct key k[NODE_ENTRIES_MAX];
    uint32_t count = 0;
    for (uint32_t i = 0; i < n; i++) k[i] = shape_key(d, shape);
    qsort(k, n, sizeof *k, by_key);
    for (uint32_t i = 0; i < n; i++)
        if (key_less(k[i], KEY_HIGHEST) && (count == 0 || key_less(k[count - 1], k[i]))) k[count++] = k[i];
    int close = count > 0 && dice_below(d, 2);
    node_init(b, 1, level, close ? k[0] : KEY_LOWEST, close ? key_after(k[count - 1]) : KEY_HIGHEST);
    for (uint32_t i = 0; i < count; i++) {
        if (level == 0) node_insert(b, i, k[i], 0, 0, scratch);
        else node_insert_child(b, i, i == 0 ? node_low(b) : k[i], i + 2);
    }
    return count;
}

/* conclusions - Of node/lookup.h, where `less` entries are less than k. */
static void conclusions(struct run *r, struct dice *d, const uint8_t *b, struct key k, uint32_t less)
{
    static uint8_t child[LFSX_BLOCK_BYTES];
    uint32_t at = dice_below(d, 250), count = node_count(b), found = less < count && key_equal(node_key(b, less), k);
    WANT(r, (node_lookup(b, k, &at) != 0) == found && at == less);
    WANT(r, node_until(b, k) == less && (node_belongs(b, less, k) != 0) == (node_covers(b, k) != 0));
    if (node_level(b) == 0 || count == 0) return;
    uint32_t i = dice_below(d, count);
    struct key low = node_key(b, i), high = i + 1 < count ? node_key(b, i + 1) : node_high(b);
    node_init(child, i + 2, (uint8_t)(node_level(b) - 1), low, high);
    WANT(r, node_child_fits(b, i, child) && (i + 1 == count || !node_child_fits(b, i + 1, child)));
    node_init(child, i + 2, (uint8_t)(node_level(b) - 1), low, k);
    WANT(r, node_child_fits(b, i, child) == key_equal(high, k));
    node_init(child, i + 2, (uint8_t)(node_level(b) - 1), k, high);
    WANT(r, node_child_fits(b, i, child) == key_equal(low, k));
}

/* kin - Of node/kin.h. */
static void kin(struct run *r, struct dice *d, const uint8_t *b, struct key k, uint32_t less)
{
    struct key low = node_low(b), high = node_high(b);
    uint32_t guess = dice_below(d, 250), at = guess, count = node_count(b);
    int same = low.inode == k.inode && low.type == k.type && high.inode == k.inode && high.type == k.type;
    WANT(r, node_kin(b, k) == same);
    if (!same) return;
    WANT(r, kin_covers(b, k) == node_covers(b, k));
    WANT(r, kin_lookup(b, k, &at) == node_has(b, less, k) && at == (count ? less : guess));
    r->cases++;
}

static void searches(struct run *r, struct dice *d, const uint8_t *b, uint32_t count, uint32_t shape)
{
    for (uint32_t n = 0; n < 60; n++, r->cases++) {
        struct key k = n % 3 == 0 && count > 0 ? node_key(b, dice_below(d, count)) : shape_key(d, shape);
        if (n % 6 == 0) k = key_after(k);
        uint32_t less = 0, below = 0;
        for (uint32_t i = 0; i < count; i++) less += key_less(node_key(b, i), k);
        for (uint32_t i = 1; i < count; i++) below += !key_less(k, node_key(b, i));
        WANT(r, node_find(b, k) == less);
        WANT(r, node_find_from(b, k, node_guess(b, k)) == less && node_find_from(b, k, dice_below(d, 250)) == less);
        if (node_covers(b, k)) WANT(r, node_child_of(b, k) == below);
        conclusions(r, d, b, k, less);
        kin(r, d, b, k, less);
    }
}

void unit_find(struct run *r)
{
    static uint8_t b[LFSX_BLOCK_BYTES];
    struct dice d = {r->seed};
    for (uint32_t n = 0; n < 2100 && !r->failed; n++) {
        uint32_t shape = n % SHAPES, level = n / SHAPES % 2;
        uint32_t count = node_fill(&d, b, (uint8_t)level, shape, n % 10 == 0 ? n / 10 % 4 : 1 + dice_below(&d, NODE_ENTRIES_MAX));
        searches(r, &d, b, count, shape);
    }
}
