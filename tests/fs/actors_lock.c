/* actors_lock.c - who holds what, who waits for whom, and what the answer of a call that locks must be; what is left of a victim. */
#include "actors.h"

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

void actor_gone(struct world *w, int who)
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
void actor_drop(struct world *w, int who)
{
    transaction_abort(root_of(&w->actor[who]));
    actor_gone(w, who);
}

/* victims - Who, but one, was aborted by the call that was just made? Only if there was a cycle. */
static void victims(struct world *w, int but, int may)
{
    for (int i = 0; i < ACTORS; i++) {
        struct actor *a = &w->actor[i];
        if (i == but || !a->t || transaction_state_get(a->t) == TRANSACTION_ACTIVE) continue;
        w->deadlocks++;
        if (!may) actor_wrong(w, i, "is a victim without a cycle");
        if (transaction_set_savepoint(a->t, &a->mark[0].savepoint) != LFSX_DEADLOCK) actor_wrong(w, i, "a victim is not told");
        actor_drop(w, i);
        w->cycle = 0;
    }
}

/* actor_wants - Before a call that locks: what must its answer be? */
void actor_wants(struct world *w, int who, int from, int to, int exclusive)
{
    struct actor *a = &w->actor[who];
    a->waits = 0;
    a->want_from = from, a->want_to = to, a->exclusive = exclusive;
    w->cycle = closes(w, who, 1);
}
/* actor_locked - After it: 1 if it went on, with err. */
int actor_locked(struct world *w, int who, lfsx_err_t err)
{
    struct actor *a = &w->actor[who];
    int sure = blocked(w, a, 1), may = blocked(w, a, 0), may_cycle = closes(w, who, 0);
    if (err == LFSX_MEMORY) {
        for (int k = a->want_from; k < a->want_to; k++) *(a->exclusive ? &a->may_write[k] : &a->may_read[k]) = 1;
        w->refused++;
        if (sure && !may_cycle) actor_wrong(w, who, "goes on though another holds the lock");
        victims(w, -1, may_cycle);
        return 0;
    }
    if (err == LFSX_BUSY && !may) actor_wrong(w, who, "waits for nobody");
    if (err != LFSX_BUSY && err != LFSX_DEADLOCK && sure && !may_cycle) actor_wrong(w, who, "goes on though another holds the lock");
    a->waits = err == LFSX_BUSY;
    w->busy += err == LFSX_BUSY;
    victims(w, err == LFSX_CONFLICT ? who : -1, may_cycle);
    if (w->cycle) actor_wrong(w, who, "a deadlock was missed");
    if (err == LFSX_DEADLOCK && w->actor[who].t) actor_wrong(w, who, "is told of a deadlock that is not its own");
    if (err == LFSX_BUSY || err == LFSX_DEADLOCK) return 0;
    if (err == LFSX_CONFLICT) return 1;
    for (int k = a->want_from; k < a->want_to; k++) *(a->exclusive ? &a->writes[k] : &a->reads[k]) = 1;
    return 1;
}
