/* fault.h - a thread that cannot go on: the kernel makes a call for it to the endpoint in its TCB_HANDLER slot. */
#ifndef KERNEL_FAULT_H
#define KERNEL_FAULT_H
#include <kernel/message.h>

/* Words of a fault message. */
enum { FAULT_WORD_KIND = 0, FAULT_WORD_PC = 1, FAULT_WORD_ADDRESS = 2, FAULT_WORD_CODE = 3, FAULT_WORD_SP = 4, FAULT_WORD_METHOD = 5 };

/*@ // the receiver to knows afterwards what happened to from
    predicate fault_told{A,B}(integer to, integer from, integer badge) = \at(reg_window[to].at[REG_BADGE],B) == badge &&
      \at(reg_window[to].at[REG_LABEL],B) == \at(thr_window[from].fault,A) &&
      \at(reg_window[to].at[REG_WORD + FAULT_WORD_KIND],B) == \at(thr_window[from].fault,A) &&
      \at(reg_window[to].at[REG_WORD + FAULT_WORD_PC],B) == \at(ctx_window[from].pc,A) &&
      \at(reg_window[to].at[REG_WORD + FAULT_WORD_ADDRESS],B) == \at(thr_window[from].address,A) &&
      \at(reg_window[to].at[REG_WORD + FAULT_WORD_CODE],B) == \at(thr_window[from].code,A) &&
      \at(reg_window[to].at[REG_WORD + FAULT_WORD_SP],B) == \at(ctx_window[from].sp,A) &&
      \at(reg_window[to].at[REG_WORD + FAULT_WORD_METHOD],B) == \at((thr_window[from].fault == FAULT_SYSCALL ? thr_window[from].code : 0),A) &&
      (\forall integer i; REG_WORD + FAULT_WORD_METHOD < i < ARCH_REGS ==> \at(reg_window[to].at[i],B) == 0); */

/* fault_raise - the running thread, its register image full, stops with that fault: it waits for its handler's reply, or is inactive if it has none.
 * code: for FAULT_SYSCALL the method, else what the machine says. */
/*@ requires kernel_ok && core_cur != 0 && 1 <= kind <= FAULT_OTHER;
    assigns IPC_STATE, CAP_STATE;
    ENS_ALL
    ensures stopped: core_cur == 0;
    ensures kind: thr_window[\old(core_cur)].fault == kind && thr_window[\old(core_cur)].address == address &&
      thr_window[\old(core_cur)].code == (uint32_t)code;
    ensures slow: prio_window[\old(core_cur)].word == 0; */
void fault_raise(word_t kind, word_t address, word_t code);

/* fault_message - what the faulted thread from tells the receiver to. */
/*@ requires tcb_at(from) && tcb_at(to) && from != to;
    assigns REG_ALL(to);
    ensures told: fault_told{Pre,Post}(to, from, badge);
    ensures count: reg_window[to].at[REG_COUNT] == 0; */
void fault_message(word_t from, word_t to, word_t badge);
#endif
