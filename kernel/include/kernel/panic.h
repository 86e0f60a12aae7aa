/* panic.h - the end: the kernel met something that must not happen (a fault in kernel mode, a machine check). */
#ifndef KERNEL_PANIC_H
#define KERNEL_PANIC_H
#include <state.h>

extern word_t panic_regs[ARCH_REGS];   /* filled by arch before kernel_panic: the registers, in the order of a thread's image */

/* kernel_panic - print the epitaph (why, registers, current thread, last 16 trace events by spec name) and power off with status 254. */
/*@ requires text: \exists integer n; 0 <= n < 4096 && \valid_read(why + (0 .. n)) && why[n] == 0;
    assigns \nothing; */
void kernel_panic(const char *why, word_t pc, word_t sp, word_t address);
#endif
