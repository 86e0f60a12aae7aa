/* txn_savepoint.c - savepoints and nested transactions: what is rolled back, what stays, what the log gets. */
#include "txn_stage.h"

static void savepoints(void)
{
    uint32_t one, two, three;
    reset();
    struct transaction *t = start(RC);
    must(put(t, 1, 100) == LFSX_OK && transaction_set_savepoint(t, &one) == LFSX_OK);
    must(put(t, 1, 101) == LFSX_OK && put(t, 1, 102) == LFSX_OK && put(t, 4, 44) == LFSX_OK && transaction_delete(t, k(2)) == LFSX_OK);
    must(transaction_set_savepoint(t, &two) == LFSX_OK && put(t, 1, 103) == LFSX_OK && put(t, 2, 104) == LFSX_OK);
    must(keys(t, 0, 9) == 1002003004 && get(t, 1) == 103);
    must(transaction_rollback_to_savepoint(t, two) == LFSX_OK);
    must(get(t, 1) == 102 && get(t, 2) == 0 && get(t, 4) == 44 && keys(t, 0, 9) == 1003004);
    must(transaction_delete(t, k(2)) == LFSX_ABSENT);
    must(put(t, 3, 7) == LFSX_OK && transaction_rollback_to_savepoint(t, two) == LFSX_OK && get(t, 3) == 33); /* it stays */
    must(transaction_set_savepoint(t, &three) == LFSX_OK && three != two);
    must(transaction_rollback_to_savepoint(t, one) == LFSX_OK);
    must(transaction_rollback_to_savepoint(t, two) == LFSX_ARGUMENT && transaction_rollback_to_savepoint(t, three) == LFSX_ARGUMENT);
    must(transaction_rollback_to_savepoint(t, 0) == LFSX_ARGUMENT);
    must(get(t, 1) == 100 && get(t, 2) == 22 && get(t, 4) == 0);
    struct transaction *other = start(RC);
    must(put(other, 4, 9) == LFSX_BUSY); /* the lock outlives the rollback */
    transaction_abort(other);
    must(commit(t) == LFSX_OK && stored(1) == 100 && stored(2) == 22 && stored(4) == 0);
}

static void nested(void)
{
    struct transaction *child, *grandchild;
    uint32_t mine, its;
    reset();
    struct transaction *t = start(SER);
    must(put(t, 1, 100) == LFSX_OK && transaction_set_savepoint(t, &mine) == LFSX_OK && transaction_begin_nested(t, &child) == LFSX_OK);
    must(get(t, 1) == 1000 + LFSX_STATE && put(t, 1, 1) == LFSX_STATE && commit(t) == LFSX_STATE);
    must(get(child, 1) == 100 && put(child, 1, 101) == LFSX_OK && put(child, 2, 102) == LFSX_OK);
    must(transaction_rollback_to_savepoint(child, mine) == LFSX_ARGUMENT); /* the parent's */
    must(transaction_begin_nested(child, &grandchild) == LFSX_OK && transaction_delete(grandchild, k(1)) == LFSX_OK);
    must(transaction_set_savepoint(grandchild, &its) == LFSX_OK && get(grandchild, 1) == 0 && put(grandchild, 3, 103) == LFSX_OK);
    must(commit(grandchild) == LFSX_OK && get(child, 1) == 0 && get(child, 3) == 103);
    must(transaction_rollback_to_savepoint(child, its) == LFSX_ARGUMENT);
    transaction_abort(child);
    must(get(t, 1) == 100 && get(t, 2) == 22 && get(t, 3) == 33);
    must(transaction_begin_nested(t, &child) == LFSX_OK && put(child, 2, 202) == LFSX_OK && commit(child) == LFSX_OK);
    must(get(t, 2) == 202);
    must(transaction_rollback_to_savepoint(t, mine) == LFSX_OK && get(t, 2) == 22 && get(t, 1) == 100); /* from before the child */
    must(transaction_begin_nested(t, &child) == LFSX_OK && put(child, 3, 203) == LFSX_OK && commit(child) == LFSX_OK);
    must(stored(1) == 11);
    must(commit(t) == LFSX_OK && stored(1) == 100 && stored(2) == 22 && stored(3) == 203);
    t = start(RC);
    must(transaction_begin_nested(t, &child) == LFSX_OK && transaction_begin_nested(child, &grandchild) == LFSX_OK && put(grandchild, 1, 1) == LFSX_OK);
    transaction_abort(t); /* all three */
    must(stored(1) == 100);
}

/* What was written over after a savepoint goes to the log once. */
static void superseded(void)
{
    uint32_t savepoint;
    reset();
    struct transaction *t = start(RC);
    for (uint64_t i = 0; i < 5; i++) must(put(t, 1, i) == LFSX_OK && transaction_set_savepoint(t, &savepoint) == LFSX_OK);
    must(store_sync(&stage.s, 0) == LFSX_OK && stage.s.wal.items == 0);
    must(commit(t) == LFSX_OK && stage.s.wal.items == 2 && stored(1) == 4);
}

void txn_savepoint(void)
{
    savepoints();
    nested();
    superseded();
}
