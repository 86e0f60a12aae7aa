/* fast.h - how the C fast path (kernel/ipc/fast.c) is entered and left on aarch64. entry.S passes the capability pointer (x0), the running
 * thread and the core's floor, for the _long methods also the buffer count. Message registers (x9 label, x19-x28 words) are withheld
 * from the compiler (FAST_CFLAGS), so the message stays where it is. Every way out is a tail call: the stack is as the entry left it. */
#ifndef ARCH_FAST_H
#define ARCH_FAST_H
#include <arch/cpu.h>

/* entry.S: the processor goes to thread next; the slow system call, to which ESR_EL1 still tells the method. */
void exit_user(word_t badge, word_t next);
void exit_user_long(word_t badge, word_t next, word_t count);
void a64_syscall_slow(word_t cptr);

#define FAST_LIKELY(x)   __builtin_expect(!!(x), 1)
#define FAST_UNLIKELY(x) __builtin_expect(!!(x), 0)

#define FAST_ARGS       word_t cptr, word_t cur, word_t floor
#define FAST_ARGS_LONG  word_t cptr, word_t cur, word_t floor, word_t n
#define FAST_ENTER      (void)floor
#define FAST_ENTER_LONG (void)floor

/* 1 if that priority word may not run now. */
#define FAST_CANNOT_RUN(word) ((uint32_t)((word) - (uint32_t)floor) > 255u)
/* Back to the entry code, as if the fast path had not been tried; it finds the method again in the syndrome register. */
#define FAST_SLOW(f) do { a64_syscall_slow(cptr); return; } while (0)
/* The processor goes to thread next with this badge; _LONG also tells it that count buffer words arrived. */
#define FAST_EXIT(badge, next)             exit_user((badge), (next))
#define FAST_EXIT_LONG(badge, next, count) exit_user_long((badge), (next), (count))
#endif
