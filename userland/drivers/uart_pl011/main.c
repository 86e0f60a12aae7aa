/* main.c - the driver of an ARM PrimeCell PL011 UART: bytes between two rings and the device, on interrupts.
 *
 * Registers: spec/device/uart_pl011.yaml. Idea, invariant: as drivers/uart_16550/main.c.
 * Does not know: what the bytes mean; speed, frame and FIFOs of the line: they stay as the firmware left them, because switching
 * the FIFOs drops a byte that has just come. */
#include <chan/ring.h>
#include <client/process.h>
#include <device/uart_pl011.h>
#include <ipc.h>
#include <irq.h>
#include <rt/start.h>

static volatile uint32_t *registers;
static struct ring *input, *output;

static void setup(void)
{
    registers = (volatile uint32_t *)start_value("registers");
    input = (struct ring *)start_value("input");
    output = (struct ring *)start_value("output");
    if (registers == 0 || input == 0 || output == 0) process_exit(1);
    registers[UART_PL011_MASK / 4] = 0;
    registers[UART_PL011_CONTROL / 4] = UART_PL011_CONTROL_ENABLE | UART_PL011_CONTROL_TRANSMIT | UART_PL011_CONTROL_RECEIVE;
}

/* receive - Device to ring; returns how many bytes. */
static uint32_t receive(void)
{
    uint32_t count = 0;
    while (ring_room(input) > 0 && !(registers[UART_PL011_FLAGS / 4] & UART_PL011_FLAGS_RECEIVE_EMPTY)) {
        uint8_t byte = (uint8_t)registers[UART_PL011_DATA / 4];
        ring_put(input, &byte, 1);
        count++;
    }
    return count;
}

/* transmit - Ring to device while its FIFO has room; returns how many bytes. */
static uint32_t transmit(void)
{
    uint32_t count = 0;
    uint8_t byte;
    while (!(registers[UART_PL011_FLAGS / 4] & UART_PL011_FLAGS_TRANSMIT_FULL) && ring_take(output, &byte, 1) == 1) {
        registers[UART_PL011_DATA / 4] = byte;
        count++;
    }
    return count;
}

/* work - Move bytes until nothing moves, say which interrupts are wanted, tell the console if something changed for it. */
static void work(cptr_t events)
{
    uint32_t received, sent, sum = 0;
    registers[UART_PL011_CLEAR / 4] = UART_PL011_CLEAR_ALL;
    do {
        received = receive();
        sent = transmit();
        sum += received + sent;
    } while (received + sent > 0);
    uint32_t wanted = ring_room(input) > 0 ? UART_PL011_MASK_RECEIVE | UART_PL011_MASK_TIMEOUT : 0;
    if (ring_used(output) > 0) wanted |= UART_PL011_MASK_TRANSMIT;
    registers[UART_PL011_MASK / 4] = wanted;
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
