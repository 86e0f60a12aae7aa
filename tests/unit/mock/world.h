/* world.h - a small kernel to test in: threads, endpoints, notifications, reply objects, one cnode that all threads share, message buffers.
 * world_sound() evaluates the kernel's invariants on it, the same ones that are proved: a test that breaks one fails. */
#ifndef WORLD_H
#define WORLD_H
#include "mock.h"
#include <check.h>
#include <stdlib.h>

enum { WORLD_THREAD = 32, WORLD_THREADS = 96, WORLD_ENDPOINT = 160, WORLD_NOTIFICATION = 164, WORLD_REPLY = 168, WORLD_CNODE = 44, WORLD_VSPACE = 46,
       WORLD_BUFFER = 64 };
#define SLOT(i) (WORLD_CNODE * 128u + (i))
#define CPTR(i) ((word_t)(i) << 32)

/* world_make - everything inactive, the cnode empty. */
void world_make(void);
/* world_thread - the i-th thread (0..95) has that priority, a buffer (frame WORLD_BUFFER + i) and the shared cnode. Its id. */
word_t world_thread(word_t i, word_t priority);
/* world_cap - slot i of the cnode holds that capability. Its slot id. */
word_t world_cap(word_t i, word_t type, word_t rights, word_t obj, word_t badge);
/* world_run - a thread created by world_thread runs. world_ready - it is ready. */
void world_run(word_t t);
void world_ready(word_t t);
/* world_say - the running thread's message: a label, and word i = first + i. world_sys - it makes that system call; then whoever should, runs. */
void world_say(word_t label, word_t first);
void world_sys(word_t method, word_t cptr);
/* Registers of a thread's image. */
#define BADGE(t) reg_window[t].at[REG_BADGE]
#define LABEL(t) reg_window[t].at[REG_LABEL]
#define COUNT(t) reg_window[t].at[REG_COUNT]
#define WORD(t, i) reg_window[t].at[REG_WORD + (i)]
#define FAILED(err) ((word_t)0 - (err))
/* world_sound - fails the test if an invariant of scheduling, queues or replies does not hold. */
void world_sound(void);
/* world_main - run the tests of one suite; exit status. */
typedef void (*world_add)(TCase *);
int world_main(const char *name, world_add add);
#endif
