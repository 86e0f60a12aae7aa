/* append.c - transactions into the frame in memory. */
#include <wal/wal.h>

enum { COMMIT_ITEM_BYTES = LOG_ITEM_BYTES + LOG_COMMIT_BYTES };

uint64_t wal_bytes(const struct change *first)
{
    uint64_t bytes = COMMIT_ITEM_BYTES;
    for (const struct change *c = first; c; c = c->next) bytes += wal_change_bytes(c);
    return bytes;
}

uint64_t wal_bytes_max(const struct wal *w) { return space_bytes_max(&w->space); }
int wal_has_room(const struct wal *w, uint64_t bytes) { return space_has_room(&w->space, bytes); }

static uint32_t change_put(uint8_t *b, const struct change *c)
{
    if (c->type == LOG_TYPE_PUT) return frame_put_write(b, c->key, c->value, c->length);
    if (c->type == LOG_TYPE_DELETE) return frame_put_delete(b, c->key);
    return frame_put_range(b, (enum log_type)c->type, c->first, c->count);
}

lfsx_err_t wal_prepare(struct wal *w, uint64_t bytes)
{
    lfsx_err_t err = w->failed ? LFSX_FAILED : LFSX_OK;
    while (!err && space_is_full(&w->space, bytes)) {
        wal_quiet(w);
        if (space_is_full(&w->space, bytes)) err = wal_write(w);
    }
    return err;
}

void wal_append(struct wal *w, const struct change *first, uint64_t transaction)
{
    uint8_t *begin = w->gather + w->space.used, *b = begin;
    for (const struct change *c = first; c; c = c->next, w->items++) b += change_put(b, c);
    b += frame_put_commit(b, transaction, ++w->sequence);
    w->items++;
    space_add(&w->space, (uint64_t)(b - begin));
    w->count.transactions++;
}
