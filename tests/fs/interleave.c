/* interleave.c - all 34,650 interleavings of three transactions of four steps, at every level and at mixed ones, against oracles that know nothing of locks and versions.
 *
 * Every read and scan is compared with what its level must show: the newest commit, or that of the beginning, under its own writes. What is written depends on
 * everything that was read, so the outcome tells the order: a brute-force search over all serial orders of the committed decides whether there is an equal one.
 * Detectors count the classic anomalies: one that a level forbids is a failure, one that it allows must occur. A step that would wait is tried again at the
 * transaction's next turn; if nobody can go on, a deadlock was missed. */
#include "interleave.h"
#include <stdio.h>
#include <stdlib.h>

const char *const ANOMALY[ANOMALIES] = {"dirty read", "non-repeatable read", "phantom", "lost update", "write skew"};
const char *const LEVEL[LEVELS] = {"read uncommitted", "read committed", "repeatable read", "serializable", "mixed levels"};
/* What a level lets happen. READ_UNCOMMITTED is implemented as READ_COMMITTED. */
const uint8_t ALLOWS[4][ANOMALIES] = {{0, 1, 1, 1, 1}, {0, 1, 1, 1, 1}, {0, 0, 0, 0, 1}, {0, 0, 0, 0, 0}};

static uint8_t orders[ORDERS][TURNS];

void interleave_wrong(struct world *w, int who, const char *what)
{
    fail(w->run, "%s, transactions %s %s %s: number %d, step %d: %s; again: fs_test interleave seed=%lu case=%lu", LEVEL[w->level], w->program[0], w->program[1],
        w->program[2], who, w->actor[who].at, what, w->run->seed, w->number);
}

void interleave_anomaly(struct world *w, int who, enum anomaly a)
{
    w->run_count[a]++;
    if (!ALLOWS[w->actor[who].level][a]) interleave_wrong(w, who, ANOMALY[a]);
}

static void orders_make(uint8_t *order, int at, int a, int b, int c)
{
    static uint32_t n;
    if (at == 0 && n) return;
    if (at == TURNS) {
        memcpy(orders[n++], order, TURNS);
        return;
    }
    int left[TXNS] = {a, b, c};
    for (int i = 0; i < TXNS; i++)
        if (left[i] > 0) order[at] = (uint8_t)i, orders_make(order, at + 1, a - (i == 0), b - (i == 1), c - (i == 2));
}

static void begin(struct world *w)
{
    static const uint64_t value[2] = {101, 103};
    uint64_t sequence;
    struct change c[KEYS] = {{.next = &c[1], .type = LOG_TYPE_PUT, .key = key_of(0), .value = &value[0], .length = 8},
        {.next = &c[2], .type = LOG_TYPE_PUT, .key = key_of(1), .value = &value[1], .length = 8}, {.type = LOG_TYPE_DELETE, .key = key_of(2)}};
    if (store_commit(&w->s, c, 0, 0, &sequence)) abort();
    memset(w->actor, 0, sizeof w->actor);
    memset(w->changes, 0, sizeof w->changes);
    memset(w->run_count, 0, sizeof w->run_count);
    memcpy(w->state[0], value, sizeof value);
    w->state[0][2] = w->commits = 0;
    for (int i = 0; i < TXNS; i++) {
        w->actor[i].hash = (uint64_t)i + 1;
        w->actor[i].level = w->level == MIXED ? 1 + (w->number / ORDERS + (uint64_t)i) % 3 : (enum isolation_level)w->level;
    }
}

static void play(struct world *w, const uint8_t *order)
{
    int moved = 1;
    begin(w);
    for (int i = 0; i < TURNS; i++) interleave_turn(w, order[i]);
    while (moved) {
        moved = 0;
        for (int i = 0; i < TXNS; i++) moved |= interleave_turn(w, i);
    }
    for (int i = 0; i < TXNS; i++) {
        if (w->actor[i].over) continue;
        interleave_wrong(w, i, "waits for ever");
        transaction_abort(w->actor[i].t);
        w->actor[i].over = 1;
    }
    interleave_judge(w);
}

static void totals(struct world *w)
{
    struct transaction_statistics st;
    transactions_statistics(w->all, &st);
    if (st.active || st.versions_now || st.begun != st.committed + st.aborted || st.versions_made != st.versions_collected)
        fail(w->run, "at the end %lu active, %lu versions", st.active, st.versions_now);
    for (int l = 0; l < 4; l++)
        for (int a = 0; a < ANOMALIES; a++)
            if (ALLOWS[l][a] && w->count[l][a] == 0) fail(w->run, "%s: no %s in any interleaving: the test does not see it", LEVEL[l], ANOMALY[a]);
    if (!w->deadlocks || !w->conflicts) fail(w->run, "no deadlock or no conflict in any interleaving");
    if (!w->run->quiet) printf("interleave: %lu deadlocks, %lu conflicts, %lu waits; anomalies at level", w->deadlocks, w->conflicts, w->waits);
    for (int l = 1; l < 4 && !w->run->quiet; l++)
        for (int a = 0; a < ANOMALIES; a++) printf("%s%lu", a ? "/" : " ", w->count[l][a]);
    if (!w->run->quiet) printf("\n");
}

uint64_t test_interleave(struct run *r)
{
    static struct world w;
    uint8_t order[TURNS];
    struct format_options f = {.uuid = {5}};
    uint64_t programs = programs_named() + (r->full ? 200 : 3);
    memset(&w, 0, sizeof w);
    w.run = r;
    orders_make(order, 0, STEPS, STEPS, STEPS);
    sim_device_init(&w.d, BLOCKS);
    sim_memory_init(&w.m, 0);
    struct store_options o = {.device = &w.d.d, .memory = &w.m.m, .cache_frames = 64};
    if (store_format(&o, &f) || store_open(&w.s, &o) || transactions_open(&w.s, &w.all)) abort();
    for (uint64_t p = 0; p < programs && !r->failed; p++) {
        program_make(&w, p);
        for (w.level = 0; w.level < LEVELS && !r->failed; w.level++)
            for (uint32_t n = w.level ? 0 : ORDERS - ORDERS / 10; n < ORDERS && !r->failed; n++) { /* the lowest level is the next one: a tenth will do */
                w.number = (p * LEVELS + (uint64_t)w.level) * ORDERS + n + 1;
                if (r->only && r->only != w.number) continue;
                play(&w, orders[n]);
                r->cases++;
            }
    }
    if (!r->only && !r->failed) totals(&w);
    transactions_close(w.all);
    store_drop(&w.s);
    if (w.m.live) fail(r, "%lu bytes not given back", w.m.live);
    sim_device_free(&w.d);
    return r->cases;
}
