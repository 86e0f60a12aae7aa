/* fault.h - a thread that cannot go on: the kernel makes a call for it to the endpoint in its TCB_HANDLER slot. */
#ifndef KERNEL_FAULT_H
#define KERNEL_FAULT_H
#include <kernel/message.h>

/* Words of a fault message. */
enum { FAULT_WORD_KIND = 0, FAULT_WORD_PC = 1, FAULT_WORD_ADDRESS = 2, FAULT_WORD_CODE = 3, FAULT_WORD_SP = 4, FAULT_WORD_METHOD = 5 };

/* fault_raise - the running thread, its register image full, stops with that fault: it waits for its handler's reply, or is inactive if it has none.
 * code: for FAULT_SYSCALL the method, else what the machine says. */
/*@ requires kernel_ok && core_cur != 0 && 1 <= kind <= FAULT_OTHER;
    assigns IPC_STATE, CAP_STATE;
    ENS_ALL
    ensures stopped: core_cur == 0;
    ensures kind: thr_window[\old(core_cur)].fault == kind; */
void fault_raise(word_t kind, word_t address, word_t code);

/* fault_message - what the faulted thread from tells the receiver to. */
/*@ requires tcb_at(from) && tcb_at(to) && from != to;
    assigns REG_ALL(to);
    ensures badge: reg_window[to].at[REG_BADGE] == badge && reg_window[to].at[REG_LABEL] == thr_window[from].fault;
    ensures pc: reg_window[to].at[REG_WORD + FAULT_WORD_PC] == ctx_window[from].pc; */
void fault_message(word_t from, word_t to, word_t badge);
#endif
