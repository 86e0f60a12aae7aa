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
    predicate buffer_ok(integer s) = s == 0 || frame_kind[cap_window[s].obj / 4] == KIND_USER;
    // t's slot for which holds afterwards what slot s held before; source slot 0 asks for nothing
    predicate bound{A,B}(integer t, integer which, integer s) = s != 0 ==> \at(cap_window[32 * t + which].type,B) == \at(cap_window[s].type,A) &&
      \at(cap_window[32 * t + which].rights,B) == \at(cap_window[s].rights,A) && \at(cap_window[32 * t + which].obj,B) == \at(cap_window[s].obj,A) &&
      \at(cap_window[32 * t + which].badge,B) == \at(copy_badge(cap_window[s].type, cap_window[s].badge),A); */
/* What the fast path reads of them: the capability space, unless t is foreign, and the buffer. */
#define ENS_CSPACE_SHOWN(t, s) ensures space: s != 0 && thr_window[t].flags % 2 != THREAD_FOREIGN ==> \
  cn_window[t].base == 32 * \old(cap_window[s].obj) && cn_window[t].limit == \old(cap_window[s].badge);
#define ENS_BUFFER_SHOWN(t, s) ensures buf: s != 0 ==> thr_window[t].buf == \old(cap_window[s].obj) / 4;
#define ENS_ALL_BOUND(t) ensures bound_cspace: bound{Pre,Post}(t, TCB_CSPACE, cspace); ensures bound_vspace: bound{Pre,Post}(t, TCB_VSPACE, vspace); \
  ensures bound_handler: bound{Pre,Post}(t, TCB_HANDLER, handler); ensures bound_buffer: bound{Pre,Post}(t, TCB_BUFFER, buffer);

/* thread_configure - give the thread its capability space, address space, fault handler and message buffer, as copies in its own slots (source slot 0:
 * leave it as it is), and its priority. */
/*@ requires kernel_ok && thread_cap(s) && priority < LIMIT_PRIORITIES;
    requires cspace: bind_ok(cap_window[s].obj, TCB_CSPACE, cspace, CAP_CNODE);
    requires vspace: bind_ok(cap_window[s].obj, TCB_VSPACE, vspace, CAP_VSPACE);
    requires handler: bind_ok(cap_window[s].obj, TCB_HANDLER, handler, CAP_ENDPOINT) && handler_ok(handler);
    requires buffer: bind_ok(cap_window[s].obj, TCB_BUFFER, buffer, CAP_PAGE) && buffer_ok(buffer);
    assigns RQ_STATE, REG_STATE, CAP_STATE, cn_window[0 .. LIMIT_OBJECTS - 1];
    ENS_ALL ENS_ALL_BOUND(\old(cap_window[s].obj))
    ENS_CSPACE_SHOWN(\old(cap_window[s].obj), cspace) ENS_BUFFER_SHOWN(\old(cap_window[s].obj), buffer)
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
    ensures arg: reg_window[cap_window[s].obj].at[REG_BADGE] == arg;
    ensures whole: prio_window[cap_window[s].obj].word == 0; */
void thread_write(word_t s, word_t pc, word_t sp, word_t arg, word_t tls);

/* thread_resume - an inactive thread with an address space goes on from its register image. */
/*@ requires kernel_ok && thread_cap(s) && sched_window[cap_window[s].obj].state == TS_INACTIVE;
    requires space: cap_window[32 * cap_window[s].obj + TCB_VSPACE].type == CAP_VSPACE;
    assigns RQ_STATE, thr_window[cap_window[s].obj].fault;
    ENS_ALL
    ensures goes: ready(cap_window[s].obj);
    ensures well: thr_window[cap_window[s].obj].fault == FAULT_NONE; */
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
    ensures sched: \let t = cap_window[s].obj; reg_window[core_cur].at[REG_WORD + INSPECT_STATE] == sched_window[t].state &&
      reg_window[core_cur].at[REG_WORD + INSPECT_PRIORITY] == run_window[t].prio && reg_window[core_cur].at[REG_WORD + INSPECT_TICKS] == thr_window[t].ticks;
    ensures place: \let t = cap_window[s].obj; reg_window[core_cur].at[REG_WORD + INSPECT_PC] == ctx_window[t].pc &&
      reg_window[core_cur].at[REG_WORD + INSPECT_SP] == ctx_window[t].sp && reg_window[core_cur].at[REG_WORD + INSPECT_FLAGS] == thr_window[t].flags;
    ensures fault: \let t = cap_window[s].obj; reg_window[core_cur].at[REG_WORD + INSPECT_FAULT] == thr_window[t].fault &&
      reg_window[core_cur].at[REG_WORD + INSPECT_ADDRESS] == thr_window[t].address; */
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
    ensures value: index < ARCH_REGS && cap_window[s].obj != core_cur ==> reg_window[core_cur].at[REG_WORD] == reg_window[cap_window[s].obj].at[index];
    ensures pc: index == READ_PC ==> reg_window[core_cur].at[REG_WORD] == ctx_window[cap_window[s].obj].pc;
    ensures sp: index == READ_SP ==> reg_window[core_cur].at[REG_WORD] == ctx_window[cap_window[s].obj].sp;
    ensures tls: index == READ_TLS ==> reg_window[core_cur].at[REG_WORD] == ctx_window[cap_window[s].obj].tls; */
void thread_read(word_t s, word_t index);
#endif
