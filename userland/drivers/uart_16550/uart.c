/* uart.c - see uart.h. The grant decides: "ports" is a port capability, "registers" a mapped page. */
#include "uart.h"
#include <port.h>
#include <rt/start.h>

static cptr_t ports;
static word_t first_port;
static volatile uint8_t *registers;

int uart_find(void)
{
    ports = start_slot("ports");
    first_port = start_value("ports");
    registers = (volatile uint8_t *)start_value("registers");
    return ports != 0 || registers != 0;
}

uint8_t uart_read(enum uart_16550_register reg)
{
    word_t value = 0;
    if (ports == 0) return registers[reg];
    return port_read(ports, first_port + reg, 1, &value) == ERR_NONE ? (uint8_t)value : 0;
}

void uart_write(enum uart_16550_register reg, uint8_t value)
{
    if (ports == 0) registers[reg] = value;
    else port_write(ports, first_port + reg, 1, value);
}
