/* unit_pool.c - small records: nobody gets another's bytes, memory that is refused changes nothing, everything goes back. */
#include "unit.h"
#include <base/pool.h>
#include <stdlib.h>

enum { SLOTS = 3000, STEPS = 60000, SIZE_MAX_TRIED = 700 };
struct slot { uint8_t *place; uint32_t bytes; uint8_t mark; };

static int marked(const struct slot *s)
{
    for (uint32_t i = 0; i < s->bytes; i++)
        if (s->place[i] != s->mark) return 0;
    return 1;
}
static void slot_give(struct run *r, struct pool *p, struct slot *s)
{
    if (!marked(s)) fail(r, "a piece of %u bytes was written by another", s->bytes);
    pool_give(p, s->place, s->bytes);
    s->place = 0;
}
/* slot_take - Now and then memory is refused where it is asked for. */
static void slot_take(struct run *r, struct pool *p, struct sim_memory *m, struct slot *s, struct dice *dice)
{
    uint64_t live = p->live, held = m->live, asked = m->calls;
    m->fail_at = dice_below(dice, 4) == 0 ? m->calls + 1 : 0;
    s->bytes = 1 + dice_below(dice, dice_below(dice, 8) ? 200 : SIZE_MAX_TRIED);
    s->mark = (uint8_t)dice_next(dice);
    s->place = pool_take(p, s->bytes);
    if (!s->place && (!m->fail_at || m->calls == asked || p->live != live || m->live != held)) fail(r, "refused without need, or not without a change");
    if (s->place && (uintptr_t)s->place % 16) fail(r, "a piece of %u bytes is not aligned", s->bytes);
    if (s->place) memset(s->place, s->mark, s->bytes);
}

static void random_life(struct run *r, uint8_t single)
{
    static struct slot slot[SLOTS];
    struct dice dice = {r->seed};
    struct sim_memory m;
    struct pool p;
    sim_memory_init(&m, 0);
    m.m.single = single;
    pool_open(&p, &m.m);
    for (int i = 0; i < STEPS; i++, r->cases++) {
        struct slot *s = &slot[dice_below(&dice, i / 20000 % 2 ? SLOTS / 10 : SLOTS)];
        if (s->place) slot_give(r, &p, s);
        else slot_take(r, &p, &m, s, &dice);
    }
    WANT(r, p.live > 0 && (p.chunk_count == 0) == single);
    for (int i = 0; i < SLOTS; i++)
        if (slot[i].place) slot_give(r, &p, &slot[i]);
    WANT(r, p.live == 0 && m.live <= (uint64_t)POOL_CHUNKS_KEPT * POOL_CHUNK_BYTES);
    pool_close(&p);
    WANT(r, m.live == 0);
}

/* As a long transaction does that writes the same keys again and again: the pool does not grow. What was too much goes back as soon as nothing is out. */
static void no_growth(struct run *r)
{
    struct sim_memory m;
    struct pool p;
    void *one[100], *many[10000];
    sim_memory_init(&m, 0);
    pool_open(&p, &m.m);
    for (int i = 0; i < 100; i++) one[i] = pool_take(&p, 150);
    uint64_t held = m.live;
    for (int i = 0; i < 100000; i++) {
        pool_give(&p, one[i % 100], 150);
        one[i % 100] = pool_take(&p, 150);
    }
    WANT(r, m.live == held);
    for (int i = 0; i < 10000; i++) many[i] = pool_take(&p, 150);
    for (int i = 0; i < 10000; i++) pool_give(&p, many[i], 150);
    WANT(r, p.live == 100 && m.live > held);
    for (int i = 0; i < 100; i++) pool_give(&p, one[i], 150);
    WANT(r, p.live == 0 && m.live == 0);
}

/* lists - Pieces of one size that come back together, as a transaction's do, are pieces like others. */
static void lists(struct run *r, uint8_t single)
{
    struct sim_memory m;
    struct pool p;
    sim_memory_init(&m, 0);
    m.m.single = single;
    pool_open(&p, &m.m);
    for (int round = 0; round < 50; round++) {
        struct pool_piece *first = 0, *last = 0;
        void *other = pool_take(&p, 96);
        for (int i = 0; i < 1000; i++) {
            struct pool_piece *piece = pool_take(&p, 96);
            memset(piece, i, 96);
            piece->next = first;
            first = piece;
            if (i == 0) last = piece;
        }
        pool_give_list(&p, first, last, 1000, 96);
        WANT(r, p.live == 1 && m.live <= 100000);
        pool_give(&p, other, 96);
    }
    WANT(r, p.live == 0);
    pool_close(&p);
    WANT(r, m.live == 0);
}

void unit_pool(struct run *r)
{
    lists(r, 0);
    lists(r, 1);
    random_life(r, 0);
    random_life(r, 1);
    no_growth(r);
}
