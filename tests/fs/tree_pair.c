/* tree_pair.c - see tree_pair.h. */
#include "tree_pair.h"
#include <stdlib.h>

struct ram *ram;

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
void ram_flush(struct cache *c)
{
    for (struct frame *f = c->changed.head.younger; f != &c->changed.head; f = f->younger) {
        if (!ram->block[f->id]) ram->block[f->id] = malloc(LFSX_BLOCK_BYTES);
        memcpy(ram->block[f->id], f->b, LFSX_BLOCK_BYTES);
    }
    cache_clean(c);
}

void pair_make(struct pair *p, struct run *r)
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
void pair_free(struct pair *p)
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

/* pair_range - A random range: the same entries as the model has there, ascending. */
void pair_range(struct pair *p)
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

void pair_check(struct pair *p)
{
    uint64_t nodes, entries, got = 0;
    lfsx_err_t err = btree_check(&p->tree, &nodes, &entries);
    if (!err) err = btree_range_query(&p->tree, KEY_LOWEST, KEY_HIGHEST, sum, &got);
    if (err || entries != p->model.count || got != p->model.digest || nodes != ram->next - 1 - ram->frees - p->tree.spares)
        fail(p->run, "seed %lu: the tree has %lu entries, wanted %lu, and %lu nodes (%s)", p->run->seed, entries, p->model.count, nodes, lfsx_error_text(err));
}

/* pair_step - One operation on both. `bias` of 16 are puts. The error of a refused one must leave all as it was. */
void pair_step(struct pair *p, uint32_t bias, uint32_t value_max, uint32_t keys)
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
