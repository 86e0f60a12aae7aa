/* write.c - the writes of a family, in order, and positions in them. Nobody else sees them; what is forgotten needs no undo, but that taken blocks go back. */
#include <txn/write.h>

/* write_give - length is 0 for all but puts. */
static void write_give(struct transactions *all, struct write *w) { pool_give(&all->pool, w, sizeof *w + w->change.length); }

/* write_drop - The newest of its cell. */
static void write_drop(struct transaction *root, struct write *w)
{
    struct write *older = write_older(w), *newer = write_of(w->change.next);
    *(older ? &older->change.next : &root->first) = w->change.next;
    if (newer) newer->link.next = w->link.next;
    else root->newest = older;
    if (w->cell) w->cell->write = w->before;
    if (w->before) root->hidden--;
    root->bytes -= w->bytes;
    root->writes--;
    write_give(root->all, w);
}

/* barrier - Writes up to here must survive as they are: a savepoint, or the parent, may come back to them. */
static uint64_t barrier(const struct transaction *t) { return t->savepoints ? t->savepoints->position : t->base; }

void write_hide(struct transaction *t, struct write *w)
{
    struct cell *c = w->cell;
    while (c->write && c->write->position > barrier(t)) write_drop(t->root, c->write);
    w->before = c->write;
    if (w->before) t->root->hidden++;
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

/* untake - What was taken goes back; what was committed before and only filled stays. */
static void untake(struct transaction *root, const struct write *w)
{
    struct bitmap *m = &root->all->store->bitmap;
    if (w->change.type == LOG_TYPE_TAKE && bitmap_is(m, BITMAP_RESERVED, w->change.first)) bitmap_untake(m, w->change.first, w->change.count);
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
    for (struct write *w = write_of(root->first); w; w = write_of(w->change.next)) {
        if (w->cell && w->cell->write != w) continue;
        *end = &w->change;
        end = &w->change.next;
    }
    *end = 0;
    return first;
}

/* The chain may have left some out; by age all are there, and if they are of one length they are a list that the pool takes as it is. */
void writes_end(struct transaction *root, int committed)
{
    struct write *w = root->newest;
    if (w && committed && !root->mixed) {
        pool_give_list(&root->all->pool, &w->link, &write_of(root->first)->link, root->writes, sizeof *w + w->change.length);
        w = 0;
    }
    for (struct write *next; w; w = next) {
        next = write_older(w);
        if (!committed) untake(root, w);
        write_give(root->all, w);
    }
    root->first = 0;
    root->newest = 0;
    root->writes = root->hidden = root->bytes = 0;
}
