/* cpu.c - what assembly believes about structures, checked at compile time. */
#include <arch/cpu.h>
#include <a64/cpu_offset.h>
#include <asm_offsets.h>

#define PLACE(field, offset) _Static_assert(__builtin_offsetof(struct cpu, field) == (offset), "struct cpu: " #field)
#define PAIR(a, b) _Static_assert(REG_##b##_AT == REG_##a##_AT + 8, "entry.S stores " #a " and " #b " as a pair")

PLACE(cur, CPU_CUR);
PLACE(floor, CPU_FLOOR);
PLACE(park, CPU_PARK);
PLACE(count, CPU_COUNT);
PLACE(idle_root, CPU_IDLE_ROOT);
_Static_assert(sizeof(struct cpu) <= 64, "struct cpu does not fit its place in head.S");
_Static_assert(CTX_SP == CTX_PC + 8 && CTX_VROOT == CTX_TLS + 8, "entry.S takes pc and sp, tls and vroot as pairs");
_Static_assert(TCB_BYTES == 1024, "entry.S multiplies by it");

PAIR(X0, X1);
PAIR(X9, X19);
PAIR(X20, X21);
PAIR(X22, X23);
PAIR(X24, X25);
PAIR(X26, X27);
PAIR(X28, X2);
PAIR(X3, X4);
PAIR(X5, X6);
PAIR(X7, X8);
PAIR(X10, X11);
PAIR(X12, X13);
PAIR(X14, X15);
PAIR(X16, X17);
PAIR(X18, X29);
PAIR(X30, SPSR);
