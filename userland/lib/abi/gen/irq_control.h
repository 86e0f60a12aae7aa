/* irq_control.h - Authority over interrupt lines, timers and I/O ports. Generated from spec/object/irq_control.yaml.
 * Every function is one system call and answers the ERR_* of the first rule that fails (docs/reference/irq_control.md); out parameters are set on ERR_NONE only. */
#ifndef ABI_IRQ_CONTROL_H
#define ABI_IRQ_CONTROL_H
#include <abi.h>

/* Make the capability of an interrupt line.
 * self: irq_control capability with write; the irq_control capability called
 * irq: number of the line as the machine description gives it
 * dst: empty slot for the capability
 * Checked in this order: self_in ERR_SLOT, self_fresh ERR_STALE, self_full ERR_EMPTY, self_names_irq_control ERR_TYPE, self_may_write ERR_RIGHTS,
 * irq_is_irq ERR_RANGE, dst_in ERR_SLOT, dst_empty ERR_OCCUPIED, whole ERR_RIGHTS, shallow ERR_DEPTH, exists ERR_RANGE. */
err_t irq_control_get(cptr_t self, word_t irq, word_t dst);

/* Make the capability of a timer.
 * self: irq_control capability with write; the irq_control capability called
 * number: which timer
 * dst: empty slot for the capability
 * Checked in this order: self_in ERR_SLOT, self_fresh ERR_STALE, self_full ERR_EMPTY, self_names_irq_control ERR_TYPE, self_may_write ERR_RIGHTS,
 * number_is_timer ERR_RANGE, dst_in ERR_SLOT, dst_empty ERR_OCCUPIED, whole ERR_RIGHTS, shallow ERR_DEPTH. */
err_t irq_control_timer(cptr_t self, word_t number, word_t dst);

/* Make the capability of a range of I/O ports (x86).
 * self: irq_control capability with write; the irq_control capability called
 * first: first port
 * last: last port
 * dst: empty slot for the capability
 * Checked in this order: self_in ERR_SLOT, self_fresh ERR_STALE, self_full ERR_EMPTY, self_names_irq_control ERR_TYPE, self_may_write ERR_RIGHTS,
 * first_is_port ERR_RANGE, last_is_port ERR_RANGE, dst_in ERR_SLOT, ordered ERR_RANGE, dst_empty ERR_OCCUPIED, whole ERR_RIGHTS, shallow ERR_DEPTH,
 * machine ERR_METHOD. */
err_t irq_control_port(cptr_t self, word_t first, word_t last, word_t dst);
#endif
