/* wal.c - the log while the volume is mounted: gather and write. Syncing together is in group.c, reading it back in replay.c. */
#include <base/crc32c.h>
#include <base/integrity.h>
#include <wal/wal.h>

enum { WAL_BUFFER_MAX = 1 << 20, COMMIT_ITEM_BYTES = LOG_ITEM_BYTES + LOG_COMMIT_BYTES };

static uint64_t blocks_of(uint64_t bytes) { return (bytes + LFSX_BLOCK_BYTES - 1) / LFSX_BLOCK_BYTES; }

lfsx_err_t wal_open(struct wal *w, uint64_t position, uint32_t chain, uint64_t sequence)
{
    w->head = w->tail = position;
    w->chain = chain;
    w->sequence = w->written = w->durable = sequence;
    w->capacity = w->segment < WAL_BUFFER_MAX / LFSX_BLOCK_BYTES ? (uint32_t)(w->segment * LFSX_BLOCK_BYTES) : WAL_BUFFER_MAX;
    w->used = LOG_FRAME_BYTES;
    w->gather = memory_take(w->memory, w->capacity);
    w->other = memory_take(w->memory, w->capacity);
    if (w->gather && w->other) return LFSX_OK;
    wal_close(w);
    return LFSX_MEMORY;
}

void wal_close(struct wal *w)
{
    if (!w->memory) return;
    memory_give(w->memory, w->gather, w->capacity);
    memory_give(w->memory, w->other, w->capacity);
    w->gather = w->other = 0;
}

static uint64_t change_bytes(const struct change *c)
{
    if (c->type == LOG_TYPE_PUT) return LOG_ITEM_BYTES + KEY_BYTES + c->length;
    return LOG_ITEM_BYTES + (c->type == LOG_TYPE_DELETE ? KEY_BYTES : LOG_RANGE_BYTES);
}

uint64_t wal_bytes(const struct change *first)
{
    uint64_t bytes = COMMIT_ITEM_BYTES;
    for (const struct change *c = first; c; c = c->next) bytes += change_bytes(c);
    return bytes;
}

uint64_t wal_bytes_max(const struct wal *w) { return w->capacity / 4 - LOG_FRAME_BYTES; }

/* Two frames at most, and each may leave the end of a segment empty that is as long as itself. */
int wal_has_room(const struct wal *w, uint64_t bytes)
{
    uint64_t need = 2 * (blocks_of(w->used) + blocks_of(bytes + LOG_FRAME_BYTES));
    return w->head - w->tail + need <= w->blocks;
}

static uint32_t change_put(uint8_t *b, const struct change *c)
{
    if (c->type == LOG_TYPE_PUT) return frame_put_write(b, c->key, c->value, c->length);
    if (c->type == LOG_TYPE_DELETE) return frame_put_delete(b, c->key);
    return frame_put_range(b, (enum log_type)c->type, c->first, c->count);
}

lfsx_err_t wal_prepare(struct wal *w, uint64_t bytes)
{
    lfsx_err_t err = w->failed ? LFSX_FAILED : LFSX_OK;
    while (!err && w->used + bytes > w->capacity) {
        wal_quiet(w);
        if (w->used + bytes > w->capacity) err = wal_write(w);
    }
    return err;
}

void wal_append(struct wal *w, const struct change *first, uint64_t transaction)
{
    uint8_t *b = w->gather + w->used;
    for (const struct change *c = first; c; c = c->next, w->items++) b += change_put(b, c);
    b += frame_put_commit(b, transaction, ++w->sequence);
    w->items++;
    w->used = (uint32_t)(b - w->gather);
    w->count.transactions++;
}

/* frame_seal - The gathered frame gets its place and its head; head and chain move on. Answers the device block, *blocks how many. */
static uint64_t frame_seal(struct wal *w, uint32_t *blocks)
{
    uint8_t *b = w->gather;
    *blocks = (uint32_t)blocks_of(w->used);
    if (w->head % w->segment + *blocks > w->segment) {
        w->head += w->segment - w->head % w->segment;
        w->count.rotations++;
    }
    struct log_frame f = {.magic = 0x474f4c4c, .previous = w->chain, .bytes = w->used, .position = w->head, .sequence = w->sequence, .durable = w->durable,
        .checkpoint = w->checkpoint, .time = sync_now(w->sync), .items = w->items, .boot = w->boot};
    log_frame_encode(&f, b);
    memset(b + w->used, 0, (size_t)*blocks * LFSX_BLOCK_BYTES - w->used);
    w->chain = frame_crc(b, frame_salt(w->uuid, w->head / w->segment));
    log_frame_set_crc(b, w->chain);
    uint64_t place = w->first + w->head % w->blocks;
    w->head += *blocks;
    w->count.frames++;
    w->count.bytes += w->used;
    w->count.blocks += *blocks;
    w->used = LOG_FRAME_BYTES;
    w->items = 0;
    return place;
}

/* frame_emit - To the device: data that the frame speaks of first. */
static lfsx_err_t frame_emit(struct wal *w, int data, uint64_t place, uint32_t blocks, const uint8_t *b)
{
    lfsx_err_t err = data ? integrity_flush(FLUSH_LOG_DATA, w->device) : LFSX_OK;
    return err || blocks == 0 ? err : block_write(w->device, place, blocks, b, 0);
}

lfsx_err_t wal_write(struct wal *w)
{
    uint32_t blocks;
    if (w->failed) return LFSX_FAILED;
    if (w->items == 0) return LFSX_OK;
    uint64_t sequence = w->sequence, place = frame_seal(w, &blocks);
    lfsx_err_t err = frame_emit(w, w->data, place, blocks, w->gather);
    w->data = 0;
    if (err) w->failed = 1;
    else w->written = sequence;
    return err;
}

lfsx_err_t wal_lead(struct wal *w)
{
    uint32_t blocks = 0;
    uint64_t sequence = w->sequence, place = w->items > 0 ? frame_seal(w, &blocks) : 0;
    uint8_t *b = w->gather, data = w->data;
    w->gather = w->other;
    w->other = b;
    w->busy = 1;
    w->data = 0;
    sync_unlock(w->sync);
    lfsx_err_t err = frame_emit(w, data, place, blocks, b);
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

void wal_truncate(struct wal *w, uint64_t checkpoint)
{
    w->tail = w->head;
    w->written = w->durable = w->sequence;
    w->checkpoint = checkpoint;
    w->used = LOG_FRAME_BYTES;
    w->items = 0;
    w->data = 0;
    w->waiting = 0; /* all are served */
    w->count.checkpoints++;
    sync_wake(w->sync);
}

void wal_statistics_get(const struct wal *w, struct wal_statistics *out)
{
    *out = w->count;
    out->used_blocks = w->head - w->tail;
    out->room_blocks = w->blocks - out->used_blocks;
}
