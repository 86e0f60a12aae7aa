/* hold.S - steady_hold(a0 rounds, a1 seed): every other register but sp, gp and tp holds seed + a number; rounds and seed are on the stack. */
    .text
    .globl steady_hold
    .macro each macro
    \macro ra, 1
    \macro t0, 2
    \macro t1, 3
    \macro t2, 4
    \macro t3, 5
    \macro t4, 6
    \macro t5, 7
    \macro t6, 8
    \macro a2, 9
    \macro a3, 10
    \macro a4, 11
    \macro a5, 12
    \macro a6, 13
    \macro a7, 14
    \macro s0, 15
    \macro s1, 16
    \macro s2, 17
    \macro s3, 18
    \macro s4, 19
    \macro s5, 20
    \macro s6, 21
    \macro s7, 22
    \macro s8, 23
    \macro s9, 24
    \macro s10, 25
    \macro s11, 26
    .endm
    .macro fill register, number
    addi \register, a1, \number
    .endm
    .macro look register, number
    addi a0, a1, \number
    bne a0, \register, 3f
    .endm
    .macro keep register, number
    sd \register, 8 * \number(sp)
    .endm
    .macro bring register, number
    ld \register, 8 * \number(sp)
    .endm
steady_hold:
    addi sp, sp, -224
    each keep
    sd a0, 0(sp)
    sd a1, 216(sp)
    each fill
1:  .rept 16
    nop
    .endr
    each look
    ld a0, 216(sp)
    bne a0, a1, 3f
    ld a0, 0(sp)
    addi a0, a0, -1
    sd a0, 0(sp)
    bnez a0, 1b
2:  each bring
    addi sp, sp, 224
    ret
3:  li a0, 1
    j 2b
    .section .note.GNU-stack, "", %progbits
