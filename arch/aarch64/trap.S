/* trap.S - exceptions inside the kernel: the panic, on its own stack; and the two instructions that may be answered by somebody else.
 * An exception at a64_semihost_trap only says that no debugger listens: it is stepped over. */
#include <asm_offsets.h>

    .text
    .globl a64_kernel_sync, a64_kernel_trap, a64_semihost, a64_psci_hvc, a64_psci_smc

a64_kernel_sync:
    mrs     x16, elr_el1
    adr     x17, a64_semihost_trap
    cmp     x16, x17
    b.eq    1f
    mov     x16, #4
a64_kernel_trap:                            /* x16: number of the vector; the epitaph's registers in image order, but for x16, x17 */
    ldr     x17, =panic_regs
    stp     x0, x1, [x17, #REG_X0_AT - REG_AT]
    stp     x9, x19, [x17, #REG_X9_AT - REG_AT]
    stp     x20, x21, [x17, #REG_X20_AT - REG_AT]
    stp     x22, x23, [x17, #REG_X22_AT - REG_AT]
    stp     x24, x25, [x17, #REG_X24_AT - REG_AT]
    stp     x26, x27, [x17, #REG_X26_AT - REG_AT]
    stp     x28, x2, [x17, #REG_X28_AT - REG_AT]
    stp     x3, x4, [x17, #REG_X3_AT - REG_AT]
    stp     x5, x6, [x17, #REG_X5_AT - REG_AT]
    stp     x7, x8, [x17, #REG_X7_AT - REG_AT]
    stp     x10, x11, [x17, #REG_X10_AT - REG_AT]
    stp     x12, x13, [x17, #REG_X12_AT - REG_AT]
    stp     x14, x15, [x17, #REG_X14_AT - REG_AT]
    stp     x16, x17, [x17, #REG_X16_AT - REG_AT]
    stp     x18, x29, [x17, #REG_X18_AT - REG_AT]
    mrs     x0, spsr_el1
    stp     x30, x0, [x17, #REG_X30_AT - REG_AT]
    mov     x0, x16
    mov     x1, sp
    ldr     x17, =trap_stack_top
    mov     sp, x17
    mov     x29, xzr
    bl      a64_panic
2:  wfi
    b       2b
1:  add     x16, x16, #4
    msr     elr_el1, x16
    eret

a64_semihost:                               /* (operation, block) -> answer; x16, x17 are lost */
a64_semihost_trap:
    hlt     #0xf000
    ret

a64_psci_hvc:                               /* (function, 3 arguments) -> answer: SMC calling convention */
    hvc     #0
    ret
a64_psci_smc:
    smc     #0
    ret
    .ltorg

    .bss
    .balign 16
    .skip   8192
trap_stack_top:
