/* fast.h - how the C fast path (kernel/ipc/fast.c) is entered and left on riscv64 (docs/design/fastpath.md). entry.S passes the capability
 * pointer as the program did (a0), and core_cur and core_floor (a1, a2); the count of a long message stays where it came (a3). Every message
 * register (s11 label, s1-s10 words) is withheld from the compiler (FAST_CFLAGS), so the message stays where it is; so are s0, gp and tp.
 * Leaving is a tail call: no stack is used. */
#ifndef ARCH_FAST_H
#define ARCH_FAST_H
#include <abi.h>
#include <arch/cpu.h>

#define FAST_LIKELY(x)   __builtin_expect(!!(x), 1)
#define FAST_UNLIKELY(x) __builtin_expect(!!(x), 0)

#define FAST_ARGS       word_t cptr, word_t cur, word_t floor
#define FAST_ARGS_LONG  word_t cptr, word_t cur, word_t floor, word_t n
#define FAST_ENTER      (void)floor
#define FAST_ENTER_LONG (void)floor

/* 1 if that priority word may not run now; floor is core_floor, in a register. */
#define FAST_CANNOT_RUN(word) ((uint32_t)((word) - (uint32_t)floor) > 255u)

/* Back to the entry code, as if the fast path had not been tried. f names the method; the parked count is found again. */
#define FAST_SLOW(f) do { f(cptr); return; } while (0)
/* The processor goes to thread next with this badge. */
#define FAST_EXIT(badge, next) exit_user(badge, next)
/* The same, telling next that count buffer words arrived (a3). */
#define FAST_EXIT_LONG(badge, next, count) exit_user_long(badge, next, 0, count)

void exit_user(word_t badge, word_t next);
void exit_user_long(word_t badge, word_t next, word_t unused, word_t count);
void slow_call(word_t cptr);
void slow_reply_recv(word_t cptr);
void slow_call_long(word_t cptr);
void slow_reply_recv_long(word_t cptr);
void slow_signal(word_t cptr);
void slow_wait(word_t cptr);
#endif
