/* panic.h - the end: the kernel met something that must not happen (a fault in kernel mode, a machine check). */
#ifndef KERNEL_PANIC_H
#define KERNEL_PANIC_H
#include <state.h>
#include <text.h>

extern word_t panic_regs[ARCH_REGS];   /* filled by arch before kernel_panic: the registers, in the order of a thread's image */

extern word_t panicking;               /* 1 since the epitaph began */

/* kernel_panic - print the epitaph (why: TEXT_*, registers, current thread, last 16 trace events by spec name) and power off with status 254. */
/*@ assigns panicking; */
void kernel_panic(word_t why, word_t pc, word_t sp, word_t address);
#endif
