/* cache.c - frames, lists and the hash of the node cache. See cache.h. */
#include <tree/cache.h>

static void list_init(struct frame_list *l) { l->head.older = l->head.younger = &l->head; }
static void list_remove(struct frame *f)
{
    f->older->younger = f->younger;
    f->younger->older = f->older;
}
/* list_add - At the young end: head.older is the youngest, head.younger the oldest. */
static void list_add(struct frame_list *l, struct frame *f)
{
    f->older = l->head.older;
    f->younger = &l->head;
    f->older->younger = f;
    l->head.older = f;
}

lfsx_err_t cache_open(struct cache *c, const struct memory *m, const struct node_source *source, uint32_t limit)
{
    memset(c, 0, sizeof *c);
    for (c->mask = 63; c->mask < limit && c->mask < 0xfffffff; c->mask = c->mask * 2 + 1) {}
    c->memory = m;
    c->source = source;
    c->limit = limit;
    c->bucket = memory_take_zero(m, ((size_t)c->mask + 1) * sizeof *c->bucket);
    list_init(&c->clean);
    list_init(&c->changed);
    return c->bucket ? LFSX_OK : LFSX_MEMORY;
}

void cache_close(struct cache *c)
{
    if (!c->memory) return;
    memory_give(c->memory, c->bucket, ((size_t)c->mask + 1) * sizeof *c->bucket);
    while (c->chunks) {
        struct cache_chunk *next = c->chunks->next;
        memory_give(c->memory, c->chunks, sizeof *c->chunks);
        c->chunks = next;
    }
    memset(c, 0, sizeof *c);
}

static void frame_free(struct cache *c, struct frame *f)
{
    f->id = 0;
    f->gone = 0;
    f->same = c->free;
    c->free = f;
    c->free_count++;
}

/* cache_grow - More frames from memory, within the limit; 0 if there are none. */
static int cache_grow(struct cache *c)
{
    if (c->frames >= c->limit) return 0;
    struct cache_chunk *k = memory_take(c->memory, sizeof *k);
    if (!k) return 0;
    k->next = c->chunks;
    c->chunks = k;
    for (uint32_t i = 0; i < CACHE_CHUNK; i++) {
        memset(&k->frame[i], 0, sizeof k->frame[i]);
        k->frame[i].b = k->block[i];
        frame_free(c, &k->frame[i]);
    }
    c->frames += CACHE_CHUNK;
    return 1;
}

static void hash_remove(struct cache *c, struct frame *f)
{
    struct frame **at = &c->bucket[f->id & c->mask];
    while (*at != f) at = &(*at)->same;
    *at = f->same;
}

int btree_cache_evict(struct cache *c)
{
    struct frame *f = c->clean.head.younger;
    while (f != &c->clean.head && (f->kept || f->walk == c->walk)) f = f->younger;
    if (f == &c->clean.head) return 0;
    list_remove(f);
    hash_remove(c, f);
    c->clean_count--;
    c->evictions++;
    frame_free(c, f);
    return 1;
}

/* frame_take - A frame for a node, in the hash but in no list. */
static struct frame *frame_take(struct cache *c, uint32_t id)
{
    if (!c->free && !cache_grow(c) && !btree_cache_evict(c)) return 0;
    struct frame *f = c->free;
    c->free = f->same;
    c->free_count--;
    f->id = id;
    f->changed = f->kept = f->gone = 0;
    f->planned = f->leaving = f->over = f->splits = f->large = 0;
    f->same = c->bucket[id & c->mask];
    c->bucket[id & c->mask] = f;
    return f;
}

void cache_young(struct cache *c, struct frame *f)
{
    list_remove(f);
    list_add(&c->clean, f);
    f->moved = ++c->moves;
}

static lfsx_err_t frame_load(struct cache *c, uint32_t id, struct frame **out)
{
    struct frame *f = frame_take(c, id);
    if (!f) return LFSX_MEMORY;
    c->misses++;
    lfsx_err_t err = c->source->load(c->source->self, id, f->b);
    if (err) {
        hash_remove(c, f);
        frame_free(c, f);
        return err;
    }
    list_add(&c->clean, f);
    c->clean_count++;
    f->moved = ++c->moves;
    f->walk = c->walk;
    *out = f;
    return LFSX_OK;
}

lfsx_err_t btree_cache_get(struct cache *c, uint32_t id, struct frame **out)
{
    *out = cache_hit(c, id);
    return *out ? LFSX_OK : frame_load(c, id, out);
}

lfsx_err_t btree_cache_put(struct cache *c, uint32_t id, struct frame **out)
{
    struct frame *f = frame_take(c, id);
    if (!f) return LFSX_MEMORY;
    f->changed = 1;
    list_add(&c->changed, f);
    c->changed_count++;
    *out = f;
    return LFSX_OK;
}

uint32_t cache_available(const struct cache *c) { return c->free_count + c->clean_count - c->kept_clean; }

lfsx_err_t cache_reserve(struct cache *c, uint32_t frames)
{
    while (cache_available(c) < frames)
        if (!cache_grow(c)) return LFSX_MEMORY;
    return LFSX_OK;
}

void cache_change(struct cache *c, struct frame *f)
{
    if (f->changed) return;
    list_remove(f);
    c->clean_count--;
    if (f->kept) c->kept_clean--;
    f->changed = 1;
    list_add(&c->changed, f);
    c->changed_count++;
}

void cache_drop(struct cache *c, struct frame *f)
{
    cache_change(c, f);
    list_remove(f);
    c->changed_count--;
    hash_remove(c, f);
    if (!f->kept) frame_free(c, f);
    else f->gone = 1, f->id = 0;
}

void cache_clean(struct cache *c)
{
    while (c->changed.head.younger != &c->changed.head) {
        struct frame *f = c->changed.head.younger;
        list_remove(f);
        f->changed = 0;
        list_add(&c->clean, f);
        f->moved = ++c->moves;
        c->clean_count++;
        if (f->kept) c->kept_clean++;
    }
    c->changed_count = 0;
}

void plan_clear(struct cache *c)
{
    while (c->plan) {
        struct frame *f = c->plan;
        c->plan = f->plan;
        f->kept = f->large = 0;
        f->planned = f->leaving = f->over = f->splits = 0;
        if (f->gone) frame_free(c, f);
    }
    c->kept_clean = 0;
}
