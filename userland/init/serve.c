/* serve.c - the loop: a message, an answer.
 *
 * Invariant: before each receive the inbox is an empty slot. */
#include "init.h"
#include "service.h"
#include <string.h>

static service_t *const SERVICE[] = {
    [PROCESS_EXIT] = service_exit,     [PROCESS_CREATE] = service_create,   [PROCESS_GRANT] = service_grant,
    [PROCESS_START] = service_start,   [PROCESS_KILL] = service_kill,       [PROCESS_RESTART] = service_restart,
    [PROCESS_WAIT] = service_wait,     [PROCESS_LIST] = service_list,       [PROCESS_MEMORY] = service_memory,
    [PROCESS_TRACE] = service_trace,   [PROCESS_STAT] = service_stat,       [PROCESS_POWER] = service_power,
    [PROCESS_OBJECT] = service_object, [PROCESS_DROP] = service_drop,       [PROCESS_THREAD] = service_thread,
    [PROCESS_INTERRUPT] = service_interrupt, [PROCESS_RUN] = service_run,
};
enum { SERVICE_COUNT = sizeof SERVICE / sizeof SERVICE[0] };
static struct slot_list inbox;

word_t inbox_take(struct process *p, const struct message *m)
{
    word_t slot = inbox.head;
    if (m->count < MESSAGE_CAP || slot == 0) return 0;
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

/* serve_one - Do what one message asks for. */
static word_t serve_one(const struct message *m, struct message *reply)
{
    if (m->badge & FAULT_BADGE) return serve_fault(m);
    struct process *caller = process_find(m->badge);
    if (caller == 0) return STATUS_DENIED;
    if (m->label >= SERVICE_COUNT || SERVICE[m->label] == 0) return STATUS_METHOD;
    return SERVICE[m->label](caller, m, reply);
}

_Noreturn void serve(cptr_t endpoint)
{
    struct message m;
    inbox_prepare(0);
    err_t error = ipc_recv_long(endpoint, &m);
    for (;;) {
        struct message reply = {.count = 0};
        reply.label = error == ERR_NONE ? serve_one(&m, &reply) : NO_ANSWER;
        inbox_prepare(m.count >= MESSAGE_CAP);
        int answer = reply.label != NO_ANSWER;
        m = reply;
        error = answer ? ipc_reply_recv_long(endpoint, &m) : ipc_recv_long(endpoint, &m);
    }
}
