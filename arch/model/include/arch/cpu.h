/* cpu.h - the block of one core, in proofs and host tests: core_cur, core_floor and core_id are plain variables of the window header. */
#ifndef ARCH_CPU_H
#define ARCH_CPU_H
#include <state.h>
#endif
