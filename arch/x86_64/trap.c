/* trap.c - what a trap means: an interrupt, a program's fault, or the end of the kernel. Called by trap_entry.S with the program's registers
 * already saved in its thread. Intel SDM volume 3, chapter 6. */
#include <arch/cpu.h>
#include <kernel/panic.h>
#include <register_image.h>
#include <x86/instruction.h>
#include <x86/machine.h>

enum { PAGE_FAULT = 14, NMI = 2, DOUBLE_FAULT = 8, MACHINE_CHECK = 18, EXCEPTIONS = 32 };
enum { PAGE_WRITE = 1 << 1, PAGE_FETCH = 1 << 4 };

void kernel_fault(word_t kind, word_t address, word_t code);
void kernel_interrupt(void);
void x86_trap(word_t vector, word_t error);
void x86_fatal(const struct x86_frame *frame);

static const uint8_t kind_of[EXCEPTIONS] = {
    [0] = FAULT_ARITHMETIC, [1] = FAULT_BREAKPOINT, [3] = FAULT_BREAKPOINT, [6] = FAULT_INSTRUCTION, [7] = FAULT_INSTRUCTION,
    [13] = FAULT_INSTRUCTION, [16] = FAULT_ARITHMETIC, [17] = FAULT_ALIGNMENT, [19] = FAULT_ARITHMETIC,
};

static word_t page_kind(word_t error)
{
    if (error & PAGE_FETCH) return FAULT_EXECUTE;
    return error & PAGE_WRITE ? FAULT_WRITE : FAULT_READ;
}

/* code: vector in bits 32.., the processor's error code below. */
static void fault(word_t vector, word_t error)
{
    word_t kind = kind_of[vector] != 0u ? kind_of[vector] : (word_t)FAULT_OTHER;

    if (vector == PAGE_FAULT) kernel_fault(page_kind(error), x86_cr2(), vector << 32 | error);
    else kernel_fault(kind, 0, vector << 32 | error);
}

/* While a program ran: its registers are in its thread. */
static void hardware_broken(void)
{
    for (uint32_t i = 0; i < REG_USED; i++) panic_regs[i] = REG(core_cur, i);
    kernel_panic(TEXT_TRAP_HARDWARE, CTX(core_cur).pc, CTX(core_cur).sp, 0);
}

void x86_trap(word_t vector, word_t error)
{
    if (vector == NMI || vector == DOUBLE_FAULT || vector == MACHINE_CHECK) hardware_broken();
    if (vector < EXCEPTIONS) fault(vector, error);
    else {
        X86_CPU->vector = (uint32_t)vector;
        kernel_interrupt();
    }
}

static word_t fatal_sentence(word_t vector)
{
    if (vector == PAGE_FAULT) return TEXT_TRAP_PAGE;
    if (vector == DOUBLE_FAULT) return TEXT_TRAP_DOUBLE;
    if (vector == NMI || vector == MACHINE_CHECK) return TEXT_TRAP_HARDWARE;
    return vector < EXCEPTIONS ? TEXT_TRAP_EXCEPTION : TEXT_TRAP_INTERRUPT;
}

/* From trap_kernel in trap_entry.S: registers of the kernel, on whatever stack the trap found. */
void x86_fatal(const struct x86_frame *f)
{
    const word_t regs[REG_USED] = {
        [REG_RDI] = f->rdi, [REG_RAX] = f->rax, [REG_RSI] = f->rsi, [REG_RBX] = f->rbx, [REG_RBP] = f->rbp, [REG_R12] = f->r12,
        [REG_R13] = f->r13, [REG_R14] = f->r14, [REG_R15] = f->r15, [REG_R8] = f->r8, [REG_R9] = f->r9, [REG_R10] = f->r10,
        [REG_RDX] = f->rdx, [REG_RCX] = f->rcx, [REG_R11] = f->r11, [REG_RFLAGS] = f->rflags,
    };

    for (uint32_t i = 0; i < REG_USED; i++) panic_regs[i] = regs[i];
    kernel_panic(fatal_sentence(f->vector), f->rip, f->rsp, f->vector == PAGE_FAULT ? x86_cr2() : f->vector << 32 | f->error);
}
