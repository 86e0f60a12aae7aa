/* interleave_step.c - one step of a transaction, and what it shows against what its level must show. */
#include "interleave.h"

/* must_see - By the level's definition. */
static uint64_t must_see(const struct world *w, const struct actor *a, int k)
{
    return a->has_wrote[k] ? a->wrote[k] : w->state[a->level == ISOLATION_REPEATABLE_READ ? a->began : w->commits][k];
}

static void read_note(struct world *w, int who, int k, uint64_t v)
{
    struct actor *a = &w->actor[who];
    for (int i = 0; i < TXNS; i++)
        if (i != who && !w->actor[i].committed && v && w->actor[i].has_wrote[k] && w->actor[i].wrote[k] == v) interleave_anomaly(w, who, DIRTY_READ);
    if (a->has_last[k] && a->last[k] != v) interleave_anomaly(w, who, NON_REPEATABLE);
    if (v != must_see(w, a, k)) interleave_wrong(w, who, "reads what its level must not show");
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
    if (a->has_scan && a->last_scan != *out) interleave_anomaly(w, who, PHANTOM);
    if (*out != must) interleave_wrong(w, who, "a scan shows what its level must not");
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
        if (a->level != ISOLATION_REPEATABLE_READ || w->changes[k] <= a->began) interleave_wrong(w, who, "a conflict where there is none");
    }
    if (err && err != LFSX_ABSENT) return err;
    *out = !err;
    if ((err == LFSX_ABSENT) != (delete && must_see(w, a, k) == 0)) interleave_wrong(w, who, "a deletion finds what it must not, or does not find it");
    if (a->level == ISOLATION_REPEATABLE_READ && w->changes[k] > a->began) interleave_wrong(w, who, "the first updater did not win");
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
        if (a->read_at[k] && a->read_at[k] != 1 + w->changes[k]) interleave_anomaly(w, who, LOST_UPDATE);
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
    else interleave_wrong(w, who, lfsx_error_text(err));
    if (!a->over) transaction_abort(a->t);
    a->over = 1;
}

/* interleave_turn - The transaction's next step; 1 if it went on. */
int interleave_turn(struct world *w, int who)
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
