/* hold.S - steady_hold(x0 rounds, x1 seed): x2..x30 hold seed + their number; rounds and seed are kept on the stack. */
    .text
    .globl steady_hold
steady_hold:
    sub     sp, sp, #112
    stp     x19, x20, [sp]
    stp     x21, x22, [sp, #16]
    stp     x23, x24, [sp, #32]
    stp     x25, x26, [sp, #48]
    stp     x27, x28, [sp, #64]
    stp     x29, x30, [sp, #80]
    stp     x0, x1, [sp, #96]
    .irp    r, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30
    add     x\r, x1, #\r
    .endr
1:  cmp     x1, x1                          /* Z C, not N V: for a while, with branches, because emulators interrupt there */
    .rept   8
    b.ne    3f
    b.lo    3f
    b.mi    3f
    b.vs    3f
    .endr
    .irp    r, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30
    sub     x0, x\r, x1
    cmp     x0, #\r
    b.ne    3f
    .endr
    ldr     x0, [sp, #104]
    cmp     x0, x1
    b.ne    3f
    ldr     x0, [sp, #96]
    subs    x0, x0, #1
    str     x0, [sp, #96]
    b.ne    1b
2:  ldp     x19, x20, [sp]
    ldp     x21, x22, [sp, #16]
    ldp     x23, x24, [sp, #32]
    ldp     x25, x26, [sp, #48]
    ldp     x27, x28, [sp, #64]
    ldp     x29, x30, [sp, #80]
    add     sp, sp, #112
    ret
3:  mov     x0, #1
    b       2b
    .section .note.GNU-stack, "", %progbits
