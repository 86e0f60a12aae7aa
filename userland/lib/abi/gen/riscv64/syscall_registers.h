/* syscall_registers.h - a system call of riscv64 as register variables and one instruction. Generated from spec/arch/riscv64/abi.yaml.
 * Invariant: every register that can carry words to the kernel is set, so nothing but the message leaves this program. */
#ifndef SYSCALL_REGISTERS_H
#define SYSCALL_REGISTERS_H
#include <abi.h>

#define ABI_REGISTERS(number, self, label_, count_, v0, v1, v2, v3, v4, v5, v6, v7, v8, v9) \
    register word_t badge __asm__("a0") = (self); \
    register word_t label __asm__("s11") = (label_); \
    register word_t count __asm__("a3") = (count_); \
    register word_t method __asm__("a7") = (number); \
    register word_t w0 __asm__("s1") = (v0); \
    register word_t w1 __asm__("s2") = (v1); \
    register word_t w2 __asm__("s3") = (v2); \
    register word_t w3 __asm__("s4") = (v3); \
    register word_t w4 __asm__("s5") = (v4); \
    register word_t w5 __asm__("s6") = (v5); \
    register word_t w6 __asm__("s7") = (v6); \
    register word_t w7 __asm__("s8") = (v7); \
    register word_t w8 __asm__("s9") = (v8); \
    register word_t w9 __asm__("s10") = (v9)

#define ABI_SYSCALL(number) \
    __asm__ volatile("li s0, 0; li ra, 0; ecall" \
                     : "+r"(badge), "+r"(label), "+r"(count), "+r"(method), "+r"(w0), "+r"(w1), "+r"(w2), "+r"(w3), "+r"(w4), "+r"(w5), "+r"(w6), "+r"(w7), "+r"(w8), "+r"(w9) \
                     : [n] "i"(number) \
                     : "a1", "a2", "a4", "a5", "a6", "t0", "t1", "t2", "t3", "t4", "t5", "t6", "s0", "ra", "cc", "memory")

/* The error that the badge register tells: 0, or its negative. */
static inline err_t abi_error(word_t badge) { return badge >> 63 != 0u ? (err_t)(0u - badge) : ERR_NONE; }
#endif
