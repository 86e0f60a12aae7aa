/* service_look.c - what the system is doing, for those who may inspect it; and its end.
 *
 * Idea: positions instead of lists: the caller asks again with the next position, so no answer takes long. */
#include "init.h"
#include "memory.h"
#include "service.h"
#include <kernel.h>
#include <string.h>
#include <thread.h>

enum { STAT_FRAMES = 4096, KINDS = 10, FIRST_OWNERS = 2 };

/* thread_next - The first existing thread at or behind a position (entry * THREADS + thread). */
static struct process *thread_next(word_t *position)
{
    for (; *position < PROCESSES * THREADS; (*position)++) {
        struct process *p = &processes[*position / THREADS];
        if (p->number != 0 && *position % THREADS < p->threads) return p;
    }
    return 0;
}

word_t service_list(void *state, word_t badge, word_t position, struct message *reply)
{
    struct process *caller = state;
    (void)badge;
    struct process *p = thread_next(&position);
    struct thread_inspect_answer info = {0};
    if (!caller_may(caller, PROCESS_MAY_INSPECT)) return STATUS_DENIED;
    if (p == 0) return STATUS_ABSENT;
    thread_inspect(cptr_of(p->thread[position % THREADS]), &info);
    process_answer_list(reply, p->number, p->parent, position % THREADS, info.state, info.priority, info.ticks,
                        p->arena.heap.count, p->restarts, position + 1, p->name);
    return STATUS_OK;
}

/* frames_count - Frames of a kind that belong to an untyped, among `count` from `first` on. */
static word_t frames_count(word_t first, word_t count, word_t kind, word_t owner)
{
    word_t sum = 0;
    for (word_t at = first; at < first + count; at += STAT_FRAMES) {
        word_t frames = 0;
        kernel_stat(cptr_of(INIT_KERNEL), at, kind, owner, &frames);
        sum += frames;
    }
    return sum;
}

/* owner_boot - The kernel's gift to init at boot: frames at the beginning of each region that are not free. */
static void owner_boot(word_t by_kind[KINDS])
{
    for (word_t i = 0; i < bootinfo()->untypeds; i++) {
        const struct bootinfo_region *r = &bootinfo()->untyped[i];
        for (word_t kind = 0; kind < KINDS && !r->device; kind++)
            if (kind != KIND_FREE) by_kind[kind] += frames_count(r->first, STAT_FRAMES, kind, r->first);
    }
    by_kind[KIND_FREE] = memory_free();
}

static void owner_arena(word_t by_kind[KINDS], const struct arena *arena)
{
    word_t first = arena->heap.first;
    for (word_t kind = 0; kind < KINDS; kind++) by_kind[kind] = frames_count(first, arena->heap.count, kind, first);
}

word_t service_memory(void *state, word_t badge, word_t position, struct message *reply)
{
    struct process *caller = state;
    (void)badge;
    char name[NAME_BYTES] = "";
    word_t by_kind[KINDS] = {0};
    if (!caller_may(caller, PROCESS_MAY_INSPECT)) return STATUS_DENIED;
    if (position >= FIRST_OWNERS + PROCESSES) return STATUS_ABSENT;
    const struct process *p = position < FIRST_OWNERS ? 0 : &processes[position - FIRST_OWNERS];
    if (position == 0) owner_boot(by_kind);
    else if (position == 1) owner_arena(by_kind, &system_arena);
    else if (p->number != 0) owner_arena(by_kind, &p->arena);
    if (p == 0) name_copy(name, position == 0 ? "(free, and init itself)" : "(shared)", sizeof name);
    else if (p->number != 0) name_copy(name, p->name, sizeof name);
    process_answer_memory(reply, by_kind, name);
    return STATUS_OK;
}

word_t service_trace(void *state, word_t badge, word_t wanted, struct message *reply)
{
    struct process *caller = state;
    (void)badge;
    if (!caller_may(caller, PROCESS_MAY_INSPECT)) return STATUS_DENIED;
    static struct trace_record record[TRACE_RECORDS];
    struct kernel_info_answer info = {0};
    struct kernel_trace_answer t;
    if (wanted > TRACE_RECORDS) wanted = TRACE_RECORDS;
    kernel_info(cptr_of(INIT_KERNEL), &info);
    if (wanted > info.events) wanted = info.events;
    for (word_t i = 0; i < wanted; i++) {
        if (kernel_trace(cptr_of(INIT_KERNEL), (info.events - wanted + i) % LIMIT_TRACE, &t) != ERR_NONE) return STATUS_STATE;
        record[i] = (struct trace_record){t.what, t.code, t.thread, t.number, t.argument};
    }
    process_answer_trace(reply, record, wanted);
    return STATUS_OK;
}

word_t service_stat(void *state, word_t badge, struct message *reply)
{
    struct process *caller = state;
    (void)badge;
    if (!caller_may(caller, PROCESS_MAY_INSPECT)) return STATUS_DENIED;
    word_t kernel_free = 0, count = 0;
    for (word_t i = 0; i < bootinfo()->untypeds; i++) {
        const struct bootinfo_region *r = &bootinfo()->untyped[i];
        if (!r->device) kernel_free += frames_count(r->first, r->count, KIND_FREE, r->first);
    }
    for (uint32_t i = 0; i < PROCESSES; i++) count += processes[i].number != 0;
    process_answer_stat(reply, memory_free(), kernel_free - memory_kept(), slot_free(), count);
    return STATUS_OK;
}

word_t service_power(void *state, word_t badge, word_t status, struct message *reply)
{
    struct process *caller = state;
    (void)badge;
    (void)reply;
    if (!caller_may(caller, PROCESS_MAY_POWER)) return STATUS_DENIED;
    if (status > 255) return STATUS_ARGUMENT;
    kernel_power_off(cptr_of(INIT_KERNEL), status);
    return STATUS_STATE;
}
