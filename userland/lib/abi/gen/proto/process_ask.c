/* process_ask.c - the client's side of process: marshal, call, unmarshal. Generated from spec/idl/process.yaml. */
#include <proto/process.h>
#include <string.h>

word_t process_ask_exit(cptr_t server, word_t status)
{
    struct message m = {.label = PROCESS_EXIT, .word[0] = status};

    err_t error = ipc_call(server, &m);
    if (error != ERR_NONE) return error == ERR_GONE ? STATUS_GONE : STATUS_DENIED;
    return m.label;
}

word_t process_ask_create(cptr_t server, const void *line, word_t line_bytes, word_t priority, word_t *process, word_t *detail)
{
    struct message m = {.label = PROCESS_CREATE, .word[0] = line_bytes, .word[1] = priority};

    if (line_bytes > MESSAGE_BYTES) return STATUS_ARGUMENT;
    message_put_bytes(&m, line, (uint32_t)line_bytes);
    err_t error = ipc_call_long(server, &m);
    if (error != ERR_NONE) return error == ERR_GONE ? STATUS_GONE : STATUS_DENIED;
    *process = m.word[0];
    *detail = m.word[1];
    return m.label;
}

word_t process_ask_grant(cptr_t server, word_t process, const char *name, cptr_t cap, word_t *slot)
{
    struct message m = {.label = PROCESS_GRANT, .word[0] = process};

    if (strlen(name) >= 16) return STATUS_ARGUMENT;
    memcpy(&m.word[1], name, strlen(name));
    m.count += MESSAGE_CAP;
    message_buffer()[MESSAGE_CAP_SENT] = cap;
    err_t error = ipc_call_long(server, &m);
    if (error != ERR_NONE) return error == ERR_GONE ? STATUS_GONE : STATUS_DENIED;
    *slot = m.word[0];
    return m.label;
}

word_t process_ask_start(cptr_t server, word_t process)
{
    struct message m = {.label = PROCESS_START, .word[0] = process};

    err_t error = ipc_call(server, &m);
    if (error != ERR_NONE) return error == ERR_GONE ? STATUS_GONE : STATUS_DENIED;
    return m.label;
}

word_t process_ask_kill(cptr_t server, word_t process)
{
    struct message m = {.label = PROCESS_KILL, .word[0] = process};

    err_t error = ipc_call(server, &m);
    if (error != ERR_NONE) return error == ERR_GONE ? STATUS_GONE : STATUS_DENIED;
    return m.label;
}

word_t process_ask_restart(cptr_t server, word_t process, word_t *now)
{
    struct message m = {.label = PROCESS_RESTART, .word[0] = process};

    err_t error = ipc_call(server, &m);
    if (error != ERR_NONE) return error == ERR_GONE ? STATUS_GONE : STATUS_DENIED;
    *now = m.word[0];
    return m.label;
}

word_t process_ask_wait(cptr_t server, word_t process, word_t *end, word_t *status)
{
    struct message m = {.label = PROCESS_WAIT, .word[0] = process};

    err_t error = ipc_call(server, &m);
    if (error != ERR_NONE) return error == ERR_GONE ? STATUS_GONE : STATUS_DENIED;
    *end = m.word[0];
    *status = m.word[1];
    return m.label;
}

word_t process_ask_list(cptr_t server, word_t position, struct process_list_answer *out, char name[24])
{
    struct message m = {.label = PROCESS_LIST, .word[0] = position};

    err_t error = ipc_call_long(server, &m);
    if (error != ERR_NONE) return error == ERR_GONE ? STATUS_GONE : STATUS_DENIED;
    out->process = m.word[0];
    out->parent = m.word[1];
    out->thread = m.word[2];
    out->state = m.word[3];
    out->priority = m.word[4];
    out->ticks = m.word[5];
    out->frames = m.word[6];
    out->restarts = m.word[7];
    out->next = m.word[8];
    if (m.label != STATUS_OK) return m.label;
    if (message_bytes(&m, 24) == 0) return STATUS_ARGUMENT;
    memcpy(name, message_bytes(&m, 24), 24);
    name[23] = 0;
    return m.label;
}

word_t process_ask_memory(cptr_t server, word_t position, word_t kinds[10], char name[24])
{
    struct message m = {.label = PROCESS_MEMORY, .word[0] = position};

    err_t error = ipc_call_long(server, &m);
    if (error != ERR_NONE) return error == ERR_GONE ? STATUS_GONE : STATUS_DENIED;
    if (m.label != STATUS_OK) return m.label;
    memcpy(kinds, &m.word[0], 10 * sizeof *kinds);
    if (message_bytes(&m, 24) == 0) return STATUS_ARGUMENT;
    memcpy(name, message_bytes(&m, 24), 24);
    name[23] = 0;
    return m.label;
}

word_t process_ask_trace(cptr_t server, word_t wanted, struct trace_record *entries, word_t entries_room, word_t *entries_count)
{
    struct message m = {.label = PROCESS_TRACE, .word[0] = wanted};

    err_t error = ipc_call_long(server, &m);
    if (error != ERR_NONE) return error == ERR_GONE ? STATUS_GONE : STATUS_DENIED;
    if (m.label != STATUS_OK) return m.label;
    if (m.word[0] > entries_room || message_bytes(&m, m.word[0] * sizeof *entries) == 0) return STATUS_ARGUMENT;
    *entries_count = m.word[0];
    memcpy(entries, message_bytes(&m, 0), m.word[0] * sizeof *entries);
    return m.label;
}

word_t process_ask_stat(cptr_t server, word_t *free, word_t *kernel_free, word_t *slots, word_t *processes)
{
    struct message m = {.label = PROCESS_STAT};

    err_t error = ipc_call(server, &m);
    if (error != ERR_NONE) return error == ERR_GONE ? STATUS_GONE : STATUS_DENIED;
    *free = m.word[0];
    *kernel_free = m.word[1];
    *slots = m.word[2];
    *processes = m.word[3];
    return m.label;
}

word_t process_ask_power(cptr_t server, word_t status)
{
    struct message m = {.label = PROCESS_POWER, .word[0] = status};

    err_t error = ipc_call(server, &m);
    if (error != ERR_NONE) return error == ERR_GONE ? STATUS_GONE : STATUS_DENIED;
    return m.label;
}

word_t process_ask_object(cptr_t server, word_t type, word_t size, word_t *slot)
{
    struct message m = {.label = PROCESS_OBJECT, .word[0] = type, .word[1] = size};

    err_t error = ipc_call(server, &m);
    if (error != ERR_NONE) return error == ERR_GONE ? STATUS_GONE : STATUS_DENIED;
    *slot = m.word[0];
    return m.label;
}

word_t process_ask_drop(cptr_t server, word_t slot)
{
    struct message m = {.label = PROCESS_DROP, .word[0] = slot};

    err_t error = ipc_call(server, &m);
    if (error != ERR_NONE) return error == ERR_GONE ? STATUS_GONE : STATUS_DENIED;
    return m.label;
}

word_t process_ask_thread(cptr_t server, word_t pc, word_t sp, word_t argument, word_t priority, word_t *slot)
{
    struct message m = {.label = PROCESS_THREAD, .word[0] = pc, .word[1] = sp, .word[2] = argument, .word[3] = priority};

    err_t error = ipc_call(server, &m);
    if (error != ERR_NONE) return error == ERR_GONE ? STATUS_GONE : STATUS_DENIED;
    *slot = m.word[0];
    return m.label;
}

word_t process_ask_run(cptr_t server, word_t process, word_t *end, word_t *status)
{
    struct message m = {.label = PROCESS_RUN, .word[0] = process};

    err_t error = ipc_call(server, &m);
    if (error != ERR_NONE) return error == ERR_GONE ? STATUS_GONE : STATUS_DENIED;
    *end = m.word[0];
    *status = m.word[1];
    return m.label;
}

word_t process_ask_interrupt(cptr_t server)
{
    struct message m = {.label = PROCESS_INTERRUPT};

    err_t error = ipc_call(server, &m);
    if (error != ERR_NONE) return error == ERR_GONE ? STATUS_GONE : STATUS_DENIED;
    return m.label;
}
