/* irq.h - One interrupt line. Generated from spec/object/irq.yaml.
 * Every function is one system call and answers the ERR_* of the first rule that fails (docs/reference/irq.md); out parameters are set on ERR_NONE only. */
#ifndef ABI_IRQ_H
#define ABI_IRQ_H
#include <abi.h>

/* Let the line signal a notification, and unmask it.
 * self: irq capability with write; the irq capability called
 * notification: notification capability with write; its badge says which bits; the line forgets it when the slot is emptied
 * Checked in this order: self_in ERR_SLOT, self_fresh ERR_STALE, self_full ERR_EMPTY, self_names_irq ERR_TYPE, self_may_write ERR_RIGHTS,
 * notification_in ERR_SLOT, notification_fresh ERR_STALE, notification_full ERR_EMPTY, notification_names_notification ERR_TYPE,
 * notification_may_write ERR_RIGHTS. */
err_t irq_bind(cptr_t self, cptr_t notification);

/* The driver is done; the line may interrupt again.
 * self: irq capability with write; the irq capability called
 * Checked in this order: self_in ERR_SLOT, self_fresh ERR_STALE, self_full ERR_EMPTY, self_names_irq ERR_TYPE, self_may_write ERR_RIGHTS. */
err_t irq_ack(cptr_t self);
#endif
