/* sync.c - frames to the device: written, flushed. Syncing together is in group.c. */
#include <base/integrity.h>
#include <wal/wal.h>

/* data_first - Must data be flushed before the frame in memory is written? Else its flush is theirs too, and a mount compares them. */
static int data_first(const struct wal *w) { return w->items > 0 && w->data > w->data_max; }

/* frame_seal - The gathered frame gets its place and its head; head and chain move on. Answers the device block, *blocks how many. flushed: everything that it speaks of is
 * on disk before it is. */
static uint64_t frame_seal(struct wal *w, int flushed, uint32_t *blocks)
{
    uint8_t *b = w->gather;
    uint32_t bytes = w->space.used;
    uint64_t head = w->space.head, position = space_seal(&w->space, blocks);
    struct log_frame f = {.magic = 0x474f4c4c, .previous = w->chain, .bytes = bytes, .position = position, .sequence = w->sequence,
        .durable = flushed ? w->sequence : w->durable,
        .checkpoint = w->checkpoint, .time = sync_now(w->sync), .items = w->items, .boot = w->boot};
    log_frame_encode(&f, b);
    memset(b + bytes, 0, (size_t)*blocks * LFSX_BLOCK_BYTES - bytes);
    w->chain = frame_crc(b, frame_salt(w->uuid, position / w->space.segment));
    log_frame_set_crc(b, w->chain);
    w->count.rotations += position != head;
    w->count.frames++;
    w->count.bytes += bytes;
    w->count.blocks += *blocks;
    w->items = 0;
    return space_place(&w->space, position);
}

/* frame_emit - To the device. */
static lfsx_err_t frame_emit(struct wal *w, int first, uint64_t place, uint32_t blocks, const uint8_t *b)
{
    lfsx_err_t err = first ? integrity_flush(FLUSH_LOG_DATA, w->device) : LFSX_OK;
    return err || blocks == 0 ? err : block_write(w->device, place, blocks, b, 0);
}

lfsx_err_t wal_write(struct wal *w)
{
    uint32_t blocks;
    if (w->failed) return LFSX_FAILED;
    if (w->items == 0) return LFSX_OK;
    int first = data_first(w);
    uint64_t sequence = w->sequence, place = frame_seal(w, first, &blocks);
    lfsx_err_t err = frame_emit(w, first, place, blocks, w->gather);
    if (first) w->data = 0;
    if (err) w->failed = 1;
    else w->written = sequence;
    return err;
}

lfsx_err_t wal_lead(struct wal *w)
{
    uint32_t blocks = 0;
    int first = data_first(w);
    uint64_t sequence = w->sequence, place = w->items > 0 ? frame_seal(w, first, &blocks) : 0;
    uint8_t *b = w->gather;
    w->gather = w->other;
    w->other = b;
    w->busy = 1;
    w->data = 0;
    sync_unlock(w->sync);
    lfsx_err_t err = frame_emit(w, first, place, blocks, b);
    if (!err) err = integrity_flush(FLUSH_LOG, w->device);
    sync_lock(w->sync);
    w->busy = 0;
    w->count.flushes++;
    if (err) w->failed = 1;
    else w->written = w->durable = sequence;
    sync_wake(w->sync);
    return err;
}

void wal_quiet(struct wal *w)
{
    while (w->busy && w->sync->wait) w->sync->wait(w->sync->self, ~0ull);
}
