/* entry.h - the three ways into the kernel besides the fast paths. Arch code has put the running thread's registers into its image and is on
 * the kernel's stack; interrupts are off; afterwards it leaves through exit_restore into whatever core_cur is (0 = idle).
 */
#ifndef KERNEL_ENTRY_H
#define KERNEL_ENTRY_H
#include <kernel/kernel.h>
#include <kernel/trace.h>

extern uint64_t slice_end;   /* when the running thread's turn is over, ns since boot */
#define ENTRY_STATE IPC_STATE, CAP_STATE, PT_STATE, ntfn_window[0 .. LIMIT_OBJECTS - 1], irq_window[0 .. LIMIT_IRQS - 1], \
  timer_window[0 .. LIMIT_TIMERS - 1], TRACE_STATE, slice_end

/* kernel_syscall - a system call that the fast path did not take. */
/*@ requires kernel_ok && core_cur != 0;
    assigns DELETE_STATE, ENTRY_STATE, asid_window[0 .. LIMIT_ASIDS - 1];
    ENS_ALL */
void kernel_syscall(word_t method);

/* kernel_fault - the running thread cannot go on: kind is FAULT_*, address what it touched, code what the machine says. */
/*@ requires kernel_ok && core_cur != 0 && 1 <= kind <= FAULT_OTHER;
    assigns ENTRY_STATE;
    ENS_ALL */
void kernel_fault(word_t kind, word_t address, word_t code);

/* kernel_interrupt - a device or the timer interrupted a thread or idle. */
/*@ requires kernel_ok;
    assigns ENTRY_STATE;
    ENS_ALL */
void kernel_interrupt(void);

/* kernel_start - after boot: the first slice begins and the highest ready thread runs. */
/*@ requires kernel_ok;
    assigns ENTRY_STATE;
    ENS_ALL */
void kernel_start(void);
#endif
