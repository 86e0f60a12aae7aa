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

static void name_put(struct message *reply, const char *name)
{
    char bytes[NAME_BYTES];
    name_copy(bytes, name, sizeof bytes);
    message_put_bytes(reply, bytes, sizeof bytes);
}

/* thread_next - The first existing thread at or behind a position (entry * THREADS + thread). */
static struct process *thread_next(word_t *position)
{
    for (; *position < PROCESSES * THREADS; (*position)++) {
        struct process *p = &processes[*position / THREADS];
        if (p->number != 0 && *position % THREADS < p->threads) return p;
    }
    return 0;
}

word_t service_list(struct process *caller, const struct message *m, struct message *reply)
{
    word_t position = m->word[0];
    struct process *p = thread_next(&position);
    struct thread_inspect_answer info = {0};
    if (!caller_may(caller, PROCESS_MAY_INSPECT)) return STATUS_DENIED;
    if (p == 0) return STATUS_ABSENT;
    thread_inspect(cptr_of(p->thread[position % THREADS]), &info);
    word_t words[] = {p->number, p->parent, position % THREADS, info.state, info.priority, info.ticks,
                      p->arena.heap.count, p->restarts, position + 1};
    memcpy(reply->word, words, sizeof words);
    name_put(reply, p->name);
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
static void owner_boot(struct message *reply)
{
    for (word_t i = 0; i < bootinfo()->untypeds; i++) {
        const struct bootinfo_region *r = &bootinfo()->untyped[i];
        for (word_t kind = 0; kind < KINDS && !r->device; kind++)
            if (kind != KIND_FREE) reply->word[kind] += frames_count(r->first, STAT_FRAMES, kind, r->first);
    }
    reply->word[KIND_FREE] = memory_free();
    name_put(reply, "(free, and init itself)");
}

static void owner_arena(struct message *reply, const struct arena *arena, const char *name)
{
    word_t first = arena->heap.first;
    for (word_t kind = 0; kind < KINDS; kind++) reply->word[kind] = frames_count(first, arena->heap.count, kind, first);
    name_put(reply, name);
}

word_t service_memory(struct process *caller, const struct message *m, struct message *reply)
{
    word_t position = m->word[0];
    if (!caller_may(caller, PROCESS_MAY_INSPECT)) return STATUS_DENIED;
    if (position >= FIRST_OWNERS + PROCESSES) return STATUS_ABSENT;
    const struct process *p = position < FIRST_OWNERS ? 0 : &processes[position - FIRST_OWNERS];
    if (position == 0) owner_boot(reply);
    else if (position == 1) owner_arena(reply, &system_arena, "(shared)");
    else if (p->number != 0) owner_arena(reply, &p->arena, p->name);
    else name_put(reply, "");
    return STATUS_OK;
}

word_t service_trace(struct process *caller, const struct message *m, struct message *reply)
{
    if (!caller_may(caller, PROCESS_MAY_INSPECT)) return STATUS_DENIED;
    static struct trace_record record[TRACE_RECORDS];
    struct kernel_info_answer info = {0};
    struct kernel_trace_answer t;
    word_t wanted = m->word[0] < TRACE_RECORDS ? m->word[0] : TRACE_RECORDS;
    kernel_info(cptr_of(INIT_KERNEL), &info);
    if (wanted > info.events) wanted = info.events;
    for (word_t i = 0; i < wanted; i++) {
        if (kernel_trace(cptr_of(INIT_KERNEL), (info.events - wanted + i) % LIMIT_TRACE, &t) != ERR_NONE) return STATUS_STATE;
        record[i] = (struct trace_record){t.what, t.code, t.thread, t.number, t.argument};
    }
    message_put_bytes(reply, record, (uint32_t)(wanted * sizeof record[0]));
    reply->word[0] = wanted;
    return STATUS_OK;
}

word_t service_stat(struct process *caller, const struct message *m, struct message *reply)
{
    (void)m;
    if (!caller_may(caller, PROCESS_MAY_INSPECT)) return STATUS_DENIED;
    reply->word[0] = memory_free();
    for (word_t i = 0; i < bootinfo()->untypeds; i++) {
        const struct bootinfo_region *r = &bootinfo()->untyped[i];
        if (!r->device) reply->word[1] += frames_count(r->first, r->count, KIND_FREE, r->first);
    }
    reply->word[1] -= memory_kept();
    reply->word[2] = slot_free();
    for (uint32_t i = 0; i < PROCESSES; i++) reply->word[3] += processes[i].number != 0;
    return STATUS_OK;
}

word_t service_power(struct process *caller, const struct message *m, struct message *reply)
{
    (void)reply;
    if (!caller_may(caller, PROCESS_MAY_POWER)) return STATUS_DENIED;
    if (m->word[0] > 255) return STATUS_ARGUMENT;
    kernel_power_off(cptr_of(INIT_KERNEL), m->word[0]);
    return STATUS_STATE;
}
