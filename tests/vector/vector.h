/* vector.h - test vectors: system calls that must be refused, each by one rule, and what must be made before.
 *
 * Idea: the table (gen/table.c) is data; run.c interprets it on any kernel that a vector_host reaches: the real one under the host's tests
 * (tests/unit/vector_test.c), and the booted one from a program in place of init (tests/vector/init).
 * Invariant: between two vectors the memory is free again and every scratch slot empty.
 * Does not know: how a system call is made, or what the kernel keeps in memory. */
#ifndef VECTOR_H
#define VECTOR_H
#include <abi.h>
#include <bootinfo.h>
#include <stdint.h>

enum { VECTOR_ARGS = 9, VECTOR_ANSWERS = 8, VECTOR_FRAMES = 320, VECTOR_SLOTS = 320, VECTOR_PRIORITY = 200, VECTOR_STACK_BYTES = 4096 };
enum { VECTOR_BUFFER = 256, VECTOR_BLOCKED = 255 }; /* a step that is no call; an answer: the caller waits and nobody else runs */

/* What a value counts from; only the running system knows it. */
enum vector_base {
    VECTOR_NUMBER, VECTOR_SCRATCH, VECTOR_RAM, VECTOR_DEVICE, VECTOR_FRAME, VECTOR_OBJECT, VECTOR_DEVICE_OBJECT, VECTOR_SLOTS_END, VECTOR_IRQ,
    VECTOR_HELPER_PC, VECTOR_HELPER_SP, VECTOR_BASES
};
enum vector_when { WHEN_ALWAYS, WHEN_PORTS, WHEN_NO_PORTS };

struct vector_value { /* base + n + walk * repetition; a handle: times 2^32, + gen */
    word_t n;
    uint32_t gen;
    int16_t walk;
    uint8_t base, handle;
};
struct vector_step {
    uint16_t method, repeat;
    struct vector_value count, arg[VECTOR_ARGS]; /* arg[0] is the capability called */
};
struct vector {
    const char *name; /* the rule */
    uint8_t error, when;
    uint32_t first, steps; /* in vector_steps; the last one is the call */
    uint32_t twin;         /* 1: were the check not there, a later one would answer the same */
};
extern const struct vector_step vector_steps[];
extern const struct vector vectors[];
extern const uint32_t vectors_count;

/* What an interpreter needs of its host. */
struct vector_host {
    const struct bootinfo *info;
    word_t helper_pc, helper_sp; /* where a helper thread starts: it calls its argument for ever; the end of the first of 2 stacks */
    int ports;                   /* the machine has I/O ports */
    /* A system call; the words it answers, unless `answer` is 0. ERR_*, or VECTOR_BLOCKED. */
    err_t (*call)(word_t method, word_t count, const word_t arg[VECTOR_ARGS], word_t answer[VECTOR_ANSWERS]);
    void (*buffer)(word_t index, word_t value); /* writes a word of the caller's message buffer */
    void (*before)(void);                       /* the set-up is done */
    int (*unchanged)(void);                     /* 1 if nothing is different from then but the caller's registers */
};

enum vector_result { VECTOR_OK, VECTOR_SKIPPED, VECTOR_SETUP, VECTOR_ANSWER, VECTOR_CHANGED, VECTOR_RESET };

/* vector_begin - Memory and slots for the vectors, and a priority that is not the greatest. 0 if the system has not enough. */
int vector_begin(const struct vector_host *host);
/* vector_run - One vector. *step: where it stopped; *answer: what that call said. */
enum vector_result vector_run(const struct vector *v, uint32_t *step, err_t *answer);
const char *vector_result_text(enum vector_result result);
#endif
