/* cache.c - frames, lists and the hash of the node cache. See cache.h. */
#include <tree/cache.h>

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

/* slot_set - The chain of a slot begins with that frame. */
static void slot_set(struct cache_slot *slot, struct frame *first) { *slot = (struct cache_slot){first, first ? first->b : 0}; }

static void hash_add(struct cache *c, struct frame *f)
{
    struct cache_slot *slot = &c->slot[f->id & c->mask];
    f->same = slot->first;
    slot_set(slot, f);
}

static void hash_remove(struct cache *c, struct frame *f)
{
    struct cache_slot *slot = &c->slot[f->id & c->mask];
    if (slot->first == f) {
        slot_set(slot, f->same);
        return;
    }
    struct frame *at = slot->first;
    while (at->same != f) at = at->same;
    at->same = f->same;
}

/* clean_count - So many more frames are clean; what counts as old goes with it. */
static void clean_count(struct cache *c, int more)
{
    c->clean_count += (uint32_t)more;
    c->old = c->moves > c->clean_count / 4 ? c->moves - c->clean_count / 4 : 0;
}

int btree_cache_evict(struct cache *c)
{
    struct frame *f = c->clean.head.younger;
    while (f != &c->clean.head && (f->kept || f->held)) f = f->younger;
    if (f == &c->clean.head) return 0;
    list_remove(f);
    hash_remove(c, f);
    clean_count(c, -1);
    c->evictions++;
    cache_free(c, f);
    return 1;
}

/* plan_forget - Nothing is planned for it. */
static void plan_forget(struct frame *f)
{
    f->large = f->beside = 0;
    f->planned = f->leaving = f->over = f->splits = 0;
}

/* frame_take - A frame for a node, in the hash but in no list. */
static struct frame *frame_take(struct cache *c, uint32_t id)
{
    if (!c->free && !cache_grow(c) && !btree_cache_evict(c)) return 0;
    struct frame *f = c->free;
    c->free = f->same;
    c->free_count--;
    f->id = id;
    f->changed = f->kept = f->held = f->gone = 0;
    plan_forget(f);
    hash_add(c, f);
    return f;
}

/* clean_add - To the young end of the clean ones. */
static void clean_add(struct cache *c, struct frame *f, int more)
{
    list_add(&c->clean, f);
    f->moved = ++c->moves;
    clean_count(c, more);
}

void cache_young(struct cache *c, struct frame *f)
{
    list_remove(f);
    clean_add(c, f, 0);
}

static lfsx_err_t frame_load(struct cache *c, uint32_t id, struct frame **out)
{
    struct frame *f = frame_take(c, id);
    if (!f) return LFSX_MEMORY;
    c->misses++;
    lfsx_err_t err = c->source->load(c->source->self, id, f->b);
    if (err) {
        hash_remove(c, f);
        cache_free(c, f);
        return err;
    }
    clean_add(c, f, 1);
    *out = f;
    return LFSX_OK;
}

lfsx_err_t btree_cache_get(struct cache *c, uint32_t id, struct frame **out)
{
    uint8_t *b;
    *out = cache_hit(c, id, &b);
    return *out ? LFSX_OK : frame_load(c, id, out);
}

static void changed_add(struct cache *c, struct frame *f)
{
    f->changed = 1;
    f->moved = CACHE_CHANGED;
    list_add(&c->changed, f);
    c->changed_count++;
}

lfsx_err_t btree_cache_put(struct cache *c, uint32_t id, struct frame **out)
{
    struct frame *f = frame_take(c, id);
    if (!f) return LFSX_MEMORY;
    changed_add(c, f);
    *out = f;
    return LFSX_OK;
}

void cache_change_clean(struct cache *c, struct frame *f)
{
    list_remove(f);
    clean_count(c, -1);
    if (f->kept) c->kept_clean--;
    changed_add(c, f);
}

void cache_drop(struct cache *c, struct frame *f)
{
    cache_change(c, f);
    list_remove(f);
    c->changed_count--;
    hash_remove(c, f);
    if (!f->kept) cache_free(c, f);
    else f->gone = 1, f->id = 0;
}

void cache_clean(struct cache *c)
{
    while (c->changed.head.younger != &c->changed.head) {
        struct frame *f = c->changed.head.younger;
        list_remove(f);
        f->changed = 0;
        clean_add(c, f, 1);
        if (f->kept) c->kept_clean++;
    }
    c->changed_count = 0;
}

void plan_clear(struct cache *c)
{
    while (c->plan) {
        struct frame *f = c->plan;
        c->plan = f->plan;
        f->kept = 0;
        plan_forget(f);
        if (f->gone) cache_free(c, f);
    }
    c->kept_clean = 0;
}
