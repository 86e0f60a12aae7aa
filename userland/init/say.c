/* say.c - init's voice. */
#include "init.h"
#include <chan/ring.h>
#include <ipc.h>
#include <kernel.h>
#include <rt/format.h>
#include <string.h>

enum { TEXT_BYTES = 512 };
static struct ring *const log_ring = (struct ring *)INIT_LOG;
static cptr_t listener; /* 0: no console yet */
static uint64_t dropped;

void say_through_ring(cptr_t notification) { listener = notification; }

static void put_kernel(const char *text)
{
    for (; *text != 0; text++) kernel_put(cptr_of(INIT_KERNEL), (uint8_t)*text);
}

/* put_ring - A whole line or nothing. */
static void put_ring(const char *text)
{
    uint32_t length = (uint32_t)strlen(text);
    if (length > ring_room(log_ring)) dropped += length;
    else ring_put(log_ring, (const uint8_t *)text, length);
    ipc_signal(listener);
}

static void put(const char *text)
{
    if (listener == 0) put_kernel(text);
    else put_ring(text);
}

void say(const char *format, ...)
{
    char text[TEXT_BYTES];
    va_list list;
    if (dropped > 0 && ring_room(log_ring) == RING_BYTES) {
        format_print(text, sizeof text, "init: %lu bytes of messages were lost\n", dropped);
        dropped = 0;
        put(text);
    }
    va_start(list, format);
    format_print_list(text, sizeof text, format, list);
    va_end(list);
    put(text);
}

_Noreturn void stop(const char *why)
{
    listener = 0;
    say("init: %s\n", why);
    for (;;) kernel_power_off(cptr_of(INIT_KERNEL), 1);
}
