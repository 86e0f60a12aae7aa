/* slot.h - the empty slots of init's own cnode.
 *
 * Idea: each slot is in exactly one list: the free one, or that of the process it serves. Ending a process empties its list.
 * Does not know: what a slot holds. */
#ifndef INIT_SLOT_H
#define INIT_SLOT_H
#include <abi.h>

struct slot_list { uint16_t head; }; /* 0 = empty */

/* slot_setup - Slots first..limit-1 are free. */
void slot_setup(word_t first, word_t limit);
/* slot_take - A free slot, now in the list; 0 if there is none. */
word_t slot_take(struct slot_list *list);
/* slot_give - Take the slot out of the list; it is free again. Its capability must be gone. */
void slot_give(struct slot_list *list, word_t slot);
/* slot_move - The slot leaves one list for another. */
void slot_move(struct slot_list *from, struct slot_list *to, word_t slot);
/* slot_empty - Delete the capability in the slot and what was derived from it; the slot stays in its list. */
void slot_empty(word_t slot);
/* slot_delete - Empty the slot and give it back. */
void slot_delete(struct slot_list *list, word_t slot);
/* slot_delete_all - The same for a whole list. */
void slot_delete_all(struct slot_list *list);
/* slot_free - How many are free. */
word_t slot_free(void);
#endif
