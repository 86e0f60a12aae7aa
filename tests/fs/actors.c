/* actors.c - several transactions do random things in turn, with savepoints and nested ones, at random levels; a model of arrays knows what each must see, which
 * locks are held, who waits for whom, who has been overtaken. Every answer must be the model's: also that of a call that waits, conflicts or is a deadlock's.
 * Then the same with each allocation refused once: what was refused has not happened, and the rest goes on. */
#include "sim.h"
#include <stdio.h>
#include <stdlib.h>
#include <txn/txn.h>

enum { BLOCKS = 256, KEYS = 24, ACTORS = 5, DEPTH = 12, VALUE_ROOM = 800 };
struct view { uint64_t v[KEYS]; uint8_t has[KEYS]; };
/* What came back to when: a savepoint, or the beginning of a nested transaction (then parent is its handle). */
struct mark { struct view view; struct transaction *parent; uint32_t savepoint; };
struct actor {
    struct transaction *t;           /* the innermost */
    enum isolation_level level;
    struct view view;
    struct mark mark[DEPTH];
    int marks, waits, exclusive;     /* waits: for want_from..want_to-1 */
    int want_from, want_to;
    uint64_t base[KEYS], began;
    uint8_t writes[KEYS], reads[KEYS];         /* locks that are held */
    uint8_t may_write[KEYS], may_read[KEYS];   /* or may be: memory ran out behind them */
};
struct world {
    struct run *run;
    struct sim_device d;
    struct sim_memory m;
    struct store s;
    struct transactions *all;
    struct dice dice;
    struct actor actor[ACTORS];
    uint64_t state[KEYS], changed[KEYS], commits, next, n, busy, deadlocks, conflicts, refused;
    int step, cycle;                 /* cycle: the call that was just made closed one */
};

static struct key key_of(int k) { return (struct key){1 + (uint64_t)k / 8, 1, (uint64_t)k % 8 * 100}; }
static struct key bound_of(int k) { return k < KEYS ? key_of(k) : (struct key){99, 0, 0}; }
static int index_of(struct key k) { return (int)((k.inode - 1) * 8 + k.offset / 100); }
static uint32_t value_of(uint64_t id, uint8_t *to)
{
    uint32_t length = id % 16 == 0 ? (uint32_t)(id % (VALUE_ROOM - 8)) + 8 : (uint32_t)(id % 50) + 8;
    for (uint32_t i = 0; i < length; i++) to[i] = (uint8_t)(id * 31 + i);
    memcpy(to, &id, 8);
    return length;
}
/* id_of - The number of a value, every byte of which must be right; ~0 = it is not. */
static uint64_t id_of(const void *value, uint32_t length)
{
    uint8_t must[VALUE_ROOM];
    uint64_t id;
    if (length < 8 || length > VALUE_ROOM) return ~0ull;
    memcpy(&id, value, 8);
    return value_of(id, must) == length && !memcmp(must, value, length) ? id : ~0ull;
}

static void wrong(struct world *w, int who, const char *what)
{
    fail(w->run, "actor %d (level %d), step %d, allocation %lu: %s; again: fs_test actors seed=%lu%s%.0lu", who, w->actor[who].level, w->step, w->n, what, w->run->seed,
        w->n ? " case=" : "", w->n);
}

static uint64_t must_see(const struct world *w, const struct actor *a, int k)
{
    return a->view.has[k] ? a->view.v[k] : a->level == ISOLATION_REPEATABLE_READ ? a->base[k] : w->state[k];
}

/* in_way - Does `other` hold what a wants? sure: certainly; else: perhaps. */
static int in_way(const struct actor *a, const struct actor *other, int sure)
{
    if (a == other || !other->t) return 0;
    for (int k = a->want_from; k < a->want_to; k++) {
        if (other->writes[k] || (!sure && other->may_write[k])) return 1;
        if (a->exclusive && (other->reads[k] || (!sure && other->may_read[k]))) return 1;
    }
    return 0;
}
static int blocked(const struct world *w, const struct actor *a, int sure)
{
    int any = 0;
    for (int i = 0; i < ACTORS; i++) any |= in_way(a, &w->actor[i], sure);
    return any;
}
/* closes - Does a, which begins to wait, close a cycle of those that wait? */
static int closes(const struct world *w, int who, int sure)
{
    uint32_t reached = 1u << who, before = 0;
    while (reached != before) {
        before = reached;
        for (int i = 0; i < ACTORS; i++)
            for (int j = 0; j < ACTORS; j++) {
                if (!(reached >> i & 1) || !(i == who || w->actor[i].waits) || !in_way(&w->actor[i], &w->actor[j], sure)) continue;
                if (j == who) return 1;
                reached |= 1u << j;
            }
    }
    return 0;
}

static void gone(struct world *w, int who)
{
    enum isolation_level level = w->actor[who].level;
    memset(&w->actor[who], 0, sizeof w->actor[who]);
    w->actor[who].level = level;
}
static struct transaction *root_of(struct actor *a)
{
    struct transaction *t = a->t;
    for (int i = a->marks - 1; i >= 0; i--)
        if (a->mark[i].parent) t = a->mark[i].parent;
    return t;
}
static void drop(struct world *w, int who)
{
    transaction_abort(root_of(&w->actor[who]));
    gone(w, who);
}

/* victims - Who, but one, was aborted by the call that was just made? Only if there was a cycle. */
static void victims(struct world *w, int but, int may)
{
    for (int i = 0; i < ACTORS; i++) {
        struct actor *a = &w->actor[i];
        if (i == but || !a->t || transaction_state_get(a->t) == TRANSACTION_ACTIVE) continue;
        w->deadlocks++;
        if (!may) wrong(w, i, "is a victim without a cycle");
        if (transaction_set_savepoint(a->t, &a->mark[0].savepoint) != LFSX_DEADLOCK) wrong(w, i, "a victim is not told");
        drop(w, i);
        w->cycle = 0;
    }
}

/* want - Before a call that locks: what must its answer be? */
static void want(struct world *w, int who, int from, int to, int exclusive)
{
    struct actor *a = &w->actor[who];
    a->waits = 0;
    a->want_from = from, a->want_to = to, a->exclusive = exclusive;
    w->cycle = closes(w, who, 1);
}
/* locked - After it: 1 if it went on, with err. */
static int locked(struct world *w, int who, lfsx_err_t err)
{
    struct actor *a = &w->actor[who];
    int sure = blocked(w, a, 1), may = blocked(w, a, 0), may_cycle = closes(w, who, 0);
    if (err == LFSX_MEMORY) {
        for (int k = a->want_from; k < a->want_to; k++) *(a->exclusive ? &a->may_write[k] : &a->may_read[k]) = 1;
        w->refused++;
        if (sure && !may_cycle) wrong(w, who, "goes on though another holds the lock");
        victims(w, -1, may_cycle);
        return 0;
    }
    if (err == LFSX_BUSY && !may) wrong(w, who, "waits for nobody");
    if (err != LFSX_BUSY && err != LFSX_DEADLOCK && sure && !may_cycle) wrong(w, who, "goes on though another holds the lock");
    a->waits = err == LFSX_BUSY;
    w->busy += err == LFSX_BUSY;
    victims(w, err == LFSX_CONFLICT ? who : -1, may_cycle);
    if (w->cycle) wrong(w, who, "a deadlock was missed");
    if (err == LFSX_DEADLOCK && w->actor[who].t) wrong(w, who, "is told of a deadlock that is not its own");
    if (err == LFSX_BUSY || err == LFSX_DEADLOCK) return 0;
    if (err == LFSX_CONFLICT) return 1;
    for (int k = a->want_from; k < a->want_to; k++) *(a->exclusive ? &a->writes[k] : &a->reads[k]) = 1;
    return 1;
}

static void do_read(struct world *w, int who, int k)
{
    struct actor *a = &w->actor[who];
    uint8_t b[VALUE_ROOM];
    uint32_t length;
    int locks = a->level == ISOLATION_SERIALIZABLE;
    want(w, who, k, locks ? k + 1 : k, 0);
    uint64_t must = must_see(w, a, k);
    lfsx_err_t err = transaction_read(a->t, key_of(k), b, sizeof b, &length);
    if (!locked(w, who, err)) return;
    if (err && err != LFSX_ABSENT) wrong(w, who, lfsx_error_text(err));
    else if ((err ? 0 : id_of(b, length)) != must) wrong(w, who, "reads another value");
}

static void overtaken(struct world *w, int who, int k)
{
    struct actor *a = &w->actor[who];
    w->conflicts++;
    if (a->level != ISOLATION_REPEATABLE_READ || w->changed[k] <= a->began) wrong(w, who, "conflicts with nobody");
    drop(w, who);
}

static void do_write(struct world *w, int who, int k, int delete)
{
    struct actor *a = &w->actor[who];
    uint8_t b[VALUE_ROOM];
    uint64_t id = ++w->next;
    want(w, who, k, k + 1, 1);
    lfsx_err_t err = delete ? transaction_delete(a->t, key_of(k)) : transaction_write(a->t, key_of(k), b, value_of(id, b));
    if (!locked(w, who, err)) return;
    if (err == LFSX_CONFLICT) return overtaken(w, who, k);
    if (a->level == ISOLATION_REPEATABLE_READ && w->changed[k] > a->began) wrong(w, who, "was overtaken and not told");
    if ((err == LFSX_ABSENT) != (delete && must_see(w, a, k) == 0)) wrong(w, who, "deletes what it does not see, or not what it sees");
    if (err && err != LFSX_ABSENT) wrong(w, who, lfsx_error_text(err));
    if (err) return;
    a->view.has[k] = 1;
    a->view.v[k] = delete ? 0 : id;
}

struct looker { struct world *w; struct actor *a; int who, at, to, stop_at; };
static int look(void *self, struct key key, const void *value, uint32_t length)
{
    struct looker *l = self;
    int k = index_of(key);
    for (; l->at < k; l->at++)
        if (must_see(l->w, l->a, l->at)) wrong(l->w, l->who, "a scan leaves out a key");
    if (k != l->at || k >= l->to || id_of(value, length) != must_see(l->w, l->a, k)) wrong(l->w, l->who, "a scan shows another value");
    l->at = k + 1;
    return k >= l->stop_at ? 1000 : 0;
}
static void do_scan(struct world *w, int who, int from, int to)
{
    struct actor *a = &w->actor[who];
    struct looker l = {w, a, who, from, to, dice_below(&w->dice, 4) ? KEYS : (int)dice_below(&w->dice, KEYS)};
    int locks = a->level == ISOLATION_SERIALIZABLE;
    want(w, who, from, locks ? to : from, 0);
    lfsx_err_t err = transaction_scan(a->t, bound_of(from), bound_of(to), look, &l);
    if (!locked(w, who, err)) return;
    if (err && err != 1000) wrong(w, who, lfsx_error_text(err));
    for (; !err && l.at < to; l.at++)
        if (must_see(w, a, l.at)) wrong(w, who, "a scan ends early");
}

static void do_commit(struct world *w, int who)
{
    struct actor *a = &w->actor[who];
    lfsx_err_t err = transaction_commit(a->t, dice_below(&w->dice, 8) == 0);
    if (err == LFSX_MEMORY) w->refused++;
    else if (err) wrong(w, who, lfsx_error_text(err));
    int any = 0;
    for (int k = 0; k < KEYS; k++) any |= a->view.has[k];
    if (!err && any) w->commits++;
    for (int k = 0; k < KEYS && !err; k++)
        if (a->view.has[k]) w->state[k] = a->view.v[k], w->changed[k] = w->commits;
    gone(w, who);
}

static void do_mark(struct world *w, int who)
{
    struct actor *a = &w->actor[who];
    struct mark *m = &a->mark[a->marks];
    struct transaction *child = 0;
    int nest = dice_below(&w->dice, 2) == 0;
    if (a->marks == DEPTH) return;
    a->waits = 0;
    *m = (struct mark){.view = a->view, .parent = nest ? a->t : 0};
    lfsx_err_t err = nest ? transaction_begin_nested(a->t, &child) : transaction_set_savepoint(a->t, &m->savepoint);
    if (err == LFSX_MEMORY) {
        w->refused++;
        return;
    }
    if (err) wrong(w, who, lfsx_error_text(err));
    if (nest) a->t = child;
    a->marks++;
}
/* do_back - Roll back to the newest mark or one below it, or end the nested transaction. */
static void do_back(struct world *w, int who)
{
    struct actor *a = &w->actor[who];
    int i = a->marks - 1;
    if (i < 0) return;
    a->waits = 0;
    while (i > 0 && !a->mark[i].parent && !a->mark[i - 1].parent && dice_below(&w->dice, 2)) i--;
    if (!a->mark[i].parent) {
        if (transaction_rollback_to_savepoint(a->t, a->mark[i].savepoint)) wrong(w, who, "a savepoint is not known");
        a->view = a->mark[i].view;
        a->marks = i + 1;
        return;
    }
    int keep = (int)dice_below(&w->dice, 2);
    if (keep && transaction_commit(a->t, 0)) wrong(w, who, "a nested commit fails");
    if (!keep) transaction_abort(a->t), a->view = a->mark[i].view;
    a->t = a->mark[i].parent;
    a->marks = i;
}
/* do_end - Of the innermost: a nested one becomes its parent's. */
static void do_end(struct world *w, int who)
{
    struct actor *a = &w->actor[who];
    a->waits = 0;
    for (int i = a->marks - 1; i >= 0; i--) {
        if (!a->mark[i].parent) continue;
        if (transaction_commit(a->t, 1)) wrong(w, who, "a nested commit fails");
        a->t = a->mark[i].parent;
        a->marks = i;
        return;
    }
    do_commit(w, who);
}

static void do_begin(struct world *w, int who)
{
    struct actor *a = &w->actor[who];
    struct transaction_options o = {.isolation = a->level = (enum isolation_level)dice_below(&w->dice, 4)};
    lfsx_err_t err = transaction_begin(w->all, &o, &a->t);
    if (err == LFSX_MEMORY) w->refused++;
    else if (err) wrong(w, who, lfsx_error_text(err));
    memcpy(a->base, w->state, sizeof a->base);
    a->began = w->commits;
}

static void act(struct world *w)
{
    int who = (int)dice_below(&w->dice, ACTORS), k = (int)dice_below(&w->dice, KEYS), l = (int)dice_below(&w->dice, KEYS + 1);
    uint32_t what = dice_below(&w->dice, 100);
    struct actor *a = &w->actor[who];
    if (!a->t) do_begin(w, who);
    else if (what < 25) do_read(w, who, k);
    else if (what < 50) do_write(w, who, k, 0);
    else if (what < 60) do_write(w, who, k, 1);
    else if (what < 68) do_scan(w, who, k < l ? k : l, k < l ? l : k);
    else if (what < 77) do_mark(w, who);
    else if (what < 85) do_back(w, who);
    else if (what < 96) do_end(w, who);
    else if (what < 98) drop(w, who);
    else if (what < 99) transactions_collect(w->all);
    else if (store_checkpoint(&w->s) == LFSX_MEMORY) w->refused++;
}

/* compare - The store has what the model has, and nothing else. */
static void compare(struct world *w)
{
    uint8_t b[VALUE_ROOM];
    uint32_t length;
    for (int k = 0; k < KEYS; k++) {
        lfsx_err_t err = store_get(&w->s, key_of(k), b, sizeof b, &length);
        if ((err == LFSX_ABSENT ? 0 : err ? ~0ull : id_of(b, length)) != w->state[k]) wrong(w, 0, "the store has another value");
    }
}

static void life(struct world *w, int steps, uint64_t refuse)
{
    struct format_options f = {.uuid = {7}, .log_blocks = 32};
    struct run *r = w->run;
    memset(w, 0, sizeof *w);
    w->run = r;
    w->n = refuse;
    w->dice.state = r->seed * 77;
    sim_device_init(&w->d, BLOCKS);
    sim_memory_init(&w->m, 0);
    struct store_options o = {.device = &w->d.d, .memory = &w->m.m, .cache_frames = 64};
    if (store_format(&o, &f) || store_open(&w->s, &o) || transactions_open(&w->s, &w->all)) abort();
    w->m.calls = 0;
    w->m.fail_at = refuse;
    for (w->step = 0; w->step < steps && !r->failed; w->step++, r->cases++) act(w);
    w->m.fail_at = 0;
    for (int i = 0; i < ACTORS; i++)
        if (w->actor[i].t) drop(w, i);
    struct transaction_statistics st;
    transactions_statistics(w->all, &st);
    if (st.active || st.versions_now || st.begun != st.committed + st.aborted || st.deadlocks != w->deadlocks || st.conflicts != w->conflicts)
        wrong(w, 0, "the statistics do not fit");
    compare(w);
    transactions_close(w->all);
    if (store_sync(&w->s, 0)) wrong(w, 0, "the last sync fails");
    store_drop(&w->s);
    if (w->m.live) wrong(w, 0, "memory is not given back");
    if (store_open(&w->s, &o)) wrong(w, 0, "cannot be mounted");
    else compare(w), store_drop(&w->s);
    sim_device_free(&w->d);
}

uint64_t test_actors(struct run *r)
{
    static struct world w;
    uint64_t first = r->seed, seeds = r->full ? 500 : 40, busy = 0, deadlocks = 0, conflicts = 0, refused = 0, more = 1;
    w.run = r;
    for (; r->seed < first + seeds && !r->failed && !r->only; r->seed++) {
        life(&w, 4000, 0);
        busy += w.busy, deadlocks += w.deadlocks, conflicts += w.conflicts;
    }
    if (!r->failed) r->seed = first;
    for (; r->seed < first + (r->full ? 40 : 4) && !r->failed; r->seed++) {
        more = 1;
        for (uint64_t n = r->only ? r->only : 1; more && !r->failed; n++) {
            life(&w, 500, n);
            refused += w.refused;
            more = w.m.calls >= n && !r->only;
        }
        if (r->only) break;
    }
    if (!r->only && !r->failed && (!busy || !deadlocks || !conflicts || !refused)) fail(r, "something never happened");
    if (!r->quiet) printf("actors: %lu waits, %lu deadlocks, %lu conflicts; %lu refusals of memory\n", busy, deadlocks, conflicts, refused);
    return r->cases;
}
