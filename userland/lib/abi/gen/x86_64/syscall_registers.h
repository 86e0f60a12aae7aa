/* syscall_registers.h - a system call of x86_64 as register variables and one instruction. Generated from spec/arch/x86_64/abi.yaml.
 * Invariant: every register that can carry words to the kernel is set, so nothing but the message leaves this program. */
#ifndef SYSCALL_REGISTERS_H
#define SYSCALL_REGISTERS_H
#include <abi.h>

#define ABI_REGISTERS(number, self, label_, count_, v0, v1, v2, v3, v4, v5, v6, v7, v8, v9) \
    register word_t badge __asm__("rdi") = (self); \
    register word_t label __asm__("rsi") = (label_); \
    register word_t count __asm__("rax") = (number) + (word_t)(count_) * 256u; \
    register word_t w0 __asm__("rbx") = (v0); \
    register word_t w1 __asm__("rbp") = (v1); \
    register word_t w2 __asm__("r12") = (v2); \
    register word_t w3 __asm__("r13") = (v3); \
    register word_t w4 __asm__("r14") = (v4); \
    register word_t w5 __asm__("r15") = (v5); \
    register word_t w6 __asm__("r8") = (v6); \
    register word_t w7 __asm__("r9") = (v7); \
    register word_t w8 __asm__("r10") = (v8); \
    register word_t w9 __asm__("rdx") = (v9)

#define ABI_SYSCALL(number) \
    __asm__ volatile("syscall" \
                     : "+r"(badge), "+r"(label), "+r"(count), "+r"(w0), "+r"(w1), "+r"(w2), "+r"(w3), "+r"(w4), "+r"(w5), "+r"(w6), "+r"(w7), "+r"(w8), "+r"(w9) \
                     : [n] "i"(number) \
                     : "rcx", "r11", "cc", "memory")

/* The error that the badge register tells: 0, or its negative. */
static inline err_t abi_error(word_t badge) { return badge >> 63 != 0u ? (err_t)(0u - badge) : ERR_NONE; }
#endif
