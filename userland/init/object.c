/* object.c - see object.h. */
#include "object.h"
#include "init.h"
#include "memory.h"
#include <cnode.h>
#include <untyped.h>

struct arena system_arena;
static word_t last_place;

int arena_setup(struct arena *arena, word_t frames)
{
    word_t first = frames <= HEAP_FRAMES ? memory_take(frames) : 0;
    if (first == 0) return 0;
    arena->slots.head = 0;
    arena->untyped = slot_take(&arena->slots);
    err_t error = arena->untyped == 0 ? ERR_SLOT : untyped_split(cptr_of(memory_untyped(first)), first, frames, arena->untyped);
    heap_setup(&arena->heap, first, (uint32_t)frames);
    if (error == ERR_NONE) return 1;
    slot_delete_all(&arena->slots);
    memory_give(first, frames);
    return 0;
}

void arena_release(struct arena *arena)
{
    slot_empty(arena->untyped);
    slot_delete_all(&arena->slots);
    memory_give(arena->heap.first, arena->heap.count);
}

static int is_small(word_t type)
{
    return type == CAP_THREAD || type == CAP_REPLY || type == CAP_ENDPOINT || type == CAP_NOTIFICATION;
}

static uint32_t frames_of(word_t type, word_t size) { return type == CAP_CNODE ? (uint32_t)size : 1; }

static word_t place_take(struct heap *heap, word_t type, word_t size)
{
    if (is_small(type)) return heap_take_small(heap, (uint8_t)type);
    return heap_take_frames(heap, (uint8_t)type, frames_of(type, size));
}

static void place_give(struct heap *heap, word_t type, word_t size, word_t place)
{
    if (is_small(type)) heap_give_small(heap, place);
    else heap_give_frames(heap, place, frames_of(type, size));
}

word_t object_make(struct arena *arena, word_t type, word_t size)
{
    word_t place = place_take(&arena->heap, type, size);
    if (place == 0) return 0;
    word_t slot = slot_take(&arena->slots);
    err_t error = slot == 0 ? ERR_SLOT : untyped_retype(cptr_of(arena->untyped), type, place, size, slot);
    last_place = place;
    if (error == ERR_NONE) return slot;
    if (slot != 0) slot_give(&arena->slots, slot);
    place_give(&arena->heap, type, size, place);
    return 0;
}

word_t object_place(void) { return last_place; }

void object_drop(struct arena *arena, word_t slot, word_t object, word_t type)
{
    slot_delete(&arena->slots, slot);
    place_give(&arena->heap, type, 1, object);
}

word_t object_copy(struct slot_list *list, word_t from, word_t rights, word_t badge)
{
    word_t slot = slot_take(list);
    if (slot == 0) return 0;
    err_t error = badge == 0 ? cnode_copy(cptr_of(INIT_CNODE), slot, cptr_of(from), rights)
                             : cnode_mint(cptr_of(INIT_CNODE), slot, cptr_of(from), rights, badge);
    if (error == ERR_NONE) return slot;
    slot_give(list, slot);
    return 0;
}
