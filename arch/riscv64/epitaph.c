/* epitaph.c - a trap of the kernel itself: the registers in image order, one sentence, the end of the machine.
 * While the fast path runs, the trap entry still expects a program: it takes the user's stack pointer for the core's block and traps again.
 * Then pc and address are those of the entry's first store, and all that is known of the first trap is that it happened in a fast path. */
#include <kernel/panic.h>
#include <arch/machine.h>
#include <register_image.h>
#include <riscv/csr.h>
#include <riscv/trap.h>

enum { TRAP_PARK_BYTES = 8 };    /* the instructions of rv_trap_entry up to its first store */

extern char rv_trap_entry[];

/* Number of each register (x10 = a0) by its place in a thread's image. */
static const uint8_t number_of[] = {
    [REG_A0] = 10, [REG_A1] = 11, [REG_A2] = 12, [REG_A3] = 13, [REG_A4] = 14, [REG_A5] = 15, [REG_A6] = 16, [REG_A7] = 17, [REG_RA] = 1,
    [REG_GP] = 3, [REG_T0] = 5, [REG_T1] = 6, [REG_T2] = 7, [REG_S0] = 8, [REG_S1] = 9, [REG_S2] = 18, [REG_S3] = 19, [REG_S4] = 20,
    [REG_S5] = 21, [REG_S6] = 22, [REG_S7] = 23, [REG_S8] = 24, [REG_S9] = 25, [REG_S10] = 26, [REG_S11] = 27, [REG_T3] = 28, [REG_T4] = 29,
    [REG_T5] = 30, [REG_T6] = 31,
};

static word_t sentence_of(word_t cause, word_t pc)
{
    if (pc - (word_t)rv_trap_entry < TRAP_PARK_BYTES) return TEXT_TRAP_FAST;
    switch (cause) {
    case CAUSE_FETCH_ACCESS: case CAUSE_FETCH_PAGE: return TEXT_TRAP_FETCH;
    case CAUSE_ILLEGAL: return TEXT_TRAP_ILLEGAL;
    case CAUSE_LOAD_ACCESS: case CAUSE_LOAD_PAGE: return TEXT_TRAP_READ;
    case CAUSE_STORE_ACCESS: case CAUSE_STORE_PAGE: return TEXT_TRAP_WRITE;
    case CAUSE_LOAD_ALIGN: case CAUSE_STORE_ALIGN: return TEXT_TRAP_ALIGNMENT;
    default: return TEXT_TRAP_OTHER;
    }
}

void rv_kernel_trap(const struct rv_frame *frame, word_t cause, word_t pc, word_t value)
{
    static word_t trapped;

    if (trapped++ != 0) arch_power_off(254);
    for (word_t i = 0; i < sizeof number_of; i++) panic_regs[i] = frame->x[number_of[i]];
    panic_regs[REG_SSTATUS] = csr_read(sstatus);
    kernel_panic(sentence_of(cause, pc), pc, frame->x[2], value);
    for (;;) arch_power_off(254);
}
