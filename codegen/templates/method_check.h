/* method_check.h - what generated checks share beside the kernel's own functions. */
#ifndef METHOD_CHECK_H
#define METHOD_CHECK_H
#include <kernel/cnode.h>
#include <kernel/cspace.h>
#include <kernel/message.h>
#include <arch/interrupt.h>
#include <arch/machine.h>

/* bind_check - why what slot s holds cannot be copied into a thread: ERR_DEPTH, ERR_REFS; slot 0 asks for nothing. */
/*@ requires kernel_ok && (s == 0 || (cslot_at(s) && counted_type(cap_window[s].type)));
    assigns \nothing;
    ensures answer: \result == ERR_NONE || \result == ERR_DEPTH || \result == ERR_REFS;
    ensures first: \result == (s == 0 ? ERR_NONE : derive_answer(s));
    ensures ok: \result == ERR_NONE <==> s == 0 || derivable(s); */
INLINE err_t bind_check(word_t s)
{
    return s == 0u ? ERR_NONE : derive_check(s);
}

/* irq_exists - ERR_RANGE if the machine has no such line for programs. port_exists - ERR_METHOD if it has no I/O ports. */
/*@ requires irq < LIMIT_IRQS; assigns \nothing; ensures answer: \result == ERR_NONE || \result == ERR_RANGE; */
INLINE err_t irq_exists(word_t irq) { return arch_irq_exists(irq) != 0u ? ERR_NONE : ERR_RANGE; }
/*@ assigns \nothing; ensures answer: \result == ERR_NONE || \result == ERR_METHOD; */
INLINE err_t port_exists(void) { return arch_port_exists() != 0u ? ERR_NONE : ERR_METHOD; }
#endif
