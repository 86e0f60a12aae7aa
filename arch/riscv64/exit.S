/* exit.S - out of the kernel.
 *   exit_user        from a fast path: the message stays where it is, every other register that C may have used is cleared
 *   exit_restore     from everywhere else: idle, or everything from the register image of the running thread
 * Invariant: programs run with sstatus clean (no FPU, no vectors, no access to user memory for the kernel), the core's block in sscratch
 * and the trap entry that their ABI needs in stvec; the program's vroot in satp, or while idle the kernel's own. */
#include <riscv/csr.h>
#include <riscv/thread.h>

    .section .text.entry, "ax"
    .globl exit_restore
exit_restore:
    lwu t0, CPU_CUR(sp)
    beqz t0, idle
    THREAD_ADDRESS t6, t1
    ld t0, CTX_VROOT(t6)
    csrr t1, satp
    beq t0, t1, 1f
    csrw satp, t0
1:  ld t0, CTX_PC(t6)
    csrw sepc, t0
    ld t0, CTX_SP(t6)
    csrw sscratch, t0
    ld tp, CTX_TLS(t6)
    lw t0, THR_FLAGS(t6)
    lla t1, rv_trap_entry
    andi t0, t0, 1                  /* THREAD_FOREIGN */
    beqz t0, 2f
    lla t1, rv_trap_foreign
2:  csrw stvec, t1
    li t0, SSTATUS_OFF
    csrc sstatus, t0                /* to user mode, without FPU, vectors, access to user memory */
    EACH_REGISTER ld, t6
    ld t0, REG_T0_AT(t6)
    ld t1, REG_T1_AT(t6)
    ld t6, REG_T6_AT(t6)
    csrrw sp, sscratch, sp
    sret

/* No thread runs: page tables without user part. wfi ends when an interrupt is pending; interrupts stay off, so none is taken. */
idle:
    ld t0, CPU_IDLE_SATP(sp)
    csrw satp, t0
    wfi
    call kernel_interrupt
    j exit_restore

/* Fast exit: badge in a0, next thread in a1, the message in its registers. */
    .balign 16
    .globl exit_user, exit_user_long
exit_user:
    sw a1, CPU_CUR(sp)
    csrrw sp, sscratch, sp
    li a3, 0
clear:
    .irp r, a1, a2, a4, a5, a6, a7, t0, t1, t2, t3, t4, t5, t6
    li \r, 0
    .endr
    sret

/* The same with the count in a3. */
exit_user_long:
    sw a1, CPU_CUR(sp)
    csrrw sp, sscratch, sp
    j clear
