/* counter.S - instructions retired, which the kernel lets programs read. */
    .text
    .globl counter_always, counter_read, counter_loop
counter_always:
    li a0, 0
    ret
counter_read:
    rdinstret a0
    ret
counter_loop:
    addi a0, a0, -1
    bnez a0, counter_loop
    ret
    .section .note.GNU-stack, "", @progbits
