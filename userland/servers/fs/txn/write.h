/* write.h - how a write is made; what happens for each key, so it is written out where it is used. */
#ifndef TXN_WRITE_H
#define TXN_WRITE_H
#include <txn/state.h>

static inline void write_append(struct transaction *root, struct write *w)
{
    w->position = ++root->position;
    w->link.next = root->newest ? &root->newest->link : 0;
    w->change.next = 0;
    if (root->newest) {
        root->newest->change.next = &w->change;
        root->mixed |= root->newest->change.length != w->change.length;
    } else root->first = &w->change;
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

/* value_put - Most are short: two words, which may overlap, instead of a call. */
static inline void value_put(uint8_t *to, const uint8_t *from, uint32_t n)
{
    if (n - 8 > 8) {
        if (n > 0) memcpy(to, from, n);
        return;
    }
    memcpy(to, from, 8);
    memcpy(to + n - 8, from + n - 8, 8);
}

/* write_hide - The cell has a write already: what nobody can come back to goes, the rest is hidden. */
void write_hide(struct transaction *t, struct write *w);

/* write_add - value 0 = deletion; where: of its search in the tree. */
static inline lfsx_err_t write_add(struct transaction *t, struct cell *c, const void *value, uint32_t length, struct btree_hint where)
{
    struct write *w;
    struct transaction *root = t->root;
    uint32_t bytes = value ? root->all->put_bytes + length : root->all->delete_bytes;
    lfsx_err_t err = write_take(root, value ? LOG_TYPE_PUT : LOG_TYPE_DELETE, bytes, length, &w);
    if (err) return err;
    value_put(w->value, value, length);
    w->change.key = c->node.key;
    w->change.value = w->value;
    w->change.hint = where;
    w->cell = c;
    if (c->write) write_hide(t, w);
    c->write = w;
    write_append(root, w);
    return LFSX_OK;
}
#endif
