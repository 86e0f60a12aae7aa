/* replay.c - reading the log back after a mount. Reads only; believes nothing that the chain does not vouch for. */
#include <base/integrity.h>
#include <wal/wal.h>

/* frame_read - The frame at a position into memory: 1 if its own checksum is right, whatever its chain. An error of the device goes to *err. */
static int frame_read(struct wal *w, uint64_t position, lfsx_err_t *err)
{
    uint64_t room = (w->segment - position % w->segment) * LFSX_BLOCK_BYTES;
    uint64_t place = w->first + position % w->blocks;
    *err = block_read(w->device, place, 1, w->gather);
    if (*err || !frame_head_ok(w->gather, position, room < w->capacity ? room : w->capacity)) return 0;
    uint32_t more = (log_frame_bytes(w->gather) - 1) / LFSX_BLOCK_BYTES;
    if (more > 0) *err = block_read(w->device, place + 1, more, w->gather + LFSX_BLOCK_BYTES);
    if (*err) return 0;
    return integrity_matches(CRC_LOG, frame_crc(w->gather, frame_salt(w->uuid, position / w->segment)), log_frame_crc(w->gather));
}

static uint64_t frame_blocks(const struct wal *w) { return (log_frame_bytes(w->gather) + LFSX_BLOCK_BYTES - 1) / LFSX_BLOCK_BYTES; }

static int frame_follows(struct wal *w, uint64_t position, lfsx_err_t *err)
{
    if (position >= w->tail + w->blocks) return 0;
    if (!frame_read(w, position, err) || !integrity_matches(CRC_LOG_CHAIN, log_frame_previous(w->gather), w->chain)) return 0;
    return frame_blocks(w) <= w->tail + w->blocks - position; /* no writer goes on over the tail */
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

/* loss_behind - Behind the end a frame that could only be written after what is missing was on disk. An honest device leaves none. */
static lfsx_err_t loss_behind(struct wal *w, uint64_t checkpoint)
{
    lfsx_err_t err = LFSX_OK;
    uint64_t end = w->head + 2 * w->segment - w->head % w->segment;
    if (end > w->tail + w->blocks) end = w->tail + w->blocks;
    for (uint64_t p = w->head; p < end && !err; p++) {
        if (!frame_read(w, p, &err) || log_frame_sequence(w->gather) <= w->sequence) continue;
        if (log_frame_durable(w->gather) > w->sequence || log_frame_checkpoint(w->gather) > checkpoint) return LFSX_LOST;
    }
    return err;
}

lfsx_err_t wal_replay(struct wal *w, wal_apply apply, void *self)
{
    lfsx_err_t err = LFSX_OK;
    uint64_t at = w->head, skip;
    for (;;) {
        skip = w->segment - at % w->segment;
        if (!frame_follows(w, at, &err)) {
            if (err) return err;
            if (skip == w->segment || !frame_follows(w, at + skip, &err)) break;
            at += skip;
        }
        if (log_frame_checkpoint(w->gather) > w->checkpoint) return LFSX_LOST;
        err = frame_apply(w, apply, self);
        if (err) return err;
        at += frame_blocks(w);
        w->chain = log_frame_crc(w->gather);
        w->head = at;
    }
    if (!err) err = loss_behind(w, w->checkpoint);
    w->written = w->durable = w->sequence;
    return err;
}
