/* main.c - the driver of an ARM PrimeCell PL011 UART: bytes between two rings and the device, on interrupts.
 *
 * Source: ARM DDI 0183, chapter 3. Idea, invariant: as drivers/uart_16550/main.c.
 * Does not know: what the bytes mean; the line's speed (firmware set it). */
#include <chan/ring.h>
#include <client/process.h>
#include <ipc.h>
#include <irq.h>
#include <rt/start.h>

/* Registers by 32-bit word. */
enum { UART_DATA = 0x00 / 4, UART_FLAGS = 0x18 / 4, UART_LINE = 0x2c / 4, UART_CONTROL = 0x30 / 4, UART_MASK = 0x38 / 4,
       UART_CLEAR = 0x44 / 4 };
enum { FLAGS_NOTHING = 16, FLAGS_FULL = 32, LINE_8N1_FIFO = 0x70, CONTROL_ON = 0x301 };
enum { MASK_RECEIVE = 16, MASK_TRANSMIT = 32, MASK_TIMEOUT = 64, CLEAR_ALL = 0x7ff };

static volatile uint32_t *registers;
static struct ring *input, *output;

static void setup(void)
{
    registers = (volatile uint32_t *)start_value("registers");
    input = (struct ring *)start_value("input");
    output = (struct ring *)start_value("output");
    if (registers == 0 || input == 0 || output == 0) process_exit(1);
    registers[UART_MASK] = 0;
    registers[UART_LINE] = LINE_8N1_FIFO;
    registers[UART_CONTROL] = CONTROL_ON;
}

/* receive - Device to ring; returns how many bytes. */
static uint32_t receive(void)
{
    uint32_t count = 0;
    while (ring_room(input) > 0 && !(registers[UART_FLAGS] & FLAGS_NOTHING)) {
        uint8_t byte = (uint8_t)registers[UART_DATA];
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
    while (!(registers[UART_FLAGS] & FLAGS_FULL) && ring_take(output, &byte, 1) == 1) {
        registers[UART_DATA] = byte;
        count++;
    }
    return count;
}

/* work - Move bytes until nothing moves, say which interrupts are wanted, tell the console if something changed for it. */
static void work(cptr_t events)
{
    uint32_t received, sent, sum = 0;
    registers[UART_CLEAR] = CLEAR_ALL;
    do {
        received = receive();
        sent = transmit();
        sum += received + sent;
    } while (received + sent > 0);
    uint32_t wanted = ring_room(input) > 0 ? MASK_RECEIVE | MASK_TIMEOUT : 0;
    if (ring_used(output) > 0) wanted |= MASK_TRANSMIT;
    registers[UART_MASK] = wanted;
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
