/* txn.c - transactions, case by case, a file for each topic; and that what was committed is mounted again. */
#include "txn_stage.h"

enum { BLOCKS = 1024 };
struct stage stage;

static uint64_t now(void *self) { return stage.clock_ns; }

static void unlocked(void *self)
{
    if (!stage.late) return;
    stage.late = 0;
    stage.clock_ns += 1000;
    transactions_expire(stage.all);
}
static struct store_options options(void) { return (struct store_options){.device = &stage.d.d, .memory = &stage.m.m, .cache_frames = 64, .sync = {.now = now, .unlock = unlocked}}; }

/* Durable means: there after a mount. What was not committed is not. */
static void durable(void)
{
    struct store_options o = options();
    reset();
    struct transaction *t = start(SER), *open = start(RC);
    must(put(t, 1, 77) == LFSX_OK && transaction_delete(t, k(2)) == LFSX_OK && put(open, 3, 1) == LFSX_OK);
    must(transaction_commit(t, 1) == LFSX_OK && stage.s.wal.durable == stage.s.wal.sequence);
    transactions_close(stage.all); /* open is aborted */
    store_drop(&stage.s);
    must(store_open(&stage.s, &o) == LFSX_OK && transactions_open(&stage.s, &stage.all) == LFSX_OK);
    must(stored(1) == 77 && stored(2) == 0 && stored(3) == 33);
}

uint64_t test_txn(struct run *r)
{
    struct format_options f = {.uuid = {6}};
    struct store_options o = options();
    stage.run = r;
    sim_device_init(&stage.d, BLOCKS);
    sim_memory_init(&stage.m, 0);
    stage.m.m.single = 1;
    if (store_format(&o, &f) || store_open(&stage.s, &o) || transactions_open(&stage.s, &stage.all)) abort();
    txn_deadlock();
    txn_savepoint();
    txn_time();
    txn_version();
    txn_limit();
    durable();
    struct transaction_statistics st;
    transactions_statistics(stage.all, &st);
    must(st.active == 0 && st.versions_now == 0 && st.begun == st.committed + st.aborted);
    must(start(RR) != 0 && start(SER) != 0);
    transactions_close(stage.all);
    store_drop(&stage.s);
    must(stage.m.live == 0);
    sim_device_free(&stage.d);
    return r->cases;
}
