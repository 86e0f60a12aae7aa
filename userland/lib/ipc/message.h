/* message.h - bytes in long messages, on top of the generated calls (ipc.h).
 *
 * Idea: words beyond the registers lie in the buffer page of the process's first thread; only that thread sends long ones.
 * Invariant: no byte is taken as received beyond what the sender's count said.
 * Does not know: what labels mean (proto/). */
#ifndef IPC_MESSAGE_H
#define IPC_MESSAGE_H
#include <ipc.h>

enum { MESSAGE_BYTES = LIMIT_BUFFER_WORDS * 8 };           /* bytes that a buffer carries */
enum { MESSAGE_CAP_SENT = 126, MESSAGE_CAP_WANTED = 127 }; /* buffer words: cptr to grant; index to fill */
enum { MESSAGE_CAP = 65536 };                              /* in message.count: one capability travels */

/* message_buffer - The buffer page. */
word_t *message_buffer(void);
/* message_put_bytes - Copy `count` bytes (at most MESSAGE_BYTES) into the buffer and set m->count. */
void message_put_bytes(struct message *m, const void *bytes, uint32_t count);
/* message_bytes - The received buffer as bytes, if it holds at least `count` of them; else 0. */
const uint8_t *message_bytes(const struct message *m, word_t count);
#endif
