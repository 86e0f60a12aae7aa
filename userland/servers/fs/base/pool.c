/* pool.c - what happens seldom: chunks come and go. See pool.h. */
#include <base/pool.h>

void pool_open(struct pool *p, const struct memory *memory)
{
    *p = (struct pool){.memory = memory, .most = memory->single ? 0 : POOL_PIECE_MAX};
}

void pool_close(struct pool *p)
{
    for (struct pool_piece *c = p->chunks, *next; c; c = next) {
        next = c->next;
        memory_give(p->memory, c, POOL_CHUNK_BYTES);
    }
    p->chunks = 0;
    p->chunk_count = 0;
    memset(p->free, 0, sizeof p->free);
}

/* chunk_add - A chunk's first 16 bytes are its link, the rest becomes free pieces. The first piece of the chunk is the first in the list. */
static int chunk_add(struct pool *p, size_t class)
{
    size_t bytes = (class + 1) * POOL_GRAIN, n = (POOL_CHUNK_BYTES - POOL_GRAIN) / bytes;
    struct pool_piece *chunk = memory_take(p->memory, POOL_CHUNK_BYTES);
    if (!chunk) return 0;
    chunk->next = p->chunks;
    p->chunks = chunk;
    p->chunk_count++;
    for (uint8_t *at = (uint8_t *)chunk + POOL_GRAIN + n * bytes; n > 0; n--) {
        at -= bytes;
        ((struct pool_piece *)(void *)at)->next = p->free[class];
        p->free[class] = (struct pool_piece *)(void *)at;
    }
    return 1;
}

void *pool_fill(struct pool *p, size_t bytes)
{
    size_t class = (bytes - 1) / POOL_GRAIN;
    if (bytes <= p->most) return chunk_add(p, class) ? pool_take(p, bytes) : 0;
    void *place = memory_take(p->memory, bytes);
    if (place) p->live++;
    return place;
}

void pool_give_large(struct pool *p, void *place, size_t bytes)
{
    memory_give(p->memory, place, bytes);
    if (--p->live == 0 && p->chunk_count > POOL_CHUNKS_KEPT) pool_close(p);
}

void pool_give_list_large(struct pool *p, struct pool_piece *first, uint64_t count, size_t bytes)
{
    for (struct pool_piece *piece = first, *next; count > 0; count--, piece = next) {
        next = piece->next;
        pool_give_large(p, piece, bytes);
    }
}
