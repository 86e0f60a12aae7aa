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

/* An event is sent, not called: nothing is owed. Only the own second thread has the endpoint without a badge. */
static word_t serve_event(void *state, word_t badge, struct message *reply)
{
    (void)state;
    (void)reply;
    if (badge != 0) return STATUS_DENIED;
    output_pump();
    input_pump();
    return LATER;
}

static const struct console_server SERVER = {.write = output_write, .read = input_read, .event = serve_event};

int main(void)
{
    struct message m, reply;
    setup();
    output_pump();
    err_t error = ipc_recv_long(console.endpoint, &m);
    for (;;) {
        word_t status = error == ERR_NONE ? console_serve(&SERVER, 0, &m, &reply) : LATER;
        m = reply;
        m.label = status;
        error = status == LATER ? ipc_recv_long(console.endpoint, &m) : ipc_reply_recv_long(console.endpoint, &m);
    }
}
