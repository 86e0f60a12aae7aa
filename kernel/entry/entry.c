/* entry.c - the slow entries: remember the event, do it, choose who runs. Each keeps kernel_ok; none knows what a method does. */
#define RQ_HIDDEN
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
    ENS_ALL
    ensures foreign: \old(thr_window[core_cur].flags) % 2 == THREAD_FOREIGN ==> thr_window[\old(core_cur)].fault == FAULT_SYSCALL &&
      thr_window[\old(core_cur)].code == (uint32_t)method;
    ensures traced: trace_next == \old(trace_next);
    behavior message:
      assumes thr_window[core_cur].flags % 2 != THREAD_FOREIGN && method < 16;
      ENS_SLOW(method, CPTR_IN) */
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

/* Whom a message may wake waits: it is in a queue, or for an answer. */
/*@ ghost
  /@ requires cn_ok && ref_ok && eq_ok && x_thr && tcb_at(core_cur);
     assigns \nothing;
     ensures call: call_may(cptr) ==> !ready(callee(cptr));
     ensures signal: signal_may(cptr) ==> !ready(callee(cptr)); @/
  void callee_waits(uint64_t cptr)
  {
    /@ assert slot: names(cptr) ==> cslot_at(cptr_name(cptr, core_cur)); @/
    /@ assert queue: call_may(cptr) || signal_may(cptr) ==> queue_at(callee_ep(cptr)); @/
    /@ assert head: call_may(cptr) || signal_may(cptr) ==> tcb_at(callee(cptr)) && ipc_window[callee(cptr)].ep == callee_ep(cptr); @/
    ;
  }
*/
/*@ ghost
  /@ requires rp_ok && x_thr && tcb_at(core_cur);
     assigns \nothing;
     ensures caller: reply_window[core_cur].caller != 0 ==> !ready(reply_window[core_cur].caller); @/
  void caller_waits(void)
  {
    ;
  }
*/

/* Who is ready: as before, and r, who was not. */
#define ENS_JOINS(r) ensures joins: \forall integer k; ready(k) <==> \old(ready(k)) || k == (r); ensures was: !\old(ready(r));
#define FOREIGN (thr_window[core_cur].flags % 2 == THREAD_FOREIGN)
/* syscall_act - the same, and what schedule() will make of it. */
/*@ requires kernel_ok && core_cur != 0;
    assigns DELETE_STATE, ENTRY_STATE, asid_window[0 .. LIMIT_ASIDS - 1];
    ENS_ALL
    ensures foreign: \old(FOREIGN) ==> thr_window[\old(core_cur)].fault == FAULT_SYSCALL && thr_window[\old(core_cur)].code == (uint32_t)method;
    ensures traced: trace_next == \old(trace_next);
    behavior call:
      assumes !FOREIGN && call_case(method, CPTR_IN) && top(callee(CPTR_IN));
      ensures call: slow_call{Pre,Post}(method, \old(CPTR_IN)) && is_next(\old(callee(CPTR_IN))) && prio_window[\old(callee(CPTR_IN))].word == 0;
      ENS_JOINS(\old(callee(CPTR_IN)))
    behavior reply_recv:
      assumes !FOREIGN && rr_case(method, CPTR_IN) && top(reply_window[core_cur].caller);
      ensures reply_recv: slow_rr{Pre,Post}(method, \old(CPTR_IN)) && is_next(\old(reply_window[core_cur].caller)) &&
        prio_window[\old(reply_window[core_cur].caller)].word == 0;
      ENS_JOINS(\old(reply_window[core_cur].caller))
    behavior signal:
      assumes !FOREIGN && signal_case(method, CPTR_IN) && top(core_cur) && run_window[callee(CPTR_IN)].prio > run_window[core_cur].prio;
      ensures signal: slow_signal{Pre,Post}(\old(CPTR_IN)) && is_next(\old(callee(CPTR_IN))) && prio_window[\old(callee(CPTR_IN))].word == 0;
      ENS_JOINS(\old(callee(CPTR_IN)))
    behavior wait:
      assumes !FOREIGN && wait_case(method, CPTR_IN) && is_next(wait_next);
      ensures wait: slow_wait{Pre,Post}(\old(CPTR_IN)) && is_next(\old(wait_next));
      ensures same: \forall integer k; ready(k) <==> \old(ready(k)); */
static void syscall_act(word_t method)
{
    cspace_known();
    /*@ ghost callee_waits(reg_window[core_cur].at[REG_BADGE]); */
    /*@ ghost caller_waits(); */
    syscall_do(method);
}

/* entry_leave - schedule(), which keeps the whole invariant. */
/*@ requires kernel_ok;
    assigns RQ_STATE, core_cur, reg_window[0 .. LIMIT_OBJECTS - 1];
    ENS_ALL ENS_SCHEDULED
    ensures runs: core_cur != 0 ==> tcb_at(core_cur) && sched_window[core_cur].state == TS_RUNNING;
    ensures queue: \forall integer k; ready(k) <==> (k != core_cur && (\old(ready(k)) || (k == \old(core_cur) && k != 0)));
    ensures image: \let t = core_cur; \old(prio_window[t].word) == 0 ==> \forall integer i; 0 <= i < ARCH_REGS ==> reg_window[t].at[i] == \old(reg_window[t].at[i]); */
static void entry_leave(void)
{
    schedule();
}

void kernel_syscall(word_t method)
{
    trace_event(TRACE_CALL, method, REG(core_cur, REG_BADGE));
    syscall_act(method);
    entry_leave();
    /*@ assert call: \at(!FOREIGN && call_case(method, CPTR_IN) && top(callee(CPTR_IN)), Pre) ==> core_cur == \at(callee(CPTR_IN), Pre); */
    /*@ assert reply: \at(!FOREIGN && rr_case(method, CPTR_IN) && top(reply_window[core_cur].caller), Pre) ==>
          core_cur == \at(reply_window[core_cur].caller, Pre); */
}

void kernel_fault(word_t kind, word_t address, word_t code)
{
    trace_event(TRACE_FAULT, kind, address);
    fault_raise(kind, address, code);
    entry_leave();
}

/* slice_turn - the running thread's slice is over: it goes behind its equals. */
/*@ requires kernel_ok;
    assigns RQ_STATE, core_cur, thr_window[core_cur].ticks;
    ENS_ALL
    ensures ticks: \old(core_cur) != 0 ==> thr_window[\old(core_cur)].ticks == (uint64_t)(\old(thr_window[core_cur].ticks) + 1); */
static void slice_turn(void)
{
    sched_tick();
    /*@ ghost kernel_whole(); */
}

/* clock_tick - the timer interrupted: expired timers signal; when the slice is over its thread goes behind its equals. */
/*@ requires kernel_ok;
    assigns IPC_STATE, ntfn_window[0 .. LIMIT_OBJECTS - 1], timer_window[0 .. LIMIT_TIMERS - 1], slice_end, hw_time, hw_timer;
    ENS_ALL
    ensures expired: \forall integer i; 0 <= i < LIMIT_TIMERS ==> timer_window[i].deadline == 0 || timer_window[i].deadline > hw_time;
    ensures armed: hw_timer <= slice_end;
    ensures slice: \old(slice_end) <= hw_time ==> slice_end == (uint64_t)(hw_time + SLICE_NS) &&
      (\old(core_cur) != 0 ==> thr_window[\old(core_cur)].ticks == (uint64_t)(\old(thr_window[core_cur].ticks) + 1)); */
static void clock_tick(void)
{
    word_t now = arch_time_now();

    timer_expire(now);
    if (now >= slice_end) {
        slice_turn();
        slice_end = now + SLICE_NS;
    }
    timer_arm(slice_end);
}

/* irq_take - a device interrupted: its line is masked until the driver acknowledges. */
/*@ requires kernel_ok && irq < LIMIT_IRQS;
    assigns MEET_STATE, ntfn_window[0 .. LIMIT_OBJECTS - 1], hw_masked[irq];
    ENS_ALL
    ensures masked: hw_masked[irq] == 1;
    ensures told: weak_ok(irq_window[irq].slot, irq_window[irq].gen) ==> signalled{Pre,Post}(cap_window[irq_window[irq].slot].obj,
      cap_window[irq_window[irq].slot].badge); */
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
    entry_leave();
}

void kernel_start(void)
{
    slice_end = arch_time_now() + SLICE_NS;
    timer_arm(slice_end);
    entry_leave();
}
