/* timer.h - One timer. Generated from spec/object/timer.yaml.
 * Every function is one system call and answers the ERR_* of the first rule that fails (docs/reference/timer.md); out parameters are set on ERR_NONE only. */
#ifndef ABI_TIMER_H
#define ABI_TIMER_H
#include <abi.h>

/* Signal a notification at a time; replaces what was set before.
 * self: timer capability with write; the timer capability called
 * deadline: ns since boot
 * notification: notification capability with write; its badge says which bits
 * Checked in this order: self_in ERR_SLOT, self_fresh ERR_STALE, self_full ERR_EMPTY, self_names_timer ERR_TYPE, self_may_write ERR_RIGHTS,
 * notification_in ERR_SLOT, notification_fresh ERR_STALE, notification_full ERR_EMPTY, notification_names_notification ERR_TYPE,
 * notification_may_write ERR_RIGHTS. */
err_t timer_set(cptr_t self, word_t deadline, cptr_t notification);

/* Signal nothing.
 * self: timer capability with write; the timer capability called
 * Checked in this order: self_in ERR_SLOT, self_fresh ERR_STALE, self_full ERR_EMPTY, self_names_timer ERR_TYPE, self_may_write ERR_RIGHTS. */
err_t timer_cancel(cptr_t self);

/* The time.
 * self: timer capability; the timer capability called
 * ns: out: ns since boot
 * Checked in this order: self_in ERR_SLOT, self_fresh ERR_STALE, self_full ERR_EMPTY, self_names_timer ERR_TYPE. */
err_t timer_now(cptr_t self, word_t *ns);
#endif
