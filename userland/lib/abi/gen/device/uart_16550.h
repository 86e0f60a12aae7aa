/* uart_16550.h - registers of a 16550 UART. Generated from spec/device/uart_16550.yaml.
 * National Semiconductor PC16550D data sheet, section 8. Offsets in bytes; a register is 8 bits wide. */
#ifndef DEVICE_UART_16550_H
#define DEVICE_UART_16550_H
#include <stdint.h>

enum uart_16550_register {
    UART_16550_DATA = 0x00, /* rw: received byte; byte to send */
    UART_16550_IER = 0x01, /* rw: which interrupts are wanted */
    UART_16550_FCR = 0x02, /* w: FIFO control */
    UART_16550_IIR = 0x02, /* r: why it interrupts */
    UART_16550_LCR = 0x03, /* rw: line format */
    UART_16550_MCR = 0x04, /* rw: modem lines */
    UART_16550_LSR = 0x05, /* r: line state */
};

/* ier: which interrupts are wanted */
enum {
    UART_16550_IER_RECEIVE = 0x1, /* a byte has come */
    UART_16550_IER_TRANSMIT = 0x2, /* there is room to send */
};
static inline uint8_t uart_16550_ier_receive(uint8_t v) { return (uint8_t)(v >> 0 & 0x1u); }
static inline uint8_t uart_16550_ier_set_receive(uint8_t v, uint8_t x) { return (uint8_t)((v & ~(uint8_t)0x1u) | (x & 0x1u) << 0); }
static inline uint8_t uart_16550_ier_transmit(uint8_t v) { return (uint8_t)(v >> 1 & 0x1u); }
static inline uint8_t uart_16550_ier_set_transmit(uint8_t v, uint8_t x) { return (uint8_t)((v & ~(uint8_t)0x2u) | (x & 0x1u) << 1); }

/* fcr: FIFO control */
enum {
    UART_16550_FCR_ENABLE = 0x1, /* FIFOs are used */
    UART_16550_FCR_CLEAR_RECEIVE = 0x2, /* empty it */
    UART_16550_FCR_CLEAR_TRANSMIT = 0x4, /* empty it */
    UART_16550_FCR_TRIGGER = 0xc0, /* bytes before an interrupt: 1 4 8 14 */
};
static inline uint8_t uart_16550_fcr_set_enable(uint8_t v, uint8_t x) { return (uint8_t)((v & ~(uint8_t)0x1u) | (x & 0x1u) << 0); }
static inline uint8_t uart_16550_fcr_set_clear_receive(uint8_t v, uint8_t x) { return (uint8_t)((v & ~(uint8_t)0x2u) | (x & 0x1u) << 1); }
static inline uint8_t uart_16550_fcr_set_clear_transmit(uint8_t v, uint8_t x) { return (uint8_t)((v & ~(uint8_t)0x4u) | (x & 0x1u) << 2); }
static inline uint8_t uart_16550_fcr_set_trigger(uint8_t v, uint8_t x) { return (uint8_t)((v & ~(uint8_t)0xc0u) | (x & 0x3u) << 6); }

/* iir: why it interrupts */
enum {
    UART_16550_IIR_NONE = 0x1, /* 1 if nothing is pending */
    UART_16550_IIR_REASON = 0xe, /* which */
};
static inline uint8_t uart_16550_iir_none(uint8_t v) { return (uint8_t)(v >> 0 & 0x1u); }
static inline uint8_t uart_16550_iir_reason(uint8_t v) { return (uint8_t)(v >> 1 & 0x7u); }

/* lcr: line format */
enum {
    UART_16550_LCR_LENGTH = 0x3, /* data bits - 5 */
    UART_16550_LCR_STOP = 0x4, /* two stop bits */
    UART_16550_LCR_PARITY = 0x8, /* parity bit is used */
    UART_16550_LCR_DIVISOR = 0x80, /* data and ier show the divisor */
};
static inline uint8_t uart_16550_lcr_length(uint8_t v) { return (uint8_t)(v >> 0 & 0x3u); }
static inline uint8_t uart_16550_lcr_set_length(uint8_t v, uint8_t x) { return (uint8_t)((v & ~(uint8_t)0x3u) | (x & 0x3u) << 0); }
static inline uint8_t uart_16550_lcr_stop(uint8_t v) { return (uint8_t)(v >> 2 & 0x1u); }
static inline uint8_t uart_16550_lcr_set_stop(uint8_t v, uint8_t x) { return (uint8_t)((v & ~(uint8_t)0x4u) | (x & 0x1u) << 2); }
static inline uint8_t uart_16550_lcr_parity(uint8_t v) { return (uint8_t)(v >> 3 & 0x1u); }
static inline uint8_t uart_16550_lcr_set_parity(uint8_t v, uint8_t x) { return (uint8_t)((v & ~(uint8_t)0x8u) | (x & 0x1u) << 3); }
static inline uint8_t uart_16550_lcr_divisor(uint8_t v) { return (uint8_t)(v >> 7 & 0x1u); }
static inline uint8_t uart_16550_lcr_set_divisor(uint8_t v, uint8_t x) { return (uint8_t)((v & ~(uint8_t)0x80u) | (x & 0x1u) << 7); }

/* mcr: modem lines */
enum {
    UART_16550_MCR_DTR = 0x1, /* ready */
    UART_16550_MCR_RTS = 0x2, /* may send */
    UART_16550_MCR_OUT2 = 0x8, /* on PCs: the interrupt line is driven */
};
static inline uint8_t uart_16550_mcr_dtr(uint8_t v) { return (uint8_t)(v >> 0 & 0x1u); }
static inline uint8_t uart_16550_mcr_set_dtr(uint8_t v, uint8_t x) { return (uint8_t)((v & ~(uint8_t)0x1u) | (x & 0x1u) << 0); }
static inline uint8_t uart_16550_mcr_rts(uint8_t v) { return (uint8_t)(v >> 1 & 0x1u); }
static inline uint8_t uart_16550_mcr_set_rts(uint8_t v, uint8_t x) { return (uint8_t)((v & ~(uint8_t)0x2u) | (x & 0x1u) << 1); }
static inline uint8_t uart_16550_mcr_out2(uint8_t v) { return (uint8_t)(v >> 3 & 0x1u); }
static inline uint8_t uart_16550_mcr_set_out2(uint8_t v, uint8_t x) { return (uint8_t)((v & ~(uint8_t)0x8u) | (x & 0x1u) << 3); }

/* lsr: line state */
enum {
    UART_16550_LSR_DATA = 0x1, /* a byte waits */
    UART_16550_LSR_OVERRUN = 0x2, /* bytes were lost */
    UART_16550_LSR_EMPTY = 0x20, /* the send FIFO is empty */
};
static inline uint8_t uart_16550_lsr_data(uint8_t v) { return (uint8_t)(v >> 0 & 0x1u); }
static inline uint8_t uart_16550_lsr_overrun(uint8_t v) { return (uint8_t)(v >> 1 & 0x1u); }
static inline uint8_t uart_16550_lsr_empty(uint8_t v) { return (uint8_t)(v >> 5 & 0x1u); }
#endif
