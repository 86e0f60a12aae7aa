/* uart_pl011.h - registers of a ARM PrimeCell PL011 UART. Generated from spec/device/uart_pl011.yaml.
 * ARM DDI 0183, chapter 3. Offsets in bytes; a register is 32 bits wide. */
#ifndef DEVICE_UART_PL011_H
#define DEVICE_UART_PL011_H
#include <stdint.h>

enum uart_pl011_register {
    UART_PL011_DATA = 0x00, /* rw: received byte with its errors; byte to send */
    UART_PL011_FLAGS = 0x18, /* r: state of the FIFOs */
    UART_PL011_LINE = 0x2c, /* rw: line format */
    UART_PL011_CONTROL = 0x30, /* rw: what is switched on */
    UART_PL011_MASK = 0x38, /* rw: which interrupts are wanted */
    UART_PL011_CLEAR = 0x44, /* w: interrupts that are done with */
};

/* flags: state of the FIFOs */
enum {
    UART_PL011_FLAGS_BUSY = 0x8, /* is sending */
    UART_PL011_FLAGS_RECEIVE_EMPTY = 0x10, /* nothing has come */
    UART_PL011_FLAGS_TRANSMIT_FULL = 0x20, /* no room to send */
};
static inline uint32_t uart_pl011_flags_busy(uint32_t v) { return (uint32_t)(v >> 3 & 0x1u); }
static inline uint32_t uart_pl011_flags_receive_empty(uint32_t v) { return (uint32_t)(v >> 4 & 0x1u); }
static inline uint32_t uart_pl011_flags_transmit_full(uint32_t v) { return (uint32_t)(v >> 5 & 0x1u); }

/* line: line format */
enum {
    UART_PL011_LINE_FIFO = 0x10, /* FIFOs are used */
    UART_PL011_LINE_LENGTH = 0x60, /* data bits - 5 */
};
static inline uint32_t uart_pl011_line_fifo(uint32_t v) { return (uint32_t)(v >> 4 & 0x1u); }
static inline uint32_t uart_pl011_line_set_fifo(uint32_t v, uint32_t x) { return (uint32_t)((v & ~(uint32_t)0x10u) | (x & 0x1u) << 4); }
static inline uint32_t uart_pl011_line_length(uint32_t v) { return (uint32_t)(v >> 5 & 0x3u); }
static inline uint32_t uart_pl011_line_set_length(uint32_t v, uint32_t x) { return (uint32_t)((v & ~(uint32_t)0x60u) | (x & 0x3u) << 5); }

/* control: what is switched on */
enum {
    UART_PL011_CONTROL_ENABLE = 0x1, /* the device */
    UART_PL011_CONTROL_TRANSMIT = 0x100, /* sending */
    UART_PL011_CONTROL_RECEIVE = 0x200, /* receiving */
};
static inline uint32_t uart_pl011_control_enable(uint32_t v) { return (uint32_t)(v >> 0 & 0x1u); }
static inline uint32_t uart_pl011_control_set_enable(uint32_t v, uint32_t x) { return (uint32_t)((v & ~(uint32_t)0x1u) | (x & 0x1u) << 0); }
static inline uint32_t uart_pl011_control_transmit(uint32_t v) { return (uint32_t)(v >> 8 & 0x1u); }
static inline uint32_t uart_pl011_control_set_transmit(uint32_t v, uint32_t x) { return (uint32_t)((v & ~(uint32_t)0x100u) | (x & 0x1u) << 8); }
static inline uint32_t uart_pl011_control_receive(uint32_t v) { return (uint32_t)(v >> 9 & 0x1u); }
static inline uint32_t uart_pl011_control_set_receive(uint32_t v, uint32_t x) { return (uint32_t)((v & ~(uint32_t)0x200u) | (x & 0x1u) << 9); }

/* mask: which interrupts are wanted */
enum {
    UART_PL011_MASK_RECEIVE = 0x10, /* bytes have come */
    UART_PL011_MASK_TRANSMIT = 0x20, /* there is room to send */
    UART_PL011_MASK_TIMEOUT = 0x40, /* a byte has waited */
};
static inline uint32_t uart_pl011_mask_receive(uint32_t v) { return (uint32_t)(v >> 4 & 0x1u); }
static inline uint32_t uart_pl011_mask_set_receive(uint32_t v, uint32_t x) { return (uint32_t)((v & ~(uint32_t)0x10u) | (x & 0x1u) << 4); }
static inline uint32_t uart_pl011_mask_transmit(uint32_t v) { return (uint32_t)(v >> 5 & 0x1u); }
static inline uint32_t uart_pl011_mask_set_transmit(uint32_t v, uint32_t x) { return (uint32_t)((v & ~(uint32_t)0x20u) | (x & 0x1u) << 5); }
static inline uint32_t uart_pl011_mask_timeout(uint32_t v) { return (uint32_t)(v >> 6 & 0x1u); }
static inline uint32_t uart_pl011_mask_set_timeout(uint32_t v, uint32_t x) { return (uint32_t)((v & ~(uint32_t)0x40u) | (x & 0x1u) << 6); }

/* clear: interrupts that are done with */
enum {
    UART_PL011_CLEAR_ALL = 0x7ff, /* one bit each; 0x7ff clears all */
};
static inline uint32_t uart_pl011_clear_set_all(uint32_t v, uint32_t x) { return (uint32_t)((v & ~(uint32_t)0x7ffu) | (x & 0x7ffu) << 0); }
#endif
