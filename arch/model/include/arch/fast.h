/* fast.h - how the fast path is entered and left, as proofs and host tests see it: leaving is a call that says what user mode resumes with.
 * See docs/design/fastpath.md for what each macro promises. */
#ifndef ARCH_FAST_H
#define ARCH_FAST_H
#include <arch/cpu.h>
#include <arch/register.h>

#define FAST_ARGS       word_t cptr
#define FAST_ARGS_LONG  word_t cptr, word_t n
#define FAST_ENTER      word_t cur = core_cur, floor = core_floor
#define FAST_ENTER_LONG word_t cur = core_cur, floor = core_floor
#define FAST_CANNOT_RUN(word) ((uint32_t)((word) - (uint32_t)floor) > 255u)
#define FAST_LIKELY(x)   (x)
#define FAST_UNLIKELY(x) (x)
#define FAST_SLOW(f) do { f(cptr); return; } while (0)
#define FAST_EXIT(badge, next) exit_user(badge, next, 0u)
#define FAST_EXIT_LONG(badge, next, n) exit_user(badge, next, n)

/* Ghost hardware state: the badge and count registers, and whether the slow path was asked. */
extern word_t hw_badge, hw_count;
extern uint32_t slow_taken;

/*@ requires at: 0 < next < LIMIT_OBJECTS && frame_kind[next / 4] == KIND_TCB;
    assigns hw_badge, hw_count, core_cur;
    ensures resumed: hw_badge == badge && hw_count == count && core_cur == next; */
void exit_user(word_t badge, word_t next, word_t count);

/* The slow path takes over: nothing has changed yet. */
#define SLOW_CONTRACT assigns slow_taken; ensures taken: slow_taken == 1;
/*@ SLOW_CONTRACT */
void slow_call(word_t cptr);
/*@ SLOW_CONTRACT */
void slow_reply_recv(word_t cptr);
/*@ SLOW_CONTRACT */
void slow_call_long(word_t cptr);
/*@ SLOW_CONTRACT */
void slow_reply_recv_long(word_t cptr);
/*@ SLOW_CONTRACT */
void slow_signal(word_t cptr);
/*@ SLOW_CONTRACT */
void slow_wait(word_t cptr);
#endif
