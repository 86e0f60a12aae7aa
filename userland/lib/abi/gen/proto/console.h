/* console.h - Lines and bytes for programs. Each client has an endpoint with its own badge. Generated from spec/idl/console.yaml.
 * A client calls console_ask_*; a server fills struct console_server and hands every message to console_serve. Bytes travel in the
 * message buffer (ipc/message.h), at most MESSAGE_BYTES. Every function answers STATUS_*:
 * STATUS_GONE if the server ended before it answered, STATUS_DENIED if `server` is no endpoint that may be called. */
#ifndef PROTO_CONSOLE_H
#define PROTO_CONSOLE_H
#include <ipc/message.h>
#include <proto/status.h>

enum console_method {
    CONSOLE_WRITE = 1,
    CONSOLE_READ = 2,
    CONSOLE_EVENT = 3,
};
/* bits of the console's own notification */
enum console_event {
    CONSOLE_EVENT_DEVICE = 1, /* the driver's ring has news */
    CONSOLE_EVENT_LOG = 2, /* the kernel's ring has news */
};

/* write - Answered when all bytes are on their way, so a fast writer waits for the device and nobody else does. */
word_t console_ask_write(cptr_t server, const void *text, word_t text_bytes);

/* read - Answered with one byte when there is one. One reader waits at a time: a later one takes its place, and the earlier is told STATUS_BUSY. */
word_t console_ask_read(cptr_t server, word_t *byte);
void console_answer_read(struct message *reply, word_t byte);

/* event - From the console's own second thread only (badge 0): a ring has news. */

/* What a server does with each message; a function left 0 is answered STATUS_METHOD. The reply is empty when it is called. A capability that
 * came along lies where the server's own buffer said. */
struct console_server {
    word_t (*write)(void *state, word_t badge, const uint8_t *text, word_t text_bytes, struct message *reply);
    word_t (*read)(void *state, word_t badge, struct message *reply);
    word_t (*event)(void *state, word_t badge, struct message *reply);
};
/* console_serve - decode and check one message, let the server act, answer its status. */
word_t console_serve(const struct console_server *server, void *state, const struct message *m, struct message *reply);
#endif
