/* trap.c - what a trap that is no system call means: interrupt, fault of a program, or the end of the kernel.
 * Knows scause; does not know what the kernel does about a fault. */
#include <abi.h>
#include <arch/cpu.h>
#include <register_image.h>
#include <riscv/cpu_offset.h>
#include <riscv/csr.h>
#include <riscv/trap.h>
#include <stddef.h>

_Static_assert(offsetof(struct cpu, cur) == CPU_CUR && offsetof(struct cpu, floor) == CPU_FLOOR, "entry.S");
_Static_assert(offsetof(struct cpu, park) == CPU_PARK0 && CPU_PARK1 == CPU_PARK0 + 8 && offsetof(struct cpu, count) == CPU_COUNT, "entry.S");
_Static_assert(THREAD_FOREIGN == 1, "exit.S");
_Static_assert(offsetof(struct cpu, idle_satp) == CPU_IDLE_SATP && sizeof(struct cpu) == CPU_BYTES, "entry.S");

static const uint8_t fault_kind[] = {
    [CAUSE_FETCH_ALIGN] = FAULT_ALIGNMENT, [CAUSE_FETCH_ACCESS] = FAULT_EXECUTE, [CAUSE_ILLEGAL] = FAULT_INSTRUCTION,
    [CAUSE_BREAKPOINT] = FAULT_BREAKPOINT, [CAUSE_LOAD_ALIGN] = FAULT_ALIGNMENT, [CAUSE_LOAD_ACCESS] = FAULT_READ,
    [CAUSE_STORE_ALIGN] = FAULT_ALIGNMENT, [CAUSE_STORE_ACCESS] = FAULT_WRITE, [CAUSE_FETCH_PAGE] = FAULT_EXECUTE,
    [CAUSE_LOAD_PAGE] = FAULT_READ, [CAUSE_STORE_PAGE] = FAULT_WRITE,
};

static word_t kind_of(word_t cause)
{
    if (cause >= sizeof fault_kind || fault_kind[cause] == FAULT_NONE) return FAULT_OTHER;
    return fault_kind[cause];
}

void rv_user_trap(word_t cause, word_t value)
{
    if (cause >= CAUSE_INTERRUPT) {
        kernel_interrupt();
    } else {
        kernel_fault(kind_of(cause), value, cause);
    }
}
