/* deadlock.c - the wait-for graph, found on the way: from who waits to who is in the way of what it wants, as it is now.
 *
 * Breadth first, with the queue inside the transactions: no memory, no recursion, each transaction once. An edge into a transaction that waits cannot come
 * by itself (a lock is only got by one that runs), so a cycle goes through the one that began to wait last: it searches, and nobody else need. */
#include <txn/state.h>

struct search { struct transaction *start, *at, *tail; };

/* reach - at waits for b: 1 if that closes a cycle. */
static int reach(void *self, struct transaction *b)
{
    struct search *s = self;
    if (b == s->start) return 1;
    if (!b->waiting || b->seen == b->all->search) return 0;
    b->seen = b->all->search;
    b->reached_from = s->at;
    b->queue = 0;
    s->tail = s->tail->queue = b;
    return 0;
}

/* younger - Is a the better victim? The youngest; of the same time that with the least writes; then the last to begin. */
static int younger(const struct transaction *a, const struct transaction *b)
{
    if (a->begun != b->begun) return a->begun > b->begun;
    if (a->writes != b->writes) return a->writes < b->writes;
    return a->id > b->id;
}

static struct transaction *victim_of(const struct search *s)
{
    struct transaction *victim = s->start;
    for (struct transaction *t = s->at; t != s->start; t = t->reached_from)
        if (younger(t, victim)) victim = t;
    return victim;
}

struct transaction *deadlock_victim(struct transaction *root)
{
    struct search s = {root, root, root};
    root->seen = ++root->all->search;
    root->queue = 0;
    for (; s.at; s.at = s.at->queue)
        if (blockers_each(s.at, reach, &s)) return victim_of(&s);
    return 0;
}

struct transaction *transaction_detect_deadlock(struct transactions *all)
{
    struct transaction *victim = 0;
    store_lock(all->store);
    for (struct transaction *t = all->first; t && !victim; t = t->next)
        if (t->waiting) victim = deadlock_victim(t);
    store_unlock(all->store);
    return victim;
}

void transaction_resolve_deadlock(struct transactions *all, struct transaction *victim)
{
    store_lock(all->store);
    if (victim->root->state == TRANSACTION_ACTIVE && victim->root->waiting) transaction_doom(victim->root, LFSX_DEADLOCK);
    store_unlock(all->store);
}
