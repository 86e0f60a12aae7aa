/* entry.S - into the kernel with the user's registers kept.
 *   rv_trap_entry    from programs: the fast system calls with the message left in its registers, everything else with a full register image
 *   rv_trap_foreign  from programs of another ABI: no call is fast, so that not one register is lost
 *   slow_*           what the fast path refused
 * Invariant: while user code runs, sscratch is the core's block (struct cpu) and stvec one of the first two; while the kernel runs, sscratch
 * is the user's SP, interrupts are off, and SP is the block whenever no C function runs. Message registers s1-s11, and s0, gp, tp, ra, are
 * never touched between rv_trap_entry and exit_user. */
#include <riscv/csr.h>
#include <riscv/thread.h>

/* The whole image of the running thread, t0 (already parked) and t1 included, SP and TLS; t0 <- its address. From here on stvec is the
 * kernel's own, so that a mistake of the kernel is reported where it happened. */
.macro SAVE
    sd t1, CPU_PARK1(sp)
    THREAD_ADDRESS t0, t1
    EACH_REGISTER sd, t0
    sd t6, REG_T6_AT(t0)
    ld t1, CPU_PARK0(sp)
    sd t1, REG_T0_AT(t0)
    ld t1, CPU_PARK1(sp)
    sd t1, REG_T1_AT(t0)
    csrr t1, sscratch
    sd t1, CTX_SP(t0)
    sd tp, CTX_TLS(t0)
    lla t1, kernel_trap
    csrw stvec, t1
    li s0, 0
.endm

    .section .text.entry, "ax"
    .balign 64
    .globl rv_trap_entry, rv_trap_foreign
rv_trap_entry:
    csrrw sp, sscratch, sp
    sd t0, CPU_PARK0(sp)
    csrr t0, scause
    addi t0, t0, -CAUSE_USER_ECALL
    bnez t0, trap_other
    bnez a7, 1f                     /* SYS_CALL */
    lwu a1, CPU_CUR(sp)
    lwu a2, CPU_FLOOR(sp)
    j fast_call
1:  addi t0, a7, -SYS_REPLY_RECV
    bnez t0, 2f
    lwu a1, CPU_CUR(sp)
    lwu a2, CPU_FLOOR(sp)
    j fast_reply_recv
2:  li t0, SYS_SIGNAL
    beq a7, t0, 5f
    li t0, SYS_WAIT
    beq a7, t0, 6f
    bgtu a7, t0, syscall_slow
    li t0, SYS_CALL_LONG
    bltu a7, t0, syscall_slow
    sd a3, CPU_COUNT(sp)
    lwu a1, CPU_CUR(sp)
    lwu a2, CPU_FLOOR(sp)
    bne a7, t0, 4f
    j fast_call_long
4:  j fast_reply_recv_long
5:  lwu a1, CPU_CUR(sp)
    lwu a2, CPU_FLOOR(sp)
    j fast_signal
6:  lwu a1, CPU_CUR(sp)
    lwu a2, CPU_FLOOR(sp)
    j fast_wait

    .balign 4
rv_trap_foreign:
    csrrw sp, sscratch, sp
    sd t0, CPU_PARK0(sp)
    csrr t0, scause
    addi t0, t0, -CAUSE_USER_ECALL
    beqz t0, syscall_slow

/* Fault or interrupt, from a program; or a trap inside the fast path, seen by SPP. */
trap_other:
    csrr t0, sstatus
    andi t0, t0, SSTATUS_SPP
    bnez t0, kernel_trap
    SAVE
    csrr t1, sepc
    sd t1, CTX_PC(t0)
    csrr a0, scause
    csrr a1, stval
    call rv_user_trap
    j exit_restore

/* What the fast path hands back: a0 and the message are as the program left them; what C used becomes 0, for it is the kernel's. */
.macro REFUSED name, method
    .globl \name
\name:
    li a7, \method
    j refused
.endm
    REFUSED slow_call, SYS_CALL
    REFUSED slow_reply_recv, SYS_REPLY_RECV
    REFUSED slow_signal, SYS_SIGNAL
    REFUSED slow_wait, SYS_WAIT
.macro REFUSED_LONG name, method
    .globl \name
\name:
    li a7, \method
    ld a3, CPU_COUNT(sp)
    j refused_long
.endm
    REFUSED_LONG slow_call_long, SYS_CALL_LONG
    REFUSED_LONG slow_reply_recv_long, SYS_REPLY_RECV_LONG

refused:
    li a3, 0
refused_long:
    sd zero, CPU_PARK0(sp)
    .irp r, a1, a2, a4, a5, a6, t1, t2, t3, t4, t5, t6
    li \r, 0
    .endr
syscall_slow:
    SAVE
    csrr t1, sepc
    addi t1, t1, 4                  /* ecall is never compressed */
    sd t1, CTX_PC(t0)
    mv a0, a7
    call kernel_syscall
    j exit_restore
