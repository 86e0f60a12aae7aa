/* trace.h - the last LIMIT_TRACE slow entries into the kernel, for kernel.trace and the epitaph. */
#ifndef KERNEL_TRACE_H
#define KERNEL_TRACE_H
#include <state.h>
enum { TRACE_CALL = 1, TRACE_FAULT = 2, TRACE_INTERRUPT = 3 };

struct trace { uint32_t what, code, thread, number; uint64_t argument; };   /* what: TRACE_*; code: method, FAULT_* or irq; number: counts all events */
extern struct trace trace_ring[LIMIT_TRACE];
extern uint32_t trace_next;   /* number of the next event */
#define TRACE_STATE trace_ring[0 .. LIMIT_TRACE - 1], trace_next

/* trace_event - remember one entry; overwrites the oldest. */
/*@ assigns TRACE_STATE;
    ensures next: trace_next == (\old(trace_next) + 1) % 4294967296;
    ensures event: \let e = trace_ring[\old(trace_next) % LIMIT_TRACE]; e.what == what % 4294967296 && e.code == code % 4294967296 &&
      e.thread == core_cur && e.number == \old(trace_next) && e.argument == argument;
    ensures others: \forall integer i; 0 <= i < LIMIT_TRACE && i != \old(trace_next) % LIMIT_TRACE ==> trace_ring[i] == \old(trace_ring[i]); */
void trace_event(word_t what, word_t code, word_t argument);
#endif
