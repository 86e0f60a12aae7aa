/* head.S - the first instructions: OpenSBI enters at 0x80200000 in S-mode, translation off, a0 = hart, a1 = physical address of the device
 * tree. Save the initrd, zero bss, build the kernel's page tables, turn translation on, continue high in arch_boot(a0, a1); when it returns, the thread that
 * kernel_boot chose runs. Invariant: everything up to `high` is PC relative and runs at physical addresses. */
#include <riscv/csr.h>
#include <riscv/cpu_offset.h>
#include <riscv/layout.h>

    .section .text.head, "ax"
    .globl _start
_start:
    csrw sie, zero
    li t0, SSTATUS_OFF
    csrc sstatus, t0
    mv s0, a0
    mv s1, a1
    lla sp, rv_cpu
    mv a0, a1
    call rv_initrd_save
    lla t0, bss_start              /* both ends are page aligned */
    lla t1, bss_end
zero:
    sd zero, 0(t0)
    sd zero, 8(t0)
    sd zero, 16(t0)
    sd zero, 24(t0)
    sd zero, 32(t0)
    sd zero, 40(t0)
    sd zero, 48(t0)
    sd zero, 56(t0)
    addi t0, t0, 64
    bltu t0, t1, zero
    call rv_map                    /* -> a0: satp */

    /* The fetch behind the write to satp faults, for nothing is mapped at physical addresses: the trap vector is the way up. */
    li t0, RV_KERNEL_OFFSET
    lla t1, high
    add t1, t1, t0
    csrw stvec, t1
    sfence.vma
    csrw satp, a0
    call rv_no_translation         /* only a processor without Sv48 comes here: it ignored the write */
    .balign 4
high:
    lla sp, rv_cpu
    lla t0, kernel_trap
    csrw stvec, t0
    mv a0, s0
    mv a1, s1
    mv s0, zero                    /* the frame chain of the debugger ends here */
    call arch_boot
    j exit_restore

    /* The stack lies directly above the unmapped end of the constants, the core's block at its top. */
    .section .stack, "aw"
    .balign RV_PAGE_BYTES
    .skip RV_STACK_BYTES - CPU_BYTES
    .globl rv_cpu
rv_cpu:
    .skip CPU_BYTES
