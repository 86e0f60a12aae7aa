/* output.c - from clients and from init's log to the device.
 *
 * Idea: a newline becomes CR LF on the way. A writer that finds the ring full, or others waiting, waits behind them. */
#include "console.h"
#include <string.h>

/* put_text - Append text to the driver's ring; returns how many bytes of the text went. */
static uint32_t put_text(const uint8_t *bytes, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        int newline = bytes[i] == '\n';
        if (ring_room(console.output) < (newline ? 2u : 1u)) return i;
        if (newline) ring_put(console.output, (const uint8_t *)"\r\n", 2);
        else ring_put(console.output, &bytes[i], 1);
    }
    return count;
}

static void pump_log(void)
{
    uint8_t bytes[128];
    while (ring_used(console.log) > 0 && ring_room(console.output) >= 2 * sizeof bytes) {
        uint32_t count = ring_take(console.log, bytes, sizeof bytes);
        put_text(bytes, count);
    }
}

static void pump_writers(void)
{
    struct waiter *w;
    while ((w = waiter_next(0)) != 0) {
        w->at += put_text(w->bytes + w->at, w->count - w->at);
        if (w->at < w->count) return;
        waiter_answer(w, STATUS_OK, 0);
    }
}

void output_pump(void)
{
    pump_log();
    pump_writers();
    if (ring_used(console.output) > 0) ipc_signal(console.kick);
}

/* write_later - Keep the rest of the text until there is room. */
static word_t write_later(word_t badge, const uint8_t *bytes, word_t count)
{
    struct waiter *w = waiter_add(badge, 0);
    if (w == 0) return STATUS_FULL;
    memcpy(w->bytes, bytes, count);
    w->count = (uint32_t)count;
    return LATER;
}

word_t output_write(void *state, word_t badge, const uint8_t *text, word_t count, struct message *reply)
{
    static uint8_t copy[MESSAGE_BYTES]; /* other calls may use the buffer that the text lies in */
    (void)state;
    (void)reply;
    if (count > MESSAGE_BYTES) return STATUS_ARGUMENT;
    memcpy(copy, text, count);
    pump_log();
    uint32_t done = waiter_next(0) ? 0 : put_text(copy, (uint32_t)count);
    word_t status = done < count ? write_later(badge, copy + done, count - done) : STATUS_OK;
    if (ring_used(console.output) > 0) ipc_signal(console.kick);
    return status;
}
