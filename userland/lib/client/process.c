/* process.c - see process.h. */
#include <client/process.h>
#include <ipc/message.h>
#include <rt/start.h>
#include <string.h>

/* ask - Send to init and wait; the answer is its status. */
static word_t ask(struct message *m)
{
    err_t error = ipc_call_long(cptr_of(SLOT_INIT), m);
    return error == ERR_NONE ? m->label : STATUS_GONE;
}

static word_t ask_about(word_t method, word_t process)
{
    struct message m = {.label = method, .word = {process}};
    return ask(&m);
}

_Noreturn void process_exit(word_t status)
{
    for (;;) ask_about(PROCESS_EXIT, status);
}

word_t process_create(const char *line, word_t priority, word_t *process, word_t *detail)
{
    size_t length = strlen(line);
    struct message m = {.label = PROCESS_CREATE, .word = {length, priority}};
    if (length > MESSAGE_BYTES) return STATUS_ARGUMENT;
    message_put_bytes(&m, line, (uint32_t)length);
    word_t status = ask(&m);
    *process = m.word[0];
    if (detail) *detail = m.word[1];
    return status;
}

word_t process_grant(word_t process, const char *name, cptr_t cap)
{
    struct message m = {.label = PROCESS_GRANT, .count = MESSAGE_CAP, .word = {process}};
    size_t length = strlen(name);
    if (length >= 16) return STATUS_ARGUMENT;
    memcpy(&m.word[1], name, length);
    message_buffer()[MESSAGE_CAP_SENT] = cap;
    return ask(&m);
}

word_t process_start(word_t process) { return ask_about(PROCESS_START, process); }
word_t process_kill(word_t process) { return ask_about(PROCESS_KILL, process); }
word_t process_drop(word_t slot) { return ask_about(PROCESS_DROP, slot); }
word_t process_power(word_t status) { return ask_about(PROCESS_POWER, status); }
word_t process_interrupt(void) { return ask_about(PROCESS_INTERRUPT, 0); }

word_t process_restart(word_t process, word_t *now)
{
    struct message m = {.label = PROCESS_RESTART, .word = {process}};
    word_t status = ask(&m);
    *now = m.word[0];
    return status;
}

/* ask_for_end - The answer comes when the process has ended. */
static word_t ask_for_end(word_t method, word_t process, word_t *end, word_t *status)
{
    struct message m = {.label = method, .word = {process}};
    word_t answer = ask(&m);
    *end = m.word[0];
    *status = m.word[1];
    return answer;
}

word_t process_wait(word_t process, word_t *end, word_t *status) { return ask_for_end(PROCESS_WAIT, process, end, status); }
word_t process_run(word_t process, word_t *end, word_t *status) { return ask_for_end(PROCESS_RUN, process, end, status); }

word_t process_trace(struct trace_record *record, word_t *count)
{
    struct message m = {.label = PROCESS_TRACE, .word = {*count}};
    word_t status = ask(&m), wanted = *count;
    *count = 0;
    if (status != STATUS_OK) return status;
    const uint8_t *bytes = m.word[0] <= wanted ? message_bytes(&m, m.word[0] * sizeof *record) : 0;
    if (bytes == 0) return STATUS_ARGUMENT;
    *count = m.word[0];
    memcpy(record, bytes, *count * sizeof *record);
    return STATUS_OK;
}

word_t process_stat(word_t *free, word_t *kernel_free, word_t *slots, word_t *processes)
{
    struct message m = {.label = PROCESS_STAT};
    word_t status = ask(&m);
    *free = m.word[0];
    *kernel_free = m.word[1];
    *slots = m.word[2];
    *processes = m.word[3];
    return status;
}

word_t process_object(word_t type, word_t size, word_t *slot)
{
    struct message m = {.label = PROCESS_OBJECT, .word = {type, size}};
    word_t status = ask(&m);
    *slot = m.word[0];
    return status;
}

word_t process_thread(void (*entry)(word_t), void *stack_top, word_t argument, word_t priority, word_t *slot)
{
    struct message m = {.label = PROCESS_THREAD, .word = {(word_t)entry, (word_t)stack_top, argument, priority}};
    word_t status = ask(&m);
    *slot = m.word[0];
    return status;
}
