/* cpu.h - the block of one core. It lies at the top of the core's kernel stack: while the kernel has no frame, SP points to it, and while
 * user code runs, sscratch does. core_cur, core_floor and core_id of the generic kernel are its fields.
 * entry.S knows the offsets by the names in riscv/cpu_offset.h, which trap.c checks. */
#ifndef ARCH_CPU_H
#define ARCH_CPU_H
#include <stdint.h>

struct cpu {
    uint32_t cur;       /* running thread, 0 = idle */
    uint32_t floor;     /* FLOOR_SLOW, or the bound that a thread's priority word must reach to be resumed fast */
    uint32_t id;
    uint32_t hart;      /* the number SBI and the device tree use */
    uint64_t park[2];   /* user registers that the trap entry needs room for */
    uint64_t count;     /* the count register of a long message, while the fast path looks at it */
    uint64_t idle_satp; /* while no thread runs: page tables without user part */
    uint64_t spare[2];
};

extern struct cpu rv_cpu;
#define core_cur   (rv_cpu.cur)
#define core_floor (rv_cpu.floor)
#define core_id    (rv_cpu.id)
#endif
