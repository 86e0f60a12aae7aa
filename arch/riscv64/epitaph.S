/* epitaph.S - traps of the kernel itself: kernel_trap is the end, with every register kept for the epitaph; rv_has_stimecmp expects one. */
#include <riscv/csr.h>

    .text
/* The kernel trapped. Every register goes to rv_epitaph (struct rv_frame), then C on a stack of its own. */
    .balign 4
    .globl kernel_trap
kernel_trap:
    csrw sscratch, t0
    lla t0, rv_epitaph
    .irp n, 1,2,3,4,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31
    sd x\n, 8 * \n(t0)
    .endr
    csrr t1, sscratch
    sd t1, 8 * 5(t0)
    mv a0, t0
    csrr a1, scause
    csrr a2, sepc
    csrr a3, stval
    lla sp, epitaph_stack
    li s0, 0
    j rv_kernel_trap

/* 1 if stimecmp can be used: reading it either works or traps to the label. */
    .globl rv_has_stimecmp
    .balign 4
rv_has_stimecmp:
    lla t0, 1f
    csrrw t1, stvec, t0
    li a0, 0
    csrr t2, CSR_STIMECMP
    li a0, 1
    .balign 4
1:  csrw stvec, t1
    ret

    .bss
    .balign 16
    .globl rv_epitaph
rv_epitaph:
    .skip 8 * 32
    .skip 4096
epitaph_stack:
