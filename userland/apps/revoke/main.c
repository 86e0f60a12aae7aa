/* main.c - what happens to a thread that waits at an endpoint or notification when that is destroyed: it is told ERR_GONE.
 *
 * Status 0: both threads were told. */
#include <client/console.h>
#include <client/process.h>
#include <ipc.h>
#include <names.h>
#include <rt/start.h>

enum { STACK_BYTES = 4096, ROUNDS = 1000 };
static uint8_t stack[2][STACK_BYTES] __attribute__((aligned(16)));
static volatile err_t told[2] = {ERR_NONE, ERR_NONE};
static volatile int waits[2];

static void receiver(word_t endpoint)
{
    struct message m;
    waits[0] = 1;
    told[0] = ipc_recv(endpoint, &m);
    for (;;) ipc_yield();
}

static void waiter(word_t notification)
{
    word_t bits;
    waits[1] = 1;
    told[1] = ipc_wait(notification, &bits);
    for (;;) ipc_yield();
}

/* one - A thread waits at a new object of that type; the object is dropped under it. */
static int one(int number, word_t type, void (*entry)(word_t), const char *what)
{
    word_t object, thread;
    if (process_object(type, 0, &object) != STATUS_OK) return 1;
    if (process_thread(entry, stack[number] + STACK_BYTES, cptr_of(object), 0, &thread) != STATUS_OK) return 1;
    for (int i = 0; i < ROUNDS && !waits[number]; i++) ipc_yield();
    for (int i = 0; i < 10; i++) ipc_yield();
    word_t status = process_drop(object);
    for (int i = 0; i < ROUNDS && told[number] == ERR_NONE; i++) ipc_yield();
    print("revoke: %s dropped (%s); the waiting thread was told %s%s\n", what, status_text(status), name_error(told[number]),
          told[number] == ERR_GONE ? ", as it must" : "");
    return told[number] != ERR_GONE;
}

int main(void)
{
    int failed = one(0, CAP_ENDPOINT, receiver, "endpoint");
    failed += one(1, CAP_NOTIFICATION, waiter, "notification");
    return failed;
}
