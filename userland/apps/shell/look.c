/* look.c - ps, mem, trace: what init tells about the system. */
#include "shell.h"
#include <client/process.h>
#include <names.h>
#include <string.h>

void run_ps(char **word, uint32_t count)
{
    struct process_list_answer i;
    char name[24];
    (void)word;
    (void)count;
    print("%7s %6s %6s %8s %-8s %9s %7s %8s  %s\n", "process", "parent", "thread", "priority", "state", "slices", "frames",
          "restarts", "program");
    for (word_t at = 0; process_list(at, &i, name) == STATUS_OK; at = i.next)
        print("%7lu %6lu %6lu %8lu %-8s %9lu %7lu %8lu  %s\n", i.process, i.parent, i.thread, i.priority, name_state(i.state),
              i.ticks, i.frames, i.restarts, name);
}

static void mem_line(const word_t *kind, const char *name)
{
    print("%7lu %6lu %6lu %8lu %9lu %12lu %7lu %6lu %7lu  %s\n", kind[KIND_FREE], kind[KIND_USER], kind[KIND_TCB],
          kind[KIND_ENDPOINT], kind[KIND_NOTIFICATION], kind[KIND_REPLY], kind[KIND_CNODE], kind[KIND_PAGE_TABLE],
          kind[KIND_DEVICE], name);
}

void run_mem(char **word, uint32_t count)
{
    word_t kind[10], sum[10] = {0}, free, kernel_free, slots, processes;
    char name[24];
    (void)word;
    (void)count;
    print("%7s %6s %6s %8s %9s %12s %7s %6s %7s  %s\n", "free", "pages", "thread", "endpoint", "notific.", "reply", "cnode",
          "tables", "device", "owner (frames of 4 KiB)");
    for (word_t at = 0; process_memory(at, kind, name) == STATUS_OK; at++) {
        if (name[0] == 0) continue;
        mem_line(kind, name);
        for (int i = 0; i < 10; i++) sum[i] += kind[i];
    }
    mem_line(sum, "all");
    if (process_stat(&free, &kernel_free, &slots, &processes) != STATUS_OK) return;
    print("free for new processes: %lu frames by init's count, %lu by the kernel's; %lu slots; %lu processes\n", free, kernel_free,
          slots, processes);
}

/* trace_line - What entered, by the names of the specification. */
static void trace_line(const struct trace_record *r)
{
    static const char *const WHAT[] = {"-", "call", "fault", "interrupt"};
    const char *name = r->what == 1 ? name_call(r->code) : r->what == 2 ? name_fault(r->code) : "line";
    print("%8lu %8lx  %-9s %-20s %4lu  0x%lx\n", r->number, r->thread, r->what < 4 ? WHAT[r->what] : "?", name, r->code, r->argument);
}

void run_trace(char **word, uint32_t count)
{
    static struct trace_record record[TRACE_RECORDS];
    uint64_t records = TRACE_RECORDS;
    if (count > 1 && !number_word(word[1], &records)) return;
    if (records > TRACE_RECORDS) records = TRACE_RECORDS;
    word_t status = process_trace(record, &records);
    if (status != STATUS_OK) complain("trace", status);
    print("%8s %8s  %-9s %-20s %4s  %s\n", "number", "thread", "entry", "name", "code", "argument");
    for (word_t i = 0; i < records; i++) trace_line(&record[i]);
}
