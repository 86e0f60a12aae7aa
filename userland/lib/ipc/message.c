/* message.c - see message.h. */
#include <ipc/message.h>
#include <rt/start.h>
#include <string.h>

word_t *message_buffer(void) { return (word_t *)BUFFER_ADDRESS; }

void message_put_bytes(struct message *m, const void *bytes, uint32_t count)
{
    memcpy(message_buffer(), bytes, count);
    m->count = (count + 7) / 8;
}

const uint8_t *message_bytes(const struct message *m, word_t count)
{
    return count <= m->count % MESSAGE_CAP * 8 ? (const uint8_t *)message_buffer() : 0;
}
