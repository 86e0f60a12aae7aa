/* pool.c - see pool.h. */
#include <pool/pool.h>
#include <string.h>

static void range_remove(struct pool *pool, uint32_t at)
{
    pool->used--;
    memmove(&pool->range[at], &pool->range[at + 1], (pool->used - at) * sizeof pool->range[0]);
}

static void range_insert(struct pool *pool, uint32_t at, uint64_t first, uint64_t count)
{
    memmove(&pool->range[at + 1], &pool->range[at], (pool->used - at) * sizeof pool->range[0]);
    pool->range[at].first = first;
    pool->range[at].count = count;
    pool->used++;
}

/* range_after - The number of the first range that begins at or behind the frame. */
static uint32_t range_after(const struct pool *pool, uint64_t frame)
{
    uint32_t at = 0;
    while (at < pool->used && pool->range[at].first < frame) at++;
    return at;
}

int pool_give(struct pool *pool, uint64_t first, uint64_t count)
{
    uint32_t at = range_after(pool, first);
    struct pool_range *before = at > 0 ? &pool->range[at - 1] : 0, *after = at < pool->used ? &pool->range[at] : 0;
    if (count == 0 || count > UINT64_MAX - first) return 0;
    if (before && before->first + before->count > first) return 0;
    if (after && first + count > after->first) return 0;
    int joins_before = before && before->first + before->count == first;
    int joins_after = after && first + count == after->first;
    if (!joins_before && !joins_after && pool->used == POOL_RANGES) return 0;
    if (joins_before) before->count += count;
    if (joins_before && joins_after) {
        before->count += after->count;
        range_remove(pool, at);
    } else if (joins_after) {
        after->first = first;
        after->count += count;
    } else if (!joins_before) {
        range_insert(pool, at, first, count);
    }
    return 1;
}

int pool_take(struct pool *pool, uint64_t count, uint64_t *first)
{
    if (count == 0) return 0;
    for (uint32_t at = 0; at < pool->used; at++) {
        struct pool_range *range = &pool->range[at];
        if (range->count < count) continue;
        *first = range->first;
        range->first += count;
        range->count -= count;
        if (range->count == 0) range_remove(pool, at);
        return 1;
    }
    return 0;
}

uint64_t pool_free(const struct pool *pool)
{
    uint64_t sum = 0;
    for (uint32_t at = 0; at < pool->used; at++) sum += pool->range[at].count;
    return sum;
}

uint64_t pool_largest(const struct pool *pool)
{
    uint64_t largest = 0;
    for (uint32_t at = 0; at < pool->used; at++)
        if (pool->range[at].count > largest) largest = pool->range[at].count;
    return largest;
}
