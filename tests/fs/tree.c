/* tree.c - the B+ tree against an array, with a small cache so that nodes come and go: every operation compared, the whole structure checked now and then;
 * memory that runs out at every call. Nodes live in a plain array of blocks: no store below. */
#include "sim.h"
#include <stdio.h>
#include <stdlib.h>

enum { NODES = 20000, KEYS = 3000 };
struct ram { uint8_t *block[NODES]; uint32_t next, free[NODES], frees; uint64_t fail_load; };
static struct ram *ram;

static lfsx_err_t ram_load(void *self, uint32_t id, uint8_t *to)
{
    if (ram->fail_load && --ram->fail_load == 0) return LFSX_IO;
    if (!ram->block[id]) return LFSX_CORRUPT;
    memcpy(to, ram->block[id], LFSX_BLOCK_BYTES);
    return node_check(to) ? LFSX_CORRUPT : LFSX_OK;
}
static lfsx_err_t ram_take(void *self, uint32_t *id) { return *id = ram->frees ? ram->free[--ram->frees] : ram->next++, LFSX_OK; }
static void ram_give(void *self, uint32_t id)
{
    free(ram->block[id]);
    ram->block[id] = 0;
    ram->free[ram->frees++] = id;
}
static const struct node_source SOURCE = {0, ram_load, ram_take, ram_give};

/* ram_flush - What a checkpoint does: changed nodes go to the array and become clean. */
static void ram_flush(struct cache *c)
{
    for (struct frame *f = c->changed.head.younger; f != &c->changed.head; f = f->younger) {
        if (!ram->block[f->id]) ram->block[f->id] = malloc(LFSX_BLOCK_BYTES);
        memcpy(ram->block[f->id], f->b, LFSX_BLOCK_BYTES);
    }
    cache_clean(c);
}

struct pair { struct run *run; struct btree tree; struct cache cache; struct sim_memory memory; struct model model; struct dice dice; };

static void pair_make(struct pair *p, struct run *r)
{
    memset(p, 0, sizeof *p);
    p->run = r;
    p->dice.state = r->seed;
    ram = calloc(1, sizeof *ram);
    ram->next = 1;
    sim_memory_init(&p->memory, 0);
    model_init(&p->model, KEYS);
    if (cache_open(&p->cache, &p->memory.m, &SOURCE, 64) || btree_init(&p->tree, &p->cache, 0)) abort();
}
static void pair_free(struct pair *p)
{
    btree_close(&p->tree);
    cache_close(&p->cache);
    if (p->memory.live) fail(p->run, "seed %lu: %lu bytes not given back", p->run->seed, p->memory.live);
    model_free(&p->model);
    for (uint32_t i = 0; i < NODES; i++) free(ram->block[i]);
    free(ram);
}

static int sum(void *self, struct key key, const void *value, uint32_t length)
{
    *(uint64_t *)self += entry_digest(key, value, length);
    return 0;
}
static int ordered(void *self, struct key key, const void *value, uint32_t length)
{
    struct key *last = self;
    int wrong = !key_less(*last, key);
    *last = key;
    return wrong;
}

/* range - A random range: the same entries as the model has there, ascending. */
static void range(struct pair *p)
{
    uint64_t got = 0, want = 0;
    struct key from = model_key(dice_below(&p->dice, KEYS)), to = model_key(dice_below(&p->dice, KEYS)), last = KEY_LOWEST;
    for (uint32_t i = 0; i < KEYS; i++) {
        const struct model_entry *e = &p->model.entry[i];
        if (e->present && !key_less(e->key, from) && key_less(e->key, to)) want += entry_digest(e->key, e->value, e->length);
    }
    lfsx_err_t err = btree_range_query(&p->tree, from, to, sum, &got);
    if (!err) err = btree_range_query(&p->tree, from, to, ordered, &last);
    if (err || got != want) fail(p->run, "seed %lu: a range query differs (%s)", p->run->seed, lfsx_error_text(err));
}

static void check(struct pair *p)
{
    uint64_t nodes, entries, got = 0;
    lfsx_err_t err = btree_check(&p->tree, &nodes, &entries);
    if (!err) err = btree_range_query(&p->tree, KEY_LOWEST, KEY_HIGHEST, sum, &got);
    if (err || entries != p->model.count || got != p->model.digest || nodes != ram->next - 1 - ram->frees - p->tree.spares)
        fail(p->run, "seed %lu: the tree has %lu entries, wanted %lu, and %lu nodes (%s)", p->run->seed, entries, p->model.count, nodes, lfsx_error_text(err));
}

/* step - One operation on both. `bias` of 16 are puts. The error of a refused one must leave all as it was. */
static void step(struct pair *p, uint32_t bias, uint32_t value_max, uint32_t keys)
{
    uint8_t v[LFSX_VALUE_MAX];
    uint32_t i = dice_below(&p->dice, keys), length = dice_below(&p->dice, value_max + 1), n;
    const struct model_entry *e = &p->model.entry[i];
    lfsx_err_t err;
    if (dice_below(&p->dice, 16) < bias) {
        for (uint32_t j = 0; j < length; j++) v[j] = (uint8_t)dice_next(&p->dice);
        err = btree_insert(&p->tree, e->key, v, length);
        if (!err) model_put(&p->model, i, v, length);
    } else {
        err = btree_delete(&p->tree, e->key);
        if ((!err || err == LFSX_ABSENT) && (err == LFSX_ABSENT) != !e->present) fail(p->run, "seed %lu: delete answers %s", p->run->seed, lfsx_error_text(err));
        if (!err) model_delete(&p->model, i);
    }
    if (err && err != LFSX_ABSENT && err != LFSX_MEMORY && err != LFSX_IO) fail(p->run, "seed %lu: %s", p->run->seed, lfsx_error_text(err));
    err = btree_search(&p->tree, e->key, v, sizeof v, &n);
    if (err != LFSX_MEMORY && err != LFSX_IO && (e->present ? err || n != e->length || memcmp(v, e->value, n) : err != LFSX_ABSENT))
        fail(p->run, "seed %lu: search differs (%s)", p->run->seed, lfsx_error_text(err));
    if (p->cache.changed_count > 20) ram_flush(&p->cache);
}

/* grow_and_shrink - Fill, churn, empty; every phase with other sizes of values. */
static void grow_and_shrink(struct run *r, uint32_t value_max, uint32_t keys)
{
    struct pair p;
    static const uint32_t BIAS[] = {14, 8, 3, 12, 0};
    pair_make(&p, r);
    for (uint32_t phase = 0; phase < 5 && !r->failed; phase++) {
        for (uint32_t i = 0; i < keys * 3 && !r->failed; i++, r->cases++) {
            step(&p, BIAS[phase], value_max, keys);
            if (i % 512 == 0) range(&p), check(&p);
        }
        check(&p);
    }
    for (uint32_t i = 0; i < keys; i++)
        if (p.model.entry[i].present && btree_delete(&p.tree, model_key(i)) == LFSX_OK) model_delete(&p.model, i);
    ram_flush(&p.cache);
    check(&p);
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
        step(&p, n < 2500 ? 13 : 4, 700, 900);
        p.memory.fail_at = ram->fail_load = 0;
        if (n % 64 == 0) check(&p);
    }
    check(&p);
    pair_free(&p);
}

/* planned - Many changes planned together, then done; as a transaction does. Cannot fail once planned. */
static void planned(struct run *r)
{
    struct pair p;
    static uint8_t v[64][400];
    struct btree_hint leaf[64];
    uint32_t key[64], length[64], put[64];
    pair_make(&p, r);
    for (uint32_t round = 0; round < 1500 && !r->failed; round++, r->cases++) {
        uint32_t n = 1 + dice_below(&p.dice, 64), base = dice_below(&p.dice, KEYS - 200);
        lfsx_err_t err = LFSX_OK;
        for (uint32_t i = 0; i < n && !err; i++) {
            key[i] = dice_below(&p.dice, 2) ? base + dice_below(&p.dice, 200) : dice_below(&p.dice, KEYS);
            put[i] = dice_below(&p.dice, 16) < (round % 300 < 150 ? 12u : 4u);
            length[i] = dice_below(&p.dice, 400);
            memset(v[i], (int)dice_next(&p.dice), length[i]);
            err = put[i] ? btree_plan_insert(&p.tree, model_key(key[i]), length[i], &leaf[i]) : btree_plan_delete(&p.tree, model_key(key[i]), &leaf[i]);
        }
        if (!err) err = btree_plan_ready(&p.tree);
        if (err) n = 0;
        for (uint32_t i = 0; i < n; i++) {
            err = put[i] ? btree_insert_at(&p.tree, leaf[i], model_key(key[i]), v[i], length[i]) : btree_delete_at(&p.tree, leaf[i], model_key(key[i]));
            if (err && err != LFSX_ABSENT) fail(r, "seed %lu: a planned change fails: %s", r->seed, lfsx_error_text(err));
            if (put[i]) model_put(&p.model, key[i], v[i], length[i]);
            else model_delete(&p.model, key[i]);
        }
        btree_plan_end(&p.tree);
        ram_flush(&p.cache);
        if (round % 16 == 0) check(&p);
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
        planned(r);
    }
    in_order(r);
    return r->cases;
}
