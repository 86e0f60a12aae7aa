/* thread.h - A thread of execution. Generated from spec/object/thread.yaml.
 * Every function is one system call and answers ERR_*, in the order of its manual page (docs/reference/thread.md); out parameters are set on ERR_NONE only. */
#ifndef ABI_THREAD_H
#define ABI_THREAD_H
#include <abi.h>

/* Give a stopped thread what it uses, as copies in its own four slots, and its priority. Capability 0 leaves that slot as it is.
 * cspace: its capability space
 * vspace: its address space
 * handler: endpoint that is called when it faults
 * buffer: page of its message buffer
 * priority: its priority, at most the caller's */
err_t thread_configure(cptr_t self, cptr_t cspace, cptr_t vspace, cptr_t handler, cptr_t buffer, word_t priority);

/* Change a thread's priority; 0 is lowest, 255 highest.
 * priority: new priority, at most the caller's */
err_t thread_set_priority(cptr_t self, word_t priority);

/* Say where a stopped thread starts; its other registers become zero.
 * pc: first instruction
 * sp: stack pointer
 * arg: first argument
 * tls: base of thread-local storage */
err_t thread_write(cptr_t self, word_t pc, word_t sp, word_t arg, word_t tls);

/* Let a stopped thread go on. */
err_t thread_resume(cptr_t self);

/* Stop a thread whatever it does; a wait it was in ends with ERR_GONE when it is resumed. */
err_t thread_suspend(cptr_t self);

struct thread_inspect_answer {
    word_t state; /* TS_* */
    word_t priority; /* its priority */
    word_t fault; /* FAULT_* it stopped with; 0 = none */
    word_t pc; /* program counter */
    word_t sp; /* stack pointer */
    word_t ticks; /* slices used up */
    word_t address; /* address of the fault */
    word_t flags; /* THREAD_* bits */
};
/* What a thread is doing. */
err_t thread_inspect(cptr_t self, struct thread_inspect_answer *out);

/* Set the flags of a stopped thread. THREAD_FOREIGN makes every system call of it a fault.
 * flags: THREAD_* bits */
err_t thread_set_flags(cptr_t self, word_t flags);

/* One register of a stopped or waiting thread.
 * index: place in the register image (REG_*); 36 pc, 37 sp, 38 tls
 * value: out: the register */
err_t thread_read(cptr_t self, word_t index, word_t *value);
#endif
