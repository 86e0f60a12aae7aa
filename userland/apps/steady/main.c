/* main.c - do programs keep their registers when they are interrupted? Two threads of one priority each fill every register with a pattern
 * of their own and look at it again and again, while the timer takes the processor from one and gives it to the other.
 *
 * usage: steady [slices]. Status 0: after so many slices of both threads, no register and no flag had changed. */
#include <client/console.h>
#include <client/process.h>
#include <rt/number.h>
#include <rt/start.h>
#include <thread.h>

enum { SLICES = 10, ROUNDS = 1000, STACK_BYTES = 4096, SEED_MAIN = 0x123456789000, SEED_OTHER = 0x7edcba987000 };

/* By architecture, see hold.S: 0, or 1 when something changed within so many rounds. */
word_t steady_hold(word_t rounds, word_t seed);

static uint8_t stack[STACK_BYTES] __attribute__((aligned(16)));
static volatile word_t other_changed;

static void other(word_t unused)
{
    (void)unused;
    for (;;) other_changed |= steady_hold(ROUNDS, SEED_OTHER);
}

static word_t slices_of(word_t slot)
{
    struct thread_inspect_answer answer = {0};
    return thread_inspect(cptr_of(slot), &answer) == ERR_NONE ? answer.ticks : 0;
}

int main(int argc, char **argv)
{
    word_t changed = 0, slot;
    uint64_t wanted = SLICES;
    struct thread_inspect_answer self;
    if (argc > 1 && number_parse(argv[1], &wanted) != NUMBER_OK) {
        print("usage: steady [slices]\n");
        return 2;
    }
    if (thread_inspect(cptr_of(SLOT_THREAD), &self) != ERR_NONE ||
        process_thread(other, stack + STACK_BYTES, 0, self.priority, &slot) != STATUS_OK) {
        print("steady: no second thread\n");
        return 1;
    }
    while (slices_of(SLOT_THREAD) < wanted || slices_of(slot) < wanted) changed |= steady_hold(ROUNDS, SEED_MAIN);
    print("steady: %lu slices: %s\n", wanted, changed || other_changed ? "REGISTERS CHANGED" : "every register held");
    return changed || other_changed;
}
