/* probe.S - the probes of riscv64: control registers, privileged instructions, ways up that are no system calls. */
#define PASSES 0
#define REFUSED 1

/* A probe goes on to the next `probe`. */
    .macro probe name, expected
    j mark
    .section .rodata.names, "a"
9:  .asciz "\name"
    .section .rodata.probes, "a"
    .dword 9b, 8f, \expected
    .text
8:
    .endm

    .section .rodata.probes, "a"
    .balign 8
    .globl probes, probes_end
probes:
    .option arch, +d
    .text
mark:
    li a0, 0xdead000
    ld a0, 0(a0)
    ebreak

    probe "read sstatus", REFUSED
    csrr a0, sstatus
    probe "write sstatus", REFUSED
    csrw sstatus, a0
    probe "write satp", REFUSED
    csrw satp, a0
    probe "write stvec", REFUSED
    csrw stvec, a0
    probe "write sscratch", REFUSED
    csrw sscratch, a0
    probe "write sie", REFUSED
    csrw sie, a0
    probe "read mstatus", REFUSED
    csrr a0, mstatus
    probe "write mtvec", REFUSED
    csrw mtvec, a0
    probe "sret", REFUSED
    sret
    probe "mret", REFUSED
    mret
    probe "sfence.vma", REFUSED
    sfence.vma
    probe "breakpoint", REFUSED
    ebreak
    probe "floating point", REFUSED
    fmv.d.x fa0, zero
    probe "floating point state", REFUSED
    csrr a0, fcsr
    probe "undefined", REFUSED
    .word 0
    probe "jump to a broken address", REFUSED
    li a0, 0x8000000000000000
    jr a0
    probe "jump to the kernel", REFUSED
    li a0, 0xffffffff80200000
    jr a0
    probe "load from the kernel", REFUSED
    li a0, 0xffff800000001000
    ld a0, 0(a0)
    probe "no such method", PASSES
    li a7, 255
    ecall
    probe "huge method", PASSES
    li a7, -1
    ecall
    probe "system call without a stack", PASSES
    li sp, 0
    li a7, 255
    ecall
    probe "system call on the kernel's stack", PASSES
    li sp, 0xffffffff80204000
    li a7, 255
    ecall
    probe "system call with all ones", PASSES
    li a0, -1
    li a3, -1
    li s11, -1
    li gp, -1
    li ra, -1
    li a7, 255
    ecall
    probe "thread pointer into the kernel", PASSES
    li tp, 0xffffffff80200000
    li a7, 255
    ecall
    j mark
    .section .rodata.probes, "a"
probes_end:
    .section .note.GNU-stack, "", @progbits
