/* trap.c - why user mode was left: exception syndrome -> system call or FAULT_* of the generic kernel. The registers are saved already.
 * Source: Arm ARM DDI 0487, D19.2 (ESR_EL1). Does not know who handles a fault. */
#include <stdbool.h>
#include <a64/register.h>
#include <kernel/entry.h>
#include <kernel/panic.h>

enum { CLASS_SVC = 0x15, CLASS_FETCH = 0x20, CLASS_PC_ALIGNMENT = 0x22, CLASS_ACCESS = 0x24, CLASS_SP_ALIGNMENT = 0x26,
       CLASS_UNKNOWN = 0x00, CLASS_WFX = 0x01, CLASS_FPU = 0x07, CLASS_BRANCH_TARGET = 0x0d, CLASS_STATE = 0x0e, CLASS_SYSTEM = 0x18, CLASS_SVE = 0x19,
       CLASS_FLOAT = 0x2c, CLASS_BREAKPOINT = 0x30, CLASS_STEP = 0x32, CLASS_WATCHPOINT = 0x34, CLASS_BRK = 0x3c };
enum { SYNDROME_WRITE = 6, SYNDROME_CACHE = 8, STATUS_ALIGNMENT = 0x21 };

void a64_user_sync(word_t syndrome, word_t address);
void a64_user_abort(word_t syndrome);
void a64_panic(word_t vector, word_t sp);

/* A cache instruction reports as a write; what it lacked is a readable page. */
static word_t access_kind(word_t syndrome)
{
    if (a64_field(syndrome, 0, 6) == STATUS_ALIGNMENT) return FAULT_ALIGNMENT;
    if (a64_field(syndrome, SYNDROME_CACHE, 1) != 0) return FAULT_READ;
    return a64_field(syndrome, SYNDROME_WRITE, 1) != 0 ? FAULT_WRITE : FAULT_READ;
}

static word_t fault_kind(word_t syndrome)
{
    switch (a64_field(syndrome, 26, 6)) {
    case CLASS_FETCH: return FAULT_EXECUTE;
    case CLASS_ACCESS: return access_kind(syndrome);
    case CLASS_PC_ALIGNMENT: case CLASS_SP_ALIGNMENT: return FAULT_ALIGNMENT;
    case CLASS_UNKNOWN: case CLASS_WFX: case CLASS_FPU: case CLASS_BRANCH_TARGET: case CLASS_STATE: case CLASS_SYSTEM: case CLASS_SVE:
        return FAULT_INSTRUCTION;
    case CLASS_FLOAT: return FAULT_ARITHMETIC;
    case CLASS_BREAKPOINT: case CLASS_STEP: case CLASS_WATCHPOINT: case CLASS_BRK: return FAULT_BREAKPOINT;
    default: return FAULT_OTHER;
    }
}

/* FAR_EL1 holds an address for these classes only; for all others the place is the program counter. */
static bool has_address(word_t syndrome)
{
    word_t class = a64_field(syndrome, 26, 6);

    return class == CLASS_FETCH || class == CLASS_ACCESS || class == CLASS_PC_ALIGNMENT || class == CLASS_WATCHPOINT;
}

void a64_user_sync(word_t syndrome, word_t address)
{
    if (a64_field(syndrome, 26, 6) == CLASS_SVC) {
        kernel_syscall(a64_field(syndrome, 0, 16));
        return;
    }
    kernel_fault(fault_kind(syndrome), has_address(syndrome) ? address : a64_read(elr_el1), syndrome);
}

/* An asynchronous error that arrives in user mode is charged to the program that runs: its device access is the usual cause. */
void a64_user_abort(word_t syndrome) { kernel_fault(FAULT_OTHER, a64_read(elr_el1), syndrome); }

extern char stack_guard[];

static word_t reason(word_t vector, word_t syndrome, word_t address)
{
    static const uint8_t kind[] = { TEXT_TRAP_EXCEPTION, TEXT_TRAP_IRQ, TEXT_TRAP_FIQ, TEXT_TRAP_ERROR };

    if (vector % 4 != 0) return kind[vector % 4];
    if (address / A64_PAGE_BYTES == (word_t)stack_guard / A64_PAGE_BYTES) return TEXT_TRAP_STACK;
    switch (a64_field(syndrome, 26, 6)) {
    case CLASS_FETCH + 1: return TEXT_TRAP_TEXT;
    case CLASS_ACCESS + 1: return TEXT_TRAP_ACCESS;
    default: return kind[0];
    }
}

void a64_panic(word_t vector, word_t sp)
{
    word_t address = a64_read(far_el1);

    kernel_panic(reason(vector, a64_read(esr_el1), address), a64_read(elr_el1), sp, address);
}
