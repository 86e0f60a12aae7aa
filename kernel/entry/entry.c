/* entry.c - the slow entries: remember the event, do it, choose who runs. Each keeps kernel_ok; none knows what a method does. */
#include <kernel/entry.h>
#include <kernel/device.h>
#include <kernel/endpoint.h>
#include <kernel/fault.h>
#include <arch/interrupt.h>
#include <dispatch.h>

uint64_t slice_end;

/* syscall_do - the running thread's system call: a foreign thread's is a fault, numbers below 16 are messages, the rest are methods. */
/*@ requires kernel_ok && core_cur != 0;
    assigns DELETE_STATE, ENTRY_STATE, asid_window[0 .. LIMIT_ASIDS - 1];
    ENS_ALL */
static void syscall_do(word_t method)
{
    if (THR(core_cur).flags % 2u == THREAD_FOREIGN) {
        fault_raise(FAULT_SYSCALL, 0u, method);
    } else if (method < 16u) {
        ipc_syscall(method);
    } else {
        method_call(method);
    }
}

void kernel_syscall(word_t method)
{
    trace_event(TRACE_CALL, method, REG(core_cur, REG_BADGE));
    syscall_do(method);
    schedule();
}

void kernel_fault(word_t kind, word_t address, word_t code)
{
    trace_event(TRACE_FAULT, kind, address);
    fault_raise(kind, address, code);
    schedule();
}

/* clock_tick - the timer interrupted: expired timers signal; when the slice is over its thread goes behind its equals. */
/*@ requires kernel_ok;
    assigns IPC_STATE, ntfn_window[0 .. LIMIT_OBJECTS - 1], timer_window[0 .. LIMIT_TIMERS - 1], slice_end;
    ENS_ALL */
static void clock_tick(void)
{
    word_t now = arch_time_now();

    timer_expire(now);
    if (now >= slice_end) {
        sched_tick();
        slice_end = now + SLICE_NS;
    }
    timer_arm(slice_end);
}

/* irq_take - a device interrupted: its line is masked until the driver acknowledges. */
/*@ requires kernel_ok && irq < LIMIT_IRQS;
    assigns IPC_STATE, ntfn_window[0 .. LIMIT_OBJECTS - 1];
    ENS_ALL */
static void irq_take(word_t irq)
{
    arch_irq_mask(irq);
    irq_fire(irq);
}

void kernel_interrupt(void)
{
    word_t irq = arch_irq_claim();

    if (irq == IRQ_NONE) return;
    if (irq == IRQ_TIMER) {
        clock_tick();
    } else {
        trace_event(TRACE_INTERRUPT, irq, 0u);
        irq_take(irq);
    }
    arch_irq_done(irq);
    schedule();
}

void kernel_start(void)
{
    slice_end = arch_time_now() + SLICE_NS;
    timer_arm(slice_end);
    schedule();
}
