/* cpu.h - the block of one core. It stands at the base of the core's kernel stack, so the entry code has it at [sp], and TPIDR_EL1 points
 * to it for C; core_cur, core_floor and core_id of the generic kernel are its fields.
 * Invariant: in user mode SP_EL1 and TPIDR_EL1 are its address. entry.S knows the offsets from a64/cpu_offset.h, which cpu.c checks. */
#ifndef ARCH_CPU_H
#define ARCH_CPU_H
#include <stdint.h>

struct cpu {
    uint32_t cur;       /* running thread, 0 = idle */
    uint32_t floor;     /* FLOOR_SLOW, or the bound that a thread's priority word must reach to be resumed fast */
    uint32_t id;
    uint32_t unused;
    uint64_t park[2];   /* registers parked by an entry */
    uint64_t count;     /* buffer count parked by a system call */
    uint64_t idle_root; /* TTBR0 while no thread runs: physical address of an empty root table */
};

/* Trusted: core-block: TPIDR_EL1 is written once by head.S, before any C runs. */
static inline __attribute__((always_inline, unused)) struct cpu *a64_cpu(void)
{
    struct cpu *c;

    __asm__("mrs %0, tpidr_el1" : "=r"(c));
    return c;
}

#define core_cur   (a64_cpu()->cur)
#define core_floor (a64_cpu()->floor)
#define core_id    (a64_cpu()->id)
#endif
