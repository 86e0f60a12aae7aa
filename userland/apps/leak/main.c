/* main.c - does anything but the message reach the other process? A client fills every register that is no message register with a
 * mark and calls; the server looks at every register it wakes up with and answers what it found (ored together).
 *
 * Status 0: nothing, on the slow path (nobody waits yet) and on the fast one. */
#include <client/console.h>
#include <client/process.h>
#include <ipc.h>
#include <rt/start.h>
#include <string.h>

enum { CALLS = 4 };
/* By architecture, see leak.S. */
word_t leak_call(cptr_t endpoint);
word_t leak_receive(cptr_t endpoint);

static _Noreturn void serve(void)
{
    cptr_t endpoint = start_slot("ping");
    for (;;) {
        struct message m = {.word = {leak_receive(endpoint)}};
        ipc_reply(&m);
    }
}

static word_t server_start(cptr_t *endpoint, word_t *process)
{
    word_t slot, server, status = process_object(CAP_ENDPOINT, 0, &slot);
    if (status == STATUS_OK) status = process_create("leak server", 0, &server, 0);
    *endpoint = cptr_of(slot);
    *process = server;
    if (status == STATUS_OK) status = process_grant(server, "ping", *endpoint);
    return status == STATUS_OK ? process_start(server) : status;
}

int main(int argc, char **argv)
{
    cptr_t endpoint;
    word_t found = 0, server;
    if (argc > 1 && strcmp(argv[1], "server") == 0) serve();
    word_t status = server_start(&endpoint, &server);
    if (status != STATUS_OK) {
        print("leak: %s\n", status_text(status));
        return 1;
    }
    for (int i = 0; i < CALLS; i++) found |= leak_call(endpoint);
    process_kill(server);
    print("leak: bits that arrived beside the message: 0x%lx: %s\n", found, found ? "LEAK" : "nothing leaks");
    return found != 0;
}
