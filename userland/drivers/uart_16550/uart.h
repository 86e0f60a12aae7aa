/* uart.h - a 16550 UART's registers (spec/device/uart_16550.yaml), behind I/O ports or in memory.
 *
 * Does not know: rings, interrupts, who reads. */
#ifndef UART_UART_H
#define UART_UART_H
#include <abi.h>
#include <device/uart_16550.h>

enum { UART_FIFO_BYTES = 16 };

/* uart_find - Learn from the start page where the registers are; 0 if they were not granted. */
int uart_find(void);
uint8_t uart_read(enum uart_16550_register reg);
void uart_write(enum uart_16550_register reg, uint8_t value);
#endif
