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
    ensures entry: \let i = \old(trace_next) % LIMIT_TRACE; trace_ring[i].what == (uint32_t)what && trace_ring[i].code == (uint32_t)code &&
      trace_ring[i].thread == core_cur && trace_ring[i].number == \old(trace_next) && trace_ring[i].argument == argument;
    ensures others: \forall integer k; 0 <= k < LIMIT_TRACE && k != \old(trace_next) % LIMIT_TRACE ==> trace_ring[k] == \old(trace_ring[k]); */
void trace_event(word_t what, word_t code, word_t argument);
#endif
