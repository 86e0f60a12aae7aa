/* bank.c - transactions by many threads that really wait: transfers between accounts at the two upper levels, scans that must find every sum right, pairs
 * that are written together, short times, cleaning and checkpoints beside. For the thread sanitizer. No money is made or lost, no transfer counted twice. */
#include "sim.h"
#include <stdio.h>
#include <stdlib.h>
#include <txn/txn.h>
#include <unistd.h>

enum { BLOCKS = 4096, TELLERS = 6, ACCOUNTS = 6, TRANSFERS = 500, MONEY = 1000 };
static struct store s;
static struct transactions *all;
static uint64_t seed;
static _Atomic uint64_t wrong, retries, timeouts, deadlocks, conflicts, looks;
static _Atomic int working;

static struct key account(uint64_t i) { return (struct key){1, 1, i}; }
static const struct key COUNTER = {2, 1, 0};

static lfsx_err_t get(struct transaction *t, struct key key, int64_t *v)
{
    uint32_t length;
    return transaction_read(t, key, v, 8, &length);
}
static lfsx_err_t add(struct transaction *t, struct key key, int64_t by)
{
    int64_t v;
    lfsx_err_t err = get(t, key, &v);
    v += by;
    return err ? err : transaction_write(t, key, &v, 8);
}

static int again(lfsx_err_t err)
{
    if (err == LFSX_CONFLICT) conflicts++;
    else if (err == LFSX_DEADLOCK) deadlocks++;
    else if (err == LFSX_TIMEOUT) timeouts++;
    else if (err) wrong++;
    retries += err != 0;
    return err != 0;
}

/* transfer - One try: from, to, and the count of all transfers; sometimes first something that is rolled back. */
static lfsx_err_t transfer(struct dice *d, enum isolation_level level)
{
    struct transaction_options o = {.isolation = level, .timeout_ns = dice_below(d, 4) ? 0 : 3000000};
    uint64_t from = dice_below(d, ACCOUNTS), to = (from + 1 + dice_below(d, ACCOUNTS - 1)) % ACCOUNTS;
    int64_t sum = 1 + dice_below(d, 50);
    struct transaction *t;
    uint32_t savepoint;
    lfsx_err_t err = transaction_begin(all, &o, &t);
    if (err) return err;
    err = transaction_set_savepoint(t, &savepoint);
    if (!err && dice_below(d, 3) == 0) err = add(t, account(to), 12345);
    if (!err) err = transaction_rollback_to_savepoint(t, savepoint);
    if (!err) err = add(t, account(from), -sum);
    if (!err) err = add(t, account(to), sum);
    if (!err) err = add(t, COUNTER, 1);
    if (!err) return transaction_commit(t, dice_below(d, 8) == 0);
    transaction_abort(t);
    return err;
}
static void *teller(void *arg)
{
    uintptr_t me = (uintptr_t)arg;
    struct dice d = {seed * 100 + me};
    for (int i = 0; i < TRANSFERS && !wrong; i++)
        while (again(transfer(&d, me % 2 ? ISOLATION_SERIALIZABLE : ISOLATION_REPEATABLE_READ))) {}
    return 0;
}

static int sum(void *self, struct key key, const void *value, uint32_t length)
{
    int64_t v;
    memcpy(&v, value, 8);
    *(int64_t *)self += v;
    return 0;
}
/* look - Two sums a while apart: right at every level, and the count of transfers must not move at the upper ones. */
static lfsx_err_t look(enum isolation_level level)
{
    struct transaction_options o = {.isolation = level};
    struct transaction *t;
    int64_t one = 0, two = 0, before = 0, after = 0;
    lfsx_err_t err = transaction_begin(all, &o, &t);
    if (err) return err;
    err = get(t, COUNTER, &before);
    if (!err) err = transaction_scan(t, account(0), account(ACCOUNTS), sum, &one);
    usleep(300);
    if (!err) err = transaction_scan(t, account(0), account(ACCOUNTS), sum, &two);
    if (!err) err = get(t, COUNTER, &after);
    if (!err && (one != ACCOUNTS * MONEY || two != one || (level != ISOLATION_READ_COMMITTED && before != after))) wrong++;
    if (!err) return transaction_commit(t, 0);
    transaction_abort(t);
    return err;
}
static void *auditor(void *arg)
{
    for (int i = 0; working && !wrong; i++, looks++) {
        again(look((enum isolation_level)(ISOLATION_READ_COMMITTED + i % 3)));
        usleep(500);
    }
    return 0;
}
static void *caretaker(void *arg)
{
    for (int i = 0; working; i++) {
        struct transaction *victim = transaction_detect_deadlock(all);
        if (victim) wrong++; /* each is found by the one that closes it */
        transactions_expire(all);
        if (i % 4 == 0) transactions_collect(all);
        if (i % 16 == 0 && store_checkpoint(&s)) wrong++;
        usleep(1000);
    }
    return 0;
}

static void open_bank(void)
{
    struct transaction_options o = {.isolation = ISOLATION_READ_COMMITTED};
    struct transaction *t;
    int64_t v = MONEY, zero = 0;
    if (transaction_begin(all, &o, &t)) abort();
    for (uint64_t i = 0; i < ACCOUNTS; i++)
        if (transaction_write(t, account(i), &v, 8)) abort();
    if (transaction_write(t, COUNTER, &zero, 8) || transaction_commit(t, 1)) abort();
}

static void work(void)
{
    pthread_t t[TELLERS], a, c;
    working = 1;
    for (uintptr_t i = 0; i < TELLERS; i++) pthread_create(&t[i], 0, teller, (void *)i);
    pthread_create(&a, 0, auditor, 0);
    pthread_create(&c, 0, caretaker, 0);
    for (int i = 0; i < TELLERS; i++) pthread_join(t[i], 0);
    working = 0;
    pthread_join(a, 0);
    pthread_join(c, 0);
}

/* A transaction that waits until its time is over. */
static void *patient(void *arg)
{
    struct transaction_options o = {.isolation = ISOLATION_SERIALIZABLE, .timeout_ns = 20000000};
    struct transaction *t;
    int64_t v = 0;
    if (transaction_begin(all, &o, &t)) abort();
    *(lfsx_err_t *)arg = transaction_write(t, account(99), &v, 8);
    transaction_abort(t);
    return 0;
}
static void patience(struct run *r)
{
    struct transaction_options o = {.isolation = ISOLATION_READ_COMMITTED};
    struct transaction *t;
    pthread_t p;
    int64_t v = 0;
    lfsx_err_t err = LFSX_OK;
    if (transaction_begin(all, &o, &t) || transaction_write(t, account(99), &v, 8)) abort();
    pthread_create(&p, 0, patient, &err);
    usleep(300000);
    transaction_abort(t);
    pthread_join(p, 0);
    if (err != LFSX_TIMEOUT) fail(r, "waiting for ever answers: %s", lfsx_error_text(err));
}

static void judge(struct run *r)
{
    struct transaction_statistics st;
    int64_t money = 0, count = 0;
    uint32_t length;
    transactions_statistics(all, &st);
    if (wrong) fail(r, "%lu wrong answers; again: fs_test bank seed=%lu", wrong, r->seed);
    if (st.active || st.versions_now || st.begun != st.committed + st.aborted) fail(r, "at the end %lu active, %lu versions", st.active, st.versions_now);
    if (st.waits == 0 || conflicts == 0) fail(r, "nobody waited or nobody was overtaken");
    if (store_scan(&s, account(0), account(ACCOUNTS), sum, &money) || money != ACCOUNTS * MONEY) fail(r, "%ld is not the money that was there", money);
    if (store_get(&s, COUNTER, &count, 8, &length) || count != TELLERS * TRANSFERS) fail(r, "%ld transfers of %d are counted", count, TELLERS * TRANSFERS);
    if (!r->quiet) printf("bank: %lu waits, %lu deadlocks, %lu conflicts, %lu timeouts, %lu audits\n", st.waits, deadlocks, conflicts, timeouts, looks);
}

uint64_t test_bank(struct run *r)
{
    struct slow d;
    struct host host;
    struct sim_memory m;
    struct format_options f = {.uuid = {9}};
    sim_memory_init(&m, 0);
    slow_init(&d, BLOCKS, 200);
    seed = r->seed;
    wrong = retries = timeouts = deadlocks = conflicts = looks = 0;
    host_init(&host);
    struct store_options o = {.device = &d.d, .memory = &m.m, .cache_frames = 256, .sync = host_sync(&host)};
    if (store_format(&o, &f) || store_open(&s, &o) || transactions_open(&s, &all)) abort();
    open_bank();
    work();
    patience(r);
    judge(r);
    transactions_close(all);
    store_drop(&s);
    if (m.live) fail(r, "%lu bytes not given back", m.live);
    free(d.image);
    return r->cases += TELLERS * TRANSFERS;
}
