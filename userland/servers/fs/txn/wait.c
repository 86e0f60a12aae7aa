/* wait.c - waiting for a lock, and who must give up. Who waits holds no place in a queue: it looks again after every release. */
#include <txn/state.h>

static int blocker_found(void *self, struct transaction *blocker)
{
    *(struct transaction **)self = blocker;
    return 1;
}
static int blocked(const struct transaction *root)
{
    struct transaction *any;
    return blockers_each(root, blocker_found, &any);
}

static void wait_begin(struct transaction *root)
{
    if (!root->waiting) root->all->waiting++, root->all->count.waits++;
    root->waiting = 1;
}
/* cycles_break - Every cycle through this transaction, until it or nobody is the victim. */
static void cycles_break(struct transaction *root)
{
    struct transaction *victim;
    while (root->state == TRANSACTION_ACTIVE && (victim = deadlock_victim(root))) transaction_doom(victim, LFSX_DEADLOCK);
}

lfsx_err_t wait_for(struct transaction *root, enum want_kind kind, struct key from, struct key to)
{
    const struct sync *sync = root->all->sync;
    root->want = (struct want){kind, from, to};
    while (root->state == TRANSACTION_ACTIVE && blocked(root)) {
        wait_begin(root);
        cycles_break(root);
        if (root->state != TRANSACTION_ACTIVE || !blocked(root)) continue;
        if (!sync->wait) return LFSX_BUSY;
        sync->wait(sync->self, root->deadline);
        if (root->state == TRANSACTION_ACTIVE && transaction_expired(root)) transaction_doom(root, LFSX_TIMEOUT);
    }
    wait_end(root);
    return root->state == TRANSACTION_ACTIVE ? LFSX_OK : root->why;
}
