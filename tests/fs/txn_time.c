/* txn_time.c - transactions that take too long. */
#include "txn_stage.h"

static void times(void)
{
    struct transaction_statistics before, after;
    reset();
    transactions_statistics(stage.all, &before);
    struct transaction *a = start_in(RC, 100), *b = start(RC);
    must(put(a, 1, 5) == LFSX_OK && put(b, 1, 6) == LFSX_BUSY);
    stage.clock_ns += 99;
    transactions_expire(stage.all);
    must(transaction_state_get(a) == TRANSACTION_ACTIVE);
    stage.clock_ns++;
    must(transaction_state_get(a) == TRANSACTION_ACTIVE);
    transactions_expire(stage.all);
    must(transaction_state_get(a) == TRANSACTION_ABORTED && transaction_state_get(b) == TRANSACTION_ACTIVE);
    must(put(b, 1, 6) == LFSX_OK && commit(b) == LFSX_OK && commit(a) == LFSX_TIMEOUT && stored(1) == 6);
    a = start_in(RR, 100);
    stage.clock_ns += 100;
    must(get(a, 1) == 1000 + LFSX_TIMEOUT);
    transaction_abort(a);
    transactions_statistics(stage.all, &after);
    must(after.timeouts == before.timeouts + 2 && after.active == 0);
}

/* A transaction whose time ends while its own call has given up the lock is left alone until the call is over. */
static void late_take(void)
{
    struct store_info before, after;
    uint64_t first;
    uint32_t n;
    reset();
    store_info_get(&stage.s, &before);
    struct transaction *t = start_in(RC, 100);
    stage.late = 1;
    must(transaction_take(t, 0, 2, &first, &n) == LFSX_OK && stage.late == 0 && transaction_state_get(t) == TRANSACTION_ACTIVE);
    must(put(t, 1, 1) == LFSX_TIMEOUT);
    store_info_get(&stage.s, &after);
    must(after.free == before.free);
    transaction_abort(t);
}

void txn_time(void)
{
    times();
    late_take();
}
