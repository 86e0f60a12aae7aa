/* probe.S - the probes of aarch64: system registers, privileged instructions, ways up that are no system calls. */
#define PASSES 0
#define REFUSED 1

/* A probe goes on to the next `probe`. */
    .macro probe name, expected
    b mark
    .section .rodata.names, "a"
9:  .asciz "\name"
    .section .rodata.probes, "a"
    .quad 9b, 8f, \expected
    .text
8:
    .endm

    .section .rodata.probes, "a"
    .balign 8
    .globl probes, probes_end
probes:
    .arch_extension fp
    .text
mark:
    mov x0, #0xd000
    movk x0, #0xdea, lsl #16
    ldr x0, [x0]
    brk #0

    probe "read SCTLR_EL1", REFUSED
    mrs x0, sctlr_el1
    probe "write SCTLR_EL1", REFUSED
    msr sctlr_el1, x0
    probe "write TTBR0_EL1", REFUSED
    msr ttbr0_el1, x0
    probe "write TTBR1_EL1", REFUSED
    msr ttbr1_el1, x0
    probe "write VBAR_EL1", REFUSED
    msr vbar_el1, x0
    probe "write TPIDR_EL1", REFUSED
    msr tpidr_el1, x0
    probe "write SP_EL0", REFUSED
    msr sp_el0, x0
    probe "mask interrupts", REFUSED
    msr daifset, #2
    probe "eret", REFUSED
    eret
    probe "hvc", REFUSED
    hvc #0
    probe "smc", REFUSED
    smc #0
    probe "tlbi", REFUSED
    tlbi vmalle1
    probe "invalidate data cache", REFUSED
    dc isw, x0
    probe "interrupt acknowledge", REFUSED
    mrs x0, S3_0_C12_C12_0
    probe "timer control", REFUSED
    mov x0, #1
    msr cntv_ctl_el0, x0
    probe "breakpoint", REFUSED
    brk #0
    probe "floating point", REFUSED
    fmov d0, xzr
    probe "undefined", REFUSED
    udf #0
    probe "halt", REFUSED
    hlt #0
    probe "jump to a broken address", REFUSED
    mov x0, #0x8000000000000000
    br x0
    probe "jump to the kernel", REFUSED
    mov x0, #0xffffffff80000000
    br x0
    probe "misaligned stack", REFUSED
    mov x0, #8
    mov sp, x0
    ldr x0, [sp]
    probe "no such method", PASSES
    svc #255
    probe "unknown svc", PASSES
    svc #0xffff
    probe "system call without a stack", PASSES
    mov x0, #0
    mov sp, x0
    svc #255
    probe "system call with all ones", PASSES
    mov x0, #-1
    mov x1, #-1
    mov x9, #-1
    mov x30, #-1
    svc #255
    probe "thread pointer into the kernel", PASSES
    mov x0, #0xffffffff80000000
    msr tpidr_el0, x0
    svc #255
    b mark
    .section .rodata.probes, "a"
probes_end:
    .section .note.GNU-stack, "", @progbits
