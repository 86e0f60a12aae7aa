/* process.c - see process.h. */
#include <client/process.h>
#include <rt/start.h>
#include <string.h>

#define INIT cptr_of(SLOT_INIT)

_Noreturn void process_exit(word_t status)
{
    for (;;) process_ask_exit(INIT, status);
}

word_t process_create(const char *line, word_t priority, word_t *process, word_t *detail)
{
    word_t unused;
    return process_ask_create(INIT, line, strlen(line), priority, process, detail ? detail : &unused);
}

word_t process_grant(word_t process, const char *name, cptr_t cap)
{
    word_t slot;
    return process_ask_grant(INIT, process, name, cap, &slot);
}

word_t process_start(word_t process) { return process_ask_start(INIT, process); }
word_t process_kill(word_t process) { return process_ask_kill(INIT, process); }
word_t process_drop(word_t slot) { return process_ask_drop(INIT, slot); }
word_t process_power(word_t status) { return process_ask_power(INIT, status); }
word_t process_interrupt(void) { return process_ask_interrupt(INIT); }
word_t process_restart(word_t process, word_t *now) { return process_ask_restart(INIT, process, now); }
word_t process_wait(word_t process, word_t *end, word_t *status) { return process_ask_wait(INIT, process, end, status); }
word_t process_run(word_t process, word_t *end, word_t *status) { return process_ask_run(INIT, process, end, status); }
word_t process_object(word_t type, word_t size, word_t *slot) { return process_ask_object(INIT, type, size, slot); }

word_t process_trace(struct trace_record *record, word_t *count)
{
    word_t room = *count;
    *count = 0;
    return process_ask_trace(INIT, room, record, room, count);
}

word_t process_stat(word_t *free, word_t *kernel_free, word_t *slots, word_t *processes)
{
    return process_ask_stat(INIT, free, kernel_free, slots, processes);
}

word_t process_thread(void (*entry)(word_t), void *stack_top, word_t argument, word_t priority, word_t *slot)
{
    return process_ask_thread(INIT, (word_t)entry, (word_t)stack_top, argument, priority, slot);
}

word_t process_list(word_t position, struct process_list_answer *thread, char name[24])
{
    return process_ask_list(INIT, position, thread, name);
}

word_t process_memory(word_t position, word_t by_kind[10], char name[24])
{
    return process_ask_memory(INIT, position, by_kind, name);
}
