/* service.h - one function per method of proto/process.h: what a caller asks for in *m, the answer's words in *reply.
 * The result is the status of the answer, or NO_ANSWER: the caller is gone, or is answered later. */
#ifndef INIT_SERVICE_H
#define INIT_SERVICE_H
#include "process.h"
#include <ipc/message.h>
#include <proto/status.h>

#define NO_ANSWER (~0ul)
typedef word_t service_t(struct process *caller, const struct message *m, struct message *reply);

service_t service_exit, service_create, service_grant, service_start, service_kill, service_restart, service_wait,
    service_interrupt, service_list, service_memory, service_trace, service_stat, service_power, service_object, service_drop,
    service_thread, service_run;

/* inbox_take - The slot with the capability that came with the message, now the process's own; 0 if none came. */
word_t inbox_take(struct process *p, const struct message *m);
/* caller_may - Whether the caller has that authority, PROCESS_MAY_*. */
static inline int caller_may(const struct process *caller, uint32_t authority) { return (caller->program->authority & authority) != 0; }
/* caller_controls - Whether it may end or change the other. */
static inline int caller_controls(const struct process *caller, const struct process *other)
{
    return other->parent == caller->number || other == caller || caller_may(caller, PROCESS_MAY_CONTROL);
}
#endif
