/* process_serve.c - the server's side of process: unmarshal, check, dispatch, marshal. Generated from spec/idl/process.yaml. */
#include <proto/process.h>
#include <string.h>

void process_answer_create(struct message *reply, word_t process, word_t detail)
{
    reply->word[0] = process;
    reply->word[1] = detail;
}

void process_answer_grant(struct message *reply, word_t slot)
{
    reply->word[0] = slot;
}

void process_answer_restart(struct message *reply, word_t now)
{
    reply->word[0] = now;
}

void process_answer_wait(struct message *reply, word_t end, word_t status)
{
    reply->word[0] = end;
    reply->word[1] = status;
}

void process_answer_list(struct message *reply, word_t process, word_t parent, word_t thread, word_t state, word_t priority, word_t ticks, word_t frames, word_t restarts, word_t next, const char *name)
{
    reply->word[0] = process;
    reply->word[1] = parent;
    reply->word[2] = thread;
    reply->word[3] = state;
    reply->word[4] = priority;
    reply->word[5] = ticks;
    reply->word[6] = frames;
    reply->word[7] = restarts;
    reply->word[8] = next;
    message_put_bytes(reply, name, 24);
}

void process_answer_memory(struct message *reply, const word_t kinds[10], const char *name)
{
    memcpy(&reply->word[0], kinds, 10 * sizeof *kinds);
    message_put_bytes(reply, name, 24);
}

void process_answer_trace(struct message *reply, const struct trace_record *entries, word_t entries_count)
{
    reply->word[0] = entries_count;
    message_put_bytes(reply, entries, (uint32_t)(entries_count * sizeof *entries));
}

void process_answer_stat(struct message *reply, word_t free, word_t kernel_free, word_t slots, word_t processes)
{
    reply->word[0] = free;
    reply->word[1] = kernel_free;
    reply->word[2] = slots;
    reply->word[3] = processes;
}

void process_answer_object(struct message *reply, word_t slot)
{
    reply->word[0] = slot;
}

void process_answer_thread(struct message *reply, word_t slot)
{
    reply->word[0] = slot;
}

void process_answer_run(struct message *reply, word_t end, word_t status)
{
    reply->word[0] = end;
    reply->word[1] = status;
}

static word_t serve_exit(const struct process_server *server, void *state, const struct message *m, struct message *reply)
{
    return server->exit(state, m->badge, m->word[0], reply);
}

static word_t serve_create(const struct process_server *server, void *state, const struct message *m, struct message *reply)
{
    const uint8_t *line = message_bytes(m, m->word[0]);
    if (line == 0) return STATUS_ARGUMENT;
    return server->create(state, m->badge, line, m->word[0], m->word[1], reply);
}

static word_t serve_grant(const struct process_server *server, void *state, const struct message *m, struct message *reply)
{
    char name[16];
    memcpy(name, &m->word[1], 16);
    if (name[15] != 0) return STATUS_ARGUMENT;
    if (m->count < MESSAGE_CAP) return STATUS_ARGUMENT;
    return server->grant(state, m->badge, m->word[0], name, reply);
}

static word_t serve_start(const struct process_server *server, void *state, const struct message *m, struct message *reply)
{
    return server->start(state, m->badge, m->word[0], reply);
}

static word_t serve_kill(const struct process_server *server, void *state, const struct message *m, struct message *reply)
{
    return server->kill(state, m->badge, m->word[0], reply);
}

static word_t serve_restart(const struct process_server *server, void *state, const struct message *m, struct message *reply)
{
    return server->restart(state, m->badge, m->word[0], reply);
}

static word_t serve_wait(const struct process_server *server, void *state, const struct message *m, struct message *reply)
{
    return server->wait(state, m->badge, m->word[0], reply);
}

static word_t serve_list(const struct process_server *server, void *state, const struct message *m, struct message *reply)
{
    return server->list(state, m->badge, m->word[0], reply);
}

static word_t serve_memory(const struct process_server *server, void *state, const struct message *m, struct message *reply)
{
    return server->memory(state, m->badge, m->word[0], reply);
}

static word_t serve_trace(const struct process_server *server, void *state, const struct message *m, struct message *reply)
{
    return server->trace(state, m->badge, m->word[0], reply);
}

static word_t serve_stat(const struct process_server *server, void *state, const struct message *m, struct message *reply)
{
    return server->stat(state, m->badge, reply);
}

static word_t serve_power(const struct process_server *server, void *state, const struct message *m, struct message *reply)
{
    return server->power(state, m->badge, m->word[0], reply);
}

static word_t serve_object(const struct process_server *server, void *state, const struct message *m, struct message *reply)
{
    return server->object(state, m->badge, m->word[0], m->word[1], reply);
}

static word_t serve_drop(const struct process_server *server, void *state, const struct message *m, struct message *reply)
{
    return server->drop(state, m->badge, m->word[0], reply);
}

static word_t serve_thread(const struct process_server *server, void *state, const struct message *m, struct message *reply)
{
    return server->thread(state, m->badge, m->word[0], m->word[1], m->word[2], m->word[3], reply);
}

static word_t serve_run(const struct process_server *server, void *state, const struct message *m, struct message *reply)
{
    return server->run(state, m->badge, m->word[0], reply);
}

static word_t serve_interrupt(const struct process_server *server, void *state, const struct message *m, struct message *reply)
{
    return server->interrupt(state, m->badge, reply);
}

word_t process_serve(const struct process_server *server, void *state, const struct message *m, struct message *reply)
{
    memset(reply, 0, sizeof *reply);
    switch (m->label) {
    case PROCESS_EXIT: return server->exit ? serve_exit(server, state, m, reply) : STATUS_METHOD;
    case PROCESS_CREATE: return server->create ? serve_create(server, state, m, reply) : STATUS_METHOD;
    case PROCESS_GRANT: return server->grant ? serve_grant(server, state, m, reply) : STATUS_METHOD;
    case PROCESS_START: return server->start ? serve_start(server, state, m, reply) : STATUS_METHOD;
    case PROCESS_KILL: return server->kill ? serve_kill(server, state, m, reply) : STATUS_METHOD;
    case PROCESS_RESTART: return server->restart ? serve_restart(server, state, m, reply) : STATUS_METHOD;
    case PROCESS_WAIT: return server->wait ? serve_wait(server, state, m, reply) : STATUS_METHOD;
    case PROCESS_LIST: return server->list ? serve_list(server, state, m, reply) : STATUS_METHOD;
    case PROCESS_MEMORY: return server->memory ? serve_memory(server, state, m, reply) : STATUS_METHOD;
    case PROCESS_TRACE: return server->trace ? serve_trace(server, state, m, reply) : STATUS_METHOD;
    case PROCESS_STAT: return server->stat ? serve_stat(server, state, m, reply) : STATUS_METHOD;
    case PROCESS_POWER: return server->power ? serve_power(server, state, m, reply) : STATUS_METHOD;
    case PROCESS_OBJECT: return server->object ? serve_object(server, state, m, reply) : STATUS_METHOD;
    case PROCESS_DROP: return server->drop ? serve_drop(server, state, m, reply) : STATUS_METHOD;
    case PROCESS_THREAD: return server->thread ? serve_thread(server, state, m, reply) : STATUS_METHOD;
    case PROCESS_RUN: return server->run ? serve_run(server, state, m, reply) : STATUS_METHOD;
    case PROCESS_INTERRUPT: return server->interrupt ? serve_interrupt(server, state, m, reply) : STATUS_METHOD;
    default: return STATUS_METHOD;
    }
}
