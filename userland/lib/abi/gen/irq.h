/* irq.h - One interrupt line. Generated from spec/object/irq.yaml.
 * Every function is one system call and answers ERR_*, in the order of its manual page (docs/reference/irq.md); out parameters are set on ERR_NONE only. */
#ifndef ABI_IRQ_H
#define ABI_IRQ_H
#include <abi.h>

/* Let the line signal a notification, and unmask it.
 * notification: its badge says which bits; the line forgets it when the slot is emptied */
err_t irq_bind(cptr_t self, cptr_t notification);

/* The driver is done; the line may interrupt again. */
err_t irq_ack(cptr_t self);
#endif
