/* txn.c - transactions, case by case: deadlocks and their victims, savepoints, nesting, time, versions, limits, blocks; and that what was committed is mounted again. */
#include "sim.h"
#include <stdio.h>
#include <stdlib.h>
#include <txn/txn.h>

enum { BLOCKS = 1024 };
static const enum isolation_level RC = ISOLATION_READ_COMMITTED, RR = ISOLATION_REPEATABLE_READ, SER = ISOLATION_SERIALIZABLE;
static struct run *run;
static struct sim_device d;
static struct sim_memory m;
static struct store s;
static struct transactions *all;
static uint64_t clock_ns;

static uint64_t now(void *self) { return clock_ns; }
static int late; /* the next time that the lock is given up, all times are over and somebody looks */
static void unlocked(void *self)
{
    if (!late) return;
    late = 0;
    clock_ns += 1000;
    transactions_expire(all);
}
static struct store_options options(void) { return (struct store_options){.device = &d.d, .memory = &m.m, .cache_frames = 64, .sync = {.now = now, .unlock = unlocked}}; }

/* must - One fact; the line is in the message. */
#define must(condition) (run->cases++, (condition) ? (void)0 : fail(run, "txn.c:%d: %s; again: fs_test txn", __LINE__, #condition))

static struct key k(uint64_t i) { return (struct key){1, 1, i}; }
static struct transaction *start_in(enum isolation_level level, uint64_t timeout)
{
    struct transaction_options o = {.isolation = level, .timeout_ns = timeout};
    struct transaction *t = 0;
    if (transaction_begin(all, &o, &t)) abort();
    return t;
}
static struct transaction *start(enum isolation_level level) { return start_in(level, 0); }
static lfsx_err_t put(struct transaction *t, uint64_t key, uint64_t v) { return transaction_write(t, k(key), &v, 8); }
static lfsx_err_t commit(struct transaction *t) { return transaction_commit(t, 0); }
/* get - The value, 0 if absent, an error as 1000 + its number. */
static uint64_t get(struct transaction *t, uint64_t key)
{
    uint64_t v = 0;
    uint32_t length;
    lfsx_err_t err = transaction_read(t, k(key), &v, 8, &length);
    return err == LFSX_ABSENT ? 0 : err ? 1000u + (uint64_t)err : v;
}
static uint64_t stored(uint64_t key)
{
    struct transaction *t = start(RC);
    uint64_t v = get(t, key);
    transaction_abort(t);
    return v;
}
static int add(void *self, struct key key, const void *value, uint32_t length)
{
    *(uint64_t *)self = *(uint64_t *)self * 1000 + key.offset;
    return 0;
}
/* keys - Of a range, as digits to the base 1000. */
static uint64_t keys(struct transaction *t, uint64_t from, uint64_t to)
{
    uint64_t sum = 0;
    lfsx_err_t err = transaction_scan(t, k(from), k(to), add, &sum);
    return err ? (uint64_t)-err : sum;
}
static void reset(void)
{
    struct transaction *t = start(RC);
    for (uint64_t i = 0; i < 20; i++) {
        lfsx_err_t err = transaction_delete(t, k(i));
        if (err && err != LFSX_ABSENT) abort();
    }
    for (uint64_t i = 1; i <= 3; i++)
        if (put(t, i, i * 11)) abort();
    must(commit(t) == LFSX_OK);
}

/* Two that want each other's key: the younger goes, by time, and the elder's repeated call succeeds. */
static void deadlock_two(int younger_closes)
{
    reset();
    struct transaction *a = start(RC);
    clock_ns++;
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
    for (int i = 0; i < n; i++, clock_ns++) t[i] = start(RC), must(put(t[i], (uint64_t)i, 1) == LFSX_OK);
    for (int i = 0; i + 1 < n; i++) must(put(t[i], (uint64_t)i + 1, 2) == LFSX_BUSY);
    for (int i = 0; i < n; i++) must(transaction_state_get(t[i]) == TRANSACTION_ACTIVE);
    must(transaction_detect_deadlock(all) == 0);
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
    clock_ns++;
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

/* A child's lock closes a cycle: the whole family goes. */
static void nested_deadlock(void)
{
    struct transaction *child;
    reset();
    struct transaction *a = start(RC);
    clock_ns++;
    struct transaction *b = start(RC);
    must(put(a, 1, 1) == LFSX_OK && put(b, 2, 2) == LFSX_OK && transaction_begin_nested(b, &child) == LFSX_OK);
    must(put(child, 1, 3) == LFSX_BUSY && put(a, 2, 4) == LFSX_OK);
    must(put(child, 1, 3) == LFSX_DEADLOCK && commit(child) == LFSX_DEADLOCK && put(b, 5, 5) == LFSX_DEADLOCK);
    transaction_abort(b);
    must(commit(a) == LFSX_OK && stored(2) == 4);
}

static void times(void)
{
    struct transaction_statistics before, after;
    reset();
    transactions_statistics(all, &before);
    struct transaction *a = start_in(RC, 100), *b = start(RC);
    must(put(a, 1, 5) == LFSX_OK && put(b, 1, 6) == LFSX_BUSY);
    clock_ns += 99;
    transactions_expire(all);
    must(transaction_state_get(a) == TRANSACTION_ACTIVE);
    clock_ns++;
    must(transaction_state_get(a) == TRANSACTION_ACTIVE);
    transactions_expire(all);
    must(transaction_state_get(a) == TRANSACTION_ABORTED && transaction_state_get(b) == TRANSACTION_ACTIVE);
    must(put(b, 1, 6) == LFSX_OK && commit(b) == LFSX_OK && commit(a) == LFSX_TIMEOUT && stored(1) == 6);
    a = start_in(RR, 100);
    clock_ns += 100;
    must(get(a, 1) == 1000 + LFSX_TIMEOUT);
    transaction_abort(a);
    transactions_statistics(all, &after);
    must(after.timeouts == before.timeouts + 2 && after.active == 0);
}

static uint64_t version(uint64_t key, uint64_t sequence)
{
    uint64_t v = 0;
    uint32_t length;
    lfsx_err_t err = transaction_get_version(all, k(key), sequence, &v, 8, &length);
    return err == LFSX_ABSENT ? 0 : err ? 1000u + (uint64_t)err : v;
}
static void set(uint64_t key, uint64_t v)
{
    struct transaction *t = start(RC);
    must((v ? put(t, key, v) : transaction_delete(t, k(key))) == LFSX_OK && commit(t) == LFSX_OK);
}
static uint64_t versions(void)
{
    struct transaction_statistics st;
    transactions_statistics(all, &st);
    return st.versions_now;
}

/* Versions are kept while a snapshot sees them, and no longer. */
static void chains(void)
{
    reset();
    uint64_t first = s.wal.sequence;
    set(1, 12);
    must(versions() == 0 && version(1, first) == 1000 + LFSX_RANGE && version(1, first + 1) == 12 && version(1, first + 2) == 1000 + LFSX_RANGE);
    struct transaction *a = start(RR); /* sees first + 1 */
    set(1, 13);
    set(1, 14); /* 13 is seen by nobody */
    must(versions() == 1);
    struct transaction *b = start(RR); /* first + 3 */
    set(1, 0);
    set(9, 99);
    must(versions() == 3 && get(a, 1) == 12 && get(b, 1) == 14 && stored(1) == 0 && get(a, 9) == 0);
    must(keys(a, 0, 20) == 1002003 && keys(b, 0, 20) == 1002003);
    must(version(1, first + 1) == 12 && version(1, first + 2) == 1000 + LFSX_RANGE && version(1, first + 3) == 14 && version(1, first + 4) == 0);
    must(version(9, first + 1) == 0 && version(9, first + 4) == 0 && version(9, first + 5) == 99 && version(2, first + 1) == 22);
    struct transaction *c = start(RR);
    set(2, 23);
    must(versions() == 4 && get(c, 2) == 22 && get(b, 2) == 22);
    transaction_abort(b);
    transactions_collect(all);
    must(versions() == 3 && get(a, 1) == 12 && version(1, first + 3) == 1000 + LFSX_RANGE);
    must(put(a, 2, 5) == LFSX_CONFLICT && get(a, 2) == 1000 + LFSX_CONFLICT);
    must(versions() == 1); /* only c's */
    transaction_abort(a);
    must(put(c, 1, 5) == LFSX_OK && get(c, 1) == 5 && get(c, 2) == 22);
    must(commit(c) == LFSX_OK && versions() == 0 && stored(1) == 5);
}

/* Many commits beside one old snapshot: memory stays bounded by what it can see. */
static void chains_bounded(void)
{
    reset();
    struct transaction *old = start(RR);
    for (uint64_t i = 0; i < 3000; i++) {
        struct transaction *t = start(RR);
        must(put(t, 1 + i % 3, 1000 + i) == LFSX_OK && commit(t) == LFSX_OK);
    }
    must(versions() <= 64 + 2 * 3 + 1 && get(old, 1) == 11 && get(old, 3) == 33);
    transactions_collect(all);
    must(versions() == 3);
    transaction_abort(old);
    must(versions() == 0);
}

static void limits(void)
{
    struct transaction_options o = {.isolation = RC, .log_bytes = 300};
    struct transaction *t;
    uint8_t big[LFSX_VALUE_MAX + 1] = {0};
    reset();
    must(transaction_begin(all, &(struct transaction_options){.isolation = (enum isolation_level)4}, &t) == LFSX_ARGUMENT);
    must(transaction_begin(all, &(struct transaction_options){.isolation = RC, .log_bytes = ~0u}, &t) == LFSX_LARGE);
    must(transaction_begin(all, &o, &t) == LFSX_OK);
    must(transaction_write(t, k(1), big, 290) == LFSX_LARGE && transaction_write(t, k(1), big, 150) == LFSX_OK && transaction_write(t, k(2), big, 150) == LFSX_LARGE);
    must(transaction_write(t, k(2), big, LFSX_VALUE_MAX + 1) == LFSX_LARGE && transaction_write(t, KEY_HIGHEST, big, 1) == LFSX_ARGUMENT);
    must(put(t, 2, 5) == LFSX_OK && commit(t) == LFSX_OK && stored(2) == 5);
    t = start(RC);
    lfsx_err_t err = LFSX_OK;
    uint64_t n = 0;
    for (; !err; n++) err = transaction_write(t, k(100 + n), big, 1500);
    must(err == LFSX_LARGE && n > wal_bytes_max(&s.wal) / 1560);
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
    store_info_get(&s, &before);
    must(transaction_take(t, 0, 3, &a, &n) == LFSX_OK && n == 3 && transaction_set_savepoint(t, &savepoint) == LFSX_OK);
    must(transaction_take(t, 0, 2, &b, &n) == LFSX_OK && n == 2 && transaction_give(t, a, 1) == LFSX_ARGUMENT);
    must(transaction_begin_nested(t, &child) == LFSX_OK && transaction_take(child, 0, 1, &c, &n) == LFSX_OK);
    transaction_abort(child);
    must(transaction_rollback_to_savepoint(t, savepoint) == LFSX_OK);
    store_info_get(&s, &after);
    must(after.free == before.free - 3);
    transaction_wrote(t);
    must(commit(t) == LFSX_OK);
    t = start(RC);
    must(transaction_take(t, 0, 4, &b, &n) == LFSX_OK && transaction_give(t, a, 3) == LFSX_OK && transaction_give(t, b, 1) == LFSX_ARGUMENT);
    transaction_abort(t);
    t = start(RC);
    must(transaction_give(t, a, 3) == LFSX_OK && commit(t) == LFSX_OK);
    must(store_checkpoint(&s) == LFSX_OK);
    store_info_get(&s, &after);
    must(after.freed == 0 && after.free + after.nodes >= before.free);
}

/* A transaction whose time ends while its own call has given up the lock is left alone until the call is over. */
static void late_take(void)
{
    struct store_info before, after;
    uint64_t first;
    uint32_t n;
    reset();
    store_info_get(&s, &before);
    struct transaction *t = start_in(RC, 100);
    late = 1;
    must(transaction_take(t, 0, 2, &first, &n) == LFSX_OK && late == 0 && transaction_state_get(t) == TRANSACTION_ACTIVE);
    must(put(t, 1, 1) == LFSX_TIMEOUT);
    store_info_get(&s, &after);
    must(after.free == before.free);
    transaction_abort(t);
}

/* What was written over after a savepoint goes to the log once. */
static void superseded(void)
{
    uint32_t savepoint;
    reset();
    struct transaction *t = start(RC);
    for (uint64_t i = 0; i < 5; i++) must(put(t, 1, i) == LFSX_OK && transaction_set_savepoint(t, &savepoint) == LFSX_OK);
    must(store_sync(&s, 0) == LFSX_OK && s.wal.items == 0);
    must(commit(t) == LFSX_OK && s.wal.items == 2 && stored(1) == 4);
}

/* No memory for the second of two versions: the commit has not happened, and the first version is gone too. */
static void version_refused(void)
{
    reset();
    struct transaction *old = start(RR);
    for (uint64_t n = 1; n <= 2; n++) {
        struct transaction *t = start(RC);
        must(put(t, 1, 5) == LFSX_OK && put(t, 2, 6) == LFSX_OK);
        m.fail_at = m.calls + n;
        must(commit(t) == LFSX_MEMORY);
        m.fail_at = 0;
        must(versions() == 0 && stored(1) == 11 && stored(2) == 22 && get(old, 1) == 11);
    }
    must(put(old, 1, 7) == LFSX_OK && commit(old) == LFSX_OK && stored(1) == 7); /* nobody came before it */
}

/* Durable means: there after a mount. What was not committed is not. */
static void durable(void)
{
    struct store_options o = options();
    reset();
    struct transaction *t = start(SER), *open = start(RC);
    must(put(t, 1, 77) == LFSX_OK && transaction_delete(t, k(2)) == LFSX_OK && put(open, 3, 1) == LFSX_OK);
    must(transaction_commit(t, 1) == LFSX_OK && s.wal.durable == s.wal.sequence);
    transactions_close(all); /* open is aborted */
    store_drop(&s);
    must(store_open(&s, &o) == LFSX_OK && transactions_open(&s, &all) == LFSX_OK);
    must(stored(1) == 77 && stored(2) == 0 && stored(3) == 33);
}

/* A deadlock that only the two calls see: found and resolved by hand. */
static void by_hand(void)
{
    reset();
    struct transaction *a = start(SER), *b = start(RC);
    must(transaction_detect_deadlock(all) == 0 && get(a, 1) == 11 && put(b, 1, 1) == LFSX_BUSY);
    transaction_resolve_deadlock(all, a); /* does not wait: nothing happens */
    must(get(a, 1) == 11);
    transaction_resolve_deadlock(all, b);
    must(put(b, 1, 1) == LFSX_DEADLOCK);
    transaction_abort(a);
    transaction_abort(b);
}

uint64_t test_txn(struct run *r)
{
    struct format_options f = {.uuid = {6}};
    struct store_options o = options();
    run = r;
    sim_device_init(&d, BLOCKS);
    sim_memory_init(&m, 0);
    if (store_format(&o, &f) || store_open(&s, &o) || transactions_open(&s, &all)) abort();
    deadlock_two(0);
    deadlock_two(1);
    deadlock_least_work();
    for (int n = 2; n <= 16; n++) deadlock_ring(n);
    deadlock_shared();
    savepoints();
    nested();
    nested_deadlock();
    times();
    chains();
    chains_bounded();
    limits();
    blocks();
    by_hand();
    late_take();
    superseded();
    version_refused();
    durable();
    struct transaction_statistics st;
    transactions_statistics(all, &st);
    must(st.active == 0 && st.versions_now == 0 && st.begun == st.committed + st.aborted);
    must(start(RR) != 0 && start(SER) != 0);
    transactions_close(all);
    store_drop(&s);
    must(m.live == 0);
    sim_device_free(&d);
    return r->cases;
}
