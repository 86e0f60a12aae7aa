/* input.c - from the device to whoever reads.
 *
 * Idea: bytes that nobody waits for stay in the driver's ring (typed ahead), so a console that is started again finds them. Ctrl-C
 * goes to a waiting reader like any byte; when nobody waits for input, a program is in the foreground, and init is asked to
 * interrupt it: the byte is blanked where it lies, unless there was nothing to interrupt.
 * The latest reader gets the input: an earlier one (which may have died waiting) is told STATUS_BUSY.
 * Invariant: the first `looked` bytes of the ring hold no Ctrl-C that still has to be acted on. */
#include "console.h"
#include <client/process.h>

enum { CTRL_C = 3, BLANK = 0 };
static uint32_t looked;

/* next_byte - Take the next byte that is not blank; 0 if there is none. A ring that was full tells the driver to go on. */
static int next_byte(uint8_t *byte)
{
    int was_full = ring_room(console.input) == 0, found = 0;
    while (!found && ring_take(console.input, byte, 1) == 1) {
        if (looked > 0) looked--;
        found = *byte != BLANK;
    }
    if (was_full && ring_room(console.input) > 0) ipc_signal(console.kick);
    return found;
}

/* serve_readers - Hand bytes to readers; a byte for a client that is gone goes to the next, or is lost with the last. */
static void serve_readers(void)
{
    struct waiter *w;
    uint8_t byte;
    while ((w = waiter_next(1)) != 0 && next_byte(&byte))
        while (w != 0 && !waiter_answer(w, STATUS_OK, byte)) w = waiter_next(1);
}

/* look_ahead - Act on Ctrl-C among the bytes that nobody waits for. */
static void look_ahead(void)
{
    for (uint32_t used = ring_used(console.input); looked < used; looked++) {
        if (ring_peek(console.input, looked) != CTRL_C) continue;
        if (process_interrupt() == STATUS_OK) ring_blank(console.input, looked);
    }
}

void input_pump(void)
{
    serve_readers();
    if (waiter_next(1) == 0) look_ahead();
}

word_t input_read(void *state, word_t badge, struct message *reply)
{
    uint8_t byte;
    struct waiter *earlier = waiter_next(1);
    (void)state;
    if (earlier) waiter_answer(earlier, STATUS_BUSY, 0);
    if (next_byte(&byte)) {
        console_answer_read(reply, byte);
        return STATUS_OK;
    }
    return waiter_add(badge, 1) ? LATER : STATUS_FULL;
}
