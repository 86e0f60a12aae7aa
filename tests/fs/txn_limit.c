/* txn_limit.c - how large a transaction may be, and the blocks that it takes and gives. */
#include "txn_stage.h"

static void limits(void)
{
    struct transaction_options o = {.isolation = RC, .log_bytes = 300};
    struct transaction *t;
    uint8_t big[LFSX_VALUE_MAX + 1] = {0};
    reset();
    must(transaction_begin(stage.all, &(struct transaction_options){.isolation = (enum isolation_level)4}, &t) == LFSX_ARGUMENT);
    must(transaction_begin(stage.all, &(struct transaction_options){.isolation = RC, .log_bytes = ~0u}, &t) == LFSX_LARGE);
    must(transaction_begin(stage.all, &o, &t) == LFSX_OK);
    must(transaction_write(t, k(1), big, 290) == LFSX_LARGE && transaction_write(t, k(1), big, 150) == LFSX_OK && transaction_write(t, k(2), big, 150) == LFSX_LARGE);
    must(transaction_write(t, k(2), big, LFSX_VALUE_MAX + 1) == LFSX_LARGE && transaction_write(t, KEY_HIGHEST, big, 1) == LFSX_ARGUMENT);
    must(put(t, 2, 5) == LFSX_OK && commit(t) == LFSX_OK && stored(2) == 5);
    t = start(RC);
    lfsx_err_t err = LFSX_OK;
    uint64_t n = 0;
    for (; !err; n++) err = transaction_write(t, k(100 + n), big, 1500);
    must(err == LFSX_LARGE && n > wal_bytes_max(&stage.s.wal) / 1560);
    must(commit(t) == LFSX_OK); /* what was let in goes through */
    t = start(RC);
    for (uint64_t i = 0; i + 1 < n; i++) must(transaction_delete(t, k(100 + i)) == LFSX_OK);
    must(commit(t) == LFSX_OK);
}

static void blocks(void)
{
    struct store_info before, after;
    struct transaction *t = start(RC), *child;
    uint64_t a, b, c;
    uint32_t n, savepoint;
    store_info_get(&stage.s, &before);
    must(transaction_take(t, 0, 3, &a, &n) == LFSX_OK && n == 3 && transaction_set_savepoint(t, &savepoint) == LFSX_OK);
    must(transaction_take(t, 0, 2, &b, &n) == LFSX_OK && n == 2 && transaction_give(t, a, 1) == LFSX_ARGUMENT);
    must(transaction_begin_nested(t, &child) == LFSX_OK && transaction_take(child, 0, 1, &c, &n) == LFSX_OK);
    transaction_abort(child);
    must(transaction_rollback_to_savepoint(t, savepoint) == LFSX_OK);
    store_info_get(&stage.s, &after);
    must(after.free == before.free - 3);
    transaction_wrote(t);
    must(commit(t) == LFSX_OK);
    t = start(RC);
    must(transaction_take(t, 0, 4, &b, &n) == LFSX_OK && transaction_give(t, a, 3) == LFSX_OK && transaction_give(t, b, 1) == LFSX_ARGUMENT);
    transaction_abort(t);
    t = start(RC);
    must(transaction_give(t, a, 3) == LFSX_OK && commit(t) == LFSX_OK);
    must(store_checkpoint(&stage.s) == LFSX_OK);
    store_info_get(&stage.s, &after);
    must(after.freed == 0 && after.free + after.nodes >= before.free);
}

void txn_limit(void)
{
    limits();
    blocks();
}
