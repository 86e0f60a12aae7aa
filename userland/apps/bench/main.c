/* main.c - choose, measure, print.
 *
 * usage: bench [ipc | kernel | all]. Output lines: "bench NAME VALUE". */
#include "bench.h"
#include <client/console.h>
#include <client/process.h>
#include <rt/start.h>
#include <string.h>

static void empty(word_t rounds) { (void)rounds; }

/* ticks - What a run costs, counter reading included. */
static word_t ticks(measured_t *run, word_t rounds)
{
    word_t begin = counter_read();
    run(rounds);
    return counter_read() - begin;
}

void measure(const char *name, measured_t *run)
{
    run(2); /* what happens the first time only happens here */
    word_t none = ticks(empty, ROUNDS), all = ticks(run, ROUNDS);
    print("bench %-28s %8lu\n", name, (all - none + ROUNDS / 2) / ROUNDS);
}

_Noreturn void failed(const char *what)
{
    print("bench: wrong result: %s\n", what);
    process_exit(1);
}

int main(int argc, char **argv)
{
    const char *what = argc > 1 ? argv[1] : "ipc";
    int all = strcmp(what, "all") == 0, ipc = all || strcmp(what, "ipc") == 0, kernel = all || strcmp(what, "kernel") == 0;
    if (strcmp(what, "server") == 0) return serve();
    if (!ipc && !kernel) {
        print("usage: bench [ipc | kernel | all]\n");
        return 2;
    }
    if (!counter_always() && !start_value("bench")) {
        print("bench: the kernel keeps the counter from programs; boot with the word 'bench' (tools/run ARCH --append bench)\n");
        return 2;
    }
    print("bench: counter units a round (instructions under --icount), stubs and loops included; %d rounds each\n", ROUNDS);
    measure("calibration-loop-2", counter_loop);
    if (ipc) bench_ipc();
    if (kernel) bench_kernel();
    return 0;
}
