/* console_serve.c - the server's side of console: unmarshal, check, dispatch, marshal. Generated from spec/idl/console.yaml. */
#include <proto/console.h>
#include <string.h>

void console_answer_read(struct message *reply, word_t byte)
{
    reply->word[0] = byte;
}

static word_t serve_write(const struct console_server *server, void *state, const struct message *m, struct message *reply)
{
    const uint8_t *text = message_bytes(m, m->word[0]);
    if (text == 0) return STATUS_ARGUMENT;
    return server->write(state, m->badge, text, m->word[0], reply);
}

static word_t serve_read(const struct console_server *server, void *state, const struct message *m, struct message *reply)
{
    return server->read(state, m->badge, reply);
}

static word_t serve_event(const struct console_server *server, void *state, const struct message *m, struct message *reply)
{
    return server->event(state, m->badge, reply);
}

word_t console_serve(const struct console_server *server, void *state, const struct message *m, struct message *reply)
{
    memset(reply, 0, sizeof *reply);
    switch (m->label) {
    case CONSOLE_WRITE: return server->write ? serve_write(server, state, m, reply) : STATUS_METHOD;
    case CONSOLE_READ: return server->read ? serve_read(server, state, m, reply) : STATUS_METHOD;
    case CONSOLE_EVENT: return server->event ? serve_event(server, state, m, reply) : STATUS_METHOD;
    default: return STATUS_METHOD;
    }
}
