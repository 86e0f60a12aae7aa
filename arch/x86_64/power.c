/* power.c - the end of the machine: QEMU's isa-debug-exit (status becomes status * 2 + 1), else the ACPI ports of QEMU's q35 and pc
 * machines, else stop for good. */
#include <arch/machine.h>
#include <x86/instruction.h>

enum { DEBUG_EXIT = 0xf4, Q35_SLEEP = 0x604, PC_SLEEP = 0xb004, SLEEP_OFF = 0x2000 };

void arch_power_off(word_t status)
{
    x86_out32(DEBUG_EXIT, (uint32_t)status);
    x86_out16(Q35_SLEEP, SLEEP_OFF);
    x86_out16(PC_SLEEP, SLEEP_OFF);
    for (;;) __asm__ volatile("cli; hlt");
}
