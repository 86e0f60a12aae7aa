/* sbi.h - calls to the firmware (RISC-V Supervisor Binary Interface 1.0). */
#ifndef RISCV_SBI_H
#define RISCV_SBI_H
#include <abi.h>

enum { SBI_TIME = 0x54494d45, SBI_RESET = 0x53525354 };
enum { SBI_LEGACY_PUTCHAR = 1, SBI_LEGACY_SHUTDOWN = 8 };

/* Extension, function and two arguments; the error (0 = done). Not inside the fast path: registers a0-a7 are used. */
word_t sbi_call(word_t extension, word_t function, word_t first, word_t second);
#endif
