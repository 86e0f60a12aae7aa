/* txn.h - transactions: isolation, locks, savepoints, nesting, timeouts over the store.
 *
 * A transaction gathers its writes in memory; nobody else sees them. Commit gives them to the store at once; abort forgets them, so there is no undo.
 * The tree always has the newest committed value. An older one is kept, in a chain per key, only while some snapshot can still see it; a chain is a list
 * of (value, sequence of the commit that replaced it). So the usual case, no older snapshot, costs nothing.
 *
 * READ_UNCOMMITTED  the same as READ_COMMITTED (the standard allows more, as PostgreSQL does): dirty data are never shown.
 * READ_COMMITTED    each statement sees the newest commit before it.
 * REPEATABLE_READ   a snapshot at begin; first updater wins: writing a key that was committed since answers LFSX_CONFLICT. No phantoms.
 * SERIALIZABLE      strict two-phase locking: shared locks of keys and ranges that are read, exclusive ones of keys that are written.
 * Writers of every level lock the key exclusively until their end; a range lock of a SERIALIZABLE reader stops them.
 *
 * What cannot have its lock waits (base/sync.h), or answers LFSX_BUSY where nothing can wait; the same call may then be repeated. Before waiting the wait-for
 * graph is searched; of a cycle the youngest transaction, among equals that with the least writes, is aborted and its call answers LFSX_DEADLOCK.
 * After LFSX_CONFLICT, LFSX_DEADLOCK, LFSX_TIMEOUT everything is forgotten and unlocked at once, every call answers the same, and only transaction_abort is left to
 * do (transaction_commit too lets go of the handle). Any other error of a read, a write, a scan or a savepoint has changed nothing; the transaction goes on.
 * Locks are kept to the end of the outermost transaction, also those of what was rolled back to a savepoint.
 * Threads: different transactions at once; one transaction, with its nested ones, by one thread at a time. */
#ifndef TXN_TXN_H
#define TXN_TXN_H
#include <store/store.h>

enum isolation_level { ISOLATION_READ_UNCOMMITTED, ISOLATION_READ_COMMITTED, ISOLATION_REPEATABLE_READ, ISOLATION_SERIALIZABLE };
enum transaction_state { TRANSACTION_ACTIVE, TRANSACTION_COMMITTED, TRANSACTION_ABORTED };

struct transactions; /* all of a store */
struct transaction;
struct transaction_options {
    enum isolation_level isolation;
    uint64_t timeout_ns; /* 0 = none */
    uint32_t log_bytes;  /* most that it will write, in the log's bytes; 0 = as much as the log allows. More: LFSX_LARGE, from the write, not from the commit */
    uint8_t reserve;     /* may use the last blocks: deletes */
};
struct transaction_statistics {
    uint64_t begun, committed, aborted, conflicts, deadlocks, timeouts, waits, versions_now, versions_made, versions_collected, active;
};

/* transactions_open - After store_open. Commits that go to the store directly are seen by snapshots too, but ask no locks. */
lfsx_err_t transactions_open(struct store *store, struct transactions **out);
/* transactions_close - Aborts what is active; all handles are gone. Before store_close. */
void transactions_close(struct transactions *all);

lfsx_err_t transaction_begin(struct transactions *all, const struct transaction_options *o, struct transaction **out);
/* transaction_begin_nested - A child: sees the parent's writes; until it ends the parent may do nothing (LFSX_STATE). Its commit makes its writes the parent's. */
lfsx_err_t transaction_begin_nested(struct transaction *parent, struct transaction **out);
/* transaction_commit - durable: on disk when it answers. The handle is gone, and on an error everything it wrote too; but with an open child: LFSX_STATE, and
 * nothing has happened. LFSX_IO, LFSX_FAILED with durable: as store_commit, it may have happened in memory. transaction_abort ends open children too. */
lfsx_err_t transaction_commit(struct transaction *t, int durable);
void transaction_abort(struct transaction *t);

lfsx_err_t transaction_read(struct transaction *t, struct key key, void *value, uint32_t room, uint32_t *length);
lfsx_err_t transaction_write(struct transaction *t, struct key key, const void *value, uint32_t length);
/* transaction_delete - LFSX_ABSENT if it does not see such a key. */
lfsx_err_t transaction_delete(struct transaction *t, struct key key);
/* transaction_scan - Entries with from <= key < to as it sees them, its own writes among them. visit must not use the store. */
lfsx_err_t transaction_scan(struct transaction *t, struct key from, struct key to, btree_visit visit, void *self);
/* transaction_last - The entry with the highest key in [from, to) as it sees them: LFSX_ABSENT. */
lfsx_err_t transaction_last(struct transaction *t, struct key from, struct key to, struct key *key, void *value, uint32_t room, uint32_t *length);
/* transaction_lock - The key is this transaction's to its end, as if it had written it; it need not exist. */
lfsx_err_t transaction_lock(struct transaction *t, struct key key);
/* transaction_take, _give (of committed blocks) - Blocks for data; an abort gives them back, a commit makes it durable with the rest. transaction_fill -
 * Committed blocks that were never written will get their data in place: before the first byte. transaction_wrote - data were written to what it took or fills. */
lfsx_err_t transaction_take(struct transaction *t, uint64_t goal, uint32_t want, uint64_t *first, uint32_t *count);
lfsx_err_t transaction_give(struct transaction *t, uint64_t first, uint32_t count);
lfsx_err_t transaction_fill(struct transaction *t, uint64_t first, uint32_t count);
void transaction_wrote(struct transaction *t);

lfsx_err_t transaction_set_savepoint(struct transaction *t, uint32_t *savepoint);
/* transaction_rollback_to_savepoint - Forget what was written since; later savepoints are gone. LFSX_ARGUMENT: no such savepoint. */
lfsx_err_t transaction_rollback_to_savepoint(struct transaction *t, uint32_t savepoint);

/* transaction_get_version - The value of a key as of a commit (sequence), if it is kept: LFSX_ABSENT, LFSX_RANGE if it may be gone.
 * Versions are made by no call: the store shows each commit to versions_watch. */
lfsx_err_t transaction_get_version(struct transactions *all, struct key key, uint64_t sequence, void *value, uint32_t room, uint32_t *length);
/* transaction_detect_deadlock - The victim of a cycle in the wait-for graph, or 0; transaction_resolve_deadlock aborts it and wakes the others. */
struct transaction *transaction_detect_deadlock(struct transactions *all);
void transaction_resolve_deadlock(struct transactions *all, struct transaction *victim);
/* transactions_expire - Abort every transaction whose time is over; a server calls it now and then. */
void transactions_expire(struct transactions *all);
/* transactions_collect - Give up versions that no snapshot sees (also done by every commit and abort). */
void transactions_collect(struct transactions *all);
enum transaction_state transaction_state_get(const struct transaction *t);
uint64_t transaction_id(const struct transaction *t);
void transactions_statistics(struct transactions *all, struct transaction_statistics *out);
#endif
