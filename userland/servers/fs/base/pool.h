/* pool.h - small records above the memory interface: taken and given back in a few instructions.
 *
 * Pieces of one size (a multiple of 16) stand in a list of free ones; a list that is empty is filled from a chunk. Chunks go back to the allocator when nothing is
 * out and there are more than a few, and all of them with pool_close. So what a pool holds is bounded by the most of each size that was ever out at once.
 * Invariant: live is the number of pieces that are out, large ones too; all others lie in the lists.
 * Larger records are taken from the allocator one by one; so is every record where it asks for that (memory.single).
 * Does not know: threads (the user has a lock), what the records are. */
#ifndef BASE_POOL_H
#define BASE_POOL_H
#include <base/memory.h>
#include <stdint.h>

enum { POOL_GRAIN = 16, POOL_CLASSES = 32, POOL_PIECE_MAX = POOL_GRAIN * POOL_CLASSES, POOL_CHUNK_BYTES = 8192, POOL_CHUNKS_KEPT = 64 };

struct pool_piece { struct pool_piece *next; };
struct pool {
    const struct memory *memory;
    size_t most;                           /* larger pieces come from the allocator; 0 = all do */
    uint64_t live;
    uint32_t chunk_count;
    struct pool_piece *chunks;
    struct pool_piece *free[POOL_CLASSES]; /* by (bytes - 1) / POOL_GRAIN */
};

void pool_open(struct pool *p, const struct memory *memory);
/* pool_close - No piece is used any more: all chunks go back. (The pool may go on, from nothing.) */
void pool_close(struct pool *p);
/* pool_fill - pool_take where the list is empty. pool_give_large - A piece that goes to the allocator. For the functions below. */
void *pool_fill(struct pool *p, size_t bytes);
void pool_give_large(struct pool *p, void *place, size_t bytes);
void pool_give_list_large(struct pool *p, struct pool_piece *first, uint64_t count, size_t bytes);

/* pool_take - bytes > 0, aligned to 16, contents undefined; 0 = no memory. */
static inline void *pool_take(struct pool *p, size_t bytes)
{
    size_t class = (bytes - 1) / POOL_GRAIN;
    struct pool_piece *piece = bytes > p->most ? 0 : p->free[class];
    if (!piece) return pool_fill(p, bytes);
    p->free[class] = piece->next;
    p->live++;
    return piece;
}
/* pool_give - place is not 0; bytes as they were taken. */
static inline void pool_give(struct pool *p, void *place, size_t bytes)
{
    struct pool_piece *piece = place;
    if (bytes > p->most) {
        pool_give_large(p, place, bytes);
        return;
    }
    piece->next = p->free[(bytes - 1) / POOL_GRAIN];
    p->free[(bytes - 1) / POOL_GRAIN] = piece;
    if (--p->live == 0 && p->chunk_count > POOL_CHUNKS_KEPT) pool_close(p);
}
/* pool_give_list - So many pieces of as many bytes each, linked by their first word: in one step. */
static inline void pool_give_list(struct pool *p, struct pool_piece *first, struct pool_piece *last, uint64_t count, size_t bytes)
{
    if (bytes > p->most) {
        pool_give_list_large(p, first, count, bytes);
        return;
    }
    last->next = p->free[(bytes - 1) / POOL_GRAIN];
    p->free[(bytes - 1) / POOL_GRAIN] = first;
    p->live -= count;
    if (p->live == 0 && p->chunk_count > POOL_CHUNKS_KEPT) pool_close(p);
}
/* pool_take_zero - The same, all bytes zero. */
static inline void *pool_take_zero(struct pool *p, size_t bytes)
{
    void *place = pool_take(p, bytes);
    if (place) memset(place, 0, bytes);
    return place;
}
#endif
