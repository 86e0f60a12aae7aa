/* unit_cell.c - the cells of keys against an array: found by key, in order when that is asked, with and without memory for a larger table. */
#include "unit.h"
#include <txn/cell.h>

enum { TRIED = 20000, STEPS_TRIED = 100000 };
static struct cell *there[TRIED];
static struct cells cells;

/* Neighbours in one file, then other files, types and far offsets; ascending in i. */
static struct key tried(uint32_t i) { return (struct key){1 + i / 8000, (uint8_t)(i / 4000 % 2), i % 4000 < 3000 ? i % 4000 : (uint64_t)(i % 4000) << 50}; }

static uint32_t next_there(uint32_t i)
{
    while (i < TRIED && !there[i]) i++;
    return i;
}
static int is(const struct cell *c, uint32_t i) { return i < TRIED ? c == there[i] && c && key_equal(c->node.key, tried(i)) : !c; }

static void order_compare(struct run *r, uint32_t i)
{
    uint32_t from = next_there(i), after = next_there(i + 1), before = i;
    while (before > 0 && !there[before - 1]) before--;
    if (!is(cell_from(&cells, tried(i)), from) || !is(cell_after(&cells, tried(i)), after)) fail(r, "from or after key %u is wrong", i);
    if (!is(cell_before(&cells, tried(i)), before > 0 ? before - 1 : TRIED)) fail(r, "before key %u is wrong", i);
}
static void all_compare(struct run *r)
{
    uint64_t n = 0;
    for (uint32_t i = 0; i < TRIED; i++) {
        n += there[i] != 0;
        if (cell_find(&cells, tried(i)) != there[i]) fail(r, "key %u is not found, or found and not there", i);
    }
    WANT(r, n == cells.now);
}

static void step(struct run *r, struct dice *dice, uint32_t limit)
{
    uint32_t i = dice_below(dice, limit);
    if (there[i]) cell_release(&cells, there[i]), there[i] = 0;
    else there[i] = cell_get(&cells, tried(i));
    if (there[i] && cell_get(&cells, tried(i)) != there[i]) fail(r, "key %u has two cells", i);
    if (dice_below(dice, 500) == 0) order_compare(r, dice_below(dice, TRIED));
}

/* refused - Of so many requests one is refused; 1 = every one after the first. */
static void life(struct run *r, uint32_t refused)
{
    struct dice dice = {r->seed};
    struct sim_memory m;
    struct pool pool;
    uint8_t uuid[16] = {(uint8_t)r->seed};
    sim_memory_init(&m, 0);
    pool_open(&pool, &m.m);
    cells_open(&cells, &pool, uuid, r->seed);
    for (uint32_t n = 0; n < STEPS_TRIED && !r->failed; n++, r->cases++) {
        m.fail_at = refused && n % refused == 0 ? m.calls + 1 : 0;
        step(r, &dice, n < STEPS_TRIED / 2 ? TRIED : 50);
        if (n % 20000 == 0) all_compare(r);
    }
    all_compare(r);
    WANT(r, (cells.bucket == cells.least) == (refused == 1));
    struct cell *first = 0, *last = 0;
    for (uint32_t i = 0; i < TRIED; i++) {
        if (!there[i]) continue;
        if (!first) last = there[i];
        there[i]->link.next = first ? &first->link : 0;
        first = there[i];
        there[i] = 0;
    }
    cells_drop(&cells, first, last);
    WANT(r, cells.bucket == cells.least);
    all_compare(r);
    order_compare(r, 0);
    WANT(r, pool.live == 0);
    cells_close(&cells);
    pool_close(&pool);
    WANT(r, m.live == 0);
}

/* spread - The longest chain of so many neighbours is short, whatever the salt. */
static void spread(struct run *r)
{
    struct sim_memory m;
    struct pool pool;
    sim_memory_init(&m, 0);
    for (uint64_t salt = 0; salt < 50; salt++) {
        uint8_t uuid[16] = {0};
        uint32_t longest = 0;
        pool_open(&pool, &m.m);
        cells_open(&cells, &pool, uuid, salt);
        for (uint64_t i = 0; i < 4096; i++) cell_get(&cells, (struct key){7, 1, salt % 2 ? i : i << 40});
        for (uint32_t b = 0; b < 4096; b++) {
            uint32_t n = 0;
            for (const struct cell *c = cells.bucket[b]; c; c = c->same) n++;
            longest = n > longest ? n : longest;
        }
        WANT(r, longest > 0 && longest <= 12);
        cells_close(&cells);
        pool_close(&pool);
    }
}

void unit_cell(struct run *r)
{
    life(r, 0);
    life(r, 7);
    life(r, 1);
    spread(r);
}
