/* thread.h - A thread of execution. Generated from spec/object/thread.yaml.
 * Every function is one system call and answers the ERR_* of the first rule that fails (docs/reference/thread.md); out parameters are set on ERR_NONE only. */
#ifndef ABI_THREAD_H
#define ABI_THREAD_H
#include <abi.h>

/* Give a stopped thread what it uses, as copies in its own four slots, and its priority. Capability 0 leaves that slot as it is.
 * self: thread capability with write; the thread capability called
 * cspace: cnode capability; its capability space
 * vspace: vspace capability; its address space
 * handler: endpoint capability with write, grant_reply; endpoint that is called when it faults
 * buffer: page capability with read, write; page of its message buffer
 * priority: its priority, at most the caller's
 * Checked in this order: self_in ERR_SLOT, self_fresh ERR_STALE, self_full ERR_EMPTY, self_names_thread ERR_TYPE, self_may_write ERR_RIGHTS,
 * cspace_in ERR_SLOT, cspace_fresh ERR_STALE, cspace_full ERR_EMPTY, cspace_names_cnode ERR_TYPE, vspace_in ERR_SLOT, vspace_fresh ERR_STALE,
 * vspace_full ERR_EMPTY, vspace_names_vspace ERR_TYPE, handler_in ERR_SLOT, handler_fresh ERR_STALE, handler_full ERR_EMPTY, handler_names_endpoint
 * ERR_TYPE, handler_may_write ERR_RIGHTS, handler_may_grant_reply ERR_RIGHTS, buffer_in ERR_SLOT, buffer_fresh ERR_STALE, buffer_full ERR_EMPTY,
 * buffer_names_page ERR_TYPE, buffer_may_read ERR_RIGHTS, buffer_may_write ERR_RIGHTS, priority_is_priority ERR_RANGE, stopped ERR_STATE, allowed
 * ERR_RIGHTS, cspace_free ERR_OCCUPIED, vspace_free ERR_OCCUPIED, handler_free ERR_OCCUPIED, buffer_free ERR_OCCUPIED, buffer_memory ERR_TYPE,
 * cspace_source ERR_DEPTH/ERR_REFS, vspace_source ERR_DEPTH/ERR_REFS, handler_source ERR_DEPTH/ERR_REFS, buffer_source ERR_DEPTH/ERR_REFS. */
err_t thread_configure(cptr_t self, cptr_t cspace, cptr_t vspace, cptr_t handler, cptr_t buffer, word_t priority);

/* Change a thread's priority; 0 is lowest, 255 highest.
 * self: thread capability with write; the thread capability called
 * priority: new priority, at most the caller's
 * Checked in this order: self_in ERR_SLOT, self_fresh ERR_STALE, self_full ERR_EMPTY, self_names_thread ERR_TYPE, self_may_write ERR_RIGHTS,
 * priority_is_priority ERR_RANGE, allowed ERR_RIGHTS. */
err_t thread_set_priority(cptr_t self, word_t priority);

/* Say where a stopped thread starts; its other registers become zero.
 * self: thread capability with write; the thread capability called
 * pc: first instruction
 * sp: stack pointer
 * arg: first argument
 * tls: base of thread-local storage
 * Checked in this order: self_in ERR_SLOT, self_fresh ERR_STALE, self_full ERR_EMPTY, self_names_thread ERR_TYPE, self_may_write ERR_RIGHTS,
 * pc_is_vaddr ERR_RANGE, tls_is_vaddr ERR_RANGE, stopped ERR_STATE. */
err_t thread_write(cptr_t self, word_t pc, word_t sp, word_t arg, word_t tls);

/* Let a stopped thread go on.
 * self: thread capability with write; the thread capability called
 * Checked in this order: self_in ERR_SLOT, self_fresh ERR_STALE, self_full ERR_EMPTY, self_names_thread ERR_TYPE, self_may_write ERR_RIGHTS,
 * stopped ERR_STATE, space ERR_EMPTY. */
err_t thread_resume(cptr_t self);

/* Stop a thread whatever it does; a wait it was in ends with ERR_GONE when it is resumed.
 * self: thread capability with write; the thread capability called
 * Checked in this order: self_in ERR_SLOT, self_fresh ERR_STALE, self_full ERR_EMPTY, self_names_thread ERR_TYPE, self_may_write ERR_RIGHTS. */
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
/* What a thread is doing.
 * self: thread capability with read; the thread capability called
 * Checked in this order: self_in ERR_SLOT, self_fresh ERR_STALE, self_full ERR_EMPTY, self_names_thread ERR_TYPE, self_may_read ERR_RIGHTS. */
err_t thread_inspect(cptr_t self, struct thread_inspect_answer *out);

/* Set the flags of a stopped thread. THREAD_FOREIGN makes every system call of it a fault.
 * self: thread capability with write; the thread capability called
 * flags: THREAD_* bits
 * Checked in this order: self_in ERR_SLOT, self_fresh ERR_STALE, self_full ERR_EMPTY, self_names_thread ERR_TYPE, self_may_write ERR_RIGHTS,
 * flags_is_bool ERR_RANGE, stopped ERR_STATE. */
err_t thread_set_flags(cptr_t self, word_t flags);

/* One register of a stopped or waiting thread.
 * self: thread capability with read; the thread capability called
 * index: place in the register image (REG_*); 36 pc, 37 sp, 38 tls
 * value: out: the register
 * Checked in this order: self_in ERR_SLOT, self_fresh ERR_STALE, self_full ERR_EMPTY, self_names_thread ERR_TYPE, self_may_read ERR_RIGHTS, known
 * ERR_RANGE, other ERR_STATE. */
err_t thread_read(cptr_t self, word_t index, word_t *value);
#endif
