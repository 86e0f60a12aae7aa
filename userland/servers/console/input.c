/* input.c - from the device to whoever reads.
 *
 * Idea: bytes that nobody waits for are kept (typed ahead). Ctrl-C goes to a waiting reader like any byte; when nobody waits
 * for input, a program is in the foreground, and init is asked to interrupt it. The latest reader gets the input: an earlier one
 * (which may have died waiting) is told STATUS_BUSY.
 * Invariant: bytes stay in the driver's ring when the typed-ahead buffer is full; nothing is lost. */
#include "console.h"
#include <client/process.h>

enum { AHEAD_BYTES = 1024, CTRL_C = 3 };
static uint8_t ahead[AHEAD_BYTES];
static uint32_t ahead_first, ahead_count;

static void ahead_put(uint8_t byte)
{
    ahead[(ahead_first + ahead_count) % AHEAD_BYTES] = byte;
    ahead_count++;
}

/* serve_readers - Hand typed-ahead bytes to readers; a byte for a client that is gone stays for the next. */
static void serve_readers(void)
{
    struct waiter *w;
    while (ahead_count > 0 && (w = waiter_next(1)) != 0) {
        if (!waiter_answer(w, STATUS_OK, ahead[ahead_first])) continue;
        ahead_first = (ahead_first + 1) % AHEAD_BYTES;
        ahead_count--;
    }
}

static void take_byte(uint8_t byte)
{
    if (byte == CTRL_C && waiter_next(1) == 0) process_interrupt();
    else ahead_put(byte);
    serve_readers();
}

void input_pump(void)
{
    uint8_t byte;
    int was_full = ring_room(console.input) == 0;
    serve_readers();
    while (ahead_count < AHEAD_BYTES && ring_take(console.input, &byte, 1) == 1) take_byte(byte);
    if (was_full && ring_room(console.input) > 0) ipc_signal(console.kick);
}

word_t input_read(const struct message *m, word_t *byte, int *later)
{
    input_pump();
    if (ahead_count > 0) {
        *byte = ahead[ahead_first];
        ahead_first = (ahead_first + 1) % AHEAD_BYTES;
        ahead_count--;
        return STATUS_OK;
    }
    struct waiter *earlier = waiter_next(1);
    if (earlier) waiter_answer(earlier, STATUS_BUSY, 0);
    if (waiter_add(m->badge, 1) == 0) return STATUS_FULL;
    *later = 1;
    return STATUS_OK;
}
