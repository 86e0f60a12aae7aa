/* bench.h - measurements of kernel operations in units of the processor's counter: instructions under tools/run --icount.
 *
 * Idea: each measurement is a function of a number of rounds; the empty measurement is subtracted, the sum divided by the rounds.
 * Server: the same program started a second time, in an address space of its own, told by a label what to do next. */
#ifndef BENCH_BENCH_H
#define BENCH_BENCH_H
#include <abi.h>

enum { ROUNDS = 1000, CHECKED_ROUNDS = 50 };
enum bench_mode { MODE_0 = 1, MODE_4, MODE_10, MODE_60, MODE_WAIT, MODE_PONG, MODE_EXIT };
enum { PONG_BIT = 1, LEAVE_BIT = 2 };

/* By architecture: the counter, and a loop of 2 instructions a round. */
word_t counter_always(void); /* 0 if programs may read it only when the boot command line has the word "bench" */
word_t counter_read(void);
void counter_loop(word_t rounds);

typedef void measured_t(word_t rounds);
/* measure - Run and print "bench NAME VALUE". */
void measure(const char *name, measured_t *run);
/* failed - A result was wrong: say what and end with status 1. */
_Noreturn void failed(const char *what);

void bench_ipc(void);
void bench_kernel(void);
/* serve - The second process. */
int serve(void);
#endif
