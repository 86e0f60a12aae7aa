/* trace.c - the trace ring. Only slow entries are recorded: the fast path must not pay for it. */
#include <kernel/trace.h>

struct trace trace_ring[LIMIT_TRACE];
uint32_t trace_next;

void trace_event(word_t what, word_t code, word_t argument)
{
    uint32_t i = trace_next % LIMIT_TRACE;

    trace_ring[i].what = (uint32_t)what;
    trace_ring[i].code = (uint32_t)code;
    trace_ring[i].thread = core_cur;
    trace_ring[i].number = trace_next;
    trace_ring[i].argument = argument;
    trace_next = (uint32_t)((trace_next + (word_t)1u) % 4294967296u);
}
