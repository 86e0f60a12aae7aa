/* device.h - interrupts, timers, ports: what their methods do once the generated checks have passed, and what an interrupt does.
 *
 * An interrupt line or timer names the notification it signals by {slot, generation}: a weak reference. It is looked at only when it
 * fires; if the slot was emptied or filled again meanwhile, nothing is signalled. So no list ties devices to notifications.
 */
#ifndef KERNEL_DEVICE_H
#define KERNEL_DEVICE_H
#include <kernel/kernel.h>

#define DEVICE_STATE irq_window[0 .. LIMIT_IRQS - 1], timer_window[0 .. LIMIT_TIMERS - 1]

/* weak_notification - the slot if it still holds that generation's notification capability with the right to signal, else 0. */
/*@ requires ref_ok;
    assigns \nothing;
    ensures slot: \result == 0 || (\result == slot && slot_at(slot) && cap_window[slot].type == CAP_NOTIFICATION && ntfn_at(cap_window[slot].obj)); */
word_t weak_notification(word_t slot, word_t gen);

/* irq_bind - the line signals that notification from now on, and is unmasked. irq_ack - the line may interrupt again. */
/*@ requires kernel_ok && irq < LIMIT_IRQS && slot_at(n);
    assigns irq_window[irq];
    ensures bound: irq_window[irq].slot == n && irq_window[irq].gen == cap_window[n].gen; */
void irq_bind(word_t irq, word_t n);
/*@ requires irq < LIMIT_IRQS; assigns \nothing; */
void irq_ack(word_t irq);
/* irq_fire - a device interrupted: the line stays masked until irq_ack, and its notification is signalled. */
/*@ requires kernel_ok && irq < LIMIT_IRQS;
    assigns IPC_STATE, ntfn_window[0 .. LIMIT_OBJECTS - 1];
    ENS_ALL */
void irq_fire(word_t irq);

/* timer_set - signal the notification at deadline (ns since boot). timer_cancel - do not. */
/*@ requires kernel_ok && timer < LIMIT_TIMERS && slot_at(n);
    assigns timer_window[timer];
    ensures set: timer_window[timer].slot == n && timer_window[timer].gen == cap_window[n].gen &&
      timer_window[timer].deadline == (deadline == 0 ? 1 : deadline); */
void timer_set(word_t timer, word_t deadline, word_t n);
/*@ requires timer < LIMIT_TIMERS;
    assigns timer_window[timer].deadline;
    ensures off: timer_window[timer].deadline == 0; */
void timer_cancel(word_t timer);
/* timer_expire - signal every timer whose deadline is not after now. */
/*@ requires kernel_ok;
    assigns IPC_STATE, ntfn_window[0 .. LIMIT_OBJECTS - 1], timer_window[0 .. LIMIT_TIMERS - 1];
    ENS_ALL
    ensures done: \forall integer i; 0 <= i < LIMIT_TIMERS ==> timer_window[i].deadline == 0 || now < timer_window[i].deadline;
    ensures later: \forall integer i; 0 <= i < LIMIT_TIMERS && \old(timer_window[i].deadline) > now ==> timer_window[i] == \old(timer_window[i]); */
void timer_expire(word_t now);
/* timer_arm - the machine's timer interrupts at slice_end or at the first deadline, whichever is earlier. */
/*@ assigns \nothing; */
void timer_arm(word_t slice_end);
#endif
