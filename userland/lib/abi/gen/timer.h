/* timer.h - One timer. Generated from spec/object/timer.yaml.
 * Every function is one system call and answers ERR_*, in the order of its manual page (docs/reference/timer.md); out parameters are set on ERR_NONE only. */
#ifndef ABI_TIMER_H
#define ABI_TIMER_H
#include <abi.h>

/* Signal a notification at a time; replaces what was set before.
 * deadline: ns since boot
 * notification: its badge says which bits */
err_t timer_set(cptr_t self, word_t deadline, cptr_t notification);

/* Signal nothing. */
err_t timer_cancel(cptr_t self);

/* The time.
 * ns: out: ns since boot */
err_t timer_now(cptr_t self, word_t *ns);
#endif
