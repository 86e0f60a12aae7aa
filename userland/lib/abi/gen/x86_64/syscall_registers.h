/* syscall_registers.h - a system call of x86_64 as register variables and one instruction. Generated from spec/arch/x86_64/abi.yaml.
 * Invariant: every register that can carry words to the kernel is set, so nothing but the message leaves this program. */
#ifndef SYSCALL_REGISTERS_H
#define SYSCALL_REGISTERS_H
#include <abi.h>

#define ABI_REGISTERS(number, self, label, count, v0, v1, v2, v3, v4, v5, v6, v7, v8, v9) \
    register word_t r_badge __asm__("rdi") = (self); \
    register word_t r_label __asm__("rsi") = (label); \
    register word_t r_count __asm__("rax") = (number) + (word_t)(count) * 256u; \
    register word_t r_w0 __asm__("rbx") = (v0); \
    register word_t r_w1 __asm__("rbp") = (v1); \
    register word_t r_w2 __asm__("r12") = (v2); \
    register word_t r_w3 __asm__("r13") = (v3); \
    register word_t r_w4 __asm__("r14") = (v4); \
    register word_t r_w5 __asm__("r15") = (v5); \
    register word_t r_w6 __asm__("r8") = (v6); \
    register word_t r_w7 __asm__("r9") = (v7); \
    register word_t r_w8 __asm__("r10") = (v8); \
    register word_t r_w9 __asm__("rdx") = (v9)

#define ABI_SYSCALL(number) \
    __asm__ volatile("syscall" \
                     : "+r"(r_badge), "+r"(r_label), "+r"(r_count), "+r"(r_w0), "+r"(r_w1), "+r"(r_w2), "+r"(r_w3), "+r"(r_w4), "+r"(r_w5), "+r"(r_w6), "+r"(r_w7), "+r"(r_w8), "+r"(r_w9) \
                     : [n] "i"(number) \
                     : "rcx", "r11", "cc", "memory")

/* The error that the badge register tells: 0, or its negative. */
static inline err_t abi_error(word_t badge) { return badge >> 63 != 0u ? (err_t)(0u - badge) : ERR_NONE; }
#endif
