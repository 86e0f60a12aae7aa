/* entry.S - into the kernel with the user's registers saved, and out of it.
 *   a64_syscall_slow   system call: message registers, pc, sp, tls and count are saved; what the ABI lets the kernel clobber is saved as 0
 *   a64_user_*         fault, interrupt, foreign system call: everything is saved
 *   exit_user          from a fast path: the message stays in its registers, every other one that C may have used is cleared
 *   exit_restore       from everywhere else: idle, or everything from the register image of the running thread
 * Invariant: PSTATE of user mode is EL0t with interrupts enabled, whatever the register image says. */
#include <asm_offsets.h>
#include <a64/cpu_offset.h>
#include <a64/layout.h>

#define TCB_SHIFT 10                        /* an object id is an address / 1024 */
#define PSTATE_USER_HIGH 0xf100             /* N Z C V, DIT */
#define PSTATE_USER_LOW  0x1000             /* SSBS */

/* x2 = the running thread in the window; x3 is lost. Registers are stored in pairs that are neighbours in the image (cpu.c checks). */
.macro thread_at
    ldr     w2, [sp, #CPU_CUR]
    mov     x3, #A64_WINDOW
    add     x2, x3, x2, lsl #TCB_SHIFT
.endm

/* pc, sp, tls of user mode into the context of the thread at x2; x0, x1 are free. */
.macro context_save
    mrs     x0, elr_el1
    mrs     x1, sp_el0
    stp     x0, x1, [x2, #CTX_PC]
    mrs     x0, tpidr_el0
    str     x0, [x2, #CTX_TLS]
.endm

/* Everything, with x2 and x3 parked in struct cpu. */
.macro registers_save
    thread_at
    stp     x0, x1, [x2, #REG_X0_AT]
    ldp     x0, x1, [sp, #CPU_PARK]         /* the user's x2, x3 */
    stp     x9, x19, [x2, #REG_X9_AT]
    stp     x20, x21, [x2, #REG_X20_AT]
    stp     x22, x23, [x2, #REG_X22_AT]
    stp     x24, x25, [x2, #REG_X24_AT]
    stp     x26, x27, [x2, #REG_X26_AT]
    stp     x28, x0, [x2, #REG_X28_AT]
    stp     x1, x4, [x2, #REG_X3_AT]
    stp     x5, x6, [x2, #REG_X5_AT]
    stp     x7, x8, [x2, #REG_X7_AT]
    stp     x10, x11, [x2, #REG_X10_AT]
    stp     x12, x13, [x2, #REG_X12_AT]
    stp     x14, x15, [x2, #REG_X14_AT]
    stp     x16, x17, [x2, #REG_X16_AT]
    stp     x18, x29, [x2, #REG_X18_AT]
    mrs     x0, spsr_el1
    stp     x30, x0, [x2, #REG_X30_AT]
    context_save
    mov     x29, xzr
.endm

    .text
    .globl a64_syscall_slow, a64_user_sync_full, a64_user_sync_other, a64_user_irq, a64_user_serror
    .globl exit_user, exit_user_long, exit_restore

/* x0, x9, x19-x30 are the user's; the method is still in ESR_EL1, the count of a method that has one in struct cpu. */
a64_syscall_slow:
    thread_at
    mrs     x4, esr_el1
    and     w4, w4, #0xffff
    ldr     x1, [sp, #CPU_COUNT]
    cmp     w4, #2                          /* call and reply_recv carry no count and park none */
    csel    x1, xzr, x1, lo
    stp     x0, x1, [x2, #REG_X0_AT]
    stp     x9, x19, [x2, #REG_X9_AT]
    stp     x20, x21, [x2, #REG_X20_AT]
    stp     x22, x23, [x2, #REG_X22_AT]
    stp     x24, x25, [x2, #REG_X24_AT]
    stp     x26, x27, [x2, #REG_X26_AT]
    stp     x28, xzr, [x2, #REG_X28_AT]
    stp     xzr, xzr, [x2, #REG_X3_AT]
    stp     xzr, xzr, [x2, #REG_X5_AT]
    stp     xzr, xzr, [x2, #REG_X7_AT]
    stp     xzr, xzr, [x2, #REG_X10_AT]
    stp     xzr, xzr, [x2, #REG_X12_AT]
    stp     xzr, xzr, [x2, #REG_X14_AT]
    stp     xzr, xzr, [x2, #REG_X16_AT]
    stp     xzr, x29, [x2, #REG_X18_AT]
    stp     x30, xzr, [x2, #REG_X30_AT]
    context_save
    mov     x29, xzr
    mov     w0, w4
    bl      kernel_syscall
    b       exit_restore

/* Not a method of the vector's fast dispatch; w3 = syndrome - SVC. */
a64_user_sync_other:
    ldr     x1, [sp, #CPU_COUNT]
    lsr     w2, w3, #16
    cbz     w2, a64_syscall_slow
    registers_save
    b       user_sync

a64_user_sync_full:
    stp     x2, x3, [sp, #CPU_PARK]
    registers_save
user_sync:
    mrs     x0, esr_el1
    mrs     x1, far_el1
    bl      a64_user_sync                   /* system call or fault */
    b       exit_restore

a64_user_serror:
    stp     x2, x3, [sp, #CPU_PARK]
    registers_save
    mrs     x0, esr_el1
    bl      a64_user_abort
    b       exit_restore

a64_user_irq:
    stp     x2, x3, [sp, #CPU_PARK]
    registers_save
    bl      kernel_interrupt
    b       exit_restore

/* (badge, next): EVERY register that C may have used is cleared, never only those it seems to have used. */
exit_user:
    str     w1, [sp, #CPU_CUR]
    msr     spsr_el1, xzr
    mov     x1, xzr
exit_clear:
    .irp    r, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 13, 14, 15, 16, 17, 18
    mov     x\r, xzr
    .endr
    eret
    dsb     nsh                             /* no speculation past the eret */
    isb

/* (badge, next, count): the count arrives in x1. */
exit_user_long:
    str     w1, [sp, #CPU_CUR]
    msr     spsr_el1, xzr
    mov     x1, x2
    b       exit_clear

exit_restore:
    ldr     w2, [sp, #CPU_CUR]
    cbz     w2, idle
    mov     x3, #A64_WINDOW
    add     x30, x3, x2, lsl #TCB_SHIFT
    ldp     x0, x1, [x30, #CTX_PC]
    msr     elr_el1, x0
    msr     sp_el0, x1
    ldp     x0, x1, [x30, #CTX_TLS]         /* and the address space behind it */
    msr     tpidr_el0, x0
    msr     ttbr0_el1, x1
    ldr     w0, [x30, #CN_LIMIT]
    adrp    x1, a64_vectors
    add     x1, x1, :lo12:a64_vectors
    adrp    x2, a64_vectors_full
    add     x2, x2, :lo12:a64_vectors_full
    cmp     w0, #0
    csel    x1, x1, x2, ne
    msr     vbar_el1, x1
    mov     x1, #PSTATE_USER_LOW
    movk    x1, #PSTATE_USER_HIGH, lsl #16
    ldr     x0, [x30, #REG_SPSR_AT]
    and     x0, x0, x1
    msr     spsr_el1, x0
    ldp     x0, x1, [x30, #REG_X0_AT]
    ldp     x9, x19, [x30, #REG_X9_AT]
    ldp     x20, x21, [x30, #REG_X20_AT]
    ldp     x22, x23, [x30, #REG_X22_AT]
    ldp     x24, x25, [x30, #REG_X24_AT]
    ldp     x26, x27, [x30, #REG_X26_AT]
    ldp     x28, x2, [x30, #REG_X28_AT]
    ldp     x3, x4, [x30, #REG_X3_AT]
    ldp     x5, x6, [x30, #REG_X5_AT]
    ldp     x7, x8, [x30, #REG_X7_AT]
    ldp     x10, x11, [x30, #REG_X10_AT]
    ldp     x12, x13, [x30, #REG_X12_AT]
    ldp     x14, x15, [x30, #REG_X14_AT]
    ldp     x16, x17, [x30, #REG_X16_AT]
    ldp     x18, x29, [x30, #REG_X18_AT]
    ldr     x30, [x30, #REG_X30_AT]
    eret
    dsb     nsh
    isb

/* Nothing is ready: no user translation is in use while the core waits. An interrupt ends the wait although it is masked. */
idle:
    ldr     x0, [sp, #CPU_IDLE_ROOT]
    msr     ttbr0_el1, x0
    isb
    dsb     sy
    wfi
    bl      kernel_interrupt
    b       exit_restore
