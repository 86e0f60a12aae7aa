/* group.c - group commit: many threads wait for one flush. The device is slow and a flush takes everything that is there, so the art is that everybody is there. */
#include <wal/wal.h>

enum { FLUSH_NS_MOST = 100000000 };

/* gather - Those who waited for the last flush are about to come again; a flush that begins without them makes two groups of half the size for ever. So the
 * leader waits for as many as there were when the last flush ended: half of what a flush takes, one whole if others came meanwhile.
 * The one who makes them enough leads in its place, at once and without waking anybody: then the answer is 0. One thread alone never waits. A clock that is set back
 * ends it. */
static int gather(struct wal *w)
{
    uint64_t begin = sync_now(w->sync), now = begin, end = begin + w->flush_ns, until = begin + w->flush_ns / 2, mine = ++w->gathers;
    uint32_t seen = w->waiting;
    w->busy = w->gathering = 1;
    while (w->gathers == mine && w->waiting < w->expected && now >= begin && now < until) {
        w->sync->wait(w->sync->self, until);
        now = sync_now(w->sync);
        if (now >= until && w->waiting > seen) until = end;
    }
    if (w->gathers != mine) return 0;
    w->busy = w->gathering = 0;
    return 1;
}

/* flush_shared - Who is served no longer waits, though its thread learns of it later: else the next leader would take it for one who has come again. */
static lfsx_err_t flush_shared(struct wal *w)
{
    if (w->sync->wait && w->sync->now && w->waiting < w->expected && !gather(w)) return LFSX_OK; /* another led */
    uint32_t served = w->waiting;
    uint64_t start = sync_now(w->sync);
    lfsx_err_t err = w->failed ? LFSX_FAILED : wal_lead(w);
    uint64_t took = sync_now(w->sync) - start;
    w->flush_ns += (took < FLUSH_NS_MOST ? took : FLUSH_NS_MOST) / 4 - w->flush_ns / 4;
    w->expected = w->waiting;
    if (!err) w->waiting -= served;
    return err;
}

static lfsx_err_t sync_loop(struct wal *w, uint64_t sequence)
{
    while (w->durable < sequence) {
        if (w->failed) return LFSX_FAILED;
        if (w->busy && !w->sync->wait) return LFSX_BUSY;
        if (w->busy) {
            w->sync->wait(w->sync->self, ~0ull);
            continue;
        }
        lfsx_err_t err = flush_shared(w);
        if (err) return err;
    }
    return LFSX_OK;
}

/* lead_take - From the one who gathers. */
static void lead_take(struct wal *w)
{
    w->gathers++;
    w->busy = w->gathering = 0;
}

lfsx_err_t wal_sync(struct wal *w, uint64_t sequence)
{
    if (w->durable >= sequence) return LFSX_OK;
    w->waiting++;
    if (w->gathering && w->waiting >= w->expected) lead_take(w);
    lfsx_err_t err = sync_loop(w, sequence);
    if (err) w->waiting--; /* else who served it has said so */
    return err;
}
