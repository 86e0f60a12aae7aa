/* interleave.c - all 34,650 interleavings of three transactions of four steps, at every level and at mixed ones, against oracles that know nothing of locks and versions.
 *
 * Every read and scan is compared with what its level must show: the newest commit, or that of the beginning, under its own writes. What is written depends on
 * everything that was read, so the outcome tells the order: a brute-force search over all serial orders of the committed decides whether there is an equal one.
 * Detectors count the classic anomalies: one that a level forbids is a failure, one that it allows must occur. A step that would wait is tried again at the
 * transaction's next turn; if nobody can go on, a deadlock was missed. */
#include "sim.h"
#include <stdio.h>
#include <stdlib.h>
#include <txn/txn.h>

enum { TXNS = 3, STEPS = 4, TURNS = TXNS * STEPS, ORDERS = 34650, KEYS = 3, BLOCKS = 1024, MIXED = 4, LEVELS = 5 };
enum anomaly { DIRTY_READ, NON_REPEATABLE, PHANTOM, LOST_UPDATE, WRITE_SKEW, ANOMALIES };
static const char *const ANOMALY[ANOMALIES] = {"dirty read", "non-repeatable read", "phantom", "lost update", "write skew"};
static const char *const LEVEL[LEVELS] = {"read uncommitted", "read committed", "repeatable read", "serializable", "mixed levels"};
/* What a level lets happen. READ_UNCOMMITTED is implemented as READ_COMMITTED. */
static const uint8_t ALLOWS[4][ANOMALIES] = {{0, 1, 1, 1, 1}, {0, 1, 1, 1, 1}, {0, 0, 0, 0, 1}, {0, 0, 0, 0, 0}};

/* r read, w write, d delete, s scan all, c commit, a abort; the digit is a key. Keys 0 and 1 exist at the beginning. */
static const char *const PROGRAM[][TXNS] = {
    {"w0w1r2a.", "r0r1r0c.", "w1r0w2c."}, /* dirty read */
    {"r0r0r0c.", "w0w1r0c.", "r1w0d1c."}, /* non-repeatable read */
    {"s.s.r2c.", "w2r0d1c.", "d0w0s.c."}, /* phantom */
    {"r0w0r1c.", "r0w0w1c.", "r0r1w0c."}, /* lost update */
    {"r0r1w0c.", "r0r1w1c.", "r0w2r1c."}, /* write skew */
    {"s.w0r1c.", "s.w1r0c.", "s.w2s.c."}, /* write skew by scans */
    {"w0w1w2c.", "w1w2w0c.", "w2w0w1c."}, /* deadlocks of three */
};
enum { NAMED = sizeof PROGRAM / sizeof *PROGRAM };

struct actor {
    struct transaction *t;
    enum isolation_level level;
    int at, over, committed; /* next step */
    uint64_t hash, read[STEPS], began;
    uint64_t wrote[KEYS], read_at[KEYS], last[KEYS], last_scan; /* read_at: 1 + commits of the key when it was first read */
    uint8_t has_wrote[KEYS], has_last[KEYS], has_scan;
};
struct world {
    struct run *run;
    struct sim_device d;
    struct sim_memory m;
    struct store s;
    struct transactions *all;
    char program[TXNS][2 * STEPS + 1];
    uint64_t state[TXNS + 1][KEYS], commits, changes[KEYS]; /* after each commit */
    struct actor actor[TXNS];
    int order[TXNS]; /* of commits */
    uint64_t number, count[LEVELS][ANOMALIES], run_count[ANOMALIES], deadlocks, conflicts, waits;
    int level;
};
static uint8_t orders[ORDERS][TURNS];

static uint64_t mix(uint64_t h, uint64_t v)
{
    struct dice d = {h * 31 + v};
    return dice_next(&d);
}
static struct key key_of(int k) { return (struct key){1, 1, (uint64_t)k * 10}; }

static void wrong(struct world *w, int who, const char *what)
{
    fail(w->run, "%s, transactions %s %s %s: number %d, step %d: %s; again: fs_test interleave seed=%lu case=%lu", LEVEL[w->level], w->program[0], w->program[1],
        w->program[2], who, w->actor[who].at, what, w->run->seed, w->number);
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

static void anomaly(struct world *w, int who, enum anomaly a)
{
    w->run_count[a]++;
    if (!ALLOWS[w->actor[who].level][a]) wrong(w, who, ANOMALY[a]);
}

/* must_see - By the level's definition. */
static uint64_t must_see(const struct world *w, const struct actor *a, int k)
{
    return a->has_wrote[k] ? a->wrote[k] : w->state[a->level == ISOLATION_REPEATABLE_READ ? a->began : w->commits][k];
}
static uint64_t scan_digest(uint64_t h, int k, uint64_t v) { return v ? mix(h + (uint64_t)k, v) : h; }

static void read_note(struct world *w, int who, int k, uint64_t v)
{
    struct actor *a = &w->actor[who];
    for (int i = 0; i < TXNS; i++)
        if (i != who && !w->actor[i].committed && v && w->actor[i].has_wrote[k] && w->actor[i].wrote[k] == v) anomaly(w, who, DIRTY_READ);
    if (a->has_last[k] && a->last[k] != v) anomaly(w, who, NON_REPEATABLE);
    if (v != must_see(w, a, k)) wrong(w, who, "reads what its level must not show");
    a->last[k] = v;
    a->has_last[k] = 1;
    if (!a->read_at[k] && !a->has_wrote[k]) a->read_at[k] = 1 + (a->level == ISOLATION_REPEATABLE_READ && w->changes[k] > a->began ? a->began : w->changes[k]);
}

static lfsx_err_t step_read(struct world *w, int who, int k, uint64_t *out)
{
    uint32_t length;
    lfsx_err_t err = transaction_read(w->actor[who].t, key_of(k), out, 8, &length);
    if (err && err != LFSX_ABSENT) return err;
    if (err) *out = 0;
    read_note(w, who, k, *out);
    return LFSX_OK;
}

static int scan_visit(void *self, struct key key, const void *value, uint32_t length)
{
    uint64_t v;
    memcpy(&v, value, 8);
    *(uint64_t *)self = scan_digest(*(uint64_t *)self, (int)(key.offset / 10), v);
    return 0;
}
static lfsx_err_t step_scan(struct world *w, int who, uint64_t *out)
{
    struct actor *a = &w->actor[who];
    uint64_t must = 7;
    *out = 7;
    lfsx_err_t err = transaction_scan(a->t, (struct key){1, 0, 0}, (struct key){2, 0, 0}, scan_visit, out);
    if (err) return err;
    for (int k = 0; k < KEYS; k++) must = scan_digest(must, k, must_see(w, a, k));
    if (a->has_scan && a->last_scan != *out) anomaly(w, who, PHANTOM);
    if (*out != must) wrong(w, who, "a scan shows what its level must not");
    a->last_scan = *out;
    a->has_scan = 1;
    return LFSX_OK;
}

static lfsx_err_t step_write(struct world *w, int who, int k, int delete, uint64_t *out)
{
    struct actor *a = &w->actor[who];
    uint64_t v = delete ? 0 : mix(a->hash, (uint64_t)k) | 1;
    lfsx_err_t err = delete ? transaction_delete(a->t, key_of(k)) : transaction_write(a->t, key_of(k), &v, 8);
    if (err == LFSX_CONFLICT) {
        if (a->level != ISOLATION_REPEATABLE_READ || w->changes[k] <= a->began) wrong(w, who, "a conflict where there is none");
    }
    if (err && err != LFSX_ABSENT) return err;
    *out = !err;
    if ((err == LFSX_ABSENT) != (delete && must_see(w, a, k) == 0)) wrong(w, who, "a deletion finds what it must not, or does not find it");
    if (a->level == ISOLATION_REPEATABLE_READ && w->changes[k] > a->began) wrong(w, who, "the first updater did not win");
    if (err) return LFSX_OK;
    a->wrote[k] = v;
    a->has_wrote[k] = 1;
    a->has_last[k] = a->has_scan = 0;
    return LFSX_OK;
}

static lfsx_err_t step_commit(struct world *w, int who)
{
    struct actor *a = &w->actor[who];
    lfsx_err_t err = transaction_commit(a->t, 0);
    a->over = 1;
    if (err) return err;
    a->committed = 1;
    w->order[w->commits] = who;
    memcpy(w->state[w->commits + 1], w->state[w->commits], sizeof w->state[0]);
    w->commits++;
    for (int k = 0; k < KEYS; k++) {
        if (!a->has_wrote[k]) continue;
        if (a->read_at[k] && a->read_at[k] != 1 + w->changes[k]) anomaly(w, who, LOST_UPDATE);
        w->state[w->commits][k] = a->wrote[k];
        w->changes[k] = w->commits;
    }
    return LFSX_OK;
}

static void ended(struct world *w, int who, lfsx_err_t err)
{
    struct actor *a = &w->actor[who];
    if (err == LFSX_DEADLOCK) w->deadlocks++;
    else if (err == LFSX_CONFLICT) w->conflicts++;
    else wrong(w, who, lfsx_error_text(err));
    if (!a->over) transaction_abort(a->t);
    a->over = 1;
}

/* turn - The transaction's next step; 1 if it went on. */
static int turn(struct world *w, int who)
{
    struct actor *a = &w->actor[who];
    if (a->over) return 0;
    const char *step = &w->program[who][2 * a->at];
    struct transaction_options o = {.isolation = a->level};
    uint64_t v = 0;
    lfsx_err_t err = LFSX_OK;
    if (!a->t) err = transaction_begin(w->all, &o, &a->t), a->began = w->commits;
    if (!err && step[0] == 'r') err = step_read(w, who, step[1] - '0', &v);
    if (!err && step[0] == 's') err = step_scan(w, who, &v);
    if (!err && (step[0] == 'w' || step[0] == 'd')) err = step_write(w, who, step[1] - '0', step[0] == 'd', &v);
    if (!err && step[0] == 'c') err = step_commit(w, who);
    if (step[0] == 'a') transaction_abort(a->t), a->over = 1;
    if (err == LFSX_BUSY) return w->waits++, 0;
    if (err) return ended(w, who, err), 1;
    a->read[a->at++] = v;
    a->hash = mix(a->hash, v);
    return 1;
}

/* serial_one - Run the whole transaction alone on a state: does it see what it saw? */
static int serial_one(const struct world *w, int who, uint64_t *state)
{
    uint64_t hash = (uint64_t)who + 1;
    for (int i = 0; i < STEPS; i++) {
        const char *step = &w->program[who][2 * i];
        int k = step[1] - '0';
        uint64_t v = 0;
        if (step[0] == 'r') v = state[k];
        if (step[0] == 's') v = 7;
        for (int j = 0; step[0] == 's' && j < KEYS; j++) v = scan_digest(v, j, state[j]);
        if (step[0] == 'w') state[k] = mix(hash, (uint64_t)k) | 1, v = 1;
        if (step[0] == 'd') v = state[k] != 0, state[k] = 0;
        if (v != w->actor[who].read[i]) return 0;
        hash = mix(hash, v);
    }
    return 1;
}
static int serial_order(const struct world *w, const int *order)
{
    uint64_t state[KEYS];
    memcpy(state, w->state[0], sizeof state);
    for (uint64_t i = 0; i < w->commits; i++)
        if (!serial_one(w, order[i], state)) return 0;
    return !memcmp(state, w->state[w->commits], sizeof state);
}
/* serial_any - Every order of the committed; `fixed` of them are in place. */
static int serial_any(const struct world *w, int *order, uint64_t fixed)
{
    if (fixed == w->commits) return serial_order(w, order);
    for (uint64_t i = fixed; i < w->commits; i++) {
        int next[TXNS];
        memcpy(next, order, sizeof next);
        next[fixed] = order[i], next[i] = order[fixed];
        if (serial_any(w, next, fixed + 1)) return 1;
    }
    return 0;
}

/* judge - After all: is there an equal serial order; is the store as the model? */
static void judge(struct world *w)
{
    uint64_t v;
    uint32_t length;
    int who = w->commits ? w->order[w->commits - 1] : 0, strict = w->level == ISOLATION_SERIALIZABLE;
    if (strict && !serial_order(w, w->order)) wrong(w, who, "not equal to the serial order of the commits");
    if (!serial_any(w, w->order, 0)) {
        if (strict) wrong(w, who, "equal to no serial order");
        if (!w->run_count[NON_REPEATABLE] && !w->run_count[PHANTOM] && !w->run_count[LOST_UPDATE]) w->run_count[WRITE_SKEW]++;
    }
    for (int k = 0; k < KEYS; k++) {
        if (store_get(&w->s, key_of(k), &v, 8, &length)) v = 0;
        if (v != w->state[w->commits][k]) wrong(w, who, "the store has another value");
    }
    for (int a = 0; a < ANOMALIES; a++) w->count[w->level][a] += w->run_count[a] != 0;
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
    for (int i = 0; i < TURNS; i++) turn(w, order[i]);
    while (moved) {
        moved = 0;
        for (int i = 0; i < TXNS; i++) moved |= turn(w, i);
    }
    for (int i = 0; i < TXNS; i++) {
        if (w->actor[i].over) continue;
        wrong(w, i, "waits for ever");
        transaction_abort(w->actor[i].t);
        w->actor[i].over = 1;
    }
    judge(w);
}

/* program_make - The named ones, then random ones of the seed. */
static void program_make(struct world *w, uint64_t n)
{
    static const char KIND[] = "rrrwwwds";
    struct dice d = {w->run->seed * 1000 + n};
    for (int i = 0; i < TXNS; i++) {
        if (n < NAMED) strcpy(w->program[i], PROGRAM[n][i]);
        for (int s = 0; n >= NAMED && s < STEPS; s++) {
            w->program[i][2 * s] = s + 1 < STEPS ? KIND[dice_below(&d, 8)] : dice_below(&d, 8) ? 'c' : 'a';
            w->program[i][2 * s + 1] = w->program[i][2 * s] == 's' || s + 1 == STEPS ? '.' : (char)('0' + dice_below(&d, KEYS));
        }
    }
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
    uint64_t programs = NAMED + (r->full ? 200 : 3);
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
