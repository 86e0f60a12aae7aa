/* panic.c - a release build has no console for an epitaph: the machine goes off with status 254. */
#include <kernel/panic.h>
#include <arch/machine.h>

word_t panic_regs[ARCH_REGS];
word_t panicking;

void kernel_panic(word_t why, word_t pc, word_t sp, word_t address)
{
    (void)why;
    (void)pc;
    (void)sp;
    (void)address;
    arch_power_off(254u);
}
