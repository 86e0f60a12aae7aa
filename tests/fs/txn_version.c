/* txn_version.c - versions live as long as a snapshot sees them. */
#include "txn_stage.h"

static uint64_t version(uint64_t key, uint64_t sequence)
{
    uint64_t v = 0;
    uint32_t length;
    lfsx_err_t err = transaction_get_version(stage.all, k(key), sequence, &v, 8, &length);
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
    transactions_statistics(stage.all, &st);
    return st.versions_now;
}

/* Versions are kept while a snapshot sees them, and no longer. */
static void chains(void)
{
    reset();
    uint64_t first = stage.s.wal.sequence;
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
    transactions_collect(stage.all);
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
    transactions_collect(stage.all);
    must(versions() == 3);
    transaction_abort(old);
    must(versions() == 0);
}

/* No memory for the second of two versions: the commit has not happened, and the first version is gone too. */
static void version_refused(void)
{
    reset();
    struct transaction *old = start(RR);
    for (uint64_t n = 1; n <= 2; n++) {
        struct transaction *t = start(RC);
        must(put(t, 1, 5) == LFSX_OK && put(t, 2, 6) == LFSX_OK);
        stage.m.fail_at = stage.m.calls + n;
        must(commit(t) == LFSX_MEMORY);
        stage.m.fail_at = 0;
        must(versions() == 0 && stored(1) == 11 && stored(2) == 22 && get(old, 1) == 11);
    }
    must(put(old, 1, 7) == LFSX_OK && commit(old) == LFSX_OK && stored(1) == 7); /* nobody came before it */
}

void txn_version(void)
{
    chains();
    chains_bounded();
    version_refused();
}
