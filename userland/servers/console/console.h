/* console.h - the parts of the console server.
 *
 * Idea: two rings to the driver, one ring from init's log; clients by endpoint. What cannot be done at once waits with a saved
 * reply, so the server itself never waits for a client or the device.
 * Invariant: output leaves in the order it was accepted; a byte of input goes to one reader at most.
 * Does not know: which device it is, or what a line is. */
#ifndef CONSOLE_CONSOLE_H
#define CONSOLE_CONSOLE_H
#include <chan/ring.h>
#include <proto/console.h>
#include <proto/status.h>

enum { CLIENTS = 16 };
struct console {
    struct ring *output, *input, *log; /* to the driver, from the driver, from init */
    cptr_t kick;                       /* signals the driver */
    cptr_t endpoint;
};
extern struct console console;

/* One call that waits; a saved reply each. */
struct waiter {
    word_t badge;  /* of the client */
    word_t order;  /* which came first; 0 = nobody waits here */
    cptr_t reply;  /* reply object */
    uint32_t reading;
    uint32_t at, count; /* written so far, of these bytes */
    uint8_t bytes[MESSAGE_BYTES];
};

#define LATER (~0ul) /* in place of a status: the caller is kept by a waiter, or nothing is owed */
/* output_write, input_read - A client's messages, as struct console_server wants them. */
word_t output_write(void *state, word_t badge, const uint8_t *text, word_t count, struct message *reply);
word_t input_read(void *state, word_t badge, struct message *reply);
/* output_pump - Move the log and waiting output to the driver as far as there is room. */
void output_pump(void);
/* input_pump - Bytes from the driver to the reader; Ctrl-C without a reader interrupts. */
void input_pump(void);
/* pump_start - The second thread, which turns notifications into messages to the endpoint. */
word_t pump_start(void);

/* waiter_setup - Reply objects for all waiters. */
word_t waiter_setup(void);
/* waiter_add - Keep the caller of the message that is being served; 0 if all places are taken. */
struct waiter *waiter_add(word_t badge, int reading);
/* waiter_next - Who has waited longest among the readers or the writers; 0 if nobody. */
struct waiter *waiter_next(int reading);
/* waiter_answer - Answer and forget; 0 if the client is gone. */
int waiter_answer(struct waiter *waiter, word_t status, word_t word);
#endif
