/* replay.c - reading the log back after a mount. Reads only; believes nothing that the chain does not vouch for.
 *
 * The log is read twice. The first time tells where the chain ends and how much of it somebody may have been told is safe: `durable` of the frames that stand. What lies
 * above that was written together with its data and without a flush between, so each of these frames is taken only if its data are there too; the first that lacks some is
 * the end, as one that is torn is. */
#include <base/integrity.h>
#include <wal/wal.h>

struct tail { uint64_t end, durable; struct wal_check check; }; /* behind the last frame of the chain; what was on disk when the last one was written */

/* frame_read - The frame at a position into memory: 1 if its own checksum is right, whatever its chain. An error of the device goes to *err. */
static int frame_read(struct wal *w, uint64_t position, lfsx_err_t *err)
{
    uint64_t place = space_place(&w->space, position);
    *err = block_read(w->device, place, 1, w->gather);
    if (*err || !frame_head_ok(w->gather, position, space_frame_max(&w->space, position))) return 0;
    uint32_t more = (log_frame_bytes(w->gather) - 1) / LFSX_BLOCK_BYTES;
    if (more > 0) *err = block_read(w->device, place + 1, more, w->gather + LFSX_BLOCK_BYTES);
    if (*err) return 0;
    return integrity_matches(CRC_LOG, frame_crc(w->gather, frame_salt(w->uuid, position / w->space.segment)), log_frame_crc(w->gather));
}

static int frame_follows(struct wal *w, uint64_t position, lfsx_err_t *err)
{
    if (position >= space_end(&w->space) || !frame_read(w, position, err)) return 0;
    return space_holds(&w->space, position, log_frame_bytes(w->gather)) && integrity_matches(CRC_LOG_CHAIN, log_frame_previous(w->gather), w->chain);
}

/* chain_next - The frame that follows into memory: at the head, or else where the next segment begins; *at is where. 0: there is none. */
static int chain_next(struct wal *w, uint64_t *at, lfsx_err_t *err)
{
    uint64_t skip = space_rest(&w->space, w->space.head);
    *at = w->space.head;
    if (frame_follows(w, *at, err)) return 1;
    if (*err || skip == w->space.segment) return 0;
    return frame_follows(w, *at += skip, err);
}

/* chain_pass - The frame in memory, which was found there, belongs to the log. */
static void chain_pass(struct wal *w, uint64_t at)
{
    w->chain = log_frame_crc(w->gather);
    space_pass(&w->space, at, log_frame_bytes(w->gather));
}

static lfsx_err_t tail_find(struct wal *w, struct tail *t)
{
    lfsx_err_t err = LFSX_OK;
    struct wal_space space = w->space;
    uint64_t at;
    uint32_t chain = w->chain;
    *t = (struct tail){.durable = w->sequence, .check = {w->device, w->gather, 0, 0, w->other, space.capacity / LFSX_BLOCK_BYTES, w->device->blocks}};
    for (; chain_next(w, &at, &err); chain_pass(w, at))
        if (log_frame_durable(w->gather) > t->durable) t->durable = log_frame_durable(w->gather);
    t->end = w->space.head;
    w->space = space;
    w->chain = chain;
    return err;
}

/* frame_verify - Of every transaction of the frame that nobody was told is safe: LFSX_ABSENT if data are not there. The other buffer is free meanwhile. */
static lfsx_err_t frame_verify(struct wal *w, struct tail *t)
{
    struct wal_check *c = &t->check;
    uint32_t bytes = log_frame_bytes(w->gather);
    uint64_t sequence = 0;
    lfsx_err_t err = LFSX_OK;
    for (c->at = LOG_FRAME_BYTES; w->verify && !err && c->at < bytes; c->at = c->end) {
        c->end = frame_transaction(w->gather, bytes, c->at, &sequence);
        if (c->end == 0) return LFSX_CORRUPT;
        if (sequence > t->durable && sequence > w->sequence) err = w->verify(c);
    }
    return err;
}

static lfsx_err_t transaction_apply(struct wal *w, uint32_t at, uint32_t end, wal_apply apply, void *self)
{
    struct frame_item item;
    lfsx_err_t err = LFSX_OK;
    while (!err && at < end && frame_next(w->gather, end, &at, &item) == 1)
        if (item.type != LOG_TYPE_COMMIT) err = apply(self, &item);
    return err;
}

/* frame_apply - Every transaction of the frame that the checkpoint does not have. Their sequences have no gap. */
static lfsx_err_t frame_apply(struct wal *w, wal_apply apply, void *self)
{
    uint32_t bytes = log_frame_bytes(w->gather), at = LOG_FRAME_BYTES, end;
    uint64_t sequence = 0;
    lfsx_err_t err = LFSX_OK;
    for (; !err && at < bytes; at = end) {
        end = frame_transaction(w->gather, bytes, at, &sequence);
        if (end == 0 || sequence > w->sequence + 1) return LFSX_CORRUPT;
        if (sequence <= w->sequence) continue;
        err = transaction_apply(w, at, end, apply, self);
        w->sequence = sequence;
        w->count.replayed++;
    }
    return err;
}

/* frames_apply - The frames of the chain, up to the first whose data are not there: that one is no more to be believed (wal_mend). */
static lfsx_err_t frames_apply(struct wal *w, struct tail *t, wal_apply apply, void *self)
{
    lfsx_err_t err = LFSX_OK;
    uint64_t at;
    while (w->space.head < t->end && chain_next(w, &at, &err)) {
        if (log_frame_checkpoint(w->gather) > w->checkpoint) return LFSX_LOST;
        err = frame_verify(w, t);
        if (err == LFSX_ABSENT || (err == LFSX_IO && w->lenient)) return w->torn = space_place(&w->space, at), LFSX_OK;
        if (!err) err = frame_apply(w, apply, self);
        if (err) return err;
        chain_pass(w, at);
    }
    return err;
}

/* loss_behind - Behind the end of the chain a frame that could only be written after what is missing was on disk. An honest device leaves none. */
static lfsx_err_t loss_behind(struct wal *w, uint64_t from)
{
    lfsx_err_t err = LFSX_OK;
    uint64_t end = from + space_rest(&w->space, from) + w->space.segment;
    if (end > space_end(&w->space)) end = space_end(&w->space);
    for (uint64_t p = from; p < end && !err; p++) {
        if (!frame_read(w, p, &err) || log_frame_sequence(w->gather) <= w->sequence) continue;
        if (log_frame_durable(w->gather) > w->sequence || log_frame_checkpoint(w->gather) > w->checkpoint) return LFSX_LOST;
    }
    return err;
}

lfsx_err_t wal_replay(struct wal *w, wal_apply apply, void *self)
{
    struct tail t;
    lfsx_err_t err = tail_find(w, &t);
    if (!err) err = frames_apply(w, &t, apply, self);
    if (!err) err = t.durable > w->sequence ? LFSX_LOST : loss_behind(w, t.end);
    w->written = w->sequence;
    w->durable = t.durable < w->sequence ? t.durable : w->sequence;
    return err;
}

/* The data of the frame that was not believed may come back, block for block, if the same is written again; then a later mount would believe it, and miss what was
 * written instead. So it goes before anything else is written, with a flush of its own. */
lfsx_err_t wal_mend(struct wal *w)
{
    if (w->torn) wal_quiet(w);
    if (!w->torn) return LFSX_OK;
    if (w->failed) return LFSX_FAILED;
    memset(w->other, 0, LFSX_BLOCK_BYTES);
    lfsx_err_t err = block_write(w->device, w->torn, 1, w->other, 0);
    if (err) return err;
    err = integrity_flush(FLUSH_LOG, w->device);
    if (err) w->failed = 1;
    else w->torn = 0;
    return err;
}
