/* cpu_offset.h - places in struct cpu, for assembly; cpu.c checks them against the structure. */
#ifndef X86_CPU_OFFSET_H
#define X86_CPU_OFFSET_H
#define CPU_CUR       0
#define CPU_FLOOR     4
#define CPU_USER_SP   8
#define CPU_USER_PC   16
#define CPU_OP        24
#define CPU_STACK     32
#define CPU_IDLE_ROOT 40
#define CPU_VECTOR    52
#endif
