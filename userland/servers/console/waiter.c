/* waiter.c - calls that are answered later.
 *
 * Invariant: a waiter with order != 0 owns a saved reply. */
#include "console.h"
#include <client/process.h>
#include <reply.h>
#include <rt/start.h>

static struct waiter waiters[CLIENTS];
static word_t last_order;

word_t waiter_setup(void)
{
    for (uint32_t i = 0; i < CLIENTS; i++) {
        word_t slot, status = process_object(CAP_REPLY, 0, &slot);
        if (status != STATUS_OK) return status;
        waiters[i].reply = cptr_of(slot);
    }
    return STATUS_OK;
}

struct waiter *waiter_add(word_t badge, int reading)
{
    for (uint32_t i = 0; i < CLIENTS; i++) {
        struct waiter *w = &waiters[i];
        if (w->order != 0) continue;
        if (reply_save(w->reply) != ERR_NONE) return 0;
        w->badge = badge;
        w->order = ++last_order;
        w->reading = (uint32_t)reading;
        w->at = 0;
        w->count = 0;
        return w;
    }
    return 0;
}

struct waiter *waiter_next(int reading)
{
    struct waiter *first = 0;
    for (uint32_t i = 0; i < CLIENTS; i++) {
        struct waiter *w = &waiters[i];
        if (w->order == 0 || w->reading != (uint32_t)reading) continue;
        if (first == 0 || w->order < first->order) first = w;
    }
    return first;
}

int waiter_answer(struct waiter *waiter, word_t status, word_t word)
{
    struct message m = {.label = status, .word = {word}};
    waiter->order = 0;
    return reply_send(waiter->reply, &m) == ERR_NONE;
}
