/* cache.h - nodes in memory: found by number, loaded on demand, the least recently used given up first.
 *
 * A frame is free, clean or changed. Clean frames stand in a list by last use; the old end is given up when a frame is wanted. Changed frames are never
 * given up: a checkpoint writes them and makes them clean. A kept frame (in the plan of a transaction) stays until plan_clear(), one that is held until it is let go.
 * A frame moves to the young end only if a quarter of the cache has been used since it last moved: hits cost one comparison.
 * A hit is what most of the time goes to, and what it waits for is memory: so a slot of the hash has the address of the block beside that of its first frame (the block
 * can be on its way before the frame has come), a frame is one line of the processor's cache, and blocks lie on page boundaries in large pieces, which the host may
 * back with large pages.
 * Does not know: where nodes are on disk (its source does), what a tree is. */
#ifndef TREE_CACHE_H
#define TREE_CACHE_H
#include <base/memory.h>
#include <disk/error.h>
#include <node/node.h>

struct frame {
    uint8_t *b;      /* the block */
    uint64_t moved;  /* when it went to the young end; CACHE_CHANGED: it is in no list of the old */
    uint32_t id;     /* 0 = free */
    uint8_t changed : 1, kept : 1, held : 1, gone : 1; /* gone: deleted while kept; free when the plan is cleared */
    uint8_t large : 1, beside : 1; /* of the plan: it or the leaf has a large entry; the way to it and its neighbour are kept */
    uint16_t leaving;      /* bytes that the planned transaction may take away here, 65535 = or more */
    uint32_t planned;      /* bytes that it may add */
    uint16_t over, splits; /* its changes that may find no room; splits that are counted for them */
    struct frame *same;    /* next of its hash chain */
    struct frame *older, *younger; /* clean or changed list */
    struct frame *plan;    /* next kept frame */
};
struct frame_list { struct frame head; };
struct cache_slot { struct frame *first; uint8_t *b; }; /* b: of the first */

/* Where nodes come from. */
struct node_source {
    void *self;
    lfsx_err_t (*load)(void *self, uint32_t id, uint8_t *to); /* read and validated */
    lfsx_err_t (*take)(void *self, uint32_t *id);             /* an unused number */
    void (*give)(void *self, uint32_t id);                    /* it is unused again */
};

/* Frames that are taken from memory together: as many as there are already, within these bounds; the most are 2 MiB of blocks. */
enum { CACHE_CHUNK_LEAST = 32, CACHE_CHUNK_MOST = 512 };
#define CACHE_CHANGED (~0ull)
struct cache_chunk { struct cache_chunk *next; void *place; size_t bytes; };
struct cache {
    const struct memory *memory;
    const struct node_source *source;
    struct cache_slot *slot;
    uint32_t mask, limit, frames, free_count, clean_count, changed_count, kept_clean;
    struct frame *free;
    struct frame_list clean, changed;
    struct frame *plan;
    struct cache_chunk *chunks;
    uint64_t moves, old; /* a frame that moved before `old` goes to the young end when it is hit */
    uint64_t hits, misses, evictions;
};

/* cache_open - A cache of at most `limit` frames; memory for them is taken when they are first wanted. */
lfsx_err_t cache_open(struct cache *c, const struct memory *m, const struct node_source *source, uint32_t limit);
void cache_close(struct cache *c);
enum { LINE_BYTES = 64 }; /* of most processors */
/* line_fetch - The line of the processor's cache at p will be wanted: a hint. */
static inline void line_fetch(const uint8_t *p) { __builtin_prefetch(p); }
/* btree_cache_find - The frame of a node if it is in memory, else 0. */
static inline struct frame *btree_cache_find(const struct cache *c, uint32_t id)
{
    struct frame *f = c->slot[id & c->mask].first;
    while (f && f->id != id) f = f->same;
    return f;
}
void cache_young(struct cache *c, struct frame *f); /* to the young end */
/* cache_used - A frame is hit. */
static inline void cache_used(struct cache *c, struct frame *f)
{
    c->hits++;
    if (f->moved < c->old) cache_young(c, f);
}
/* cache_hit - The same and its block, and it counts as used: it moves to the young end unless it is there already, give or take a quarter of the cache. */
static inline struct frame *cache_hit(struct cache *c, uint32_t id, uint8_t **b)
{
    const struct cache_slot *slot = &c->slot[id & c->mask];
    struct frame *f = slot->first;
    *b = slot->b;
    if (!f) return 0;
    if (f->id != id) {
        f = btree_cache_find(c, id);
        if (!f) return 0;
        *b = f->b;
    }
    cache_used(c, f);
    return f;
}
/* btree_cache_get - The frame of a node, loaded if need be: LFSX_IO, LFSX_CORRUPT, LFSX_MEMORY. */
lfsx_err_t btree_cache_get(struct cache *c, uint32_t id, struct frame **out);
/* btree_cache_put - A frame for a new node of that number, changed; contents undefined: LFSX_MEMORY. */
lfsx_err_t btree_cache_put(struct cache *c, uint32_t id, struct frame **out);
/* btree_cache_evict - Give up the least recently used clean frame; 0 if there is none. */
int btree_cache_evict(struct cache *c);
/* cache_available - How many frames btree_cache_put could still give without failing, if memory does not: cache_reserve makes it certain. */
uint32_t cache_available(const struct cache *c);
lfsx_err_t cache_reserve(struct cache *c, uint32_t frames);
void cache_change_clean(struct cache *c, struct frame *f);
static inline void cache_change(struct cache *c, struct frame *f) /* mark changed */
{
    if (!f->changed) cache_change_clean(c, f);
}
void cache_drop(struct cache *c, struct frame *f);   /* the node is deleted */
void cache_clean(struct cache *c);                   /* all changed frames are on disk now */
/* cache_keep - Into the plan: it stays in memory until plan_clear. */
static inline void cache_keep(struct cache *c, struct frame *f)
{
    if (f->kept) return;
    f->kept = 1;
    if (!f->changed) c->kept_clean++;
    f->plan = c->plan;
    c->plan = f;
}
/* plan_clear - Nothing is kept any more. */
void plan_clear(struct cache *c);

/* Between the sources of this folder. cache_grow - More frames from memory, within the limit; 0 if there are none. cache_free - The frame is free. */
int cache_grow(struct cache *c);
void cache_free(struct cache *c, struct frame *f);
#endif
