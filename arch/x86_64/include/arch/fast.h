/* fast.h - how the C fast path (kernel/ipc/fast.c) is entered and left on x86_64. entry.S has parked pc, sp and eax in struct cpu
 * and switched to the kernel stack; rdi is the capability pointer. Every message register (rsi label, rbx rbp r12-r15 r8 r9 r10 rdx
 * words) is withheld from the compiler (FAST_CFLAGS), so the message stays where it is. Leaving never returns, so the stack is left as is.
 * Invariant: the context of `next` holds pc and sp from its own system call, hence canonical addresses (sysret needs that). */
#ifndef ARCH_FAST_H
#define ARCH_FAST_H
#include <arch/cpu.h>

#define FAST_ARGS       word_t cptr
#define FAST_ARGS_LONG  word_t cptr
#define FAST_PASS       cptr
#define FAST_ENTER      word_t cur = core_cur, floor = core_floor; (void)floor
#define FAST_ENTER_LONG word_t cur = core_cur, floor = core_floor, n = X86_CPU->op / 256u; (void)floor

#define FAST_LIKELY(x)   __builtin_expect(!!(x), 1)
#define FAST_UNLIKELY(x) __builtin_expect(!!(x), 0)

/* 1 if that priority word may not run now; one subtraction with a memory operand. */
#define FAST_CANNOT_RUN(word) ((uint32_t)((word) - core_floor) > 255u)

/* Back to the entry code, as if the fast path had not been tried. */
#define FAST_SLOW(f) do { \
        __asm__ volatile("jmp " #f : : "D"(cptr)); \
        __builtin_unreachable(); \
    } while (0)

/* The processor goes to thread next with this badge. */
#define FAST_EXIT(badge, next) do { \
        __asm__ volatile("movl %k[n], %%gs:0; movq %[sp], %%rsp; jmp exit_user" \
            : : "D"((word_t)(badge)), "c"(CTX(next).pc), [n] "r"((word_t)(next)), [sp] "m"(CTX(next).sp) : "memory"); \
        __builtin_unreachable(); \
    } while (0)

/* The same, telling next that count buffer words arrived: parked, exit_user_long loads it. */
#define FAST_EXIT_LONG(badge, next, count) do { \
        X86_CPU->op = (count); \
        __asm__ volatile("movl %k[n], %%gs:0; movq %[sp], %%rsp; jmp exit_user_long" \
            : : "D"((word_t)(badge)), "c"(CTX(next).pc), [n] "r"((word_t)(next)), [sp] "m"(CTX(next).sp) : "memory"); \
        __builtin_unreachable(); \
    } while (0)
#endif
