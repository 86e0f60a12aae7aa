/* cell.h - what memory knows of a key: who writes it, who reads it under a lock, which older values are kept.
 *
 * A cell is found by a hash of its key. Order is made only when it is asked for: new cells are loose, in a list; the first question about order puts them
 * into the ordered map, whose nodes lie inside them. So making order can neither fail nor be paid by who does not want it.
 * The hash table grows when there are as many cells as buckets; if there is no memory for that, its chains grow instead, and nothing else happens.
 * The hash has a salt of the mount: nobody chooses keys that all fall together.
 * Invariant: every cell is in its bucket's chain, and either in the list or in the map. */
#ifndef TXN_CELL_H
#define TXN_CELL_H
#include <base/pool.h>
#include <txn/keymap.h>

struct cell {
    struct pool_piece link;  /* first; the next one of the same owner */
    struct keymap_node node; /* its priority is the hash. Of a loose cell left and right are the one before and the next */
    struct cell *same;       /* next of its chain */
    struct transaction *owner;
    struct write *write;     /* the owner's newest */
    struct share *shares;
    struct version *versions;
    uint64_t last;           /* the last commit that changed it, as far as any snapshot can tell */
    uint8_t ordered;
};

static inline struct cell *cell_next_owned(const struct cell *c) { return (struct cell *)c->link.next; }
static inline struct cell *cell_of(struct keymap_node *n) { return n ? (struct cell *)((char *)n - offsetof(struct cell, node)) : 0; }

enum { CELLS_BUCKETS_BITS = 6, CELLS_KEPT_BITS = 13 }; /* the table that is always there; the largest that is kept when there are no cells */
struct cells {
    struct pool *pool;
    struct cell **bucket;
    uint32_t shift;          /* 64 - log2 of how many */
    uint64_t now, grow_at;   /* how many cells; with so many the table wants to grow */
    uint64_t salt[2];        /* odd */
    struct keymap_node *loose;
    struct keymap ordered;
    struct cell *least[1 << CELLS_BUCKETS_BITS];
};

/* cells_open - salt: any number that differs from mount to mount. cells_close - There are none any more. */
void cells_open(struct cells *s, struct pool *pool, const uint8_t uuid[16], uint64_t salt);
void cells_close(struct cells *s);

/* cell_hash - Linear with the salt as factors, then the bits are mixed; the table uses the high ones. */
static inline uint64_t cell_hash(const struct cells *s, struct key key)
{
    uint64_t h = key.offset * s->salt[0] + (key.inode + ((uint64_t)key.type << 56)) * s->salt[1];
    return (h ^ h >> 32) * 0x9e3779b97f4a7c15ull;
}
/* cell_at - The cell of a key whose hash is known; 0 if there is none. cell_find - The same. */
static inline struct cell *cell_at(const struct cells *s, struct key key, uint64_t hash)
{
    struct cell *c = s->bucket[hash >> s->shift];
    while (c && (c->node.priority != hash || !key_equal(c->node.key, key))) c = c->same;
    return c;
}
static inline struct cell *cell_find(const struct cells *s, struct key key) { return cell_at(s, key, cell_hash(s, key)); }
/* cell_from - The first with a key not less than this one; cell_after - with a greater one; cell_before - the last with a lesser one. */
struct cell *cell_from(struct cells *s, struct key key);
struct cell *cell_after(struct cells *s, struct key key);
struct cell *cell_before(struct cells *s, struct key key);

void cells_grow(struct cells *s);
/* cell_make - There is none of this key. 0 = no memory. cell_get - The one that is there or a new one. */
static inline struct cell *cell_make(struct cells *s, struct key key, uint64_t hash)
{
    struct cell *c = pool_take(s->pool, sizeof *c), **chain;
    if (!c) return 0;
    if (s->now++ >= s->grow_at) cells_grow(s);
    chain = &s->bucket[hash >> s->shift];
    c->node.key = key;
    c->node.priority = hash;
    c->node.left = 0;
    c->node.right = s->loose;
    c->same = *chain;
    c->owner = 0;
    c->write = 0;
    c->shares = 0;
    c->versions = 0;
    c->last = 0;
    c->ordered = 0;
    if (s->loose) s->loose->left = &c->node;
    s->loose = &c->node;
    return *chain = c;
}
static inline struct cell *cell_get(struct cells *s, struct key key)
{
    uint64_t hash = cell_hash(s, key);
    struct cell *c = cell_at(s, key, hash);
    return c ? c : cell_make(s, key, hash);
}
/* cell_release - Gone if nothing needs it. */
void cell_release(struct cells *s, struct cell *c);
/* cells_drop - Every cell there is, one owner's: all go. */
void cells_drop(struct cells *s, struct cell *first, struct cell *last);
#endif
