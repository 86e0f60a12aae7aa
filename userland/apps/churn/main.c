/* main.c - starts and ends many programs in every way there is, and compares what is free before and after, to the frame.
 *
 * usage: churn [cycles]. Status 0: nothing was lost. */
#include <client/console.h>
#include <client/process.h>
#include <names.h>
#include <rt/number.h>
#include <rt/start.h>

enum { CYCLES = 100, WAYS = 4, KINDS = 10 };
struct stock { word_t frames, kernel_frames, slots, processes, kind[KINDS]; };

static struct stock take_stock(void)
{
    struct stock s = {0};
    word_t kind[KINDS];
    char name[24];
    word_t status = process_stat(&s.frames, &s.kernel_frames, &s.slots, &s.processes);
    if (status != STATUS_OK) print("churn: init does not tell what is free\n");
    for (word_t at = 0; process_ask_memory(cptr_of(SLOT_INIT), at, kind, name) == STATUS_OK; at++)
        for (int i = 0; i < KINDS; i++) s.kind[i] += kind[i];
    return s;
}

/* cycle - One program: it faults, exits, is killed while it runs, or is killed before it runs. STATUS_* of the first failure. */
static word_t cycle(uint64_t number)
{
    static const char *const LINE[WAYS] = {"crash null", "crash not", "loop", "loop"};
    word_t process, end, code, way = number % WAYS, status = process_create(LINE[way], 0, &process, 0);
    if (status != STATUS_OK) return status;
    if (way < 2) return process_run(process, &end, &code);
    if (way == 2) status = process_start(process);
    return status == STATUS_OK ? process_kill(process) : status;
}

static int compare(const char *what, word_t before, word_t after)
{
    print("churn: %s: %lu before, %lu after%s\n", what, before, after, before == after ? "" : ": LOST");
    return before != after;
}

static int compare_all(const struct stock *before, const struct stock *after)
{
    int lost = compare("free frames", before->frames, after->frames);
    lost += compare("free frames by the kernel's count", before->kernel_frames, after->kernel_frames);
    lost += compare("free slots", before->slots, after->slots);
    lost += compare("processes", before->processes, after->processes);
    for (int i = KIND_USER; i < KINDS; i++) lost += compare(name_kind(i), before->kind[i], after->kind[i]);
    return lost;
}

int main(int argc, char **argv)
{
    uint64_t cycles = CYCLES;
    if (argc > 1 && number_parse(argv[1], &cycles) != NUMBER_OK) {
        print("usage: churn [cycles]\n");
        return 2;
    }
    cycle(0); /* whatever is made once for ever is made now */
    struct stock before = take_stock();
    for (uint64_t i = 0; i < cycles; i++) {
        word_t status = cycle(i);
        if (status != STATUS_OK) {
            print("churn: cycle %lu: %s\n", i, status_text(status));
            return 1;
        }
    }
    struct stock after = take_stock();
    int lost = compare_all(&before, &after);
    print("churn: %lu cycles, %s\n", cycles, lost ? "something was lost" : "everything came back");
    return lost != 0;
}
