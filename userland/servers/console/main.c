/* main.c - serve: one message after the other, each answered at once or kept by a waiter. */
#include "console.h"
#include <client/process.h>
#include <rt/start.h>

struct console console;

static void setup(void)
{
    console.output = (struct ring *)start_value("output");
    console.input = (struct ring *)start_value("input");
    console.log = (struct ring *)start_value("log");
    console.kick = start_slot("kick");
    console.endpoint = start_slot("endpoint");
    if (waiter_setup() != STATUS_OK || pump_start() != STATUS_OK) process_exit(1);
}

/* serve - What a message asks for; *later = 1 if it is not to be answered now. */
static word_t serve(const struct message *m, word_t *word, int *later)
{
    if (m->label == CONSOLE_WRITE) return output_write(m, later);
    if (m->label == CONSOLE_READ) return input_read(m, word, later);
    if (m->label != CONSOLE_EVENT || m->badge != 0) return STATUS_METHOD;
    *later = 1; /* an event is sent, not called: nothing is owed */
    output_pump();
    input_pump();
    return STATUS_OK;
}

int main(void)
{
    struct message m;
    setup();
    output_pump();
    err_t error = ipc_recv_long(console.endpoint, &m);
    for (;;) {
        word_t word = 0;
        int later = error != ERR_NONE;
        word_t status = later ? STATUS_OK : serve(&m, &word, &later);
        m = (struct message){.label = status, .word = {word}};
        error = later ? ipc_recv_long(console.endpoint, &m) : ipc_reply_recv_long(console.endpoint, &m);
    }
}
