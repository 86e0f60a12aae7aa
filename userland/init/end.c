/* end.c - starting and ending processes, and starting again what must not stay away.
 *
 * Idea: whoever waits is told first, then the arena goes, and with it every capability to or in the process. */
#include "init.h"
#include "process.h"
#include "space.h"
#include <proto/status.h>
#include <reply.h>
#include <string.h>
#include <thread.h>

static word_t start_page_fill(struct process *p)
{
    void *page = scratch_map(p->start_page);
    if (page == 0) return STATUS_MEMORY;
    memcpy(page, &p->start, sizeof p->start);
    scratch_unmap(p->start_page);
    return space_map(&p->arena, p->vspace, p->start_page, START_ADDRESS, RIGHT_READ, 0) ? STATUS_OK : STATUS_MEMORY;
}

word_t process_begin(struct process *p)
{
    if (p->running) return STATUS_STATE;
    word_t status = start_page_fill(p);
    if (status != STATUS_OK) return status;
    cptr_t thread = cptr_of(p->thread[0]);
    err_t error = thread_write(thread, p->plan.entry, STACK_TOP, START_ADDRESS, 0);
    if (error == ERR_NONE) error = thread_resume(thread);
    p->running = error == ERR_NONE;
    return error == ERR_NONE ? STATUS_OK : STATUS_STATE;
}

/* waiters_tell - Answer all who wait for the end of that process. */
static void waiters_tell(word_t number, enum process_end how, word_t status)
{
    for (uint32_t i = 0; i < PROCESSES; i++) {
        struct process *q = &processes[i];
        if (q->number == 0 || q->waiting.target != number) continue;
        struct message m = {.label = STATUS_OK, .word = {how, status}};
        q->waiting.target = 0;
        reply_send(cptr_of(q->waiting.reply), &m);
    }
}

void process_stop(struct process *p, enum process_end how, word_t status)
{
    word_t number = p->number;
    arena_release(&p->arena);
    p->number = 0;
    waiters_tell(number, how, status);
}

word_t process_again(const char *line, word_t parent, word_t priority, word_t restarts, word_t *number)
{
    word_t status, detail;
    struct process *p = process_make(line, parent, priority, &status, &detail);
    *number = 0;
    if (p == 0) return status;
    p->restarts = restarts;
    *number = p->number;
    return process_begin(p);
}

void process_end(struct process *p, enum process_end how, word_t status)
{
    char line[LINE_MAX], name[NAME_BYTES];
    word_t parent = p->parent, priority = p->priority, restarts = p->restarts, allowed = p->program->restarts, number;
    memcpy(line, p->line, sizeof line);
    memcpy(name, p->name, sizeof name);
    process_stop(p, how, status);
    if (allowed == 0) return;
    if (restarts >= allowed) {
        say_through_ring(0); /* it may have been the console */
        say("init: %s ended %lu times and is not started again\n", name, restarts + 1);
        return;
    }
    word_t answer = process_again(line, parent, priority, restarts + 1, &number);
    if (answer == STATUS_OK) say("init: %s started again as process %lu\n", name, number);
    else say("init: %s cannot be started again: %s\n", name, status_text(answer));
}
