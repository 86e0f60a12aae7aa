/* thread.h - what the methods of thread do once the generated checks have passed. s is the slot of the thread's capability. */
#ifndef KERNEL_THREAD_H
#define KERNEL_THREAD_H
#include <kernel/cnode.h>
#include <kernel/message.h>

/* Registers that thread.read knows beyond the image. */
enum { READ_PC = ARCH_REGS, READ_SP, READ_TLS, READ_END };
/* Words that thread.inspect answers. */
enum { INSPECT_STATE = 0, INSPECT_PRIORITY = 1, INSPECT_FAULT = 2, INSPECT_PC = 3, INSPECT_SP = 4, INSPECT_TICKS = 5, INSPECT_ADDRESS = 6,
       INSPECT_FLAGS = 7 };

/*@ predicate thread_cap(integer s) = slot_at(s) && cap_window[s].type == CAP_THREAD;
    // what configure may put into a slot of a thread: nothing, or something of that type into an empty slot
    predicate bind_ok(integer t, integer which, integer s, integer type) = s == 0 ||
      (derivable(s) && cap_window[s].type == type && cap_window[32 * t + which].type == CAP_NULL);
    predicate handler_ok(integer s) = s == 0 || ((cap_window[s].rights / RIGHT_WRITE) % 2 == 1 && (cap_window[s].rights / RIGHT_GRANT_REPLY) % 2 == 1);
    predicate buffer_ok(integer s) = s == 0 || frame_kind[cap_window[s].obj / 4] == KIND_USER; */

/* thread_configure - give the thread its capability space, address space, fault handler and message buffer, as copies in its own slots (source slot 0:
 * leave it as it is), and its priority. */
/*@ requires kernel_ok && thread_cap(s) && priority < LIMIT_PRIORITIES;
    requires cspace: bind_ok(cap_window[s].obj, TCB_CSPACE, cspace, CAP_CNODE);
    requires vspace: bind_ok(cap_window[s].obj, TCB_VSPACE, vspace, CAP_VSPACE);
    requires handler: bind_ok(cap_window[s].obj, TCB_HANDLER, handler, CAP_ENDPOINT) && handler_ok(handler);
    requires buffer: bind_ok(cap_window[s].obj, TCB_BUFFER, buffer, CAP_PAGE) && buffer_ok(buffer);
    assigns RQ_STATE, REG_STATE, CAP_STATE, cn_window[0 .. LIMIT_OBJECTS - 1];
    ENS_ALL
    ensures priority: run_window[\old(cap_window[s].obj)].prio == priority; */
void thread_configure(word_t s, word_t cspace, word_t vspace, word_t handler, word_t buffer, word_t priority);

/* thread_set_priority - 0 lowest, 255 highest. */
/*@ requires kernel_ok && thread_cap(s) && priority < LIMIT_PRIORITIES;
    assigns RQ_STATE;
    ENS_ALL
    ensures priority: run_window[cap_window[s].obj].prio == priority; */
void thread_set_priority(word_t s, word_t priority);

/* thread_write - where an inactive thread will start, with which argument; all its other registers become zero. */
/*@ requires kernel_ok && thread_cap(s) && sched_window[cap_window[s].obj].state == TS_INACTIVE;
    assigns REG_STATE, prio_window[cap_window[s].obj].word;
    ENS_ALL
    ensures pc: ctx_window[cap_window[s].obj].pc == pc && ctx_window[cap_window[s].obj].sp == sp && ctx_window[cap_window[s].obj].tls == tls;
    ensures arg: reg_window[cap_window[s].obj].at[REG_BADGE] == arg; */
void thread_write(word_t s, word_t pc, word_t sp, word_t arg, word_t tls);

/* thread_resume - an inactive thread with an address space goes on from its register image. */
/*@ requires kernel_ok && thread_cap(s) && sched_window[cap_window[s].obj].state == TS_INACTIVE;
    requires space: cap_window[32 * cap_window[s].obj + TCB_VSPACE].type == CAP_VSPACE;
    assigns RQ_STATE, thr_window[cap_window[s].obj].fault;
    ENS_ALL
    ensures goes: ready(cap_window[s].obj); */
void thread_resume(word_t s);

/* thread_suspend - stop it whatever it does; a wait it was in ends with ERR_GONE when it is resumed. */
/*@ requires kernel_ok && thread_cap(s);
    assigns IPC_STATE;
    ENS_ALL
    ensures stopped: sched_window[cap_window[s].obj].state == TS_INACTIVE;
    ensures cur: core_cur == \old(core_cur) || core_cur == 0; */
void thread_suspend(word_t s);

/* thread_inspect - words of the running thread: state, priority, fault, pc, sp, slices used up, address of the fault, flags. */
/*@ requires kernel_ok && thread_cap(s) && core_cur != 0;
    assigns reg_window[core_cur].at[REG_WORD .. REG_WORD + INSPECT_FLAGS];
    ensures state: reg_window[core_cur].at[REG_WORD + INSPECT_STATE] == sched_window[cap_window[s].obj].state; */
void thread_inspect(word_t s);

/* thread_set_flags - THREAD_* bits. A foreign thread has no capability space: every system call of it is a fault. */
/*@ requires kernel_ok && thread_cap(s) && flags <= THREAD_FOREIGN;
    assigns thr_window[cap_window[s].obj].flags, cn_window[cap_window[s].obj];
    ENS_ALL
    ensures flags: thr_window[cap_window[s].obj].flags == flags;
    ensures foreign: flags == THREAD_FOREIGN ==> cn_window[cap_window[s].obj].limit == 0; */
void thread_set_flags(word_t s, word_t flags);

/* thread_read - word 0 of the running thread: one register of a stopped thread, by its index in the image, or READ_PC, READ_SP, READ_TLS. */
/*@ requires kernel_ok && thread_cap(s) && core_cur != 0 && index < READ_END;
    assigns reg_window[core_cur].at[REG_WORD];
    ensures value: index < ARCH_REGS && cap_window[s].obj != core_cur ==> reg_window[core_cur].at[REG_WORD] == reg_window[cap_window[s].obj].at[index]; */
void thread_read(word_t s, word_t index);
#endif
