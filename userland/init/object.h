/* object.h - making kernel objects: a place in a heap, a slot in a list, and one retype.
 *
 * Idea: an arena is memory with one owner (a process, or init for what outlives processes): untyped, places, slots. Whoever gives up
 * an arena gets back everything that was ever made in it. */
#ifndef INIT_OBJECT_H
#define INIT_OBJECT_H
#include "slot.h"
#include <heap/heap.h>

struct arena {
    word_t untyped; /* slot */
    struct heap heap;
    struct slot_list slots;
};
/* The arena of what outlives processes: services' endpoints, rings, init's own tables. */
extern struct arena system_arena;

/* arena_setup - Split `frames` frames off as an untyped; 0 if memory or slots do not suffice (then nothing has changed). */
int arena_setup(struct arena *arena, word_t frames);
/* arena_release - Revoke everything made in it and give back memory and slots. */
void arena_release(struct arena *arena);
/* object_make - An object of type CAP_* and size as in untyped.retype: its slot, or 0. */
word_t object_make(struct arena *arena, word_t type, word_t size);
/* object_drop - Delete an object that object_make made in one frame or less, and what was derived from it. */
void object_drop(struct arena *arena, word_t slot, word_t object, word_t type);
/* object_place - The object id that the last object_make used. */
word_t object_place(void);
/* object_copy - A capability like that in slot `from` (of init), with these rights and, if it is not 0, this badge: its slot or 0. */
word_t object_copy(struct slot_list *list, word_t from, word_t rights, word_t badge);
#endif
