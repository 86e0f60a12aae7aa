/* interrupt.h - the interrupt controller, found by arch code through ACPI or the device tree. */
#ifndef ARCH_INTERRUPT_H
#define ARCH_INTERRUPT_H
#include <arch/hook.h>
enum { IRQ_NONE = 0xffff, IRQ_TIMER = 0xfffe };

/* Ghost machine state: the last interrupt claimed and whether it is still to be done, which lines are masked, the clock, the next timer interrupt. */
extern word_t hw_irq, hw_claimed, hw_masked[LIMIT_IRQS], hw_time, hw_timer;
#define INTERRUPT_HW hw_irq, hw_claimed, hw_masked[0 .. LIMIT_IRQS - 1], hw_time, hw_timer

/* The highest pending interrupt: a device's number < LIMIT_IRQS, IRQ_TIMER, or IRQ_NONE. Claims it: arch_irq_done must follow. */
/*@ assigns hw_irq, hw_claimed; ensures range: \result < LIMIT_IRQS || \result == IRQ_TIMER || \result == IRQ_NONE;
    ensures claimed: hw_irq == \result && (hw_claimed == 0 <==> \result == IRQ_NONE); */
HOOK word_t arch_irq_claim(void);
/* The claimed interrupt has been handled (the timer included). */
/*@ requires claimed: hw_claimed != 0 && irq == hw_irq; assigns hw_claimed; ensures done: hw_claimed == 0; */
HOOK void arch_irq_done(word_t irq);
/*@ requires range: irq < LIMIT_IRQS; assigns hw_masked[irq]; ensures masked: hw_masked[irq] == 1; */
HOOK void arch_irq_mask(word_t irq);
/*@ requires range: irq < LIMIT_IRQS; assigns hw_masked[irq]; ensures unmasked: hw_masked[irq] == 0; */
HOOK void arch_irq_unmask(word_t irq);
/* 1 if this machine has a device line with that number that user programs may own: always the same answer. */
/*@ axiomatic Lines { predicate irq_line(integer irq); } */
/*@ assigns \nothing; ensures bool: \result <= 1; ensures line: \result == 1 <==> irq_line(irq); ensures range: \result == 1 ==> irq < LIMIT_IRQS; */
HOOK word_t arch_irq_exists(word_t irq);
/* Nanoseconds since boot; monotonic. */
/*@ assigns hw_time; ensures now: \result == hw_time && \old(hw_time) <= hw_time; */
HOOK word_t arch_time_now(void);
/* One timer interrupt at or soon after that time (ns since boot); replaces the one armed before. */
/*@ assigns hw_timer; ensures armed: hw_timer == deadline; */
HOOK void arch_timer_arm(word_t deadline);
#endif
