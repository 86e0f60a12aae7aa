/* open.c - the log comes, is emptied by a checkpoint, tells its numbers, and goes. */
#include <wal/wal.h>

lfsx_err_t wal_open(struct wal *w, uint64_t position, uint32_t chain, uint64_t sequence)
{
    space_open(&w->space, position);
    w->chain = chain;
    w->sequence = w->written = w->durable = sequence;
    w->gather = memory_take(w->memory, w->space.capacity);
    w->other = memory_take(w->memory, w->space.capacity);
    if (w->gather && w->other) return LFSX_OK;
    wal_close(w);
    return LFSX_MEMORY;
}

void wal_close(struct wal *w)
{
    if (!w->memory) return;
    memory_give(w->memory, w->gather, w->space.capacity);
    memory_give(w->memory, w->other, w->space.capacity);
    w->gather = w->other = 0;
}

void wal_truncate(struct wal *w, uint64_t checkpoint)
{
    space_empty(&w->space);
    w->written = w->durable = w->sequence;
    w->checkpoint = checkpoint;
    w->items = 0;
    w->data = 0;
    w->waiting = 0; /* all are served */
    w->count.checkpoints++;
    sync_wake(w->sync);
}

void wal_statistics_get(const struct wal *w, struct wal_statistics *out)
{
    *out = w->count;
    out->used_blocks = w->space.head - w->space.tail;
    out->room_blocks = w->space.blocks - out->used_blocks;
}
