/* entry.h - the three ways into the kernel besides the fast paths. Arch code has put the running thread's registers into its image and is on
 * the kernel's stack; interrupts are off; afterwards it leaves through exit_restore into whatever core_cur is (0 = idle).
 */
#ifndef KERNEL_ENTRY_H
#define KERNEL_ENTRY_H
#include <kernel/effect.h>
#include <arch/interrupt.h>
#include <arch/machine.h>
#include <kernel/trace.h>

extern uint64_t slice_end;   /* when the running thread's turn is over, ns since boot */
#define ENTRY_STATE IPC_STATE, CAP_STATE, PT_STATE, ntfn_window[0 .. LIMIT_OBJECTS - 1], irq_window[0 .. LIMIT_IRQS - 1], \
  timer_window[0 .. LIMIT_TIMERS - 1], TRACE_STATE, slice_end, INTERRUPT_HW, PORT_HW
#define ENS_TRACED ensures traced: trace_next == (\old(trace_next) + 1) % 4294967296;

/* kernel_syscall - a system call that the fast path did not take. The four behaviors are those of the fast path (fast.h), with the same effect; what
 * fast.h asks of priority words and floor is here what it stands for: nothing ready is above the thread that will run. That the message is in that thread's
 * image is said by syscall_act, and that it stays there by entry_leave (entry.c). */
/*@ requires kernel_ok && core_cur != 0;
    assigns DELETE_STATE, ENTRY_STATE, asid_window[0 .. LIMIT_ASIDS - 1];
    ENS_ALL ENS_CHOSEN ENS_TRACED
    ensures foreign: \old(thr_window[core_cur].flags) % 2 == THREAD_FOREIGN ==> thr_window[\old(core_cur)].fault == FAULT_SYSCALL &&
      thr_window[\old(core_cur)].code == (uint32_t)method;
    behavior call:
      assumes thr_window[core_cur].flags % 2 != THREAD_FOREIGN && call_case(method, CPTR_IN) && top(callee(CPTR_IN));
      ensures to: core_cur == \old(callee(CPTR_IN));
      ENS_CALL(\old(core_cur), \old(callee_ep(CPTR_IN)), core_cur)
    behavior reply_recv:
      assumes thr_window[core_cur].flags % 2 != THREAD_FOREIGN && rr_case(method, CPTR_IN) && top(reply_window[core_cur].caller);
      ensures to: core_cur == \old(reply_window[core_cur].caller);
      ENS_REPLY_RECV(\old(core_cur), \old(callee_ep(CPTR_IN)), core_cur)
    behavior signal:
      assumes thr_window[core_cur].flags % 2 != THREAD_FOREIGN && signal_case(method, CPTR_IN) && top(core_cur) &&
        run_window[callee(CPTR_IN)].prio > run_window[core_cur].prio;
      ensures to: core_cur == \old(callee(CPTR_IN));
      ENS_SIGNAL(\old(core_cur), \old(callee_ep(CPTR_IN)), core_cur)
    behavior wait:
      assumes thr_window[core_cur].flags % 2 != THREAD_FOREIGN && wait_case(method, CPTR_IN) && is_next(wait_next);
      ensures to: core_cur == \old(wait_next);
      ENS_WAIT(\old(core_cur), \old(callee_ep(CPTR_IN)), core_cur) */
void kernel_syscall(word_t method);

/* kernel_fault - the running thread cannot go on: kind is FAULT_*, address what it touched, code what the machine says. */
/*@ requires kernel_ok && core_cur != 0 && 1 <= kind <= FAULT_OTHER;
    assigns ENTRY_STATE;
    ENS_ALL ENS_CHOSEN ENS_TRACED
    ensures kind: thr_window[\old(core_cur)].fault == kind && thr_window[\old(core_cur)].address == address && thr_window[\old(core_cur)].code == (uint32_t)code; */
void kernel_fault(word_t kind, word_t address, word_t code);

/* kernel_interrupt - a device or the timer interrupted a thread or idle. */
/*@ requires kernel_ok;
    assigns ENTRY_STATE;
    ENS_ALL
    ensures done: hw_claimed == 0;
    ensures masked: hw_irq < LIMIT_IRQS ==> hw_masked[hw_irq] == 1 && trace_next == (\old(trace_next) + 1) % 4294967296;
    ensures expired: hw_irq == IRQ_TIMER ==> \forall integer i; 0 <= i < LIMIT_TIMERS ==> timer_window[i].deadline == 0 || timer_window[i].deadline > hw_time;
    ensures armed: hw_irq == IRQ_TIMER ==> hw_timer <= slice_end;
    ensures slice: hw_irq == IRQ_TIMER && \old(slice_end) <= hw_time ==> slice_end == (uint64_t)(hw_time + SLICE_NS);
    ensures best: hw_irq != IRQ_NONE && core_cur != 0 ==> \forall integer k; ready(k) ==> run_window[k].prio <= run_window[core_cur].prio;
    ensures busy: hw_irq != IRQ_NONE && core_cur == 0 ==> \forall integer k; !ready(k); */
void kernel_interrupt(void);

/* kernel_start - after boot: the first slice begins and the highest ready thread runs. */
/*@ requires kernel_ok;
    assigns ENTRY_STATE;
    ENS_ALL ENS_CHOSEN
    ensures slice: slice_end == (uint64_t)(hw_time + SLICE_NS) && hw_timer <= slice_end; */
void kernel_start(void);
#endif
