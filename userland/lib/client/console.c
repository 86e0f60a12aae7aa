/* console.c - see console.h. A console that was restarted loses what it had accepted; the call that it did not answer is
 * repeated, so a program survives the console's end. */
#include <client/console.h>
#include <proto/console.h>
#include <rt/format.h>
#include <rt/start.h>
#include <string.h>

static word_t write_some(cptr_t console, const char *bytes, uint32_t count)
{
    word_t status;
    do status = console_ask_write(console, bytes, count);
    while (status == STATUS_GONE);
    return status;
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
    word_t byte, status;
    if (console == 0) return -1;
    do status = console_ask_read(console, &byte);
    while (status == STATUS_GONE);
    return status == STATUS_OK ? (int)(byte % 256) : -1;
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
