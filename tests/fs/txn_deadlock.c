/* txn_deadlock.c - rings of any length, who is the victim, locks that are shared, nested ones, and by hand. */
#include "txn_stage.h"

/* Two that want each other's key: the younger goes, by time, and the elder's repeated call succeeds. */
static void deadlock_two(int younger_closes)
{
    reset();
    struct transaction *a = start(RC);
    stage.clock_ns++;
    struct transaction *b = start(RC);
    must(put(a, 1, 5) == LFSX_OK && put(b, 2, 6) == LFSX_OK);
    if (younger_closes) {
        must(put(a, 2, 7) == LFSX_BUSY);
        must(put(b, 1, 8) == LFSX_DEADLOCK);
    } else {
        must(put(b, 1, 8) == LFSX_BUSY);
        must(put(a, 2, 7) == LFSX_OK);
        must(put(b, 1, 8) == LFSX_DEADLOCK);
    }
    must(transaction_state_get(b) == TRANSACTION_ABORTED && transaction_state_get(a) == TRANSACTION_ACTIVE);
    must(get(b, 1) == 1000 + LFSX_DEADLOCK);
    must(put(a, 2, 7) == LFSX_OK && commit(a) == LFSX_OK);
    must(commit(b) == LFSX_DEADLOCK);
    must(stored(1) == 5 && stored(2) == 7);
}

/* Begun at the same time: the one with less work goes. */
static void deadlock_least_work(void)
{
    reset();
    struct transaction *a = start(RC), *b = start(RC);
    must(put(a, 1, 5) == LFSX_OK && put(b, 2, 6) == LFSX_OK && put(b, 3, 6) == LFSX_OK && put(b, 4, 6) == LFSX_OK);
    must(put(a, 2, 7) == LFSX_BUSY);
    must(put(b, 1, 8) == LFSX_OK);
    must(put(a, 2, 7) == LFSX_DEADLOCK);
    transaction_abort(a);
    must(commit(b) == LFSX_OK && stored(1) == 8 && stored(4) == 6);
}

/* A ring of n: nobody is aborted before it closes, then exactly one. */
static void deadlock_ring(int n)
{
    struct transaction *t[16];
    int victims = 0;
    reset();
    for (int i = 0; i < n; i++, stage.clock_ns++) t[i] = start(RC), must(put(t[i], (uint64_t)i, 1) == LFSX_OK);
    for (int i = 0; i + 1 < n; i++) must(put(t[i], (uint64_t)i + 1, 2) == LFSX_BUSY);
    for (int i = 0; i < n; i++) must(transaction_state_get(t[i]) == TRANSACTION_ACTIVE);
    must(transaction_detect_deadlock(stage.all) == 0);
    must(put(t[n - 1], 0, 2) == LFSX_DEADLOCK); /* it is the youngest */
    for (int i = 0; i < n; i++) victims += transaction_state_get(t[i]) == TRANSACTION_ABORTED;
    must(victims == 1);
    for (int i = n - 1; i >= 0; i--) {
        if (i == n - 1) transaction_abort(t[i]);
        else must(put(t[i], (uint64_t)i + 1, 2) == LFSX_OK && commit(t[i]) == LFSX_OK);
    }
}

/* Two readers that both want to write; a scan against a write into its range; a chain that is no cycle. */
static void deadlock_shared(void)
{
    reset();
    struct transaction *a = start(SER);
    stage.clock_ns++;
    struct transaction *b = start(SER), *c = start(RC);
    must(get(a, 1) == 11 && get(b, 1) == 11);
    must(put(a, 1, 5) == LFSX_BUSY);
    must(put(b, 1, 6) == LFSX_DEADLOCK);
    transaction_abort(b);
    must(put(a, 1, 5) == LFSX_OK);
    must(keys(a, 2, 9) == 2003);
    must(put(c, 5, 1) == LFSX_BUSY && put(c, 9, 1) == LFSX_OK && put(c, 1, 1) == LFSX_BUSY);
    must(keys(a, 2, 10) == 2003 && transaction_state_get(c) == TRANSACTION_ABORTED);
    must(commit(a) == LFSX_OK);
    must(put(c, 5, 1) == LFSX_DEADLOCK);
    transaction_abort(c);
    a = start(SER), b = start(SER);
    must(keys(a, 1, 4) == 1002003 && put(b, 7, 7) == LFSX_OK);
    must(put(b, 2, 7) == LFSX_BUSY);
    must(get(a, 7) == 1000 + LFSX_DEADLOCK); /* begun at the same time, and it wrote less */
    must(put(b, 2, 7) == LFSX_OK && commit(b) == LFSX_OK);
    transaction_abort(a);
}

/* A child's lock closes a cycle: the whole family goes. */
static void nested_deadlock(void)
{
    struct transaction *child;
    reset();
    struct transaction *a = start(RC);
    stage.clock_ns++;
    struct transaction *b = start(RC);
    must(put(a, 1, 1) == LFSX_OK && put(b, 2, 2) == LFSX_OK && transaction_begin_nested(b, &child) == LFSX_OK);
    must(put(child, 1, 3) == LFSX_BUSY && put(a, 2, 4) == LFSX_OK);
    must(put(child, 1, 3) == LFSX_DEADLOCK && commit(child) == LFSX_DEADLOCK && put(b, 5, 5) == LFSX_DEADLOCK);
    transaction_abort(b);
    must(commit(a) == LFSX_OK && stored(2) == 4);
}

/* A deadlock that only the two calls see: found and resolved by hand. */
static void by_hand(void)
{
    reset();
    struct transaction *a = start(SER), *b = start(RC);
    must(transaction_detect_deadlock(stage.all) == 0 && get(a, 1) == 11 && put(b, 1, 1) == LFSX_BUSY);
    transaction_resolve_deadlock(stage.all, a); /* does not wait: nothing happens */
    must(get(a, 1) == 11);
    transaction_resolve_deadlock(stage.all, b);
    must(put(b, 1, 1) == LFSX_DEADLOCK);
    transaction_abort(a);
    transaction_abort(b);
}

void txn_deadlock(void)
{
    deadlock_two(0);
    deadlock_two(1);
    deadlock_least_work();
    for (int n = 2; n <= 16; n++) deadlock_ring(n);
    deadlock_shared();
    nested_deadlock();
    by_hand();
}
