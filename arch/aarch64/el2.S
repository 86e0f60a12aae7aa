/* el2.S - entered at EL2: let EL1 have everything, then drop to it. The kernel does not use virtualization. */
#include <a64/layout.h>

    .section .head, "ax"
    .globl a64_leave_el2
a64_leave_el2:                              /* returns to x30 at EL1; keeps x20 */
    mov     x1, #(1 << 31)                  /* HCR_EL2.RW: EL1 is 64-bit, nothing is trapped */
    msr     hcr_el2, x1
    mov     x1, #3                          /* EL1 reads the physical counter and timer too */
    msr     cnthctl_el2, x1
    msr     cntvoff_el2, xzr
    mov     x1, #0x33ff                     /* CPTR_EL2: no trap of its own (RES1 bits) */
    msr     cptr_el2, x1
    msr     hstr_el2, xzr
    msr     vttbr_el2, xzr
    mrs     x1, midr_el1
    msr     vpidr_el2, x1
    mrs     x1, mpidr_el1
    msr     vmpidr_el2, x1
    mov     x2, xzr
    mrs     x1, id_aa64dfr0_el1             /* all event counters to EL1, if there is a PMU */
    ubfx    x1, x1, #8, #4
    sub     x3, x1, #1
    cmp     x3, #14
    b.hs    1f
    mrs     x2, pmcr_el0
    ubfx    x2, x2, #11, #5
1:  msr     mdcr_el2, x2
    mrs     x1, id_aa64pfr0_el1             /* GIC system registers for EL1, if there are any */
    ubfx    x1, x1, #24, #4
    cbz     x1, 2f
    mrs     x1, s3_4_c12_c9_5               /* ICC_SRE_EL2 */
    mov     x2, #9                          /* SRE, Enable */
    orr     x1, x1, x2
    msr     s3_4_c12_c9_5, x1
    isb
    msr     s3_4_c12_c11_0, xzr             /* ICH_HCR_EL2 */
2:  ldr     x1, =A64_SCTLR_OFF
    msr     sctlr_el1, x1
    mov     x1, #A64_SPSR_EL1H
    msr     spsr_el2, x1
    msr     elr_el2, x30
    eret
    .ltorg
