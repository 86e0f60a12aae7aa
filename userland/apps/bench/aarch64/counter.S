/* counter.S - the cycle counter, which the kernel lets programs read; one tick an instruction under QEMU's -icount shift=0. */
    .text
    .globl counter_always, counter_read, counter_loop
counter_always:
    mov x0, xzr
    ret
counter_read:
    isb
    mrs x0, pmccntr_el0
    ret
counter_loop:
    subs x0, x0, #1
    b.ne counter_loop
    ret
    .section .note.GNU-stack, "", %progbits
