/* service_object.c - kernel objects for a process, from its own memory.
 *
 * Idea: a process has no untyped; it asks, and gets a capability. What it gets counts against its own frames and goes with it.
 * Invariant: object[i] has a slot iff the process's cnode slot CHILD_OBJECT_SLOT + i holds a copy of it. */
#include "init.h"
#include "service.h"
#include <cnode.h>
#include <thread.h>

enum { RIGHTS_OF_PAGE = RIGHT_READ | RIGHT_WRITE };

static struct held_object *object_entry(struct process *p)
{
    for (uint32_t i = 0; i < OBJECTS; i++)
        if (p->object[i].slot == 0) return &p->object[i];
    return 0;
}

/* object_hand - Record an object of init's slot and give the process a capability: its slot there, or 0. */
static word_t object_hand(struct process *p, word_t slot, word_t place, word_t type, word_t rights)
{
    struct held_object *o = object_entry(p);
    if (o == 0) return 0;
    word_t child_slot = CHILD_OBJECT_SLOT + (word_t)(o - p->object);
    if (cnode_copy(cptr_of(p->cnode), child_slot, cptr_of(slot), rights) != ERR_NONE) return 0;
    *o = (struct held_object){slot, place, type, child_slot};
    return child_slot;
}

static int may_be_made(word_t type, word_t size)
{
    if (type == CAP_PAGE_TABLE) return size >= 1 && size <= 3;
    return size == 0 && (type == CAP_ENDPOINT || type == CAP_NOTIFICATION || type == CAP_REPLY || type == CAP_THREAD ||
                         type == CAP_PAGE);
}

word_t service_object(void *state, word_t badge, word_t type, word_t size, struct message *reply)
{
    struct process *caller = state;
    (void)badge;
    if (!may_be_made(type, size)) return STATUS_ARGUMENT;
    if (object_entry(caller) == 0) return STATUS_FULL;
    word_t slot = object_make(&caller->arena, type, size), place = object_place();
    if (slot == 0) return STATUS_MEMORY;
    word_t child_slot = object_hand(caller, slot, place, type, type == CAP_PAGE ? RIGHTS_OF_PAGE : RIGHT_ALL);
    process_answer_object(reply, child_slot);
    if (child_slot != 0) return STATUS_OK;
    object_drop(&caller->arena, slot, place, type);
    return STATUS_ARGUMENT;
}

word_t service_drop(void *state, word_t badge, word_t slot, struct message *reply)
{
    struct process *caller = state;
    (void)badge;
    (void)reply;
    for (uint32_t i = 0; i < OBJECTS; i++) {
        struct held_object *o = &caller->object[i];
        if (o->slot == 0 || o->child_slot != slot) continue;
        if (o->place == 0) return STATUS_STATE;
        object_drop(&caller->arena, o->slot, o->place, o->type);
        o->slot = 0;
        return STATUS_OK;
    }
    return STATUS_ABSENT;
}

/* A thread of init's making stays as long as its process: place 0 says so. */
word_t service_thread(void *state, word_t badge, word_t pc, word_t sp, word_t argument, word_t wanted, struct message *reply)
{
    struct process *caller = state;
    (void)badge;
    word_t priority = wanted == 0 ? caller->priority : wanted;
    if (priority > caller->priority) return STATUS_DENIED;
    word_t thread = thread_make(caller, priority, 0);
    if (thread == 0) return STATUS_MEMORY;
    word_t child_slot = object_hand(caller, thread, 0, CAP_THREAD, RIGHT_ALL);
    process_answer_thread(reply, child_slot);
    err_t error = thread_write(cptr_of(thread), pc, sp, argument, 0);
    if (error == ERR_NONE) error = thread_resume(cptr_of(thread));
    return error == ERR_NONE && child_slot != 0 ? STATUS_OK : STATUS_ARGUMENT;
}
