/* console_ask.c - the client's side of console: marshal, call, unmarshal. Generated from spec/idl/console.yaml. */
#include <proto/console.h>
#include <string.h>

word_t console_ask_write(cptr_t server, const void *text, word_t text_bytes)
{
    struct message m = {.label = CONSOLE_WRITE, .word[0] = text_bytes};

    if (text_bytes > MESSAGE_BYTES) return STATUS_ARGUMENT;
    message_put_bytes(&m, text, (uint32_t)text_bytes);
    err_t error = ipc_call_long(server, &m);
    if (error != ERR_NONE) return error == ERR_GONE ? STATUS_GONE : STATUS_DENIED;
    return m.label;
}

word_t console_ask_read(cptr_t server, word_t *byte)
{
    struct message m = {.label = CONSOLE_READ};

    err_t error = ipc_call(server, &m);
    if (error != ERR_NONE) return error == ERR_GONE ? STATUS_GONE : STATUS_DENIED;
    *byte = m.word[0];
    return m.label;
}
