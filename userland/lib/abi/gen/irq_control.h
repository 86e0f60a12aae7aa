/* irq_control.h - Authority over interrupt lines, timers and I/O ports. Generated from spec/object/irq_control.yaml.
 * Every function is one system call and answers ERR_*, in the order of its manual page (docs/reference/irq_control.md); out parameters are set on ERR_NONE only. */
#ifndef ABI_IRQ_CONTROL_H
#define ABI_IRQ_CONTROL_H
#include <abi.h>

/* Make the capability of an interrupt line.
 * irq: number of the line as the machine description gives it
 * dst: empty slot for the capability */
err_t irq_control_get(cptr_t self, word_t irq, word_t dst);

/* Make the capability of a timer.
 * number: which timer
 * dst: empty slot for the capability */
err_t irq_control_timer(cptr_t self, word_t number, word_t dst);

/* Make the capability of a range of I/O ports (x86).
 * first: first port
 * last: last port
 * dst: empty slot for the capability */
err_t irq_control_port(cptr_t self, word_t first, word_t last, word_t dst);
#endif
