/* trap.h - from entry.S to C, and from C to the generic kernel. */
#ifndef RISCV_TRAP_H
#define RISCV_TRAP_H
#include <abi.h>

struct rv_frame { word_t x[32]; };          /* registers by number; x[0] is unused */

/* A trap of the running thread, its image saved. value: the address of a memory fault, else what stval says. */
void rv_user_trap(word_t cause, word_t value);
/* The kernel itself trapped: say so and end the machine. */
_Noreturn void rv_kernel_trap(const struct rv_frame *frame, word_t cause, word_t pc, word_t value);
word_t rv_has_stimecmp(void);

void kernel_boot(void);
void kernel_syscall(word_t method);
void kernel_fault(word_t kind, word_t address, word_t code);
void kernel_interrupt(void);
#endif
