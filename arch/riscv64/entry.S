/* entry.S - into the kernel with the user's registers kept, and out of it.
 *   rv_trap_entry    from programs: the fast system calls with the message left in its registers, everything else with a full register image
 *   rv_trap_foreign  from programs of another ABI: no call is fast, so that not one register is lost
 *   exit_user        from a fast path: the message stays where it is, every other register that C may have used is cleared
 *   exit_restore     from everywhere else: idle, or everything from the register image of the running thread
 *   kernel_trap      a trap of the kernel itself while it has a frame: the epitaph
 * Invariant: while user code runs, sscratch is the core's block (struct cpu) and stvec one of the first two; while the kernel runs, sscratch
 * is the user's SP, interrupts are off, and SP is the block whenever no C function runs. Message registers s1-s11, and s0, gp, tp, ra, are
 * never touched between rv_trap_entry and exit_user. */
#include <asm_offsets.h>
#include <riscv/cpu_offset.h>
#include <riscv/csr.h>
#include <riscv/layout.h>

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

    .if TCB_BYTES != 1024
    .error "THREAD_ADDRESS shifts by 10"
    .endif

    .section .text.entry, "ax"
    .balign 64
    .globl rv_trap_entry
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

/* The kernel trapped. Every register goes to rv_epitaph (struct rv_frame), then C on a stack of its own. */
    .balign 4
    .globl kernel_trap
kernel_trap:
    csrw sscratch, t0
    lla t0, rv_epitaph
    .irp n, 1,2,3,4,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31
    sd x\n, 8 * \n(t0)
    .endr
    csrr t1, sscratch
    sd t1, 8 * 5(t0)
    mv a0, t0
    csrr a1, scause
    csrr a2, sepc
    csrr a3, stval
    lla sp, epitaph_stack
    li s0, 0
    j rv_kernel_trap

/* 1 if stimecmp can be used: reading it either works or traps to the label. */
    .globl rv_has_stimecmp
    .balign 4
rv_has_stimecmp:
    lla t0, 1f
    csrrw t1, stvec, t0
    li a0, 0
    csrr t2, CSR_STIMECMP
    li a0, 1
    .balign 4
1:  csrw stvec, t1
    ret

    .bss
    .balign 16
    .globl rv_epitaph
rv_epitaph:
    .skip 8 * 32
    .skip 4096
epitaph_stack:
