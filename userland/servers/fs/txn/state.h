/* state.h - what the sources of this folder share. Everything is under the store's lock.
 *
 * A cell is all that memory knows of a key: who writes it, who reads it under a lock, which older values are kept. It exists only while there is one of these.
 *
 *   transactions.cells (by key)       transaction
 *     cell: owner ----------------------> root
 *           write  -> write -> before     root.writes: all writes in order; savepoint = position in it
 *           shares -> share ...           root.shares
 *           versions -> newest .. oldest  transactions.oldest..newest: all versions, by the commit that replaced them
 *
 * A family (a transaction and its nested ones) acts one at a time, so locks, writes and the snapshot are its root's; a child is a position in the writes. */
#ifndef TXN_STATE_H
#define TXN_STATE_H
#include <txn/keymap.h>
#include <txn/txn.h>

struct version {
    struct version *older;       /* of the same cell */
    struct version *previous, *next; /* of all */
    struct cell *cell;
    uint64_t made, replaced;     /* commits: the value was the newest in [made, replaced). made may be too small where no snapshot can tell */
    uint32_t length;
    uint8_t present, value[];
};
struct share { struct share *next, *next_of_holder; struct cell *cell; struct transaction *holder; };
struct cell {
    struct keymap_node node; /* first */
    struct transaction *owner;
    struct cell *next_owned;
    struct write *write; /* the owner's newest */
    struct share *shares;
    struct version *versions;
    uint64_t last;       /* the last commit that changed it, as far as any snapshot can tell */
};
struct write {
    struct write *older, *newer; /* of the family */
    struct write *before;        /* of the same cell, from before a savepoint */
    struct cell *cell;           /* 0 = blocks */
    uint64_t position, bytes;    /* bytes: what the log takes of it */
    struct change change;
    uint8_t value[];
};
struct range_lock { struct range_lock *next, *next_of_holder; struct key from, to; struct transaction *holder; };
struct savepoint { struct savepoint *older; uint32_t id; uint64_t position; };

enum want_kind { WANT_SHARE, WANT_EXCLUSIVE, WANT_RANGE };
struct want { enum want_kind kind; struct key from, to; }; /* to: of a range */

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
    struct write *oldest, *newest;
    uint64_t position, writes, bytes, bytes_max;
    uint32_t savepoint_last;
    struct cell *owned;
    uint64_t owned_cells;                  /* how many */
    struct share *shares;
    struct range_lock *ranges;
    uint8_t waiting;
    struct want want;
    uint64_t seen;                         /* the search that came here, from whom, whom it goes to next */
    struct transaction *reached_from, *queue;
};

struct transactions {
    struct store *store;
    const struct memory *memory;
    const struct sync *sync;
    struct keymap cells;
    uint64_t cells_now;
    struct range_lock *ranges;
    struct version *oldest, *newest;
    struct transaction *first, *last;
    struct transaction *snapshot_first, *snapshot_last; /* REPEATABLE_READ; snapshots ascend */
    uint64_t id, search, sweep_at;
    uint32_t waiting;
    struct transaction_statistics count;
};

/* cell.c - Cells come and go. cell_get: the one that is there or a new one; 0 = no memory. cell_make: there is none. cell_release: gone if nothing needs it. */
struct cell *cell_find(const struct transactions *all, struct key key);
struct cell *cell_from(const struct transactions *all, struct key key);
struct cell *cell_after(const struct transactions *all, struct key key);
struct cell *cell_before(const struct transactions *all, struct key key);
struct cell *cell_get(struct transactions *all, struct key key);
struct cell *cell_make(struct transactions *all, struct key key);
void cell_release(struct transactions *all, struct cell *c);

/* version.c - version_seen: the kept value that a snapshot sees; 0 = the newest, in the tree. versions_watch: every commit of the store, before it happens. */
const struct version *version_seen(const struct cell *c, uint64_t snapshot);
lfsx_err_t versions_watch(void *self, struct change *first, uint64_t sequence);
void versions_collect(struct transactions *all);
void versions_sweep(struct transactions *all);
void snapshot_begin(struct transaction *root);
void snapshot_end(struct transaction *root);

/* lock.c - Each may wait: LFSX_BUSY, or why the transaction is over. blockers_each: who is in the way of what a root wants; visit answers not 0 to stop. */
typedef int (*blocker_visit)(void *self, struct transaction *blocker);
int blockers_each(const struct transaction *root, blocker_visit visit, void *self);
lfsx_err_t lock_share(struct transaction *root, struct key key);
lfsx_err_t lock_exclusive(struct transaction *root, struct key key, struct cell **out);
lfsx_err_t lock_range(struct transaction *root, struct key from, struct key to);
void locks_release(struct transaction *root);
void wait_end(struct transaction *root);

/* deadlock.c - deadlock_victim: of the cycle that goes through this waiting root; 0 = none. */
struct transaction *deadlock_victim(struct transaction *root);

/* write.c - The writes of a family. write_add: value 0 = deletion. writes_forget: those behind a position. writes_chain: as changes for the store. */
lfsx_err_t write_add(struct transaction *t, struct cell *c, const void *value, uint32_t length);
lfsx_err_t write_blocks(struct transaction *t, uint8_t type, uint64_t first, uint32_t count);
void writes_forget(struct transaction *root, uint64_t position, int committed);
struct change *writes_chain(struct transaction *root);
void savepoints_drop(struct transaction *t, uint32_t above);

/* life.c - enter: lock, and may this handle do anything? The caller unlocks in any case. doom: abort a root, whose calls answer `why` from now on. */
lfsx_err_t transaction_enter(struct transaction *t);
lfsx_err_t transaction_leave(struct transaction *t, lfsx_err_t err);
void transaction_doom(struct transaction *root, lfsx_err_t why);
int transaction_expired(const struct transaction *root);
#endif
