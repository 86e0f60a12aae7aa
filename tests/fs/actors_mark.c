/* actors_mark.c - a transaction begins, ends, nests, sets savepoints and returns to them. */
#include "actors.h"

static void actor_commit(struct world *w, int who)
{
    struct actor *a = &w->actor[who];
    lfsx_err_t err = transaction_commit(a->t, dice_below(&w->dice, 8) == 0);
    if (err == LFSX_MEMORY) w->refused++;
    else if (err) actor_wrong(w, who, lfsx_error_text(err));
    int any = 0;
    for (int k = 0; k < KEYS; k++) any |= a->view.has[k];
    if (!err && any) w->commits++;
    for (int k = 0; k < KEYS && !err; k++)
        if (a->view.has[k]) w->state[k] = a->view.v[k], w->changed[k] = w->commits;
    actor_gone(w, who);
}

void actor_begin(struct world *w, int who)
{
    struct actor *a = &w->actor[who];
    struct transaction_options o = {.isolation = a->level = (enum isolation_level)dice_below(&w->dice, 4)};
    lfsx_err_t err = transaction_begin(w->all, &o, &a->t);
    if (err == LFSX_MEMORY) w->refused++;
    else if (err) actor_wrong(w, who, lfsx_error_text(err));
    memcpy(a->base, w->state, sizeof a->base);
    a->began = w->commits;
}

void actor_mark(struct world *w, int who)
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
    if (err) actor_wrong(w, who, lfsx_error_text(err));
    if (nest) a->t = child;
    a->marks++;
}
/* actor_back - Roll back to the newest mark or one below it, or end the nested transaction. */
void actor_back(struct world *w, int who)
{
    struct actor *a = &w->actor[who];
    int i = a->marks - 1;
    if (i < 0) return;
    a->waits = 0;
    while (i > 0 && !a->mark[i].parent && !a->mark[i - 1].parent && dice_below(&w->dice, 2)) i--;
    if (!a->mark[i].parent) {
        if (transaction_rollback_to_savepoint(a->t, a->mark[i].savepoint)) actor_wrong(w, who, "a savepoint is not known");
        a->view = a->mark[i].view;
        a->marks = i + 1;
        return;
    }
    int keep = (int)dice_below(&w->dice, 2);
    if (keep && transaction_commit(a->t, 0)) actor_wrong(w, who, "a nested commit fails");
    if (!keep) transaction_abort(a->t), a->view = a->mark[i].view;
    a->t = a->mark[i].parent;
    a->marks = i;
}
/* actor_end - Of the innermost: a nested one becomes its parent's. */
void actor_end(struct world *w, int who)
{
    struct actor *a = &w->actor[who];
    a->waits = 0;
    for (int i = a->marks - 1; i >= 0; i--) {
        if (!a->mark[i].parent) continue;
        if (transaction_commit(a->t, 1)) actor_wrong(w, who, "a nested commit fails");
        a->t = a->mark[i].parent;
        a->marks = i;
        return;
    }
    actor_commit(w, who);
}
