/* tree.c - the B+ tree against an array, with a small cache so that nodes come and go: every operation compared, the whole structure checked now and then;
 * memory that runs out at every call. */
#include "tree_pair.h"

/* grow_and_shrink - Fill, churn, empty; every phase with other sizes of values. */
static void grow_and_shrink(struct run *r, uint32_t value_max, uint32_t keys)
{
    struct pair p;
    static const uint32_t BIAS[] = {14, 8, 3, 12, 0};
    pair_make(&p, r);
    for (uint32_t phase = 0; phase < 5 && !r->failed; phase++) {
        for (uint32_t i = 0; i < keys * 3 && !r->failed; i++, r->cases++) {
            pair_step(&p, BIAS[phase], value_max, keys);
            if (i % 512 == 0) pair_range(&p), pair_check(&p);
        }
        pair_check(&p);
    }
    for (uint32_t i = 0; i < keys; i++)
        if (p.model.entry[i].present && btree_delete(&p.tree, model_key(i)) == LFSX_OK) model_delete(&p.model, i);
    ram_flush(&p.cache);
    pair_check(&p);
    if (!p.tree.splits || !p.tree.merges || !p.tree.borrows || !p.cache.evictions)
        fail(r, "seed %lu: splits %lu, merges %lu, borrows %lu, evictions %lu: the test is too tame", r->seed, p.tree.splits, p.tree.merges, p.tree.borrows, p.cache.evictions);
    pair_free(&p);
}

/* in_order - Appending fills nodes; deleting in order empties them. */
static void in_order(struct run *r)
{
    struct pair p;
    uint64_t nodes, entries;
    pair_make(&p, r);
    for (uint64_t i = 0; i < 20000; i++, r->cases++) {
        if (btree_insert(&p.tree, (struct key){1, 4, i}, &i, 8)) fail(r, "append %lu", i);
        if (p.cache.changed_count > 20) ram_flush(&p.cache);
    }
    if (btree_check(&p.tree, &nodes, &entries) || entries != 20000 || nodes > 20000 / 115) fail(r, "appending makes %lu nodes", nodes);
    for (uint64_t i = 0; i < 20000; i++) {
        if (btree_delete(&p.tree, (struct key){1, 4, i})) fail(r, "delete %lu", i);
        if (p.cache.changed_count > 20) ram_flush(&p.cache);
    }
    if (btree_check(&p.tree, &nodes, &entries) || entries != 0 || nodes > 3) fail(r, "deleting everything leaves %lu nodes", nodes);
    pair_free(&p);
}

/* failing - Each allocation and each load fails once; the tree stays whole. */
static void failing(struct run *r)
{
    struct pair p;
    pair_make(&p, r);
    for (uint32_t n = 0; n < 4000 && !r->failed; n++, r->cases++) {
        p.memory.fail_at = n % 3 == 0 ? p.memory.calls + 1 : 0;
        ram->fail_load = n % 3 == 1 ? 1 + dice_below(&p.dice, 3) : 0;
        pair_step(&p, n < 2500 ? 13 : 4, 700, 900);
        p.memory.fail_at = ram->fail_load = 0;
        if (n % 64 == 0) pair_check(&p);
    }
    pair_check(&p);
    pair_free(&p);
}

/* searched - What some search, perhaps long ago, has found for a key that will be deleted. */
static struct btree_hint searched(struct pair *p, struct btree_hint *known, uint32_t key)
{
    if (dice_below(&p->dice, 3) > 0) btree_find(&p->tree, model_key(key), &known[key]);
    return known[key];
}

/* narrow - A cache that has room for eight kept leaves, one way down and nothing more: a walk never loses the nodes it stands on, used last or not. */
static void narrow(struct run *r)
{
    struct pair p;
    struct cache c;
    struct btree t;
    struct btree_path path;
    struct btree_hint hint = {0};
    uint8_t v[LFSX_VALUE_MAX];
    uint32_t length;
    pair_make(&p, r);
    for (uint32_t i = 0; i < 3 * KEYS; i++) pair_step(&p, 16, 400, KEYS);
    ram_flush(&p.cache);
    if (btree_descend(&p.tree, KEY_LOWEST, &path) || path.height < 2) fail(r, "seed %lu: the tree is too low", r->seed);
    if (cache_open(&c, &p.memory.m, p.cache.source, path.height + 9) || btree_init(&t, &c, p.tree.root)) fail(r, "no second cache");
    for (uint32_t i = 0; i < 8; i++)
        if (btree_plan_insert(&t, p.model.entry[i * KEYS / 8].key, 0, &hint)) fail(r, "seed %lu: no plan", r->seed);
    for (uint32_t n = 0; n < 4000 && !r->failed; n++, r->cases++) {
        const struct model_entry *e = &p.model.entry[dice_below(&p.dice, KEYS)];
        lfsx_err_t err = btree_search(&t, e->key, v, sizeof v, &length);
        if (e->present ? err || length != e->length || memcmp(v, e->value, length) : err != LFSX_ABSENT) fail(r, "seed %lu: a narrow search: %s", r->seed, lfsx_error_text(err));
        e = &p.model.entry[dice_below(&p.dice, KEYS)];
        err = btree_descend(&t, e->key, &path);
        for (uint32_t level = 0; level <= path.height && !err; level++)
            if (node_level(path.frame[level]->b) != level || path.frame[level]->id != node_id(path.frame[level]->b) || !node_covers(path.frame[level]->b, e->key)) err = LFSX_CORRUPT;
        if (err) fail(r, "seed %lu: a narrow way: %s", r->seed, lfsx_error_text(err));
    }
    btree_plan_end(&t);
    btree_close(&t);
    cache_close(&c);
    pair_free(&p);
}

/* planned - Many changes planned together, then done; as a transaction does. Cannot fail once planned, and loads nothing. */
static void planned(struct run *r)
{
    struct pair p;
    static uint8_t v[64][400];
    static struct btree_hint known[KEYS];
    struct btree_hint leaf[64] = {0};
    uint32_t key[64], length[64], put[64];
    pair_make(&p, r);
    memset(known, 0, sizeof known);
    for (uint32_t round = 0; round < 1500 && !r->failed; round++, r->cases++) {
        uint32_t n = 1 + dice_below(&p.dice, 64), base = dice_below(&p.dice, KEYS - 200);
        lfsx_err_t err = LFSX_OK;
        for (uint32_t i = 0; i < n && !err; i++) {
            key[i] = dice_below(&p.dice, 2) ? base + dice_below(&p.dice, 200) : dice_below(&p.dice, KEYS);
            put[i] = dice_below(&p.dice, 16) < (round % 300 < 150 ? 12u : 4u);
            length[i] = dice_below(&p.dice, 400);
            memset(v[i], (int)dice_next(&p.dice), length[i]);
            if (!put[i]) leaf[i] = searched(&p, known, key[i]);
            err = put[i] ? btree_plan_insert(&p.tree, model_key(key[i]), length[i], &leaf[i]) : btree_plan_delete(&p.tree, model_key(key[i]), &leaf[i]);
        }
        if (!err) err = btree_plan_ready(&p.tree);
        if (err) n = 0;
        while (btree_cache_evict(&p.cache)) {} /* what is not kept */
        ram->fail_load = 1;
        for (uint32_t i = 0; i < n; i++) {
            struct key k = model_key(key[i]);
            err = put[i] ? btree_insert_at(&p.tree, &leaf[i], &k, v[i], length[i]) : btree_delete_at(&p.tree, &leaf[i], &k);
            if (err && err != LFSX_ABSENT) fail(r, "seed %lu: a planned change fails: %s", r->seed, lfsx_error_text(err));
            if (put[i]) model_put(&p.model, key[i], v[i], length[i]);
            else model_delete(&p.model, key[i]);
        }
        ram->fail_load = 0;
        btree_plan_end(&p.tree);
        ram_flush(&p.cache);
        if (round % 16 == 0) pair_check(&p);
    }
    pair_free(&p);
}

uint64_t test_tree(struct run *r)
{
    uint64_t seeds = r->full ? 50 : 2, first = r->seed;
    for (r->seed = first; r->seed < first + seeds && !r->failed; r->seed++) {
        grow_and_shrink(r, 200, KEYS);
        grow_and_shrink(r, 600, 1500);
        grow_and_shrink(r, LFSX_VALUE_MAX, 500);
        failing(r);
        narrow(r);
        planned(r);
    }
    in_order(r);
    return r->cases;
}
