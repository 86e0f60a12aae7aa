/* cpu.h - the block of one core. While the kernel runs, GS points to it; core_cur, core_floor and core_id of the generic kernel
 * are its fields. Invariant: user code never runs with GS on it (swapgs on every entry and exit).
 * entry.S knows the offsets by the names in x86/cpu_offset.h, which cpu.c checks. */
#ifndef ARCH_CPU_H
#define ARCH_CPU_H
#include <stdint.h>

struct cpu {
    uint32_t cur;       /* running thread, 0 = idle */
    uint32_t floor;     /* FLOOR_SLOW, or the bound that a thread's priority word must reach to be resumed fast */
    uint64_t user_sp;   /* parked by the system call entry: stack pointer, */
    uint64_t user_pc;   /* program counter, */
    uint64_t op;        /* and eax: method in bits 0..7, buffer count in bits 8..31 */
    uint64_t stack;     /* top of the kernel stack */
    uint64_t idle_root; /* CR3 while no thread runs: page tables without user part */
    uint32_t id;
    uint32_t vector;    /* interrupt taken and not yet claimed; 0 = none */
    uint64_t deadline;  /* ns since boot of the timer that is armed; ~0 = none */
};

/* Trusted: gs-block: an address in GS is a field of this core's block. */
#define X86_CPU    ((struct cpu __seg_gs *)0)
#define core_cur   (X86_CPU->cur)
#define core_floor (X86_CPU->floor)
#define core_id    (X86_CPU->id)
#endif
