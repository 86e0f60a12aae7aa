/* state.h - what the sources of this folder share. Everything is under the store's lock.
 *
 *   transactions.cells (cell.h)       transaction
 *     cell: owner ----------------------> root
 *           write  -> write -> before     root.newest -> link ..: all writes; savepoint = position in them
 *           shares -> share ...           root.shares
 *           versions -> newest .. oldest  transactions.oldest..newest: all versions, by the commit that replaced them
 *
 * A family (a transaction and its nested ones) acts one at a time, so locks, writes and the snapshot are its root's; a child is a position in the writes.
 * All records come from one pool. */
#ifndef TXN_STATE_H
#define TXN_STATE_H
#include <txn/record.h>

struct transaction {
    struct transactions *all;
    struct transaction *root, *parent, *child;
    struct transaction *previous, *next;   /* roots, by begin */
    uint64_t base;                         /* position where it began */
    struct savepoint *savepoints;          /* newest first */
    /* Only of a root: */
    enum isolation_level isolation;
    enum transaction_state state;
    lfsx_err_t why;                        /* it is aborted; what every call answers */
    uint64_t id, begun, deadline, snapshot;
    struct transaction *snapshot_previous, *snapshot_next;
    int flags;                             /* of its commit */
    uint8_t away;                          /* inside a call that gave up the lock: must not be aborted by others */
    uint8_t waiting;
    uint8_t looking;                       /* its snapshot is among all */
    struct change *first;                  /* of the oldest write */
    struct write *newest;
    uint64_t position, writes, hidden;     /* hidden: how many another one of the same cell has replaced behind a savepoint */
    uint8_t mixed;                         /* writes are not all of one length */
    uint64_t bytes, bytes_max;
    uint32_t savepoint_last;
    struct cell *owned, *owned_first;      /* the last one that it got, the first one */
    uint64_t owned_cells;                  /* how many */
    struct share *shares;
    struct range_lock *ranges;
    struct want want;
    uint64_t seen;                         /* the search that came here, from whom, whom it goes to next */
    struct transaction *reached_from, *queue;
};

struct transactions {
    struct store *store;
    const struct memory *memory;
    const struct sync *sync;
    struct pool pool;
    struct cells cells;
    uint32_t put_bytes, delete_bytes, range_bytes; /* what the log takes of each kind, a put without its value */
    struct range_lock *ranges;
    struct version *oldest, *newest;
    struct transaction *first, *last;
    struct transaction *snapshot_first, *snapshot_last; /* REPEATABLE_READ; snapshots ascend */
    uint64_t id, search, sweep_at;
    uint32_t waiting;
    struct transaction_statistics count;
};

/* version.c - version_seen: the kept value that a snapshot sees; 0 = the newest, in the tree. versions_watch: every commit of the store, before it happens. */
const struct version *version_seen(const struct cell *c, uint64_t snapshot);
lfsx_err_t versions_watch(void *self, struct change *first, uint64_t sequence);
void versions_collect(struct transactions *all);
void versions_sweep(struct transactions *all);
void snapshot_begin(struct transaction *root);
void snapshot_end(struct transaction *root); /* if there is one */

/* see.c - What memory says of a key for a reader; SEE_TREE: nothing, look in the tree. see_matters: can a cell say anything to this reader? see_give: copy it. */
enum see { SEE_TREE, SEE_ABSENT, SEE_VALUE };
enum see see(const struct transaction *root, const struct cell *c, const void **value, uint32_t *length);
lfsx_err_t see_give(enum see what, const void *from, void *value, uint32_t room, uint32_t length);
static inline int see_matters(const struct transaction *root)
{
    return root->owned || (root->isolation == ISOLATION_REPEATABLE_READ && root->all->count.versions_now > 0);
}

/* blocker.c - blockers_each: who is in the way of what a root wants; visit answers not 0 to stop. */
typedef int (*blocker_visit)(void *self, struct transaction *blocker);
int blockers_each(const struct transaction *root, blocker_visit visit, void *self);
int range_covers(const struct range_lock *r, struct key k);
/* wait.c - wait_for: until nobody is in the way; may wait: LFSX_BUSY, or why the transaction is over. */
lfsx_err_t wait_for(struct transaction *root, enum want_kind kind, struct key from, struct key to);
static inline void wait_end(struct transaction *root)
{
    if (!root->waiting) return;
    root->all->waiting--;
    root->waiting = 0;
}
/* lock.c - As wait_for, and then the lock. lock_meet: an exclusive one, where something is known of the key or of a range. */
lfsx_err_t lock_share(struct transaction *root, struct key key);
lfsx_err_t lock_meet(struct transaction *root, struct key key, struct cell **out);
lfsx_err_t lock_range(struct transaction *root, struct key from, struct key to);
void locks_release(struct transaction *root);
static inline lfsx_err_t lock_own(struct transaction *root, struct cell *c)
{
    if (!c) return LFSX_MEMORY;
    c->owner = root;
    c->link.next = root->owned ? &root->owned->link : 0;
    if (!root->owned) root->owned_first = c;
    root->owned = c;
    root->owned_cells++;
    return LFSX_OK;
}

/* deadlock.c - deadlock_victim: of the cycle that goes through this waiting root; 0 = none. */
struct transaction *deadlock_victim(struct transaction *root);

/* write.c - The writes of a family (how one is made: write.h). writes_forget: those behind a position. writes_chain: as changes for the store. writes_end: all go,
 * and the cells know nothing of it. */
lfsx_err_t write_blocks(struct transaction *t, uint8_t type, uint64_t first, uint32_t count);
void writes_forget(struct transaction *root, uint64_t position);
struct change *writes_chain(struct transaction *root);
void writes_end(struct transaction *root, int committed);
void savepoints_drop(struct transaction *t, uint32_t above);

/* end.c - transaction_doom: abort a root, whose calls answer `why` from now on. transaction_drop: abort, and the handle goes, those of its nested ones too. */
void transaction_doom(struct transaction *root, lfsx_err_t why);
void transaction_drop(struct transaction *t);
static inline int transaction_expired(const struct transaction *root) { return root->deadline != ~0ull && sync_now(root->all->sync) >= root->deadline; }
/* transaction_enter - Lock, and may this handle do anything? The caller unlocks in any case. _seldom: where the answer is not at hand. */
lfsx_err_t transaction_enter_seldom(struct transaction *t);
static inline lfsx_err_t transaction_enter(struct transaction *t)
{
    const struct transaction *root = t->root;
    sync_lock(t->all->sync);
    if (!t->child && !root->waiting && root->state == TRANSACTION_ACTIVE && root->deadline == ~0ull) return LFSX_OK;
    return transaction_enter_seldom(t);
}
static inline lfsx_err_t transaction_leave(struct transaction *t, lfsx_err_t err)
{
    sync_unlock(t->all->sync);
    return err;
}
#endif
