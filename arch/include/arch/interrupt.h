/* interrupt.h - the interrupt controller, found by arch code through ACPI or the device tree. */
#ifndef ARCH_INTERRUPT_H
#define ARCH_INTERRUPT_H
#include <arch/hook.h>
enum { IRQ_NONE = 0xffff, IRQ_TIMER = 0xfffe };

/* The highest pending interrupt: a device's number < LIMIT_IRQS, IRQ_TIMER, or IRQ_NONE. Claims it: arch_irq_done must follow. */
/*@ assigns \nothing; ensures range: \result < LIMIT_IRQS || \result == IRQ_TIMER || \result == IRQ_NONE; */
HOOK word_t arch_irq_claim(void);
/* The claimed interrupt has been handled (the timer included). */
/*@ assigns \nothing; */
HOOK void arch_irq_done(word_t irq);
/*@ requires range: irq < LIMIT_IRQS; assigns \nothing; */
HOOK void arch_irq_mask(word_t irq);
/*@ requires range: irq < LIMIT_IRQS; assigns \nothing; */
HOOK void arch_irq_unmask(word_t irq);
/* 1 if this machine has a device line with that number that user programs may own: always the same answer. */
/*@ axiomatic Lines { predicate irq_line(integer irq); } */
/*@ assigns \nothing; ensures bool: \result <= 1; ensures line: \result == 1 <==> irq_line(irq); ensures range: \result == 1 ==> irq < LIMIT_IRQS; */
HOOK word_t arch_irq_exists(word_t irq);
/* Nanoseconds since boot; monotonic. */
/*@ assigns \nothing; */
HOOK word_t arch_time_now(void);
/* One timer interrupt at or soon after that time (ns since boot); replaces the one armed before. */
/*@ assigns \nothing; */
HOOK void arch_timer_arm(word_t deadline);
#endif
