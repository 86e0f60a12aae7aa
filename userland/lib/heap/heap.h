/* heap.h - where in a range of frames the next kernel object goes.
 *
 * Idea: the creator of an object chooses its place. Objects of a frame or more take whole frames; small ones share a frame with
 * up to three of their own type.
 * Invariant: a frame holds objects of one type; mask has the bit of every place that is taken; mask 0 = the frame is free.
 * Does not know: capabilities; whether the kernel agreed (the caller gives a place back if it did not). */
#ifndef HEAP_HEAP_H
#define HEAP_HEAP_H
#include <stdint.h>

enum { HEAP_FRAMES = 1024, HEAP_PLACES = 4 };
struct heap_frame { uint8_t type, mask; };
struct heap {
    uint64_t first; /* frame number */
    uint32_t count; /* frames, at most HEAP_FRAMES */
    struct heap_frame frame[HEAP_FRAMES];
};

/* heap_setup - `count` free frames from `first` on. */
void heap_setup(struct heap *heap, uint64_t first, uint32_t count);
/* heap_take_small - A place among the objects of that type: its object id (frame * 4 + 0..3), or 0 if there is none. */
uint64_t heap_take_small(struct heap *heap, uint8_t type);
/* heap_take_frames - `frames` neighbouring free frames: the object id of the first, or 0. */
uint64_t heap_take_frames(struct heap *heap, uint8_t type, uint32_t frames);
/* heap_give_small, heap_give_frames - Give back what was taken. */
void heap_give_small(struct heap *heap, uint64_t object);
void heap_give_frames(struct heap *heap, uint64_t object, uint32_t frames);
/* heap_used - Frames that are not free. */
uint32_t heap_used(const struct heap *heap);
#endif
