/* leak.S - leak_call(a0 endpoint): word 0 of the reply after a call with marked scratch registers; leak_receive(a0 endpoint): every
 * register after a receive, ored, but for badge and label. gp is outside the calling convention of programs; tp is their own. */
    .text
    .globl leak_call, leak_receive
    .macro each op
    \op ra, 0(sp)
    \op s0, 8(sp)
    \op s1, 16(sp)
    \op s2, 24(sp)
    \op s3, 32(sp)
    \op s4, 40(sp)
    \op s5, 48(sp)
    \op s6, 56(sp)
    \op s7, 64(sp)
    \op s8, 72(sp)
    \op s9, 80(sp)
    \op s10, 88(sp)
    \op s11, 96(sp)
    .endm
    .macro zero
    .irp r, ra, s0, s1, s2, s3, s4, s5, s6, s7, s8, s9, s10, s11, a3
    li \r, 0
    .endr
    .endm
leak_receive:
    addi sp, sp, -112
    each sd
    zero
    li a7, 8
    ecall
    li a0, 0
    .irp r, ra, s0, s1, s2, s3, s4, s5, s6, s7, s8, s9, s10, a1, a2, a3, a4, a5, a6, a7, t0, t1, t2, t3, t4, t5, t6
    or a0, a0, \r
    .endr
    each ld
    addi sp, sp, 112
    ret
leak_call:
    addi sp, sp, -112
    each sd
    zero
    .irp r, a1, a2, a4, a5, a6, t0, t1, t2, t3, t4, t5, t6
    li \r, 0x5ec4
    .endr
    li a7, 0
    ecall
    mv a0, s1
    each ld
    addi sp, sp, 112
    ret
    .section .note.GNU-stack, "", @progbits
