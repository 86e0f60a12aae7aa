/* service.h - one function for each method of spec/idl/process.yaml, in the form of the generated struct process_server.
 *
 * `state` is the calling process. The result is the status of the answer, or NO_ANSWER: the caller is gone, or is answered later. */
#ifndef INIT_SERVICE_H
#define INIT_SERVICE_H
#include "process.h"
#include <proto/process.h>

#define NO_ANSWER (~0ul)

word_t service_exit(void *state, word_t badge, word_t status, struct message *reply);
word_t service_create(void *state, word_t badge, const uint8_t *line, word_t length, word_t priority, struct message *reply);
word_t service_grant(void *state, word_t badge, word_t process, const char name[16], struct message *reply);
word_t service_start(void *state, word_t badge, word_t process, struct message *reply);
word_t service_kill(void *state, word_t badge, word_t process, struct message *reply);
word_t service_restart(void *state, word_t badge, word_t process, struct message *reply);
word_t service_wait(void *state, word_t badge, word_t process, struct message *reply);
word_t service_run(void *state, word_t badge, word_t process, struct message *reply);
word_t service_interrupt(void *state, word_t badge, struct message *reply);
word_t service_list(void *state, word_t badge, word_t position, struct message *reply);
word_t service_memory(void *state, word_t badge, word_t position, struct message *reply);
word_t service_trace(void *state, word_t badge, word_t wanted, struct message *reply);
word_t service_stat(void *state, word_t badge, struct message *reply);
word_t service_power(void *state, word_t badge, word_t status, struct message *reply);
word_t service_object(void *state, word_t badge, word_t type, word_t size, struct message *reply);
word_t service_drop(void *state, word_t badge, word_t slot, struct message *reply);
word_t service_thread(void *state, word_t badge, word_t pc, word_t sp, word_t argument, word_t priority, struct message *reply);

/* inbox_take - The slot with the capability that came with the message, now the process's own. */
word_t inbox_take(struct process *p);
/* caller_may - Whether the caller has that authority, PROCESS_MAY_*. */
static inline int caller_may(const struct process *caller, uint32_t authority) { return (caller->program->authority & authority) != 0; }
/* caller_controls - Whether it may end or change the other. */
static inline int caller_controls(const struct process *caller, const struct process *other)
{
    return other->parent == caller->number || other == caller || caller_may(caller, PROCESS_MAY_CONTROL);
}
#endif
