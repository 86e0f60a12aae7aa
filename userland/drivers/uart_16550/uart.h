/* uart.h - a 16550 UART's registers, behind I/O ports or in memory.
 *
 * Source: National Semiconductor PC16550D data sheet, section 8.
 * Does not know: rings, interrupts, who reads. */
#ifndef UART_UART_H
#define UART_UART_H
#include <abi.h>

enum uart_register { UART_DATA = 0, UART_IER = 1, UART_FCR = 2, UART_IIR = 2, UART_LCR = 3, UART_MCR = 4, UART_LSR = 5 };
enum { IER_RECEIVE = 1, IER_TRANSMIT = 2, FCR_ENABLE_CLEAR = 7, LCR_8N1 = 3, MCR_DTR_RTS_OUT2 = 11, LSR_DATA = 1, LSR_EMPTY = 32 };
enum { UART_FIFO_BYTES = 16 };

/* uart_find - Learn from the start page where the registers are; 0 if they were not granted. */
int uart_find(void);
uint8_t uart_read(enum uart_register reg);
void uart_write(enum uart_register reg, uint8_t value);
#endif
