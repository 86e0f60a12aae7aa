/* thread.c - threads of processes.
 *
 * Invariant: each thread's faults come to init with a badge that names process and thread, and that no process has itself. */
#include "init.h"
#include "process.h"
#include <thread.h>

word_t thread_make(struct process *p, word_t priority, word_t buffer)
{
    if (p->threads == THREADS) return 0;
    word_t badge = FAULT_BADGE + p->threads * THREAD_BADGE + p->number;
    word_t thread = object_make(&p->arena, CAP_THREAD, 0);
    word_t handler = object_copy(&p->arena.slots, init_endpoint, RIGHT_WRITE | RIGHT_GRANT_REPLY, badge);
    if (thread == 0 || handler == 0) return 0;
    err_t error = thread_configure(cptr_of(thread), cptr_of(p->cnode), cptr_of(p->vspace), cptr_of(handler),
                                   buffer != 0 ? cptr_of(buffer) : 0, priority);
    if (error != ERR_NONE) return 0;
    p->thread[p->threads++] = thread;
    return thread;
}
