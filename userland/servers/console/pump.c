/* pump.c - the console's second thread: it waits for the notification, and tells the first thread by a message.
 *
 * Idea: a thread waits for one thing. The server waits for messages, so somebody else has to wait for signals.
 * Does not know: anything; it touches no state of the server. */
#include "console.h"
#include <client/process.h>
#include <rt/start.h>

enum { STACK_BYTES = 4096 };
static uint8_t stack[STACK_BYTES] __attribute__((aligned(16)));

static void pump_main(word_t events)
{
    for (;;) {
        word_t bits = 0;
        if (ipc_wait(events, &bits) != ERR_NONE) continue;
        struct message m = {.label = CONSOLE_EVENT, .word = {bits}};
        ipc_send(console.endpoint, &m);
    }
}

word_t pump_start(void)
{
    word_t slot;
    return process_thread(pump_main, stack + STACK_BYTES, start_slot("events"), 0, &slot);
}
