/* syscall_registers.h - a system call of aarch64 as register variables and one instruction. Generated from spec/arch/aarch64/abi.yaml.
 * Invariant: every register that can carry words to the kernel is set, so nothing but the message leaves this program. */
#ifndef SYSCALL_REGISTERS_H
#define SYSCALL_REGISTERS_H
#include <abi.h>

#define ABI_REGISTERS(number, self, label, count, v0, v1, v2, v3, v4, v5, v6, v7, v8, v9) \
    register word_t r_badge __asm__("x0") = (self); \
    register word_t r_label __asm__("x9") = (label); \
    register word_t r_count __asm__("x1") = (count); \
    register word_t r_w0 __asm__("x19") = (v0); \
    register word_t r_w1 __asm__("x20") = (v1); \
    register word_t r_w2 __asm__("x21") = (v2); \
    register word_t r_w3 __asm__("x22") = (v3); \
    register word_t r_w4 __asm__("x23") = (v4); \
    register word_t r_w5 __asm__("x24") = (v5); \
    register word_t r_w6 __asm__("x25") = (v6); \
    register word_t r_w7 __asm__("x26") = (v7); \
    register word_t r_w8 __asm__("x27") = (v8); \
    register word_t r_w9 __asm__("x28") = (v9)

#define ABI_SYSCALL(number) \
    __asm__ volatile("mov x29, xzr; mov x30, xzr; svc %c[n]" \
                     : "+r"(r_badge), "+r"(r_label), "+r"(r_count), "+r"(r_w0), "+r"(r_w1), "+r"(r_w2), "+r"(r_w3), "+r"(r_w4), "+r"(r_w5), "+r"(r_w6), "+r"(r_w7), "+r"(r_w8), "+r"(r_w9) \
                     : [n] "i"(number) \
                     : "x2", "x3", "x4", "x5", "x6", "x7", "x8", "x10", "x11", "x12", "x13", "x14", "x15", "x16", "x17", "x18", "x29", "x30", "cc", "memory")

/* The error that the badge register tells: 0, or its negative. */
static inline err_t abi_error(word_t badge) { return badge >> 63 != 0u ? (err_t)(0u - badge) : ERR_NONE; }
#endif
