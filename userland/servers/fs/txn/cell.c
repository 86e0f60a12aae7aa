/* cell.c - see cell.h. */
#include <base/bytes.h>
#include <txn/cell.h>

static uint64_t mix(uint64_t z)
{
    z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9ull;
    z = (z ^ z >> 27) * 0x94d049bb133111ebull;
    return z ^ z >> 31;
}

/* table_least - Empty: there are no cells. */
static void table_least(struct cells *s)
{
    memset(s->least, 0, sizeof s->least);
    s->bucket = s->least;
    s->shift = 64 - CELLS_BUCKETS_BITS;
    s->grow_at = 1 << CELLS_BUCKETS_BITS;
}

void cells_open(struct cells *s, struct pool *pool, const uint8_t uuid[16], uint64_t salt)
{
    *s = (struct cells){.pool = pool, .salt = {mix(le64(uuid) + salt) | 1, mix(le64(uuid + 8) ^ mix(salt)) | 1}};
    table_least(s);
}

static size_t table_bytes(const struct cells *s) { return sizeof *s->bucket << (64 - s->shift); }

static void table_give(struct cells *s)
{
    if (s->bucket != s->least) memory_give(s->pool->memory, s->bucket, table_bytes(s));
}

void cells_close(struct cells *s)
{
    table_give(s);
    table_least(s);
}

/* cells_grow - To four times as many buckets. Without memory: not now, again when there are twice as many cells. */
void cells_grow(struct cells *s)
{
    size_t count = (size_t)1 << (64 - s->shift);
    struct cell **bucket = memory_take_zero(s->pool->memory, 4 * count * sizeof *bucket);
    s->grow_at = bucket ? 4 * count : 2 * s->grow_at;
    if (!bucket) return;
    for (size_t i = 0; i < count; i++)
        for (struct cell *c = s->bucket[i], *next; c; c = next) {
            struct cell **chain = &bucket[c->node.priority >> (s->shift - 2)];
            next = c->same;
            c->same = *chain;
            *chain = c;
        }
    table_give(s);
    s->bucket = bucket;
    s->shift -= 2;
}

/* order - All loose cells into the map. */
static const struct keymap *order(struct cells *s)
{
    for (struct keymap_node *n = s->loose, *next; n; n = next) {
        next = n->right;
        cell_of(n)->ordered = 1;
        keymap_put(&s->ordered, n);
    }
    s->loose = 0;
    return &s->ordered;
}
struct cell *cell_from(struct cells *s, struct key key) { return cell_of(keymap_from(order(s), key)); }
struct cell *cell_after(struct cells *s, struct key key) { return cell_of(keymap_after(order(s), key)); }
struct cell *cell_before(struct cells *s, struct key key) { return cell_of(keymap_before(order(s), key)); }

static void loose_remove(struct cells *s, struct keymap_node *n)
{
    *(n->left ? &n->left->right : &s->loose) = n->right;
    if (n->right) n->right->left = n->left;
}

static void chain_remove(struct cells *s, struct cell *c)
{
    struct cell **p = &s->bucket[c->node.priority >> s->shift];
    while (*p != c) p = &(*p)->same;
    *p = c->same;
}

/* empty - There are no cells. A table that is too large to be kept goes. */
static void empty(struct cells *s)
{
    if (64 - s->shift > CELLS_KEPT_BITS) cells_close(s);
    s->loose = 0;
    s->ordered = (struct keymap){0};
}

void cell_release(struct cells *s, struct cell *c)
{
    if (c->owner || c->shares || c->versions) return;
    chain_remove(s, c);
    if (c->ordered) keymap_remove(&s->ordered, &c->node);
    else loose_remove(s, &c->node);
    pool_give(s->pool, c, sizeof *c);
    if (--s->now == 0) empty(s);
}

void cells_drop(struct cells *s, struct cell *first, struct cell *last)
{
    for (const struct cell *c = first; c; c = cell_next_owned(c)) s->bucket[c->node.priority >> s->shift] = 0;
    if (first) pool_give_list(s->pool, &first->link, &last->link, s->now, sizeof *first);
    s->now = 0;
    empty(s);
}
