/* cache_memory.c - the memory of the node cache: begin, grow, end. */
#include <tree/cache.h>

static void list_init(struct frame_list *l) { l->head.older = l->head.younger = &l->head; }

void cache_free(struct cache *c, struct frame *f)
{
    f->id = 0;
    f->gone = 0;
    f->same = c->free;
    c->free = f;
    c->free_count++;
}

/* chunk_take - Memory for so many frames: first the blocks, on a page boundary, then their frames, on one of a cache line, then the chunk's own head. */
static struct cache_chunk *chunk_take(struct cache *c, uint32_t frames, uint8_t **block, struct frame **frame)
{
    size_t bytes = (size_t)frames * (LFSX_BLOCK_BYTES + sizeof(struct frame)) + LFSX_BLOCK_BYTES + sizeof(struct cache_chunk);
    uint8_t *place = memory_take(c->memory, bytes);
    if (!place) return 0;
    *block = place + (LFSX_BLOCK_BYTES - (uintptr_t)place % LFSX_BLOCK_BYTES) % LFSX_BLOCK_BYTES;
    *frame = (struct frame *)(*block + (size_t)frames * LFSX_BLOCK_BYTES);
    struct cache_chunk *k = (struct cache_chunk *)(*frame + frames);
    *k = (struct cache_chunk){c->chunks, place, bytes};
    c->chunks = k;
    return k;
}

/* cache_grow - More frames from memory, within the limit; 0 if there are none. */
int cache_grow(struct cache *c)
{
    uint32_t n = c->frames < CACHE_CHUNK_LEAST ? CACHE_CHUNK_LEAST : c->frames < CACHE_CHUNK_MOST ? c->frames : CACHE_CHUNK_MOST;
    struct frame *f;
    uint8_t *b;
    if (c->frames >= c->limit) return 0;
    if (n > c->limit - c->frames) n = c->limit - c->frames;
    if (!chunk_take(c, n, &b, &f)) return 0;
    for (uint32_t i = 0; i < n; i++, f++) {
        memset(f, 0, sizeof *f);
        f->b = b + (size_t)i * LFSX_BLOCK_BYTES;
        cache_free(c, f);
    }
    c->frames += n;
    return 1;
}

uint32_t cache_available(const struct cache *c) { return c->free_count + c->clean_count - c->kept_clean; }

lfsx_err_t cache_reserve(struct cache *c, uint32_t frames)
{
    while (cache_available(c) < frames)
        if (!cache_grow(c)) return LFSX_MEMORY;
    return LFSX_OK;
}

lfsx_err_t cache_open(struct cache *c, const struct memory *m, const struct node_source *source, uint32_t limit)
{
    memset(c, 0, sizeof *c);
    for (c->mask = 63; c->mask < limit && c->mask < 0xfffffff; c->mask = c->mask * 2 + 1) {}
    c->memory = m;
    c->source = source;
    c->limit = limit;
    c->slot = memory_take_zero(m, ((size_t)c->mask + 1) * sizeof *c->slot);
    list_init(&c->clean);
    list_init(&c->changed);
    return c->slot ? LFSX_OK : LFSX_MEMORY;
}

void cache_close(struct cache *c)
{
    if (!c->memory) return;
    memory_give(c->memory, c->slot, ((size_t)c->mask + 1) * sizeof *c->slot);
    while (c->chunks) {
        struct cache_chunk k = *c->chunks;
        memory_give(c->memory, k.place, k.bytes);
        c->chunks = k.next;
    }
    memset(c, 0, sizeof *c);
}

