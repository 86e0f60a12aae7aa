/* slot.c - see slot.h. Lists are linked through one array; 0 ends a list, for slot 0 holds nothing ever. */
#include "slot.h"
#include "init.h"
#include <cnode.h>
#include <names.h>

enum { SLOTS_MAX = 8192 };
static uint16_t next[SLOTS_MAX];
static struct slot_list free_list;
static word_t free_count;

void slot_setup(word_t first, word_t limit)
{
    if (limit > SLOTS_MAX) limit = SLOTS_MAX;
    for (word_t slot = limit; slot > first; slot--) {
        next[slot - 1] = free_list.head;
        free_list.head = (uint16_t)(slot - 1);
        free_count++;
    }
}

static void push(struct slot_list *list, word_t slot)
{
    next[slot] = list->head;
    list->head = (uint16_t)slot;
}

word_t slot_take(struct slot_list *list)
{
    uint16_t slot = free_list.head;
    if (slot == 0) return 0;
    free_list.head = next[slot];
    free_count--;
    push(list, slot);
    return slot;
}

/* unlink - Take the slot out of the list; 0 if it is not in it. */
static int unlink(struct slot_list *list, word_t slot)
{
    uint16_t *link = &list->head;
    while (*link != 0 && *link != slot) link = &next[*link];
    if (*link == 0) return 0;
    *link = next[slot];
    return 1;
}

void slot_give(struct slot_list *list, word_t slot)
{
    if (!unlink(list, slot)) return;
    push(&free_list, slot);
    free_count++;
}

void slot_move(struct slot_list *from, struct slot_list *to, word_t slot)
{
    if (unlink(from, slot)) push(to, slot);
}

void slot_empty(word_t slot)
{
    err_t error = cnode_revoke(cptr_of(INIT_CNODE), slot);
    if (error == ERR_EMPTY) return;
    if (error == ERR_NONE) error = cnode_delete(cptr_of(INIT_CNODE), slot);
    if (error != ERR_NONE) say("init: slot %lu cannot be emptied: %s\n", slot, text_error(error));
}

void slot_delete(struct slot_list *list, word_t slot)
{
    slot_empty(slot);
    slot_give(list, slot);
}

void slot_delete_all(struct slot_list *list)
{
    while (list->head != 0) slot_delete(list, list->head);
}

word_t slot_free(void) { return free_count; }
