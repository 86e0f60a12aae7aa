/* thread.h - assembly macros: the running thread's object and the registers of its image. */
#ifndef RISCV_THREAD_H
#define RISCV_THREAD_H
#include <asm_offsets.h>
#include <riscv/cpu_offset.h>
#include <riscv/layout.h>

    .if TCB_BYTES != 1024
    .error "THREAD_ADDRESS shifts by 10"
    .endif

/* Every register of the image but t0, t1, t6; tcb holds the thread's address. */
.macro EACH_REGISTER op, tcb
    \op a0, REG_A0_AT(\tcb)
    \op a1, REG_A1_AT(\tcb)
    \op s11, REG_S11_AT(\tcb)
    \op s1, REG_S1_AT(\tcb)
    \op s2, REG_S2_AT(\tcb)
    \op s3, REG_S3_AT(\tcb)
    \op s4, REG_S4_AT(\tcb)
    \op s5, REG_S5_AT(\tcb)
    \op s6, REG_S6_AT(\tcb)
    \op s7, REG_S7_AT(\tcb)
    \op s8, REG_S8_AT(\tcb)
    \op s9, REG_S9_AT(\tcb)
    \op s10, REG_S10_AT(\tcb)
    \op a7, REG_A7_AT(\tcb)
    \op ra, REG_RA_AT(\tcb)
    \op gp, REG_GP_AT(\tcb)
    \op t2, REG_T2_AT(\tcb)
    \op s0, REG_S0_AT(\tcb)
    \op a2, REG_A2_AT(\tcb)
    \op a3, REG_A3_AT(\tcb)
    \op a4, REG_A4_AT(\tcb)
    \op a5, REG_A5_AT(\tcb)
    \op a6, REG_A6_AT(\tcb)
    \op t3, REG_T3_AT(\tcb)
    \op t4, REG_T4_AT(\tcb)
    \op t5, REG_T5_AT(\tcb)
.endm

/* to <- address in the window of the running thread's object */
.macro THREAD_ADDRESS to, scratch
    lwu \to, CPU_CUR(sp)
    li \scratch, RV_WINDOW
    slli \to, \to, 10              /* TCB_BYTES */
    add \to, \to, \scratch
.endm
#endif
