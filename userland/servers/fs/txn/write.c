/* write.c - the writes of a family, in order, and positions in them. Nobody else sees them; what is forgotten needs no undo, but that taken blocks go back. */
#include <txn/state.h>

static struct write *newer(const struct write *w) { return (struct write *)w->change.next; } /* the change is its first member */

/* write_give - length is 0 for all but puts. */
static void write_give(struct transactions *all, struct write *w) { pool_give(&all->pool, w, sizeof *w + w->change.length); }

/* write_drop - The newest of its cell. */
static void write_drop(struct transaction *root, struct write *w)
{
    *(w->older ? &w->older->change.next : &root->first) = w->change.next;
    *(newer(w) ? &newer(w)->older : &root->newest) = w->older;
    if (w->cell) w->cell->write = w->before;
    if (w->before) root->hidden--;
    root->bytes -= w->bytes;
    root->writes--;
    write_give(root->all, w);
}

/* barrier - Writes up to here must survive as they are: a savepoint, or the parent, may come back to them. */
static uint64_t barrier(const struct transaction *t) { return t->savepoints ? t->savepoints->position : t->base; }

static void write_append(struct transaction *root, struct write *w)
{
    w->position = ++root->position;
    w->older = root->newest;
    w->change.next = 0;
    if (root->newest) root->newest->change.next = &w->change;
    else root->first = &w->change;
    root->newest = w;
    root->bytes += w->bytes;
    root->writes++;
}

/* write_take - bytes: what the log takes of it. */
static inline lfsx_err_t write_take(struct transaction *root, uint8_t type, uint32_t bytes, uint32_t length, struct write **out)
{
    struct write *w;
    if (root->bytes + bytes > root->bytes_max) return LFSX_LARGE;
    *out = w = pool_take(&root->all->pool, sizeof *w + length);
    if (!w) return LFSX_MEMORY;
    w->change.type = type;
    w->change.length = length;
    w->bytes = bytes;
    w->cell = 0;
    w->before = 0;
    return LFSX_OK;
}

lfsx_err_t write_add(struct transaction *t, struct cell *c, const void *value, uint32_t length, struct btree_hint where)
{
    struct write *w;
    struct transaction *root = t->root;
    uint32_t bytes = value ? root->all->put_bytes + length : root->all->delete_bytes;
    lfsx_err_t err = write_take(root, value ? LOG_TYPE_PUT : LOG_TYPE_DELETE, bytes, length, &w);
    if (err) return err;
    if (length > 0) memcpy(w->value, value, length);
    w->change.key = c->node.key;
    w->change.value = w->value;
    w->change.hint = where;
    w->cell = c;
    while (c->write && c->write->position > barrier(t)) write_drop(root, c->write);
    w->before = c->write;
    if (w->before) root->hidden++;
    c->write = w;
    write_append(root, w);
    return LFSX_OK;
}

lfsx_err_t write_blocks(struct transaction *t, uint8_t type, uint64_t first, uint32_t count)
{
    struct write *w;
    lfsx_err_t err = write_take(t->root, type, t->root->all->range_bytes, 0, &w);
    if (err) return err;
    w->change.first = first;
    w->change.count = count;
    write_append(t->root, w);
    return LFSX_OK;
}

static void untake(struct transaction *root, const struct write *w)
{
    if (w->change.type == LOG_TYPE_TAKE) bitmap_untake(&root->all->store->bitmap, w->change.first, w->change.count);
}

void writes_forget(struct transaction *root, uint64_t position)
{
    for (struct write *w = root->newest; w && w->position > position; w = root->newest) {
        untake(root, w);
        write_drop(root, w);
    }
}

struct change *writes_chain(struct transaction *root)
{
    struct change *first = 0, **end = &first;
    if (root->hidden == 0) return root->first;
    for (struct write *w = (struct write *)root->first; w; w = newer(w)) {
        if (w->cell && w->cell->write != w) continue;
        *end = &w->change;
        end = &w->change.next;
    }
    *end = 0;
    return first;
}

/* The chain may have left some out; by age all are there. */
void writes_end(struct transaction *root, int committed)
{
    for (struct write *w = root->newest, *next; w; w = next) {
        next = w->older;
        if (!committed) untake(root, w);
        write_give(root->all, w);
    }
    root->first = 0;
    root->newest = 0;
    root->writes = root->hidden = root->bytes = 0;
}
