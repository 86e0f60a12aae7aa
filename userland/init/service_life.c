/* service_life.c - beginning and end of processes. */
#include "service.h"
#include "init.h"
#include <cnode.h>
#include <reply.h>
#include <string.h>

word_t service_exit(void *state, word_t badge, word_t status, struct message *reply)
{
    struct process *caller = state;
    (void)badge;
    (void)reply;
    process_end(caller, PROCESS_EXITED, status);
    return NO_ANSWER;
}

/* A program of the image that runs from boot on exists once: nobody makes a second. Nobody creates more authority than he has. */
word_t service_create(void *state, word_t badge, const uint8_t *bytes, word_t length, word_t priority, struct message *reply)
{
    struct process *caller = state;
    (void)badge;
    char line[LINE_MAX];
    word_t status, detail = 0;
    if (!caller_may(caller, PROCESS_MAY_CREATE)) return STATUS_DENIED;
    if (length >= LINE_MAX || memchr(bytes, 0, length)) return STATUS_ARGUMENT;
    if (priority > caller->priority) return STATUS_DENIED;
    memcpy(line, bytes, length);
    line[length] = 0;
    struct process *p = process_make(line, caller->number, priority, &status, &detail);
    process_answer_create(reply, p ? p->number : 0, detail);
    if (p == 0) return status;
    if (p->program->when != WHEN_NEVER || (p->program->authority & ~caller->program->authority)) {
        process_stop(p, PROCESS_KILLED, 0);
        return STATUS_DENIED;
    }
    return STATUS_OK;
}

word_t service_grant(void *state, word_t badge, word_t process, const char name[16], struct message *reply)
{
    struct process *caller = state;
    (void)badge;
    struct process *p = process_find(process);
    if (p == 0) return STATUS_ABSENT;
    if (!caller_controls(caller, p)) return STATUS_DENIED;
    if (p->running) return STATUS_STATE;
    word_t from = inbox_take(p);
    struct cnode_inspect_answer cap = {0};
    cnode_inspect(cptr_of(INIT_CNODE), from, &cap);
    word_t slot = grant_copy(p, name, from, cap.rights, 0, 0);
    process_answer_grant(reply, slot);
    return slot != 0 ? STATUS_OK : STATUS_ARGUMENT;
}

word_t service_start(void *state, word_t badge, word_t process, struct message *reply)
{
    struct process *caller = state;
    (void)badge;
    (void)reply;
    struct process *p = process_find(process);
    if (p == 0) return STATUS_ABSENT;
    return caller_controls(caller, p) ? process_begin(p) : STATUS_DENIED;
}

word_t service_kill(void *state, word_t badge, word_t process, struct message *reply)
{
    struct process *caller = state;
    (void)badge;
    (void)reply;
    struct process *p = process_find(process);
    if (p == 0) return STATUS_ABSENT;
    if (!caller_controls(caller, p)) return STATUS_DENIED;
    process_end(p, PROCESS_KILLED, 0);
    return p == caller ? NO_ANSWER : STATUS_OK;
}

word_t service_restart(void *state, word_t badge, word_t process, struct message *reply)
{
    struct process *caller = state;
    (void)badge;
    char line[LINE_MAX];
    struct process *p = process_find(process);
    if (p == 0) return STATUS_ABSENT;
    if (!caller_controls(caller, p)) return STATUS_DENIED;
    word_t parent = p->parent, priority = p->priority, restarts = p->restarts + 1;
    memcpy(line, p->line, sizeof line);
    process_stop(p, PROCESS_KILLED, 0);
    word_t now, status = process_again(line, parent, priority, restarts, &now);
    process_answer_restart(reply, now);
    return p == caller ? NO_ANSWER : status;
}

/* wait_begin - Keep the caller until the process ends. */
static word_t wait_begin(struct process *caller, const struct process *p)
{
    if (!caller_controls(caller, p) || p == caller) return STATUS_DENIED;
    if (caller->waiting.target != 0) return STATUS_BUSY;
    if (caller->waiting.reply == 0) caller->waiting.reply = object_make(&caller->arena, CAP_REPLY, 0);
    if (caller->waiting.reply == 0 || reply_save(cptr_of(caller->waiting.reply)) != ERR_NONE) return STATUS_MEMORY;
    caller->waiting.target = p->number;
    return NO_ANSWER;
}

word_t service_wait(void *state, word_t badge, word_t process, struct message *reply)
{
    struct process *caller = state;
    (void)badge;
    (void)reply;
    const struct process *p = process_find(process);
    return p == 0 ? STATUS_ABSENT : wait_begin(caller, p);
}

/* A program that cannot be started ends at once, which tells the caller. */
word_t service_run(void *state, word_t badge, word_t process, struct message *reply)
{
    struct process *caller = state;
    (void)badge;
    (void)reply;
    struct process *p = process_find(process);
    if (p == 0) return STATUS_ABSENT;
    if (p->running) return STATUS_STATE;
    word_t status = wait_begin(caller, p);
    if (status == NO_ANSWER && process_begin(p) != STATUS_OK) process_stop(p, PROCESS_KILLED, 0);
    return status;
}

word_t service_interrupt(void *state, word_t badge, struct message *reply)
{
    struct process *caller = state;
    (void)badge;
    (void)reply;
    if (!caller_may(caller, PROCESS_MAY_INTERRUPT)) return STATUS_DENIED;
    for (uint32_t i = 0; i < PROCESSES; i++) {
        struct process *p = process_find(processes[i].waiting.target);
        if (processes[i].number == 0 || p == 0) continue;
        process_end(p, PROCESS_KILLED, 0);
        return STATUS_OK;
    }
    return STATUS_ABSENT;
}
