/* heap.c - see heap.h. */
#include <heap/heap.h>
#include <string.h>

enum { ALL_PLACES = 15 };

void heap_setup(struct heap *heap, uint64_t first, uint32_t count)
{
    memset(heap, 0, sizeof *heap);
    heap->first = first;
    heap->count = count < HEAP_FRAMES ? count : HEAP_FRAMES;
}

static uint64_t object_of(const struct heap *heap, uint32_t at) { return (heap->first + at) * HEAP_PLACES; }
static uint32_t frame_of(const struct heap *heap, uint64_t object) { return (uint32_t)(object / HEAP_PLACES - heap->first); }

/* place_in - Take the lowest free place of a frame. */
static uint64_t place_in(struct heap *heap, uint32_t at, uint8_t type)
{
    uint32_t place = 0;
    while (heap->frame[at].mask & (1u << place)) place++;
    heap->frame[at].type = type;
    heap->frame[at].mask |= (uint8_t)(1u << place);
    return object_of(heap, at) + place;
}

uint64_t heap_take_small(struct heap *heap, uint8_t type)
{
    uint32_t empty = heap->count;
    for (uint32_t at = 0; at < heap->count; at++) {
        const struct heap_frame *frame = &heap->frame[at];
        if (frame->mask == 0 && empty == heap->count) empty = at;
        if (frame->mask != 0 && frame->mask != ALL_PLACES && frame->type == type) return place_in(heap, at, type);
    }
    return empty < heap->count ? place_in(heap, empty, type) : 0;
}

/* run_at - How many frames from `at` on are free, up to `most`. */
static uint32_t run_at(const struct heap *heap, uint32_t at, uint32_t most)
{
    uint32_t run = 0;
    while (run < most && at + run < heap->count && heap->frame[at + run].mask == 0) run++;
    return run;
}

uint64_t heap_take_frames(struct heap *heap, uint8_t type, uint32_t frames)
{
    if (frames == 0) return 0;
    for (uint32_t at = 0; at < heap->count; at++) {
        if (run_at(heap, at, frames) < frames) continue;
        for (uint32_t i = 0; i < frames; i++) heap->frame[at + i] = (struct heap_frame){type, ALL_PLACES};
        return object_of(heap, at);
    }
    return 0;
}

void heap_give_small(struct heap *heap, uint64_t object)
{
    heap->frame[frame_of(heap, object)].mask &= (uint8_t)~(1u << object % HEAP_PLACES);
}

void heap_give_frames(struct heap *heap, uint64_t object, uint32_t frames)
{
    for (uint32_t i = 0; i < frames; i++) heap->frame[frame_of(heap, object) + i].mask = 0;
}

uint32_t heap_used(const struct heap *heap)
{
    uint32_t used = 0;
    for (uint32_t at = 0; at < heap->count; at++) used += heap->frame[at].mask != 0;
    return used;
}
