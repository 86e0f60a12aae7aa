/* main.c - the driver of a 16550: bytes between two rings and the device, on interrupts.
 *
 * Idea: after every notification (interrupt, or kick by the console) do all that can be done, then wait again.
 * Invariant: the receive interrupt is on while the input ring has room, the transmit interrupt while output waits; a byte that
 * finds no room stays in the device. The state is in the rings and the device: a restarted driver goes on where it was.
 * Does not know: what the bytes mean. */
#include "uart.h"
#include <chan/ring.h>
#include <client/process.h>
#include <ipc.h>
#include <irq.h>
#include <rt/start.h>

static struct ring *input, *output;

static void setup(void)
{
    input = (struct ring *)start_value("input");
    output = (struct ring *)start_value("output");
    if (!uart_find() || input == 0 || output == 0) process_exit(1);
    uart_write(UART_16550_IER, 0);
    uart_write(UART_16550_LCR, uart_16550_lcr_set_length(0, 3)); /* 8 bits, no parity, one stop bit */
    uart_write(UART_16550_FCR, UART_16550_FCR_ENABLE | UART_16550_FCR_CLEAR_TRANSMIT); /* the receive FIFO keeps what was typed before */
    uart_write(UART_16550_MCR, UART_16550_MCR_DTR | UART_16550_MCR_RTS | UART_16550_MCR_OUT2);
}

/* receive - Device to ring; returns how many bytes. */
static uint32_t receive(void)
{
    uint32_t count = 0;
    while (ring_room(input) > 0 && (uart_read(UART_16550_LSR) & UART_16550_LSR_DATA)) {
        uint8_t byte = uart_read(UART_16550_DATA);
        ring_put(input, &byte, 1);
        count++;
    }
    return count;
}

/* transmit - Ring to device, as far as its FIFO is empty; returns how many bytes. */
static uint32_t transmit(void)
{
    uint8_t bytes[UART_FIFO_BYTES];
    uint32_t sum = 0;
    while (ring_used(output) > 0 && (uart_read(UART_16550_LSR) & UART_16550_LSR_EMPTY)) {
        uint32_t count = ring_take(output, bytes, sizeof bytes);
        for (uint32_t i = 0; i < count; i++) uart_write(UART_16550_DATA, bytes[i]);
        sum += count;
    }
    return sum;
}

/* work - Move bytes until nothing moves, say which interrupts are wanted, tell the console if something changed for it. */
static void work(cptr_t events)
{
    uint32_t received, sent, sum = 0;
    do {
        received = receive();
        sent = transmit();
        sum += received + sent;
    } while (received + sent > 0);
    uint8_t wanted = ring_room(input) > 0 ? UART_16550_IER_RECEIVE : 0;
    if (ring_used(output) > 0) wanted |= UART_16550_IER_TRANSMIT;
    uart_write(UART_16550_IER, wanted);
    if (sum > 0) ipc_signal(events);
}

int main(void)
{
    cptr_t interrupt = start_slot("interrupt"), events = start_slot("events"), wait = start_slot("wait");
    setup();
    for (;;) {
        word_t bits;
        work(events);
        irq_ack(interrupt);
        work(events); /* what came before the line was open again has raised no interrupt */
        ipc_wait(wait, &bits);
    }
}
