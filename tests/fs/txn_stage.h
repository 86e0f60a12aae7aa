/* txn_stage.h - what the tests txn_*.c share: one store, its transactions, a clock that stands still; short names for what is done all the time. */
#ifndef FS_TXN_STAGE_H
#define FS_TXN_STAGE_H
#include "sim.h"
#include <stdlib.h>
#include <txn/txn.h>

static const enum isolation_level RC = ISOLATION_READ_COMMITTED, RR = ISOLATION_REPEATABLE_READ, SER = ISOLATION_SERIALIZABLE;
extern struct stage {
    struct run *run;
    struct sim_device d;
    struct sim_memory m;
    struct store s;
    struct transactions *all;
    uint64_t clock_ns;
    int late; /* the next time that the lock is given up, all times are over and somebody looks */
} stage;

/* must - One fact; file and line are in the message. */
#define must(condition) (stage.run->cases++, (condition) ? (void)0 : fail(stage.run, "%s:%d: %s; again: fs_test txn", __FILE__, __LINE__, #condition))

static inline struct key k(uint64_t i) { return (struct key){1, 1, i}; }
static inline struct transaction *start_in(enum isolation_level level, uint64_t timeout)
{
    struct transaction_options o = {.isolation = level, .timeout_ns = timeout};
    struct transaction *t = 0;
    if (transaction_begin(stage.all, &o, &t)) abort();
    return t;
}
static inline struct transaction *start(enum isolation_level level) { return start_in(level, 0); }
static inline lfsx_err_t put(struct transaction *t, uint64_t key, uint64_t v) { return transaction_write(t, k(key), &v, 8); }
static inline lfsx_err_t commit(struct transaction *t) { return transaction_commit(t, 0); }
/* get - The value, 0 if absent, an error as 1000 + its number. */
static inline uint64_t get(struct transaction *t, uint64_t key)
{
    uint64_t v = 0;
    uint32_t length;
    lfsx_err_t err = transaction_read(t, k(key), &v, 8, &length);
    return err == LFSX_ABSENT ? 0 : err ? 1000u + (uint64_t)err : v;
}
static inline uint64_t stored(uint64_t key)
{
    struct transaction *t = start(RC);
    uint64_t v = get(t, key);
    transaction_abort(t);
    return v;
}
static inline int add(void *self, struct key key, const void *value, uint32_t length)
{
    *(uint64_t *)self = *(uint64_t *)self * 1000 + key.offset;
    return 0;
}
/* keys - Of a range, as digits to the base 1000. */
static inline uint64_t keys(struct transaction *t, uint64_t from, uint64_t to)
{
    uint64_t sum = 0;
    lfsx_err_t err = transaction_scan(t, k(from), k(to), add, &sum);
    return err ? (uint64_t)-err : sum;
}
static inline void reset(void)
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

void txn_deadlock(void);
void txn_savepoint(void);
void txn_time(void);
void txn_version(void);
void txn_limit(void);
#endif
