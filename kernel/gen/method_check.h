/* method_check.h - what generated checks share beside the kernel's own functions. */
#ifndef METHOD_CHECK_H
#define METHOD_CHECK_H
#include <kernel/cnode.h>
#include <kernel/cspace.h>
#include <kernel/message.h>
#include <arch/interrupt.h>
#include <arch/machine.h>

/*@ predicate bind_answers(integer e, integer s) = mdb_window[s].depth >= LIMIT_DEPTH ? e == ERR_DEPTH : e == ERR_REFS; */
/* bind_check - why what slot s holds cannot be copied into a thread: ERR_DEPTH, ERR_REFS; slot 0 asks for nothing. */
/*@ requires kernel_ok && (s == 0 || (cslot_at(s) && counted_type(cap_window[s].type)));
    assigns \nothing;
    ensures ok: \result == ERR_NONE <==> s == 0 || derivable(s);
    ensures why: \result != ERR_NONE ==> bind_answers(\result, s); */
INLINE err_t bind_check(word_t s)
{
    return s == 0u ? ERR_NONE : derive_check(s);
}

/* irq_exists - ERR_RANGE if the machine has no such line for programs. port_exists - ERR_METHOD if it has no I/O ports. */
/*@ assigns \nothing; ensures ok: \result == ERR_NONE <==> irq_line(irq); ensures why: \result != ERR_NONE ==> \result == ERR_RANGE; */
INLINE err_t irq_exists(word_t irq) { return arch_irq_exists(irq) != 0u ? ERR_NONE : ERR_RANGE; }
/*@ assigns \nothing; ensures ok: \result == ERR_NONE <==> has_ports; ensures why: \result != ERR_NONE ==> \result == ERR_METHOD; */
INLINE err_t port_exists(void) { return arch_port_exists() != 0u ? ERR_NONE : ERR_METHOD; }

/* method_finish - t's call ends with err, if t still has a name. */
/*@ requires state: kernel_ok;
    requires object: 0 < t < LIMIT_OBJECTS;
    assigns reg_window[t];
    ensures told: tcb_at(t) && ref_window[t] != 0 ==> answered(t, minus(err)); */
void method_finish(word_t t, err_t err);
#endif
