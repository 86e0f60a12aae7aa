/* cpu_offset.h - places in struct cpu, for assembly; trap.c checks them against the structure. */
#ifndef RISCV_CPU_OFFSET_H
#define RISCV_CPU_OFFSET_H
#define CPU_CUR       0
#define CPU_FLOOR     4
#define CPU_PARK0     16
#define CPU_PARK1     24
#define CPU_COUNT     32
#define CPU_IDLE_SATP 40
#define CPU_BYTES     64
#endif
