/* leak.S - leak_call(x0 endpoint): word 0 of the reply after a call with marked scratch registers; leak_receive(x0 endpoint): every
 * register after a receive, ored, but for badge and label. */
    .text
    .globl leak_call, leak_receive
    .macro each op
    \op x19, x20, [sp]
    \op x21, x22, [sp, #16]
    \op x23, x24, [sp, #32]
    \op x25, x26, [sp, #48]
    \op x27, x28, [sp, #64]
    \op x29, x30, [sp, #80]
    .endm
    .macro zero
    .irp r, 1, 9, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30
    mov x\r, xzr
    .endr
    .endm
leak_receive:
    sub sp, sp, #96
    each stp
    zero
    svc #8
    mov x0, xzr
    .irp r, 1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30
    orr x0, x0, x\r
    .endr
    b out
leak_call:
    sub sp, sp, #96
    each stp
    zero
    .irp r, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 13, 14, 15, 16, 17, 18
    mov x\r, #0x5ec4
    .endr
    svc #0
    mov x0, x19
out:
    each ldp
    add sp, sp, #96
    ret
    .section .note.GNU-stack, "", %progbits
