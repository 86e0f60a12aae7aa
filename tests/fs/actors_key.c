/* actors_key.c - a transaction reads, writes, deletes, scans; what it sees must be the model's. */
#include "actors.h"

void actor_read(struct world *w, int who, int k)
{
    struct actor *a = &w->actor[who];
    uint8_t b[VALUE_ROOM];
    uint32_t length;
    int locks = a->level == ISOLATION_SERIALIZABLE;
    actor_wants(w, who, k, locks ? k + 1 : k, 0);
    uint64_t must = actor_sees(w, a, k);
    lfsx_err_t err = transaction_read(a->t, key_of(k), b, sizeof b, &length);
    if (!actor_locked(w, who, err)) return;
    if (err && err != LFSX_ABSENT) actor_wrong(w, who, lfsx_error_text(err));
    else if ((err ? 0 : id_of(b, length)) != must) actor_wrong(w, who, "reads another value");
}

static void overtaken(struct world *w, int who, int k)
{
    struct actor *a = &w->actor[who];
    w->conflicts++;
    if (a->level != ISOLATION_REPEATABLE_READ || w->changed[k] <= a->began) actor_wrong(w, who, "conflicts with nobody");
    actor_drop(w, who);
}

void actor_write(struct world *w, int who, int k, int delete)
{
    struct actor *a = &w->actor[who];
    uint8_t b[VALUE_ROOM];
    uint64_t id = ++w->next;
    actor_wants(w, who, k, k + 1, 1);
    lfsx_err_t err = delete ? transaction_delete(a->t, key_of(k)) : transaction_write(a->t, key_of(k), b, value_of(id, b));
    if (!actor_locked(w, who, err)) return;
    if (err == LFSX_CONFLICT) return overtaken(w, who, k);
    if (a->level == ISOLATION_REPEATABLE_READ && w->changed[k] > a->began) actor_wrong(w, who, "was overtaken and not told");
    if ((err == LFSX_ABSENT) != (delete && actor_sees(w, a, k) == 0)) actor_wrong(w, who, "deletes what it does not see, or not what it sees");
    if (err && err != LFSX_ABSENT) actor_wrong(w, who, lfsx_error_text(err));
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
        if (actor_sees(l->w, l->a, l->at)) actor_wrong(l->w, l->who, "a scan leaves out a key");
    if (k != l->at || k >= l->to || id_of(value, length) != actor_sees(l->w, l->a, k)) actor_wrong(l->w, l->who, "a scan shows another value");
    l->at = k + 1;
    return k >= l->stop_at ? 1000 : 0;
}
void actor_scan(struct world *w, int who, int from, int to)
{
    struct actor *a = &w->actor[who];
    struct looker l = {w, a, who, from, to, dice_below(&w->dice, 4) ? KEYS : (int)dice_below(&w->dice, KEYS)};
    int locks = a->level == ISOLATION_SERIALIZABLE;
    actor_wants(w, who, from, locks ? to : from, 0);
    lfsx_err_t err = transaction_scan(a->t, bound_of(from), bound_of(to), look, &l);
    if (!actor_locked(w, who, err)) return;
    if (err && err != 1000) actor_wrong(w, who, lfsx_error_text(err));
    for (; !err && l.at < to; l.at++)
        if (actor_sees(w, a, l.at)) actor_wrong(w, who, "a scan ends early");
}
