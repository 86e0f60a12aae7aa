/* write.c - the writes of a family, in order, and positions in them. Nobody else sees them; what is forgotten needs no undo, but that taken blocks go back. */
#include <txn/state.h>

static size_t write_size(const struct write *w) { return sizeof *w + (w->change.type == LOG_TYPE_PUT ? w->change.length : 0); }

/* log_bytes - What the log takes of one change with nothing behind it, without the end of the transaction. */
static uint64_t log_bytes(const struct change *c) { return wal_bytes(c) - wal_bytes(0); }

static void write_drop(struct transaction *root, struct write *w)
{
    *(w->older ? &w->older->newer : &root->oldest) = w->newer;
    *(w->newer ? &w->newer->older : &root->newest) = w->older;
    if (w->cell) w->cell->write = w->before;
    root->bytes -= w->bytes;
    root->writes--;
    memory_give(root->all->memory, w, write_size(w));
}

/* barrier - Writes up to here must survive as they are: a savepoint, or the parent, may come back to them. */
static uint64_t barrier(const struct transaction *t) { return t->savepoints ? t->savepoints->position : t->base; }

static void write_append(struct transaction *root, struct write *w)
{
    w->position = ++root->position;
    w->older = root->newest;
    *(root->newest ? &root->newest->newer : &root->oldest) = w;
    root->newest = w;
    root->bytes += w->bytes;
    root->writes++;
}

static lfsx_err_t write_take(struct transaction *root, const struct change *c, struct write **out)
{
    uint64_t bytes = log_bytes(c);
    if (root->bytes + bytes > root->bytes_max) return LFSX_LARGE;
    *out = memory_take(root->all->memory, sizeof **out + (c->type == LOG_TYPE_PUT ? c->length : 0));
    if (*out) **out = (struct write){.change = *c, .bytes = bytes};
    return *out ? LFSX_OK : LFSX_MEMORY;
}

lfsx_err_t write_add(struct transaction *t, struct cell *c, const void *value, uint32_t length)
{
    struct write *w;
    struct change change = {.type = value ? LOG_TYPE_PUT : LOG_TYPE_DELETE, .key = c->node.key, .length = length};
    lfsx_err_t err = write_take(t->root, &change, &w);
    if (err) return err;
    if (length > 0) memcpy(w->value, value, length);
    w->change.value = w->value;
    w->cell = c;
    while (c->write && c->write->position > barrier(t)) write_drop(t->root, c->write);
    w->before = c->write;
    c->write = w;
    write_append(t->root, w);
    return LFSX_OK;
}

lfsx_err_t write_blocks(struct transaction *t, uint8_t type, uint64_t first, uint32_t count)
{
    struct write *w;
    struct change change = {.type = type, .first = first, .count = count};
    lfsx_err_t err = write_take(t->root, &change, &w);
    if (!err) write_append(t->root, w);
    return err;
}

/* untake - What was taken goes back; what was committed before and only filled stays. */
static void untake(struct bitmap *m, const struct change *c)
{
    if (c->type == LOG_TYPE_TAKE && bitmap_is(m, BITMAP_RESERVED, c->first)) bitmap_untake(m, c->first, c->count);
}

void writes_forget(struct transaction *root, uint64_t position, int committed)
{
    for (struct write *w = root->newest; w && w->position > position; w = root->newest) {
        if (!committed) untake(&root->all->store->bitmap, &w->change);
        write_drop(root, w);
    }
}

struct change *writes_chain(struct transaction *root)
{
    struct change *first = 0, **end = &first;
    for (struct write *w = root->oldest; w; w = w->newer) {
        if (w->cell && w->cell->write != w) continue;
        *end = &w->change;
        end = &w->change.next;
    }
    *end = 0;
    return first;
}

void savepoints_drop(struct transaction *t, uint32_t above)
{
    for (struct savepoint *s = t->savepoints; s && s->id > above; s = t->savepoints) {
        t->savepoints = s->older;
        memory_give(t->all->memory, s, sizeof *s);
    }
}

lfsx_err_t transaction_set_savepoint(struct transaction *t, uint32_t *savepoint)
{
    struct savepoint *s = 0;
    lfsx_err_t err = transaction_enter(t);
    if (!err && t->root->savepoint_last == ~0u) err = LFSX_LARGE;
    if (!err) s = memory_take(t->all->memory, sizeof *s);
    if (!err && !s) err = LFSX_MEMORY;
    if (err) return transaction_leave(t, err);
    *s = (struct savepoint){t->savepoints, ++t->root->savepoint_last, t->root->position};
    t->savepoints = s;
    *savepoint = s->id;
    return transaction_leave(t, LFSX_OK);
}

lfsx_err_t transaction_rollback_to_savepoint(struct transaction *t, uint32_t savepoint)
{
    lfsx_err_t err = transaction_enter(t);
    const struct savepoint *s = t->savepoints;
    while (!err && s && s->id != savepoint) s = s->older;
    if (!err && !s) err = LFSX_ARGUMENT;
    if (!err) {
        writes_forget(t->root, s->position, 0);
        savepoints_drop(t, savepoint);
    }
    return transaction_leave(t, err);
}
