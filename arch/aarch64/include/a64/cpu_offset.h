/* cpu_offset.h - places in struct cpu, for assembly; cpu.c checks them against the structure. */
#ifndef A64_CPU_OFFSET_H
#define A64_CPU_OFFSET_H
#define CPU_CUR       0
#define CPU_FLOOR     4
#define CPU_PARK      16     /* x2, x3 while an entry looks why it was entered */
#define CPU_COUNT     32     /* x1 of a system call that is not one of the short fast ones */
#define CPU_IDLE_ROOT 40  /* TTBR0 while no thread runs */
#endif
