/* cell.c - what memory knows of keys. See state.h. */
#include <txn/state.h>

/* The node is a cell's first member. */
struct cell *cell_find(const struct transactions *all, struct key key) { return (struct cell *)keymap_find(&all->cells, key); }
struct cell *cell_from(const struct transactions *all, struct key key) { return (struct cell *)keymap_from(&all->cells, key); }
struct cell *cell_after(const struct transactions *all, struct key key) { return (struct cell *)keymap_after(&all->cells, key); }
struct cell *cell_before(const struct transactions *all, struct key key) { return (struct cell *)keymap_before(&all->cells, key); }

struct cell *cell_make(struct transactions *all, struct key key)
{
    struct cell *c = memory_take_zero(all->memory, sizeof *c);
    if (!c) return 0;
    c->node.key = key;
    keymap_insert(&all->cells, &c->node);
    all->cells_now++;
    return c;
}
struct cell *cell_get(struct transactions *all, struct key key)
{
    struct cell *c = cell_find(all, key);
    return c ? c : cell_make(all, key);
}

void cell_release(struct transactions *all, struct cell *c)
{
    if (c->owner || c->shares || c->versions) return;
    keymap_remove(&all->cells, &c->node);
    all->cells_now--;
    memory_give(all->memory, c, sizeof *c);
}
