/* memory.c - see memory.h. */
#include "memory.h"
#include "init.h"
#include <kernel.h>
#include <pool/pool.h>

static struct pool pool;
static word_t kept;

/* frame_is_free - What the kernel says. */
static int frame_is_free(word_t frame)
{
    word_t kind = 0, owner = 0, live = 0, info = 0;
    return kernel_frame(cptr_of(INIT_KERNEL), frame, &kind, &owner, &live, &info) == ERR_NONE && kind == KIND_FREE;
}

/* region_give - The free end of a region: boot has used frames from its beginning on. The very first frame carries the untyped's
 * own number and is never split off. */
static void region_give(const struct bootinfo_region *region)
{
    word_t first = region->first, end = first + region->count;
    kept += frame_is_free(first);
    do first++;
    while (first < end && !frame_is_free(first));
    if (first < end && !pool_give(&pool, first, end - first)) say("init: memory at frame %lu is listed twice\n", first);
}

void memory_setup(void)
{
    for (word_t i = 0; i < bootinfo()->untypeds; i++)
        if (!bootinfo()->untyped[i].device) region_give(&bootinfo()->untyped[i]);
}

word_t memory_take(word_t count)
{
    uint64_t first;
    return pool_take(&pool, count, &first) ? first : 0;
}

void memory_give(word_t first, word_t count)
{
    if (!pool_give(&pool, first, count)) say("init: frames %lu..%lu were given back twice\n", first, first + count - 1);
}

word_t memory_kept(void) { return kept; }
word_t memory_free(void) { return pool_free(&pool); }

word_t memory_untyped(word_t frame)
{
    for (word_t i = 0; i < bootinfo()->untypeds; i++) {
        const struct bootinfo_region *region = &bootinfo()->untyped[i];
        if (frame >= region->first && frame - region->first < region->count) return region->slot;
    }
    return 0;
}
