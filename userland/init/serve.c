/* serve.c - the loop: a message, an answer.
 *
 * Invariant: before each receive the inbox is an empty slot. */
#include "init.h"
#include "service.h"
#include <string.h>

static const struct process_server SERVER = {
    .exit = service_exit,       .create = service_create, .grant = service_grant,     .start = service_start,
    .kill = service_kill,       .restart = service_restart, .wait = service_wait,     .run = service_run,
    .interrupt = service_interrupt, .list = service_list, .memory = service_memory,   .trace = service_trace,
    .stat = service_stat,       .power = service_power,   .object = service_object,   .drop = service_drop,
    .thread = service_thread,
};
static struct slot_list inbox;

word_t inbox_take(struct process *p)
{
    word_t slot = inbox.head;
    slot_move(&inbox, &p->arena.slots, slot);
    return slot;
}

/* inbox_prepare - Throw away what nobody took; have an empty slot ready if there is one. */
static void inbox_prepare(int came)
{
    if (came && inbox.head != 0) slot_empty(inbox.head);
    if (inbox.head == 0) slot_take(&inbox);
    message_buffer()[MESSAGE_CAP_WANTED] = inbox.head;
}

static word_t serve_fault(const struct message *m)
{
    struct process *p = process_find(m->badge & NUMBER_MASK);
    if (p == 0) return NO_ANSWER;
    fault_report(p, m->badge / THREAD_BADGE % THREADS, m->word);
    process_end(p, PROCESS_FAULTED, m->word[0]);
    return NO_ANSWER;
}

/* serve_one - Do what one message asks for; the reply's words are filled, its status is the result. */
static word_t serve_one(const struct message *m, struct message *reply)
{
    if (m->badge & FAULT_BADGE) return serve_fault(m);
    struct process *caller = process_find(m->badge);
    return caller == 0 ? STATUS_DENIED : process_serve(&SERVER, caller, m, reply);
}

_Noreturn void serve(cptr_t endpoint)
{
    struct message m, reply;
    inbox_prepare(0);
    err_t error = ipc_recv_long(endpoint, &m);
    for (;;) {
        memset(&reply, 0, sizeof reply);
        word_t status = error == ERR_NONE ? serve_one(&m, &reply) : NO_ANSWER;
        inbox_prepare(m.count >= MESSAGE_CAP);
        m = reply;
        m.label = status;
        error = status == NO_ANSWER ? ipc_recv_long(endpoint, &m) : ipc_reply_recv_long(endpoint, &m);
    }
}
