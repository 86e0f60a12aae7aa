/* console.c - see console.h. A console that was restarted loses what it had accepted; the call that it did not answer is
 * repeated, so a program survives the console's end. */
#include <client/console.h>
#include <ipc/message.h>
#include <proto/console.h>
#include <rt/format.h>
#include <rt/start.h>
#include <string.h>

static word_t write_some(cptr_t console, const char *bytes, uint32_t count)
{
    err_t error;
    struct message m;
    do {
        m = (struct message){.label = CONSOLE_WRITE, .word = {count}};
        message_put_bytes(&m, bytes, count);
        error = ipc_call_long(console, &m);
    } while (error == ERR_GONE);
    return error == ERR_NONE ? m.label : STATUS_GONE;
}

word_t console_write(const char *bytes, word_t count)
{
    cptr_t console = start_slot("console");
    if (console == 0) return STATUS_DENIED;
    while (count > 0) {
        uint32_t some = count < MESSAGE_BYTES ? (uint32_t)count : MESSAGE_BYTES;
        word_t status = write_some(console, bytes, some);
        if (status != STATUS_OK) return status;
        bytes += some;
        count -= some;
    }
    return STATUS_OK;
}

int console_read(void)
{
    cptr_t console = start_slot("console");
    struct message m;
    err_t error;
    if (console == 0) return -1;
    do {
        m = (struct message){.label = CONSOLE_READ};
        error = ipc_call_long(console, &m);
    } while (error == ERR_GONE);
    return error == ERR_NONE && m.label == STATUS_OK ? (int)(m.word[0] % 256) : -1;
}

void print(const char *format, ...)
{
    char text[1024];
    va_list list;
    va_start(list, format);
    uint32_t length = format_print_list(text, sizeof text, format, list);
    va_end(list);
    console_write(text, length < sizeof text ? length : sizeof text - 1);
}
